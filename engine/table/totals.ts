import type { TextCells } from "./column";
import { fold } from "./fold";
import { LevelSums } from "./levelSums";
import { RowKind, type ReadRows, type RowKinds } from "./rowKinds";
import { totalLabel, type TotalLabel } from "./totalWords";

/**
 * Marks the rows that sum up others, below the rows they sum up or above them, in groups and for the whole table.
 *
 * A row is a total where
 * - its name is a word for it, alone, and one of its numbers is the sum of two rows or more, or all of them those of one;
 *   "Grand Total" needs no proof, and the last row of the table none but a number that is larger than every account's (a
 *   company named Total that comes last in the alphabet has an account's number);
 * - its name is such a word with the name of the group it closes ("Acme Total" below Acme, "North Total" below a row of
 *   the region North), and one of its numbers is the sum;
 * - it names nobody, all of its numbers are sums of two rows or more, and it stands where a total does: at the end of
 *   the table or before a blank row. One in the midst of accounts counts only where a later total does without it.
 */
export function markTotals(rows: ReadRows, kinds: RowKinds): void {
  const candidates = candidatesOf(rows, kinds);
  if (candidates.rows.length === 0) return;
  const both = (others: "out" | "in") => {
    markSums(rows, kinds, candidates, { direction: 1, others });
    markSums(rows, kinds, candidates, { direction: -1, others });
  };
  // Rows with a total's name first count as totals, whatever their numbers: one at the top must not spoil the sums of
  // those below it. What is left of them are accounts, and part of every sum.
  if (candidates.labels.some((label) => label !== null)) both("out");
  markByPlace(rows, kinds, candidates);
  both("in");
}

/** Rows that may be totals, from the top, and what their names say; null where one names nobody. */
interface Candidates {
  readonly rows: readonly number[];
  readonly labels: readonly (TotalLabel | null)[];
}

function candidatesOf({ accounts, texts }: ReadRows, kinds: RowKinds): Candidates {
  const labelOfKey = new Map<number, TotalLabel>();
  accounts.keys.forEach((key, code) => {
    const label = totalLabel(key);
    if (label) labelOfKey.set(code, label);
  });
  const found: number[] = [];
  const labels: (TotalLabel | null)[] = [];
  for (let row = 0; row < kinds.length; row++) {
    if (kinds[row] === RowKind.unnamed) {
      found.push(row);
      labels.push(firstLabel(texts, row));
    } else if (labelOfKey.size > 0 && kinds[row] === RowKind.account) {
      const label = labelOfKey.get(accounts.codes[row] ?? -1);
      if (label && found.push(row)) labels.push(label);
    }
  }
  return { rows: found, labels };
}

/** In a row that names nobody the word may stand in another column, mostly that of the group. */
function firstLabel(columns: readonly TextCells[], row: number): TotalLabel | null {
  for (const { texts } of columns) {
    const text = texts[row];
    const label = text === undefined ? null : totalLabel(fold(text));
    if (label) return label;
  }
  return null;
}

interface Way {
  /** 1: totals stand below what they sum up. -1: above. */
  readonly direction: 1 | -1;
  /** Whether rows that have a total's name, and no total's numbers, are part of the sums. */
  readonly others: "out" | "in";
}

/** Once more where rows looked like totals and nothing bore it out: as accounts they may be part of other sums. */
function markSums(rows: ReadRows, kinds: RowKinds, candidates: Candidates, way: Way): void {
  const unproven = markProven(rows, kinds, candidates, way, new Set());
  if (unproven.size > 0) markProven(rows, kinds, candidates, way, unproven);
}

/** Marks the rows that are sums; gives back those that may be, for nothing but their numbers. */
function markProven(
  rows: ReadRows,
  kinds: RowKinds,
  candidates: Candidates,
  { direction, others }: Way,
  barred: ReadonlySet<number>,
): Set<number> {
  const sums = new LevelSums(rows.numbers);
  const found: number[] = [];
  let proven = 0;
  let above = -1; // the last row that was no total and not blank
  let next = direction > 0 ? 0 : kinds.length;
  for (let i = 0; i < candidates.rows.length; i++) {
    const at = direction > 0 ? i : candidates.rows.length - 1 - i;
    const row = candidates.rows[at]!; // 0 <= at < length
    const label = candidates.labels[at] ?? null;
    const [from, to] = direction > 0 ? [next, row] : [row + 1, next];
    sums.add(from, to);
    above = lastFilled(kinds, from, to, direction) ?? above;
    next = direction > 0 ? row + 1 : row;

    const isKnown = kinds[row] === RowKind.total;
    const isNamed = isKnown || (label !== null && (label.of === "" || isGroup(label.of, above, rows)));
    const level = barred.has(row) ? -1 : levelOf(sums, row, isNamed ? (label?.of === "" ? "word" : "group") : "number");
    if (level >= 0 && (isNamed || kinds[row] === RowKind.unnamed)) {
      sums.close(level);
      found.push(row);
      if (isNamed || isAtEnd(kinds, row + direction)) proven = found.length; // and all before it, which its sum leaves out
    } else if (!isKnown && (label === null || others === "in")) {
      sums.add(row, row + 1);
      above = row;
    }
  }
  for (const row of found.slice(0, proven)) kinds[row] = RowKind.total;
  return new Set(found.slice(proven));
}

/** The more a row's name says, the less its numbers must. A total may have an average beside its sum. */
function levelOf(sums: LevelSums, row: number, evidence: "word" | "group" | "number"): number {
  if (evidence === "group") return sums.levelOf(row, 1, "one");
  const level = sums.levelOf(row, 2, evidence === "word" ? "one" : "all");
  return level < 0 && evidence === "word" ? sums.levelOf(row, 1, "all") : level;
}

function isAtEnd(kinds: RowKinds, next: number): boolean {
  const kind = kinds[next];
  return kind === undefined || kind === RowKind.blank || kind === RowKind.total;
}

/** Whether a row has the name of a group, as its account or in another text. */
function isGroup(name: string, row: number, { accounts, texts }: ReadRows): boolean {
  if (accounts.keys[accounts.codes[row] ?? -1] === name) return true;
  return texts.some((column) => fold(column.texts[row] ?? "") === name);
}

function lastFilled(kinds: RowKinds, from: number, to: number, direction: 1 | -1): number | null {
  const [first, past] = direction > 0 ? [to - 1, from - 1] : [from, to];
  for (let row = first; row !== past; row -= direction) if (kinds[row] !== RowKind.blank) return row;
  return null;
}

/** "Grand Total" anywhere, and a total's name in the last row that is filled. */
function markByPlace(rows: ReadRows, kinds: RowKinds, { rows: at, labels }: Candidates): void {
  const last = lastFilled(kinds, 0, kinds.length, 1);
  at.forEach((row, i) => {
    const label = labels[i];
    if (!label || label.of !== "" || kinds[row] === RowKind.total) return;
    if (label.isGrand || (row === last && isAboveAll(row, rows, kinds))) kinds[row] = RowKind.total;
  });
}

/** One of its numbers is larger than that of every other row; or it has none, and there are others. */
function isAboveAll(row: number, { numbers }: ReadRows, kinds: RowKinds): boolean {
  let isNumber = false;
  for (const column of numbers) {
    const own = Math.abs(column[row] ?? NaN);
    if (!(own > 0)) continue;
    isNumber = true;
    let largest = 0;
    for (let other = 0; other < kinds.length; other++) {
      if (other !== row && kinds[other] !== RowKind.total) largest = Math.max(largest, Math.abs(column[other] || 0)); // NaN is none
    }
    if (largest > 0 && own > largest) return true;
  }
  return !isNumber && kinds.some((kind, other) => other !== row && kind !== RowKind.blank);
}
