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
