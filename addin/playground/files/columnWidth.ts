import type { CellValue } from "../host/snapshot";

/** Width of a digit of Calibri 11, the default font, in pixels. */
const DIGIT = 7;

/** Excel's width in characters of the default font, as files hold it, in pixels (ECMA-376 part 1, 18.3.1.13). */
export function widthInPixels(width: number): number {
  return Math.trunc(((256 * width + Math.trunc(128 / DIGIT)) / 256) * DIGIT);
}

/** What Excel leaves free beside a text, and its width of a column that nobody has made wider. */
const [PADDING, STANDARD] = [5, 64];
/** A long text may run over into its neighbour. */
const WIDEST = 240;

/** Widths in pixels that some rows need, by column; those for which the standard width does are not among them. */
export function widthsFor(rows: readonly (readonly CellValue[])[]): Record<number, number> {
  const longest: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => (longest[column] = Math.max(longest[column] ?? 0, String(cell).length)));
  }
  const widths = longest.map((characters) => Math.min(WIDEST, (characters + 1) * DIGIT + PADDING));
  return Object.fromEntries(Object.entries(widths).filter(([, width]) => width > STANDARD));
}

/** The inverse: 64 pixels are 9.140625. */
export function widthInCharacters(pixels: number): number {
  return Math.trunc((pixels / DIGIT) * 256) / 256;
}
