import { unitOf } from "./cuts/unit";
import { countInShare } from "./ladder/share";
import { runningSums } from "./ladder/sum";
import type { Run } from "./run";
import { valueMeasure } from "./valueMeasure";

/** How unevenly a sum is spread over accounts. Figures are null where nothing is positive. */
export interface Concentration {
  /** Accounts that count: their value is zero or more. */
  readonly count: number;
  /** Of them, those with zero. They raise the Gini coefficient, which is of all accounts, and change no other figure. */
  readonly zero: number;
  /** Left out: negative values, which have no share. */
  readonly negative: number;
  /** Left out: NaN or infinite. */
  readonly missing: number;
  /** Gini coefficient: 0 where all have the same, 1 - 1/n where one of n has everything. */
  readonly gini: number | null;
  /** The same times n / (n - 1), 1 where one has everything; null for one account. */
  readonly giniUnbiased: number | null;
  /** Herfindahl-Hirschman index: the sum of squared shares, 1/n to 1. */
  readonly hhi: number | null;
  /** The same of shares in per cent: up to 10,000. */
  readonly hhi10000: number | null;
  /** So many accounts of one size would have the same index: 1 / HHI. */
  readonly effectiveNumber: number | null;
  /** Share of the largest account. */
  readonly cr1: number | null;
  /** Share of the five largest; of all where there are fewer. */
  readonly cr5: number | null;
  /** Share of the ten largest; of all where there are fewer. */
  readonly cr10: number | null;
  /** So many of the largest hold 80 % of the sum, the one that crosses the line with them. */
  readonly accountsFor80: number | null;
}

/**
 * How concentrated values are. Negative and missing ones are left out and counted; the order does not matter.
 *
 * (Gini coefficient and its correction: C. Damgaard and J. Weiner, "Describing inequality in plant size or fecundity",
 * Ecology 81, 2000. HHI: A. O. Hirschman, "The paternity of an index", American Economic Review 54, 1964. Effective number:
 * M. A. Adelman, "Comment on the 'H' concentration measure as a numbers-equivalent", Review of Economics and Statistics
 * 51, 1969.)
 */
export function concentration(values: Float64Array): Concentration {
  const known = values.filter((value) => Number.isFinite(value));
  const ranked = rankedParts(values);
  const count = ranked.length;
  const sums = runningSums(ranked);
  const total = sums.at(-1) ?? 0;
  const isSpread = total > 0;
  const gini = isSpread ? giniOf(ranked, total) : null;
  const hhi = isSpread ? totalOf(ranked.map((part) => (part / total) ** 2)) : null;
  const ratio = (top: number) => (isSpread ? shareOfTop(sums, top) : null);
  return {
    count,
    zero: ranked.filter((part) => part === 0).length,
    negative: known.length - count,
    missing: values.length - known.length,
    gini,
    giniUnbiased: gini === null || count === 1 ? null : (gini * count) / (count - 1),
    hhi,
    hhi10000: hhi === null ? null : hhi * 10_000,
    effectiveNumber: hhi === null ? null : 1 / hhi,
    cr1: ratio(1),
    cr5: ratio(5),
    cr10: ratio(10),
    accountsFor80: isSpread ? countInShare(sums, 0.8, "up") : null,
  };
}

/**
 * Concentration ratio: the share that the `top` largest hold of the positive sum, 0 to 1; of all where there are fewer.
 * Null where nothing is positive. Throws a RangeError unless `top` is a whole number from 1.
 */
export function concentrationRatio(values: Float64Array, top: number): number | null {
  if (!Number.isInteger(top) || top < 1) throw new RangeError(`A concentration ratio is of 1 or more, not of ${top}.`);
  const sums = runningSums(rankedParts(values));
  return (sums.at(-1) ?? 0) > 0 ? shareOfTop(sums, top) : null;
}

/** Those with a share, if only of zero: largest first, in a unit in which sums and squares are numbers. */
function rankedParts(values: Float64Array): Float64Array {
  const parts = values.filter((value) => value >= 0 && value < Infinity);
  const unit = unitOf(parts);
  return parts
    .map((value) => value * unit)
    .sort()
    .reverse();
}

function shareOfTop(sums: Float64Array, top: number): number {
  const total = sums.at(-1) ?? NaN;
  return (sums[top - 1] ?? total) / total;
}

/** Half the mean difference of all pairs, by the mean: in order, the i-th largest of n is above n - i and below i - 1. */
function giniOf(ranked: Float64Array, total: number): number {
  const { length } = ranked;
  const above = totalOf(ranked.map((part, i) => part * (length - 1 - 2 * i)));
  return Math.max(0, above / length / total); // rounding must not make it negative
}

function totalOf(values: Float64Array): number {
  return runningSums(values).at(-1) ?? 0;
}

/** How concentrated the value of a run is, over the accounts that are in a tier. */
export function concentrationOf({ decision, facts, preset }: Run): Concentration {
  const valueId = valueMeasure(preset);
  const values = valueId === null ? new Float64Array(facts.size).fill(NaN) : facts.number(valueId);
  return concentration(values.filter((_, account) => (decision.final[account] ?? -1) >= 0));
}
