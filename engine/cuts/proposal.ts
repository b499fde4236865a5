import { ExactSum } from "../ladder/sum";
import { roundest } from "./roundest";

export type CutMethod = "natural" | "quantile" | "share";

export interface CutProposal {
  readonly method: CutMethod;
  /** Descending, one fewer than classes. */
  readonly cuts: readonly Cut[];
  /** Best first: those on or over the first cut, on or over the next, and the rest. None is empty. */
  readonly classes: readonly CutClass[];
  /** Fewer classes than asked for: equal values are not parted, and one account may hold two shares. */
  readonly isShort: boolean;
}

/** Values `>=` it are in the classes above; both numbers part the accounts in the same way. */
export interface Cut {
  /** The lowest value above. */
  readonly value: number;
  /** One with the fewest significant digits, over the highest value below. */
  readonly rounded: number;
}

/** What a class would hold. */
export interface CutClass {
  readonly count: number;
  /** Net sum: negatives count. */
  readonly sum: number;
  /** Its positive sum over that of all; null where nothing is positive. */
  readonly share: number | null;
}

/**
 * The proposal whose classes above the lowest begin at these indices of ascending values; indices that leave a class
 * empty, or that come twice, are passed over. Values are added up times `unit`, so that sums do not overflow halfway.
 */
export function proposal(
  method: CutMethod,
  sorted: Float64Array,
  unit: number,
  starts: readonly number[],
  asked: number,
): CutProposal {
  const { length } = sorted;
  const inside = [...new Set(starts)].filter((start) => start > 0 && start < length).sort((a, b) => b - a);
  const classes = [...inside, 0].map((start, i) => tally(sorted.subarray(start, inside[i - 1] ?? length), unit));
  const base = classes.reduce((sum, { positive }) => sum + positive, 0);
  return {
    method,
    cuts: inside.map((start) => {
      const [below, lowest] = [sorted[start - 1]!, sorted[start]!]; // 0 < start < length
      return { value: lowest + 0, rounded: roundest(below, lowest) }; // + 0: never a negative zero
    }),
    classes: classes.map(({ count, sum, positive }) => ({ count, sum, share: base > 0 ? positive / base : null })),
    isShort: classes.length < asked,
  };
}

function tally(values: Float64Array, unit: number) {
  const [sum, positive] = [new ExactSum(), new ExactSum()];
  for (const value of values) {
    sum.add(value * unit);
    if (value > 0) positive.add(value * unit);
  }
  return { count: values.length, sum: sum.total / unit, positive: positive.total };
}
