import { LevelSums } from "./levelSums";
import { RowKind, type ReadRows, type RowKinds } from "./rowKinds";
import { candidatesOf, isOfGroup, type Candidates } from "./totalCandidates";
import { markByPlace } from "./totalsByPlace";

/**
 * Marks the rows that sum up others, below the rows they sum up or above them, in groups and for the whole table.
 *
 * A row is a total where
 * - its name is a word for it, alone, and one of its numbers is the sum of two rows or more, or all of them those of one
 *   row; or where its place says so (`markByPlace`);
 * - its name is such a word with the name of the group it closes ("Acme Total" below Acme, "North Total" below a row of
 *   the region North), and one of its numbers is the sum;
 * - it names nobody, all of its numbers are sums of two rows or more, and it stands where a total does, at the end of
 *   the table or before a blank row. In the midst of accounts it is one only where a later total leaves it out.
 *
 * So a company named Total stays an account, and so does "Total Wine & More" whatever its numbers are.
 */
export function markTotals(rows: ReadRows, kinds: RowKinds): { readonly wereInDoubt: boolean } {
  const candidates = candidatesOf(rows, kinds);
  if (candidates.rows.length === 0) return { wereInDoubt: false };
  const both = (others: "out" | "in") => {
    markSums(rows, kinds, candidates, { direction: 1, others });
    markSums(rows, kinds, candidates, { direction: -1, others });
  };
  // First only rows with a total's name are looked at, and every row in doubt is left out of the sums: neither a total at
  // the top nor a count below a subtotal must spoil those that follow. What is left then is a part of every sum.
  if (candidates.labels.some((label) => label !== null)) both("out");
  markByPlace(rows, kinds, candidates);
  both("in");
  return { wereInDoubt: true };
}

interface Way {
  /** 1: totals stand below what they sum up. -1: above. */
  readonly direction: 1 | -1;
  /** Whether rows that have a total's name and no total's numbers, or no name at all, are part of the sums. */
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
  let before = -1; // the last row that was no total and not blank
  let next = direction > 0 ? 0 : kinds.length;
  for (let i = 0; i < candidates.rows.length; i++) {
    const at = direction > 0 ? i : candidates.rows.length - 1 - i;
    const row = candidates.rows[at]!; // 0 <= at < length
    const label = candidates.labels[at] ?? null;
    const [from, to] = direction > 0 ? [next, row] : [row + 1, next];
    sums.add(from, to);
    before = lastFilled(kinds, from, to, direction) ?? before;
    next = direction > 0 ? row + 1 : row;

    const isTotal = kinds[row] === RowKind.total;
    if (others === "out" && label === null && !isTotal) continue;
    const isWord = label?.of === "";
    const isNamed = isTotal || isWord || (label !== null && isOfGroup(label.of, before, rows));
    const sum = barred.has(row) ? null : sumAt(sums, row, isNamed, isWord);
    if (sum && (isNamed || kinds[row] === RowKind.unnamed)) {
      sums.close(sum.level);
      found.push(row);
      // It proves all that came before it as well, since its sum leaves them out.
      if (isNamed || (sum.isOfMany && isAtEnd(kinds, row + direction))) proven = found.length;
    } else if (!isTotal && others === "in") {
      sums.add(row, row + 1);
      before = row;
    }
  }
  for (const row of found.slice(0, proven)) kinds[row] = RowKind.total;
  return new Set(found.slice(proven));
}

/** What a row is the sum of. The more its name says, the less its numbers must: beside a sum a total may have an average. */
function sumAt(
  sums: LevelSums,
  row: number,
  isNamed: boolean,
  isWord: boolean,
): { level: number; isOfMany: boolean } | null {
  const ofMany = sums.levelOf(row, 2, isNamed ? "one" : "all");
  if (ofMany >= 0) return { level: ofMany, isOfMany: true };
  const ofOne = sums.levelOf(row, 1, isNamed && !isWord ? "one" : "all");
  return ofOne >= 0 ? { level: ofOne, isOfMany: false } : null;
}

function isAtEnd(kinds: RowKinds, next: number): boolean {
  const kind = kinds[next];
  return kind === undefined || kind === RowKind.blank || kind === RowKind.total;
}

/** The row of a stretch that was gone through last and is not blank. */
function lastFilled(kinds: RowKinds, from: number, to: number, direction: 1 | -1): number | null {
  const [first, past] = direction > 0 ? [to - 1, from - 1] : [from, to];
  for (let row = first; row !== past; row -= direction) if (kinds[row] !== RowKind.blank) return row;
  return null;
}
