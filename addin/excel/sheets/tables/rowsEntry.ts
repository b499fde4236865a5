import * as z from "zod";

/**
 * What a change to rows of our sheets is noted down as, before its first cell: enough to take it back by the keys of the
 * rows, wherever they were sorted to since.
 */

/** What makes a cell hold again what it held: a number, a truth, or text as it would be typed, a formula too. */
const typed = z.union([z.string(), z.number(), z.boolean()]);

/**
 * Rows are told by their cells under these headers (`keyOfCells`). One in which people have filled in a cell that came as
 * `blank` says stays.
 */
const added = z.strictObject({
  headers: z.array(z.string()),
  keys: z.array(z.string()),
  blank: z.array(z.strictObject({ header: z.string(), cell: typed })),
});

const updatedCell = z.strictObject({ header: z.string(), before: typed, after: typed });

const changedTable = z.strictObject({
  name: z.string(),
  /** Rows below the header before; 0 where the table was not there, or all of it blank. */
  rows: z.number(),
  /** The rows that came: every row with one of these keys; null where none did. */
  added: added.nullable(),
  /** Headers of all columns of the table, the analyst's too, and the rows that went, each with its place below the header. */
  headers: z.array(z.string()),
  removed: z.array(z.strictObject({ at: z.number(), cells: z.array(typed) })),
  /** Headers of the key, and the cells that changed in the row with it. */
  key: z.array(z.string()),
  updated: z.array(z.strictObject({ key: z.string(), cells: z.array(updatedCell) })),
});
export type ChangedTable = z.output<typeof changedTable>;

export const rowsEntry = z.strictObject({
  format: z.literal(1),
  kind: z.literal("sheet-rows"),
  runId: z.string(),
  /** The sheet of all these tables. Where the change made it: every text that it wrote there beside the rows. */
  sheet: z.strictObject({ name: z.string(), created: z.strictObject({ words: z.array(z.string()) }).nullable() }),
  tables: z.array(changedTable),
});
export type RowsEntry = z.output<typeof rowsEntry>;
