/** How an account that crosses the line of a share is decided. */
export type Crossing = "up" | "down" | "nearest" | "refill";

/** Sums within this fraction of the total are equal: a cut is the decimal it is written as, so 0.7 + 0.1 is 0.8. */
const TOLERANCE = 1e-9;

/**
 * How many accounts of a list, best first, are in the top `share` of its sum.
 *
 * `sums` are running sums of positive values. `up`: in if the sum before the account is under the line, so that the
 * list is never empty. `down`: in if the sum with it does not pass the line. `nearest`: in if half of it lies under.
 */
export function countInShare(sums: Float64Array, share: number, crossing: Exclude<Crossing, "refill">): number {
  const total = sums.at(-1) ?? 0;
  const line = share * total;
  const equal = TOLERANCE * total;
  let count = 0;
  for (; count < sums.length; count++) {
    const before = count === 0 ? 0 : sums[count - 1]!; // count > 0
    const after = sums[count]!; // count < length
    const isIn =
      crossing === "up"
        ? before < line - equal
        : crossing === "down"
          ? after <= line + equal
          : (before + after) / 2 < line - equal;
    if (!isIn) break;
  }
  return count;
}

/**
 * The same where classes are filled one after another: `shares` are cumulative, ascending, the last one asked for. Each
 * class starts behind the one above and takes accounts until its own sum reaches its own part of the total. `settle`
 * moves the end of class i to where its ties are, before the next one starts.
 */
export function countInRefill(
  sums: Float64Array,
  shares: readonly number[],
  settle: (count: number, index: number) => number = (count) => count,
): number {
  const total = sums.at(-1) ?? 0;
  const equal = TOLERANCE * total;
  const sumOf = (count: number) => (count === 0 ? 0 : sums[count - 1]!); // 0 < count <= length
  let count = 0;
  let shareAbove = 0;
  shares.forEach((share, index) => {
    const own = (share - shareAbove) * total;
    const start = sumOf(count);
    while (count < sums.length && sumOf(count) - start < own - equal) count++;
    count = settle(count, index);
    shareAbove = share;
  });
  return count;
}
