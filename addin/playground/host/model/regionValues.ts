import type { Area, Validation } from "../snapshot";
import type { CellFormat } from "../workbook";

export function isSameFormat(a: CellFormat, b: CellFormat): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof CellFormat>; // both are CellFormats
  for (const key of keys) if (a[key] !== b[key]) return false;
  return true;
}

/** Both have their members in the same order. */
export function isSameValidation(a: Validation, b: Validation): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** Records that are also areas, as a snapshot lists them. */
export function regionsOf<T extends Area>(records: readonly T[]): { area: Area; value: Omit<T, keyof Area> }[] {
  return records.map(({ row, column, rows, columns, ...value }) => ({ area: { row, column, rows, columns }, value }));
}
