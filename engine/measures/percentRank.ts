import { isRanked } from "../edited/rankAgain";
import type { RankBy } from "../ladder/rank";
import { valuesAt } from "../ladder/valuesAt";
import type { Buffers } from "../workspace";

/**
 * The part of the others that is lower, times `to`, for the rows of a population by their place in its order, which is the
 * highest first; for others with a value by where it would stand between two of them.
 */
export function percentRanks(values: Float64Array, order: Int32Array, to: number, buffers: Buffers): Float64Array {
  const out = buffers.floats(values.length).fill(NaN);
  rankPlaces(values, order, { from: 0, end: order.length }, to, out);
  if (order.length > 0) rankOthers(values, order, to, out, buffers);
  return out;
}

/**
 * The same after an edit of rows: `before` are the ranks before it. Ranks have changed of those alone that stand where an
 * edited row has passed them. Null where one came in or went out, which moves all, and where others are ranked between two.
 */
export function percentRanksAgain(
  before: Float64Array,
  { by, byBefore, order, rows }: { by: RankBy; byBefore: RankBy; order: Int32Array; rows: Int32Array },
  to: number,
): Float64Array | null {
  const areIn = rows.every((row) => isRanked(by, row) && isRanked(byBefore, row));
  if (!areIn || countThere(before) > order.length) return null;
  const ranks = before.slice();
  for (const passed of placesPassed(by.values, byBefore.values, order, rows)) {
    rankPlaces(by.values, order, passed, to, ranks);
  }
  return ranks;
}

/** A part of an order, in which equal values stand together. */
interface Places {
  readonly from: number;
  readonly end: number;
}

/** The places between where each of some rows stood and where it stands now, both of them and all equal ones included. */
function placesPassed(now: Float64Array, before: Float64Array, order: Int32Array, rows: Int32Array): Places[] {
  const first = (isThere: (value: number) => boolean) => firstPlace(order, (row) => isThere(now[row]!)); // a row of theirs
  const passed = Array.from(rows, (row): Places => {
    const [high, low] = [Math.max(now[row]!, before[row]!), Math.min(now[row]!, before[row]!)];
    return { from: first((value) => value <= high), end: first((value) => value < low) };
  });
  const apart: Places[] = [];
  for (const each of passed.sort((a, b) => a.from - b.from)) {
    const last = apart.at(-1);
    if (last && each.from <= last.end) apart[apart.length - 1] = { from: last.from, end: Math.max(last.end, each.end) };
    else apart.push(each);
  }
  return apart;
}

/** The first place in an order from which on all rows are there; its length where none is. */
function firstPlace(order: Int32Array, isThere: (row: number) => boolean): number {
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isThere(order[middle]!))
      high = middle; // middle < length
    else low = middle + 1;
  }
  return low;
}

/** Ranks the rows at some places, from the lowest. Functions of their own, as the loops of `masks.ts`. */
function rankPlaces(
  values: Float64Array,
  order: Int32Array,
  { from, end }: Places,
  to: number,
  out: Float64Array,
): void {
  const last = order.length - 1;
  let [before, rank] = [NaN, 0];
  for (let place = last - end + 1; place <= last - from; place++) {
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

/** How many ranks there are. */
function countThere(ranks: Float64Array): number {
  let count = 0;
  for (let row = 0; row < ranks.length; row++) if (ranks[row]! >= 0) count++; // row < length
  return count;
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
