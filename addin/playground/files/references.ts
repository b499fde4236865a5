import type { Area } from "../host/snapshot";
import { MAX_COLUMNS, MAX_ROWS } from "./limits";

/** `"B2:C9"`, `"$B$2"`, `"B:C"` or `"2:9"` as an area; `null` when it is none of them. */
export function parseArea(reference: string): Area | null {
  const match = /^\$?([A-Za-z]{0,3})\$?(\d*)(?::\$?([A-Za-z]{0,3})\$?(\d*))?$/.exec(reference);
  if (!match) return null;
  const [, left = "", top = "", right = left, bottom = top] = match;
  if (left + top === "" || (left === "") !== (right === "") || (top === "") !== (bottom === "")) return null;
  const column = left ? columnNumber(left) : 0;
  const lastColumn = right ? columnNumber(right) : MAX_COLUMNS - 1;
  const row = top ? Number(top) - 1 : 0;
  const lastRow = bottom ? Number(bottom) - 1 : MAX_ROWS - 1;
  return { row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
}

/** The areas of a list divided by spaces, as in `sqref`. */
export function parseAreas(references: string): Area[] {
  return references
    .split(/\s+/)
    .map(parseArea)
    .filter((area) => area !== null);
}

/** `"B2:C9"`, or `"B2"` for one cell. */
export function areaName({ row, column, rows, columns }: Area): string {
  const first = cellName(row, column);
  return rows === 1 && columns === 1 ? first : `${first}:${cellName(row + rows - 1, column + columns - 1)}`;
}

export function cellName(row: number, column: number): string {
  return columnLetters(column) + (row + 1);
}

/** Column 0 is `"A"`, column 26 is `"AA"`. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

export function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** A sheet name as formulas write it: `'Q1 ''26'!`. Always quoted, which Excel accepts for every name. */
export function quotedSheet(name: string): string {
  return `'${name.replace(/'/g, "''")}'`;
}

export function contains(area: Area, row: number, column: number): boolean {
  return row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
}
