import { countInShare } from "../ladder/share";
import { runningSums } from "../ladder/sum";
import { quantile } from "../measures/population";
import { naturalBreaks } from "./naturalBreaks";

// Each finds the indices in ascending values at which the classes above the lowest begin, never between equal values.
// An index may come twice, or be 0 or the length: such a class, or the one beneath, is empty.

/** By natural breaks of `points`, which are the same values on the scale that counts. */
export function naturalStarts(sorted: Float64Array, points: Float64Array, classes: number): number[] {
  const distinct: number[] = [];
  sorted.forEach((value, i) => {
    if (i === 0 || value !== sorted[i - 1]) distinct.push(i);
  });
  if (distinct.length === 0) return [];
  const counts = Int32Array.from(distinct, (start, i) => (distinct[i + 1] ?? sorted.length) - start);
  const breaks = naturalBreaks(
    Float64Array.from(distinct, (start) => points[start]!), // start < length
    counts,
    Math.min(classes, distinct.length),
  );
  return breaks.map((index) => distinct[index]!); // index < length
}

/** By type-7 quantiles; a value on one is above it. */
export function quantileStarts(sorted: Float64Array, classes: number): number[] {
  return Array.from({ length: classes - 1 }, (_, i) => {
    const cut = quantile(sorted, i + 1, classes);
    return sorted.findIndex((value) => value >= cut);
  });
}

/** By cumulative shares of the positive sum; the account that crosses the line goes up, with all of its value. */
export function shareStarts(sorted: Float64Array, shares: readonly number[]): number[] {
  const sums = runningSums(sorted.filter((value) => value > 0).reverse());
  return shares.map((share) => {
    let start = sorted.length - countInShare(sums, share, "up");
    while (start > 0 && sorted[start] === sorted[start - 1]) start--;
    return start;
  });
}
