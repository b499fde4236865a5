import type { Run } from "../run";
import { distances } from "../stages/distance";
import { bestFirst, listing, SHOWN, upperTiers, type List, type Listed } from "./listed";

/** An account near the edge of its tier. */
export interface NearEdge extends Listed {
  /** Id of the tier that it is near to: the one above, or below. */
  readonly other: string;
  /**
   * How far it is, as a part of the cut (0.05 is 5 %), from a cut of 0 as it is. At 0 its numbers are there already, and
   * something else keeps it: seats, a ceiling, an override, steadiness.
   */
  readonly distance: number;
  /** The measure that the distance is of; null where none decides. */
  readonly measure: string | null;
}

export interface NearOptions {
  /** The farthest that counts as near; `review.nearEdge` of the rules, or 0.05, where absent. */
  readonly within?: number;
  /** Ids of the tiers whose accounts are looked at; all where absent. */
  readonly tiers?: readonly string[];
  /** How many are named. */
  readonly shown?: number;
}

const NEAR = 0.05;

/** Who has just missed the tier above, the nearest first. */
export function nearMisses(run: Run, options: NearOptions = {}): List<NearEdge> {
  return near(run, "up", options);
}

/** Who is about to drop, the nearest first. Nobody drops below the last tier. */
export function nearDrops(run: Run, options: NearOptions = {}): List<NearEdge> {
  return near(run, "down", options);
}

function near(run: Run, way: "up" | "down", { within, tiers, shown = SHOWN }: NearOptions): List<NearEdge> {
  const { preset, facts, decision } = run;
  const { values, by, measures } = distances(preset, facts, decision.final, decision.segments)[way];
  const farthest = within ?? preset.review?.nearEdge ?? NEAR;
  const asked = tiers && upperTiers(preset, tiers);
  const found: number[] = [];
  values.forEach((distance, account) => {
    if (distance <= farthest && (!asked || asked.has(decision.final[account] ?? -1))) found.push(account);
  });
  const inOrder = bestFirst(run);
  found.sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || inOrder(a, b));
  const entry = listing(run);
  const accounts = found.slice(0, shown).map((account) => ({
    ...entry(account),
    other: preset.tiers.rungs[(decision.final[account] ?? 0) + (way === "up" ? -1 : 1)]?.id ?? "",
    distance: values[account] ?? NaN,
    measure: measures[by[account] ?? -1] ?? null,
  }));
  return { count: found.length, accounts };
}

/** What tells low use: a flag of the rules, or a number of theirs under a threshold. */
export type LowUse = { readonly flag: string } | { readonly measure: string; readonly under: number };

export interface LowUseEntry extends Listed {
  /** The number asked for; null of a flag. */
  readonly use: number | null;
}

/**
 * Accounts of the upper tiers that make little use of what they have, best first. Who has no number for it is not in the
 * list. Tiers by id; without them the first two, but never the last one.
 *
 * Throws a ReferenceError where there is no such flag or number.
 */
export function lowUse(
  run: Run,
  by: LowUse,
  { tiers, shown = SHOWN }: Pick<NearOptions, "tiers" | "shown"> = {},
): List<LowUseEntry> {
  const { preset, facts, decision } = run;
  const asked = upperTiers(preset, tiers);
  const uses = "measure" in by ? facts.number(by.measure) : null;
  const flagged = "flag" in by ? flagOf(run, by.flag) : null;
  const isLow = (account: number) => ("measure" in by ? (uses?.[account] ?? NaN) < by.under : flagged?.[account] === 1);
  const found: number[] = [];
  decision.final.forEach((tier, account) => {
    if (asked.has(tier) && isLow(account)) found.push(account);
  });
  found.sort(bestFirst(run));
  const entry = listing(run);
  const accounts = found.slice(0, shown).map((account) => ({ ...entry(account), use: uses?.[account] ?? null }));
  return { count: found.length, accounts };
}

function flagOf({ preset, decision }: Run, id: string): Uint8Array {
  const flag = decision.flags[preset.flags.findIndex((each) => each.id === id)];
  if (!flag) throw new ReferenceError(`no flag ${id}`);
  return flag;
}
