/** The letters of a column counted from zero: 0 is A, 16383 is XFD. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}

/** A cell as people name it, counted from zero: (0, 0) is A1. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

export const LAST_COLUMN = 16_383;
export const LAST_ROW = 1_048_575;

/** Rows and columns of an address, counted from zero, ends included. */
export interface Cells {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** Reads an address as Excel gives it in its events: `B5`, `$B$5:C9`, `5:7`, `B:C`, with or without a sheet; else null. */
export function cellsOfAddress(address: string): Cells | null {
  const [from = "", to = from] = address.slice(address.lastIndexOf("!") + 1).split(":");
  const [start, end] = [corner(from), corner(to)];
  if (!start || !end) return null;
  return {
    firstRow: start.row ?? 0,
    lastRow: end.row ?? LAST_ROW,
    firstColumn: start.column ?? 0,
    lastColumn: end.column ?? LAST_COLUMN,
  };
}

/** null is "all": `5` has no column, `B` no row. */
function corner(text: string): { row: number | null; column: number | null } | null {
  const parts = /^\$?([A-Z]{1,3})?\$?(\d{1,7})?$/i.exec(text.trim());
  if (!parts || text.trim() === "") return null;
  const [, letters, digits] = parts;
  const column = letters === undefined ? null : columnOf(letters.toUpperCase());
  return { row: digits === undefined ? null : Number(digits) - 1, column };
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
