import { OPEN_SCOPE, type Facts } from "./facts";
import type { Decision } from "./decide";
import { picked, type PerRow } from "./edited/changes";
import type { Ladder, Preset } from "./preset/schema";
import { excludes } from "./ladder/excludes";
import type { Seats } from "./stages/capacity";
import type { Tallied, Tallies } from "./tallies";
import { EXCLUDED } from "./words";

/** What a class holds. Sums are of the value measure, over the accounts that have one. */
export interface ClassStats {
  readonly id: string;
  readonly label: string;
  /** Accounts in the class. */
  readonly count: number;
  /** Net sum: negatives count. 0 where nobody has a value. */
  readonly sum: number;
  /** Its positive sum over the positive sum of the ladder's population; null for a class outside of it. */
  readonly share: number | null;
  /** Mean value of the accounts that have one; null where nobody has. */
  readonly mean: number | null;
}

/** What a tier holds, and its seats. */
export interface TierStats extends ClassStats {
  /** null where the tier has none to count. */
  readonly seats: Seats | null;
}

/** Statistics of every tier with its seats. */
export function tierStats(tiers: readonly ClassStats[], seats: readonly (Seats | null)[]): TierStats[] {
  return tiers.map((stats, tier) => ({ ...stats, seats: seats[tier] ?? null }));
}

/** What the statistics of a ladder go by. `rungOf` is each account's rung, -1 for none. */
export function talliedOf(ladder: Ladder, rungOf: Int16Array, values: Float64Array, facts: Facts): Tallied {
  const among = ladder.among ? facts.holds(ladder.among, OPEN_SCOPE) : facts.included;
  return { rungs: ladder.rungs.length, rungOf, values, among, included: facts.included };
}

/** Statistics of every rung of a ladder, in its order. */
export function classStats(ladder: Ladder, { base, ...tallies }: Tallies): ClassStats[] {
  return ladder.rungs.map(({ id, label, when }, index) => {
    const of = (tally: Float64Array) => tally[index] ?? 0;
    const [count, sum] = [of(tallies.count), of(tallies.sum)];
    const cannotRank = when !== undefined && ladder.among !== undefined && excludes(when, ladder.among);
    const isOutside = of(tallies.ranked) === 0 && (cannotRank || count > 0); // seats, bumps and overrides can put anybody anywhere
    return {
      id,
      label,
      count,
      sum,
      share: base === 0 || isOutside ? null : of(tallies.positive) / base,
      mean: of(tallies.valued) === 0 ? null : sum / of(tallies.valued),
    };
  });
}

/** The words beside accounts in no tier, in place of one: of overrides that take them out, and of gates. */
interface OutsideWords {
  readonly labels: readonly string[];
  /** The position of its word for each gate. */
  readonly ofGate: Int16Array;
}

function outsideWords({ gates }: Preset): OutsideWords {
  const words = gates.map((gate) => ("exclude" in gate.else ? gate.else.exclude : EXCLUDED));
  const labels = [...new Set([EXCLUDED, ...words])];
  return { labels, ofGate: Int16Array.from(words, (word) => labels.indexOf(word)) };
}

/** Of each account in no tier the position of its word; -1 for who is in one. Of all accounts, or of some `rows`. */
export function outsideOf(
  preset: Preset,
  { final, gated, overriding }: Decision,
  facts: Facts,
  rows: Int32Array | null = null,
): Int16Array {
  const at = <T extends PerRow>(column: T): T => (rows ? picked(column, rows) : column);
  const labelOf = rows ? new Int16Array(rows.length) : facts.buffers.shorts(facts.size);
  const { ofGate } = outsideWords(preset);
  labelOutside(labelOf, at(final), at(facts.named), at(gated.excludedBy), at(overriding.excluded), ofGate);
  return labelOf;
}

/** What the statistics of those in no tier go by. */
export function talliedOutside(
  preset: Preset,
  labelOf: Int16Array,
  values: Float64Array,
  { included }: Facts,
): Tallied {
  return { rungs: outsideWords(preset).labels.length, rungOf: labelOf, values, among: included, included };
}

/** Accounts by the word that stands beside them in place of a tier, in the order in which the words come. */
export function outsideStats(preset: Preset, labelOf: Int16Array, { count, sum, valued }: Tallies): ClassStats[] {
  const { labels } = outsideWords(preset);
  const first = labels.map((_, i) => labelOf.indexOf(i));
  const found = labels.map((_, i) => i).filter((i) => count[i]! > 0); // as many as there are labels, here and below
  return found
    .sort((a, b) => first[a]! - first[b]!)
    .map((i) => {
      const [label, net] = [labels[i] ?? "", sum[i]!];
      const mean = valued[i] === 0 ? null : net / valued[i]!;
      return { id: label, label, count: count[i]!, sum: net, share: null, mean };
    });
}

/** A function of its own, as the loops of `masks.ts`. */
function labelOutside(
  labelOf: Int16Array,
  final: Int16Array,
  named: Uint8Array,
  excludedBy: Int16Array,
  excluded: Uint8Array,
  ofGate: Int16Array,
): void {
  for (let row = 0; row < labelOf.length; row++) {
    const gate = excludedBy[row]!; // row < length, that of all
    if (final[row]! >= 0 || named[row] === 0) labelOf[row] = -1;
    else labelOf[row] = excluded[row] === 1 || gate < 0 ? 0 : ofGate[gate]!;
  }
}
