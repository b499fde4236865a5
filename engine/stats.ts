import { OPEN_SCOPE, type Facts } from "./facts";
import type { Decision } from "./decide";
import type { Ladder, Preset } from "./preset/schema";
import { excludes } from "./ladder/excludes";
import type { Seats } from "./stages/capacity";
import { lostBy, type Tallied, type Tallies } from "./tallies";
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

/** Accounts by the word that stands beside them in place of a tier: those turned away by gates and taken out by overrides. */
export function outsideStats(
  preset: Preset,
  { final, gated, overriding }: Decision,
  values: Float64Array,
  facts: Facts,
): ClassStats[] {
  const words = preset.gates.map((gate) => ("exclude" in gate.else ? gate.else.exclude : EXCLUDED));
  const labels = [...new Set([EXCLUDED, ...words])];
  const labelOfGate = Int16Array.from(words, (word) => labels.indexOf(word));
  const labelOf = facts.buffers.shorts(facts.size);
  labelOutside(labelOf, final, facts.named, gated.excludedBy, overriding.excluded, labelOfGate);
  const none = () => new Float64Array(labels.length);
  const [first, count, valued, sum, lost] = [none(), none(), none(), none(), none()];
  tallyLabels(labelOf, values, first, count, valued, sum, lost);
  facts.buffers.giveBack(labelOf);
  const found = labels.map((_, i) => i).filter((i) => count[i]! > 0); // as many as there are labels, here and below
  return found
    .sort((a, b) => first[a]! - first[b]!)
    .map((i) => {
      const [label, net] = [labels[i] ?? "", sum[i]! + lost[i]!];
      const mean = valued[i] === 0 ? null : net / valued[i]!;
      return { id: label, label, count: count[i]!, sum: net, share: null, mean };
    });
}

/** Labels by position, of which 0 is that of overrides; -1 for who is in a tier. Functions of their own, as the loops of `masks.ts`. */
function labelOutside(
  labelOf: Int16Array,
  final: Int16Array,
  named: Uint8Array,
  excludedBy: Int16Array,
  excluded: Uint8Array,
  labelOfGate: Int16Array,
): void {
  for (let row = 0; row < labelOf.length; row++) {
    const gate = excludedBy[row]!; // row < length, that of all
    if (final[row]! >= 0 || named[row] === 0) labelOf[row] = -1;
    else labelOf[row] = excluded[row] === 1 || gate < 0 ? 0 : labelOfGate[gate]!;
  }
}

/** By label the first row, how many rows there are and how many have a value, and the compensated sum of these. */
function tallyLabels(
  labelOf: Int16Array,
  values: Float64Array,
  first: Float64Array,
  count: Float64Array,
  valued: Float64Array,
  sum: Float64Array,
  lost: Float64Array,
): void {
  for (let row = 0; row < labelOf.length; row++) {
    const [label, value] = [labelOf[row]!, values[row]!]; // row < length, that of both
    if (label < 0) continue;
    if (count[label]!++ === 0) first[label] = row;
    if (Number.isNaN(value)) continue;
    valued[label]!++;
    lost[label]! += lostBy(sum[label]!, value);
    sum[label]! += value;
  }
}
