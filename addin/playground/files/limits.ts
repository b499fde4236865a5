/** Most bytes that all parts of one file may unpack to: a workbook of a million rows stays under it, a zip bomb does not. */
export const MAX_UNPACKED_BYTES = 1 << 30;

/** Most bytes of one part that is held as one text (strings, styles, the workbook part). */
export const MAX_TEXT_BYTES = 256 << 20;

/** Most cells of one sheet counting the blanks between them, so that two far corners cannot fill the memory. */
export const MAX_CELLS = 20_000_000;

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** Excel's longest text in a cell, in UTF-16 units. */
export const MAX_CELL_TEXT = 32_767;
