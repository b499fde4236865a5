import type { Gap } from "../conditions/condition";
import type { Run } from "../run";
import { distances } from "../stages/distance";

/** What lies between an account and a tier beside its own. */
export interface Edge {
  /** Id of the tier above, or below. */
  readonly tier: string;
  /**
   * How far it is, as a part of the cut, from a cut of 0 as it is. At 0 its numbers are there already, and something else
   * keeps it. null where no number leads there.
   */
  readonly distance: number | null;
  /** Which number has to come how far; null where the distance is null or of no number. */
  readonly number: { readonly measure: string; readonly value: number; readonly cut: number } | null;
}

export interface Edges {
  /** null in the first tier. */
  readonly up: Edge | null;
  /** null in the last tier. */
  readonly down: Edge | null;
}

/**
 * What would take an account a tier up or down, by the conditions as they stand: the distances of `distances`, in the units
 * of their measures. Of an input row (0 is the first of the source); null where it is no account in a tier.
 */
export function edgesOf(run: Run, row: number): Edges | null {
  const { accounts, table, decision } = run;
  const position = row - table.firstRow;
  const account = accounts.accountOf ? (accounts.accountOf[position] ?? -1) : position;
  const tier = decision.final[account] ?? -1;
  if (tier < 0) return null;
  const { up, down } = gapsOf(run);
  return { up: edgeAt(run, up, account, tier - 1), down: edgeAt(run, down, account, tier + 1) };
}

function edgeAt(
  { preset, facts }: Run,
  { values, by, measures, cutAt }: Gap,
  account: number,
  to: number,
): Edge | null {
  const tier = preset.tiers.rungs[to];
  if (!tier) return null;
  const distance = values[account] ?? NaN;
  const measure = measures[by[account] ?? -1];
  const cut = cutAt(account);
  const isNumber = measure !== undefined && !Number.isNaN(cut);
  return {
    tier: tier.id,
    distance: Number.isNaN(distance) ? null : distance,
    number: isNumber ? { measure, value: facts.number(measure)[account] ?? NaN, cut } : null,
  };
}

const gapsOfRuns = new WeakMap<Run, { readonly up: Gap; readonly down: Gap }>();

/** Worked out once for a run: it is asked about one account after the other. */
function gapsOf(run: Run): { readonly up: Gap; readonly down: Gap } {
  const { preset, facts, decision } = run;
  let gaps = gapsOfRuns.get(run);
  if (!gaps) gapsOfRuns.set(run, (gaps = distances(preset, facts, decision.final, decision.segments)));
  return gaps;
}
