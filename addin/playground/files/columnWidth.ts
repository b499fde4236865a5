/** Width of a digit of Calibri 11, the default font, in pixels. */
const DIGIT = 7;

/** Excel's width in characters of the default font, as files hold it, in pixels (ECMA-376 part 1, 18.3.1.13). */
export function widthInPixels(width: number): number {
  return Math.trunc(((256 * width + Math.trunc(128 / DIGIT)) / 256) * DIGIT);
}

/** The inverse: 64 pixels are 9.140625. */
export function widthInCharacters(pixels: number): number {
  return Math.trunc((pixels / DIGIT) * 256) / 256;
}
