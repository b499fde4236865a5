import { OPEN_SCOPE, type Facts } from "./facts";
import type { Decision } from "./decide";
import type { Ladder, Preset } from "./preset/schema";
import { excludes } from "./ladder/excludes";
import { ExactSum } from "./ladder/sum";
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

/** Accounts by the word that stands beside them in place of a tier: those turned away by gates and taken out by overrides. */
export function outsideStats(
  preset: Preset,
  { final, gated, overriding }: Decision,
  values: Float64Array,
  facts: Facts,
): ClassStats[] {
  const tallies = new Map<string, Tally>();
  const { codes } = facts.accounts;
  for (let row = 0; row < codes.length; row++) {
    if (codes[row]! < 0 || final[row]! >= 0) continue; // row < length, that of both
    const gate = preset.gates[gated.excludedBy[row] ?? -1]?.else;
    const label = overriding.excluded[row] === 1 || !gate || !("exclude" in gate) ? EXCLUDED : gate.exclude;
    const tally = tallies.get(label) ?? new Tally();
    tallies.set(label, tally);
    const value = values[row] ?? NaN;
    tally.count++;
    if (Number.isNaN(value)) continue;
    tally.valued++;
    tally.sum.add(value);
  }
  return [...tallies].map(([label, { count, valued, sum }]) => {
    return { id: label, label, count, sum: sum.total, share: null, mean: valued === 0 ? null : sum.total / valued };
  });
}

class Tally {
  count = 0;
  /** Those of them that have a value. */
  valued = 0;
  readonly sum = new ExactSum();
}
