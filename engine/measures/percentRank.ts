import { valuesAt } from "../ladder/valuesAt";
import type { Buffers } from "../workspace";

/**
 * The part of the others that is lower, times `to`, for the rows of a population by their place in its order, which is the
 * highest first; for others with a value by where it would stand between two of them.
 */
export function percentRanks(values: Float64Array, order: Int32Array, to: number, buffers: Buffers): Float64Array {
  const out = buffers.floats(values.length).fill(NaN);
  rankInside(values, order, to, out);
  if (order.length > 0) rankOthers(values, order, to, out, buffers);
  return out;
}

/** Functions of their own, as the loops of `masks.ts`. */
function rankInside(values: Float64Array, order: Int32Array, to: number, out: Float64Array): void {
  const last = order.length - 1;
  let [before, rank] = [NaN, 0];
  for (let place = 0; place <= last; place++) {
    const row = order[last - place]!; // 0 <= place <= last
    const value = values[row]!; // rows have values
    if (value !== before) rank = place === last ? to : Math.min(to, (place * to) / last);
    before = value;
    out[row] = rank;
  }
}

function rankOthers(values: Float64Array, order: Int32Array, to: number, out: Float64Array, buffers: Buffers): void {
  let sorted: Float64Array | null = null;
  for (let row = 0; row < out.length; row++) {
    if (Number.isNaN(values[row]) || !Number.isNaN(out[row])) continue;
    sorted ??= valuesAt(order, values, buffers).reverse();
    out[row] = rankBetween(sorted, values[row]!, to); // row < length, that of both
  }
  if (sorted) buffers.giveBack(sorted);
}

/** The percent rank of a value that is measured against others. */
function rankBetween(sorted: Float64Array, value: number, to: number): number {
  const last = sorted.length - 1;
  const lower = countBelow(sorted, value);
  const [before, next] = [sorted[lower - 1] ?? NaN, sorted[lower] ?? Infinity];
  if (lower > last || (lower === last && value === next)) return to;
  if (lower === 0) return 0;
  const place = value === next ? lower : lower - 1 + (value - before) / (next - before);
  return Math.min(to, (place * to) / last);
}

/** How many of the ascending values are lower. */
function countBelow(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value)
      low = middle + 1; // middle < length
    else high = middle;
  }
  return low;
}
