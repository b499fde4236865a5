import { fresh, type Buffers } from "../workspace";
import { sortPairs } from "../sortPairs";

/** Runs up to this length are put in order one by one. */
const SHORT = 24;

type Direction = "desc" | "asc";

/**
 * Rows in order of a number; where numbers are equal they stay in the order given. Rows with a missing number must not be
 * given; the two zeros are one.
 *
 * A double compares as its bits do, but for the sign: they are sorted by the upper half, which tells most of them apart,
 * and runs that have it in common by the lower one. Whole numbers and quarters, up to a hundred thousand and more, have nothing there.
 */
export function sortRows(
  rows: Int32Array,
  values: Float64Array,
  direction: Direction,
  buffers: Buffers = fresh,
): Int32Array {
  const order = buffers.ints(rows.length);
  const [pairs, spare] = [buffers.words(2 * rows.length), buffers.words(2 * rows.length)];
  pairUp(rows, values, direction, UPPER, pairs);
  const sorted = sortPairs(pairs, spare);
  takeRows(sorted, order);
  if (haveLowerHalves(rows, values)) sortRuns(sorted, order, values, direction);
  buffers.giveBack(pairs, spare);
  return order;
}

const [LOWER, UPPER] = [0, 1];

/** Each row behind the upper or lower half of its number, as a word that compares as the numbers do where the other half is equal. */
function pairUp(rows: Int32Array, values: Float64Array, direction: Direction, half: number, into: Uint32Array): void {
  const halves = new Uint32Array(values.buffer, values.byteOffset, 2 * values.length); // the lower one first, as on every machine there is
  const turned = direction === "desc" ? -1 : 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!; // i < length, and every row has a value
    const word = values[row] === 0 ? 0 : halves[2 * row + half]!; // minus zero is zero
    const rising = values[row]! < 0 ? ~word : half === UPPER ? word | 0x80000000 : word; // below zero bits grow downwards
    into[2 * i] = rising ^ turned;
    into[2 * i + 1] = row;
  }
}

function takeRows(pairs: Uint32Array, into: Int32Array): void {
  for (let i = 0; i < into.length; i++) into[i] = pairs[2 * i + 1]!; // there are as many pairs
}

/** Whether the lower half of any of the numbers says anything. */
function haveLowerHalves(rows: Int32Array, values: Float64Array): boolean {
  const halves = new Uint32Array(values.buffer, values.byteOffset, 2 * values.length);
  for (let i = 0; i < rows.length; i++) if (halves[2 * rows[i]! + LOWER] !== 0) return true; // i < length
  return false;
}

/** Puts runs whose upper halves are equal in order. */
function sortRuns(pairs: Uint32Array, order: Int32Array, values: Float64Array, direction: Direction): void {
  let start = 0;
  for (let end = runEnd(pairs, 0); start < order.length; start = end, end = runEnd(pairs, end)) {
    if (end - start > 1 && areApart(order, start, end, values)) sortRun(order.subarray(start, end), values, direction);
  }
}

/** Where the run of equal words ends that begins at a pair. */
function runEnd(pairs: Uint32Array, start: number): number {
  let end = start + 1;
  while (2 * end < pairs.length && pairs[2 * end] === pairs[2 * start]) end++;
  return end;
}

/** Whether a run holds different numbers. */
function areApart(order: Int32Array, from: number, to: number, values: Float64Array): boolean {
  const first = values[order[from]!]; // from < to <= length
  for (let i = from + 1; i < to; i++) if (values[order[i]!] !== first) return true; // likewise
  return false;
}

/** Puts one of them in order. */
function sortRun(run: Int32Array, values: Float64Array, direction: Direction): void {
  if (run.length > SHORT) {
    const pairs = new Uint32Array(2 * run.length);
    pairUp(run, values, direction, LOWER, pairs);
    return takeRows(sortPairs(pairs, new Uint32Array(pairs.length)), run);
  }
  const sign = direction === "asc" ? 1 : -1;
  for (let i = 1; i < run.length; i++) {
    const row = run[i]!; // i < length
    const value = sign * values[row]!; // every row has a value
    let at = i;
    while (at > 0 && sign * values[run[at - 1]!]! > value) run[at] = run[--at]!; // likewise
    run[at] = row;
  }
}
