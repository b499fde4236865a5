import type { Area } from "../snapshot";

export const SHEET_ROWS = 1_048_576;
export const SHEET_COLUMNS = 16_384;

export const WHOLE_SHEET: Area = { row: 0, column: 0, rows: SHEET_ROWS, columns: SHEET_COLUMNS };

/** The cells that two areas share, or null. */
export function intersect(a: Area, b: Area): Area | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

/** The smallest area around both. */
export function bounding(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  const rows = Math.max(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.max(a.column + a.columns, b.column + b.columns) - column;
  return { row, column, rows, columns };
}

export function contains(outer: Area, inner: Area): boolean {
  return (
    outer.row <= inner.row &&
    outer.column <= inner.column &&
    outer.row + outer.rows >= inner.row + inner.rows &&
    outer.column + outer.columns >= inner.column + inner.columns
  );
}

export function sameArea(a: Area, b: Area): boolean {
  return a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
}

/** What is left of `area` without `hole`: at most four areas, none overlapping. */
export function subtract(area: Area, hole: Area): Area[] {
  const cut = intersect(area, hole);
  if (!cut) return [area];
  const bottom = cut.row + cut.rows;
  const right = cut.column + cut.columns;
  const pieces: Area[] = [
    { ...area, rows: cut.row - area.row },
    { ...area, row: bottom, rows: area.row + area.rows - bottom },
    { row: cut.row, rows: cut.rows, column: area.column, columns: cut.column - area.column },
    { row: cut.row, rows: cut.rows, column: right, columns: area.column + area.columns - right },
  ];
  return pieces.filter((piece) => piece.rows > 0 && piece.columns > 0);
}

export const cellAt = (row: number, column: number): Area => ({ row, column, rows: 1, columns: 1 });

export const cellCount = (area: Area): number => area.rows * area.columns;

/** Whole rows: from the first column to the last. */
export const isEntireRow = (area: Area): boolean => area.column === 0 && area.columns === SHEET_COLUMNS;

/** Whole columns: from the first row to the last. */
export const isEntireColumn = (area: Area): boolean => area.row === 0 && area.rows === SHEET_ROWS;

export const isOnSheet = (area: Area): boolean => area.rows > 0 && area.columns > 0 && contains(WHOLE_SHEET, area);

/** Only the four numbers of a record that is also an area. */
export const areaOf = ({ row, column, rows, columns }: Area): Area => ({ row, column, rows, columns });
