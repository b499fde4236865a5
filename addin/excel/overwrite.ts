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
  readonly rows: readonly number[] | Int32Array;
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
  /** Queues what is to be written before the first cell, by the same request; again where that has to be sent again. */
  readonly alongside?: () => void;
  /**
   * Queues a look at rows of the last block, after its cells were written by the same request; what it answers is called
   * when that was carried out.
   */
  readonly lookAfter?: (rows: Rows) => () => void | Promise<void>;
}

export interface Rows {
  readonly from: number;
  readonly count: number;
}

/**
 * Writes cells of our columns in blocks. Each block's request first reads what stands there, so that nothing slips in
 * between looking and writing: where rows have moved or somebody typed into a cell, the block is put back as it was
 * and `rows-moved` or `target-edited` is thrown. Earlier blocks stay written.
 *
 * Answers the rows that `lookAfter` has looked at; null where nothing was to be written.
 */
export async function overwrite(
  context: Excel.RequestContext,
  { source, keyPosition, isAccount, columns, alongside, lookAfter }: Overwrite,
  progress: Progress = {},
): Promise<Rows | null> {
  const cursors = columns.map((column) => ({ column, next: 0, typed: typedOnce() }));
  let looked: Rows | null = null;
  let isBegun = false;
  await inBlocks(
    source.rows,
    2 * columns.length, // each is written and read
    async (from, count) => {
      const steps = cursors.flatMap((cursor) => {
        let end = cursor.next;
        while ((cursor.column.rows[end] ?? Infinity) < from + count) end++;
        const rows = cursor.column.rows.slice(cursor.next, end);
        return rows.length > 0 ? [{ cursor, end, rows }] : [];
      });
      if (steps.length === 0) return;
      if (!isBegun) alongside?.();
      const top = Math.min(...steps.map(({ rows }) => rows[0] ?? from));
      const height = Math.max(...steps.map(({ rows }) => rows.at(-1) ?? top)) - top + 1;
      const accounts = rangeOf(context, source, top, height, keyPosition, 1);
      accounts.load("values");
      const written = steps.map(({ cursor: { column, typed }, rows }) => {
        const there = standing(ownCells(context, source, column.mark, top, height), column);
        return { column, typed, rows, there };
      });
      for (const { column, typed, rows } of written) {
        const cells = ownCells(context, source, column.mark, top, height);
        cells.values = typedRows(top, height, rows, (row) => typed(column.after(row)));
      }
      const isLast = cursors.every((cursor) => {
        const end = steps.find((step) => step.cursor === cursor)?.end ?? cursor.next;
        return end === cursor.column.rows.length;
      });
      const look = isLast ? lookAfter?.({ from, count }) : undefined;
      await context.sync();
      isBegun = true;

      const names = accounts.values as CellValue[][];
      const isCompared = new Uint8Array(height);
      let [hasMoved, isEdited] = [false, false];
      for (const { column, rows, there } of written) {
        const shown = there.shown();
        for (const row of rows) {
          const at = row - top;
          if (isCompared[at] === 0 && !isAccount(row, names[at]?.[0] ?? "")) hasMoved = true;
          isCompared[at] = 1;
          const cell = shown(at);
          // A block that comes again, because the answer was too large, was written the first time.
          if (cell !== column.before(row) && cell !== column.after(row)) isEdited = true;
        }
      }
      if (hasMoved || isEdited) {
        written.forEach(({ column, rows, there }) => {
          const cells = ownCells(context, source, column.mark, top, height);
          const typed = there.typed();
          cells.values = typedRows(top, height, rows, (row) => [typed(row - top)]);
        });
        await context.sync();
        throw new Refusal(hasMoved ? "rows-moved" : "target-edited", { sheet: source.sheet.name });
      }
      if (look) {
        await look();
        looked = { from, count };
      }
      steps.forEach(({ cursor, end }) => (cursor.next = end)); // a block that was refused as too large comes again
    },
    progress,
  );
  return looked;
}

/** Cells of a column as a request found them, when it was carried out: what each shows, and the form that puts it back. */
interface Standing {
  shown(): (at: number) => CellValue;
  typed(): (at: number) => CellValue;
}

/**
 * What stands in some cells of a column, once the request was carried out. A column of ours holds words; in a new one
 * nothing stands, so only what is in use of it is read: somebody's text, or a formula.
 */
function standing(cells: Excel.Range, { isNew }: ColumnWrite): Standing {
  if (!isNew) {
    cells.load("values");
    const shown = () => {
      const values = cells.values as CellValue[][]; // asked for once: the client looks up every time whether it was loaded
      return (at: number) => values[at]?.[0] ?? "";
    };
    return {
      shown,
      typed() {
        const cellAt = shown();
        return (at) => asTyped(cellAt(at));
      },
    };
  }
  const used = cells.getUsedRangeOrNullObject(true).untrack();
  cells.load("rowIndex");
  used.load("rowIndex, formulas, values");
  const found = () => {
    if (used.isNullObject) return () => ({ shown: "" as CellValue, isFormula: false });
    const offset = cells.rowIndex - used.rowIndex;
    const [values, formulas] = [used.values as CellValue[][], used.formulas as CellValue[][]];
    return (at: number) => {
      const value = values[at + offset]?.[0] ?? "";
      const formula = formulas[at + offset]?.[0] ?? "";
      // Text that begins with `=` is its own value; a formula is not.
      const isFormula = typeof formula === "string" && formula.startsWith("=") && formula !== value;
      return { shown: isFormula ? formula : value, isFormula };
    };
  };
  return {
    shown() {
      if (used.isNullObject) return () => "";
      const find = found();
      return (at) => find(at).shown;
    },
    typed() {
      const find = found();
      return (at) => {
        const { shown, isFormula } = find(at);
        return isFormula ? shown : asTyped(shown);
      };
    },
  };
}

/** Values for a block in which only some rows are written; the others are passed over, which `null` means to Excel. */
function typedRows(
  top: number,
  height: number,
  rows: readonly number[] | Int32Array,
  typedAt: (row: number) => [CellValue],
) {
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
