import { BooleanNumber } from "@univerjs/core";
import type { Axis } from "../model/sheetParts";
import type { SheetData } from "./sheetData";

/** Points to the pixels that rows are kept in, at 96 to the inch. */
export const PIXELS_PER_POINT = 4 / 3;

/** Of points, so that 15.6 does not come back as 15.599999999999998. */
const DIGITS = 9;

/** Sizes that somebody set: columns in pixels, rows in points. Rows that grew with their text are not among them. */
export function sizesOf(data: SheetData, axis: Axis): Map<number, number> {
  const lines = axis === "rows" ? data.rows : data.columns;
  const sizes = new Map<number, number>();
  for (const key of Object.keys(lines)) {
    const size = sizeOfLine(data, axis, Number(key));
    if (size !== undefined) sizes.set(Number(key), size);
  }
  return sizes;
}

export function sizeOfLine(data: SheetData, axis: Axis, number: number): number | undefined {
  if (axis === "columns") return data.columns[number]?.w ?? undefined;
  const row = data.rows[number];
  if (row?.h === undefined || row.ia === BooleanNumber.TRUE) return undefined;
  return Number((row.h / PIXELS_PER_POINT).toFixed(DIGITS));
}

export function setSizes(data: SheetData, axis: Axis, first: number, count: number, size: number | null): void {
  const numbers = Array.from({ length: count }, (_, index) => first + index);
  if (axis === "columns") {
    const columnData = Object.fromEntries(numbers.map((column) => [column, { w: size ?? undefined }]));
    data.run("sheet.mutation.set-col-data", { columnData });
  } else {
    const height = size === null ? {} : { h: size * PIXELS_PER_POINT, ia: BooleanNumber.FALSE };
    const rowData = Object.fromEntries(numbers.map((row) => [row, { h: undefined, ia: undefined, ...height }]));
    data.run("sheet.mutation.set-row-data", { rowData });
  }
  redraw(data);
}

/** Not those that a table's filter hides. */
export function hiddenLines(data: SheetData, axis: Axis): Set<number> {
  const lines = axis === "rows" ? data.rows : data.columns;
  const isHidden = (key: string): boolean => lines[Number(key)]?.hd === BooleanNumber.TRUE;
  return new Set(Object.keys(lines).filter(isHidden).map(Number));
}

export function setHiddenLines(data: SheetData, axis: Axis, first: number, count: number, isHidden: boolean): void {
  const { rows, columns } = data.size;
  const last = first + count - 1;
  const range =
    axis === "rows"
      ? { startRow: first, endRow: last, startColumn: 0, endColumn: columns - 1 }
      : { startRow: 0, endRow: rows - 1, startColumn: first, endColumn: last };
  const what = axis === "rows" ? "row" : "col";
  data.run(`sheet.mutation.set-${what}-${isHidden ? "hidden" : "visible"}`, { ranges: [range] });
}

/** Sizes given as data are not looked at before the grid is laid out anew. */
function redraw(data: SheetData): void {
  data.run("sheet.mutation.set-worksheet-row-count", { rowCount: data.size.rows });
}
