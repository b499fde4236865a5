import { LevelSums } from "./levelSums";
import { RowKind, type ReadRows, type RowKinds } from "./rowKinds";
import type { Candidates } from "./totalCandidates";

/**
 * Marks rows that bear the word for a total alone and are none by the rows above or below them: "Grand Total" anywhere;
 * one that is the sum of all others, as in a table that was sorted with its total in it; and the last row that is
 * filled, where one of its numbers is larger than every other, or it has none. (A company named Total that comes last in
 * the alphabet has an account's number.)
 */
export function markByPlace(rows: ReadRows, kinds: RowKinds, candidates: Candidates): void {
  const open = candidates.rows.filter((row, i) => candidates.labels[i]?.of === "" && kinds[row] !== RowKind.total);
  if (open.length === 0) return;
  const isGrand = new Set(candidates.rows.filter((_, i) => candidates.labels[i]?.isGrand));
  const others = sumOfOthers(rows, kinds, candidates);
  let last = kinds.length - 1;
  while (kinds[last] === RowKind.blank) last--;
  for (const row of open) {
    const isWhole = others.levelOf(row, 2, "one") >= 0;
    if (isGrand.has(row) || isWhole || (row === last && isAboveAll(row, rows, kinds))) kinds[row] = RowKind.total;
  }
}

/** Of all rows but totals and those that bear a total's name. */
function sumOfOthers({ numbers }: ReadRows, kinds: RowKinds, { rows, labels }: Candidates): LevelSums {
  const sums = new LevelSums(numbers);
  let next = 0;
  rows.forEach((row, i) => {
    if (labels[i] === null && kinds[row] !== RowKind.total) return;
    sums.add(next, row);
    next = row + 1;
  });
  sums.add(next, kinds.length);
  return sums;
}

/** Whether one of its numbers is larger than that of every other row, or none of them is that of an account. */
function isAboveAll(row: number, { numbers }: ReadRows, kinds: RowKinds): boolean {
  let isOrdinary = false;
  for (const column of numbers) {
    const own = Math.abs(column[row] ?? NaN);
    if (Number.isNaN(own)) continue;
    let largest = 0;
    for (let other = 0; other < kinds.length; other++) {
      if (other === row || kinds[other] === RowKind.total) continue;
      largest = Math.max(largest, Math.abs(column[other] || 0)); // NaN is none
    }
    if (largest > 0 && own > largest) return true;
    isOrdinary ||= largest > 0;
  }
  return !isOrdinary && kinds.some((kind, other) => other !== row && kind !== RowKind.blank);
}
