import type { CellValue } from "../snapshot";
import { valueType } from "./valueType";

export interface SortKey {
  /** Counted from the area's first column. */
  column: number;
  isAscending: boolean;
}

/**
 * The order in which Excel would put the rows: numbers, texts, FALSE, TRUE, errors; reversed when descending; blanks last
 * either way; equal rows stay as they were. Texts compare without regard to case unless `matchCase`.
 */
export function sortOrder(rows: CellValue[][], keys: readonly SortKey[], matchCase: boolean): number[] {
  const order = rows.map((_, row) => row);
  const compareText = new Intl.Collator("en", { sensitivity: matchCase ? "variant" : "accent" }).compare;
  return order.sort((a, b) => {
    for (const { column, isAscending } of keys) {
      const difference = compare(rows[a]?.[column] ?? "", rows[b]?.[column] ?? "", isAscending, compareText);
      if (difference !== 0) return difference;
    }
    return a - b;
  });
}

const RANK = { Double: 0, String: 1, Boolean: 2, Error: 3, Empty: 4 } as const;

function compare(
  a: CellValue,
  b: CellValue,
  isAscending: boolean,
  compareText: (a: string, b: string) => number,
): number {
  const [rankA, rankB] = [RANK[valueType(a)], RANK[valueType(b)]];
  if (rankA === RANK.Empty || rankB === RANK.Empty) return rankA - rankB;
  const direction = isAscending ? 1 : -1;
  if (rankA !== rankB) return (rankA - rankB) * direction;
  if (rankA === RANK.Error) return 0;
  const difference = typeof a === "string" ? compareText(a, String(b)) : Number(a) - Number(b);
  return difference * direction;
}
