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
  const cursors = columns.map((column) => ({ column, next: 0, typed: typedOnce() }));
  await inBlocks(
    source.rows,
    3 * columns.length + 1, // each column is read and written, and writing costs twice as much
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
      const written = steps.map(({ cursor: { column, typed }, rows }) => {
        const there = standing(ownCells(context, source, column.mark, top, height), column);
        const cells = ownCells(context, source, column.mark, top, height);
        cells.values = typedRows(top, height, rows, (row) => typed(column.after(row)));
        return { column, rows, there };
      });
      await context.sync();

      const hasMoved = written.some(({ rows }) =>
        rows.some((row) => !isAccount(row, (accounts.values[row - top]?.[0] ?? "") as CellValue)),
      );
      const isEdited = written.some(({ column, rows, there }) =>
        rows.some((row) => {
          const cell = there.shown(row - top);
          // A block that comes again, because the answer was too large, was written the first time.
          return cell !== column.before(row) && cell !== column.after(row);
        }),
      );
      if (hasMoved || isEdited) {
        written.forEach(({ column, rows, there }) => {
          const cells = ownCells(context, source, column.mark, top, height);
          cells.values = typedRows(top, height, rows, (row) => [there.typed(row - top)]);
        });
        await context.sync();
        throw new Refusal(hasMoved ? "rows-moved" : "target-edited", { sheet: source.sheet.name });
      }
      steps.forEach(({ cursor, end }) => (cursor.next = end)); // a block that was refused as too large comes again
    },
    progress,
  );
}

/** Cells of a column as a request found them: what each shows, and the form that puts it back. */
interface Standing {
  shown(at: number): CellValue;
  typed(at: number): CellValue;
}

/**
 * What stands in some cells of a column, once the request was carried out. A column of ours holds words; in a new one
 * nothing stands, so only what is in use of it is read: somebody's text, or a formula.
 */
function standing(cells: Excel.Range, { isNew }: ColumnWrite): Standing {
  if (!isNew) {
    cells.load("values");
    const shown = (at: number) => (cells.values[at]?.[0] ?? "") as CellValue;
    return { shown, typed: (at) => asTyped(shown(at)) };
  }
  const used = cells.getUsedRangeOrNullObject(true).untrack();
  cells.load("rowIndex");
  used.load("rowIndex, formulas, values");
  const find = (at: number) => {
    const row = used.isNullObject ? -1 : at + cells.rowIndex - used.rowIndex;
    const value = row < 0 ? "" : ((used.values[row]?.[0] ?? "") as CellValue);
    const formula = row < 0 ? "" : ((used.formulas[row]?.[0] ?? "") as CellValue);
    // Text that begins with `=` is its own value; a formula is not.
    const isFormula = typeof formula === "string" && formula.startsWith("=") && formula !== value;
    return { shown: isFormula ? formula : value, isFormula };
  };
  return {
    shown: (at) => find(at).shown,
    typed(at) {
      const { shown, isFormula } = find(at);
      return isFormula ? shown : asTyped(shown);
    },
  };
}

/** Values for a block in which only some rows are written; the others are passed over, which `null` means to Excel. */
function typedRows(top: number, height: number, rows: readonly number[], typedAt: (row: number) => [CellValue]) {
  const passed: [null] = [null];
  const values: [CellValue | null][] = new Array<[CellValue | null]>(height).fill(passed);
  for (const row of rows) values[row - top] = typedAt(row);
  return values;
}

/** A column holds few different words: each is made ready once, and its row of one cell serves everywhere. */
function typedOnce(): (value: CellValue) => [CellValue] {
  const known = new Map<CellValue, [CellValue]>();
  return (value) => {
    let row = known.get(value);
    if (!row) known.set(value, (row = [asTyped(value)]));
    return row;
  };
}

/** A value in the form that makes Excel keep it. */
function asTyped(value: CellValue): CellValue {
  return typeof value === "string" ? cellText(value) : value;
}
