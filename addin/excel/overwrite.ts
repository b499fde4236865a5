import type { CellValue } from "../../engine/index";
import { inBlocks, type Progress } from "./blocks";
import { ownCells, rangeOf } from "./cells";
import { Refusal } from "./problem";
import type { ColumnMark } from "./record";
import type { Source } from "./source";
import { cellText } from "./text";

/** What goes into one of our columns. Rows count from 0 below the header. */
export interface ColumnWrite {
  readonly mark: ColumnMark;
  /** Nothing of ours stands in it yet: what is found there is somebody else's, a formula perhaps. */
  readonly isNew: boolean;
  /** Rows to write, ascending. */
  readonly rows: ArrayLike<number>;
  /** What must stand in such a row right before, and what stands there after. */
  before(row: number): CellValue;
  after(row: number): CellValue;
}

export interface Overwrite {
  readonly source: Source;
  /** Where the accounts stand, and whether a cell there is still the account that a row was planned for. */
  readonly keyPosition: number;
  isAccount(row: number, cell: CellValue): boolean;
  readonly columns: readonly ColumnWrite[];
  /** Queues what is to be written together with the first block; again where that has to be sent again. */
  readonly alongside?: () => void;
}

/**
 * Writes cells of our columns in blocks. Each block's request first reads what stands there, so that nothing slips in
 * between looking and writing: where rows have moved or somebody typed into a cell, the block is put back as it was
 * and `rows-moved` or `target-edited` is thrown. Earlier blocks stay written.
 */
export async function overwrite(
  context: Excel.RequestContext,
  { source, keyPosition, isAccount, columns, alongside }: Overwrite,
  progress: Progress = {},
): Promise<void> {
  const cursors = columns.map((column) => ({ column, next: 0 }));
  await inBlocks(
    source.rows,
    3 * columns.length + 1, // each column is read twice over and written
    async (from, count) => {
      if (from === 0) alongside?.();
      const steps = cursors.flatMap((cursor) => {
        let end = cursor.next;
        while ((cursor.column.rows[end] ?? Infinity) < from + count) end++;
        const rows = Array.from({ length: end - cursor.next }, (_, i) => cursor.column.rows[cursor.next + i] ?? 0);
        return rows.length > 0 ? [{ cursor, end, rows }] : [];
      });
      if (steps.length === 0) return;
      const top = Math.min(...steps.map(({ rows }) => rows[0] ?? from));
      const height = Math.max(...steps.map(({ rows }) => rows.at(-1) ?? top)) - top + 1;
      const accounts = rangeOf(context, source, top, height, keyPosition, 1);
      accounts.load("values");
      const found = steps.map(({ cursor: { column }, rows }) => {
        const there = ownCells(context, source, column.mark, top, height);
        there.load(column.isNew ? "values, formulas" : "values");
        const cells = ownCells(context, source, column.mark, top, height);
        cells.values = typedRows(top, height, rows, (row) => typed(column.after(row)));
        return there;
      });
      await context.sync();

      const hasMoved = steps.some(({ rows }) =>
        rows.some((row) => !isAccount(row, (accounts.values[row - top]?.[0] ?? "") as CellValue)),
      );
      const isEdited = steps.some(({ cursor: { column }, rows }, i) =>
        rows.some((row) => {
          const cell: unknown = found[i]?.values[row - top]?.[0];
          // A block that comes again, because the answer was too large, was written the first time.
          return cell !== column.before(row) && cell !== column.after(row);
        }),
      );
      if (hasMoved || isEdited) {
        steps.forEach(({ cursor: { column }, rows }, i) => {
          const cells = ownCells(context, source, column.mark, top, height);
          cells.values = typedRows(top, height, rows, (row) => typedAgain(found[i], row - top, column.isNew));
        });
        await context.sync();
        throw new Refusal(hasMoved ? "rows-moved" : "target-edited", { sheet: source.sheet.name });
      }
      steps.forEach(({ cursor, end }) => (cursor.next = end)); // a block that was refused as too large comes again
    },
    progress,
  );
}

/** Values for a block in which only some rows are written; the others are passed over, which `null` means to Excel. */
function typedRows(top: number, height: number, rows: readonly number[], typedAt: (row: number) => CellValue) {
  const values: (CellValue | null)[][] = Array.from({ length: height }, () => [null]);
  for (const row of rows) values[row - top] = [typedAt(row)];
  return values;
}

/** What a cell held, formula or value, in the form that puts it back. */
function typedAgain(range: Excel.Range | undefined, at: number, withFormulas: boolean): CellValue {
  const value = (range?.values[at]?.[0] ?? "") as CellValue;
  const formula: unknown = withFormulas ? range?.formulas[at]?.[0] : value;
  return typeof formula === "string" && formula.startsWith("=") && formula !== value ? formula : typed(value);
}

/** A value in the form that makes Excel keep it. */
function typed(value: CellValue): CellValue {
  return typeof value === "string" ? cellText(value) : value;
}
