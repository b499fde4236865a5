import { sortByWords } from "./wordSort";

/** Runs up to this length are put in order one by one. */
const SHORT = 24;

/**
 * Rows in order of a number; where numbers are equal they stay in the order given. Rows with a missing number must not be
 * given; the two zeros are one.
 *
 * A double compares as its bits do, but for the sign: they are sorted by the upper half, which tells most of them apart,
 * and runs that have it in common by the lower one.
 */
export function sortRows(rows: Int32Array, values: Float64Array, direction: "desc" | "asc"): Int32Array {
  const order = rows.slice();
  const words = wordsOf(order, values, direction, UPPER);
  sortByWords(order, words);
  let start = 0;
  for (let i = 1; i <= order.length; i++) {
    if (i < order.length && words[i] === words[start]) continue;
    if (i - start > 1 && areApart(order, start, i, values)) sortRun(order.subarray(start, i), values, direction);
    start = i;
  }
  return order;
}

const [LOWER, UPPER] = [0, 1];

/** The upper or lower half of each number as a word that compares as the numbers do, where the other half is equal. */
function wordsOf(rows: Int32Array, values: Float64Array, direction: "desc" | "asc", half: number): Uint32Array {
  const halves = new Uint32Array(values.buffer, values.byteOffset, 2 * values.length); // the lower one first, as on every machine there is
  const words = new Uint32Array(rows.length);
  const turned = direction === "desc" ? -1 : 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!; // i < length, and every row has a value
    const word = values[row] === 0 ? 0 : halves[2 * row + half]!; // minus zero is zero
    const rising = values[row]! < 0 ? ~word : half === UPPER ? word | 0x80000000 : word; // below zero bits grow downwards
    words[i] = rising ^ turned;
  }
  return words;
}

/** Whether a run holds different numbers. */
function areApart(order: Int32Array, from: number, to: number, values: Float64Array): boolean {
  const first = values[order[from]!]; // from < to <= length
  for (let i = from + 1; i < to; i++) if (values[order[i]!] !== first) return true; // likewise
  return false;
}

/** Puts a run whose upper halves are equal in order. */
function sortRun(run: Int32Array, values: Float64Array, direction: "desc" | "asc"): void {
  if (run.length > SHORT) return sortByWords(run, wordsOf(run, values, direction, LOWER));
  const sign = direction === "asc" ? 1 : -1;
  for (let i = 1; i < run.length; i++) {
    const row = run[i]!; // i < length
    const value = sign * values[row]!; // every row has a value
    let at = i;
    while (at > 0 && sign * values[run[at - 1]!]! > value) run[at] = run[--at]!; // likewise
    run[at] = row;
  }
}
