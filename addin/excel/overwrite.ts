import type { CellValue } from "../../engine/index";
import { inBlocks, type Progress } from "./blocks";
import { askExtent, ownCells, rangeOf } from "./cells";
import { Refusal } from "./problem";
import type { ColumnMark } from "./record";
import type { Source } from "./source";
import { formulaIn, typedValue } from "./typedValue";

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
  /** Queues a look at rows of the last block, after its cells were written by the same request. */
  readonly lookAfter?: (rows: Rows) => Look;
}

export interface Rows {
  readonly from: number;
  readonly count: number;
}

/** What a look at some rows has found, once its request was carried out. */
export interface Look {
  /** The cells of the accounts. */
  accounts(): readonly (readonly CellValue[])[];
  /** Throws where something is not as planned. */
  refuse(): Promise<void>;
}

/**
 * Writes cells of our columns in blocks. Each block's request first reads what stands there, so that nothing slips in
 * between looking and writing: where rows have moved or somebody typed into a cell, the block is put back as it was
 * and `rows-moved` or `target-edited` is thrown. Earlier blocks stay written.
 *
 * Beside a new column the accounts are not looked at here but by whoever reads back what was written: a new column is
 * taken away as a whole where they have moved, and no old value of another account is lost. Only that it begins and ends
 * where it should is looked at, so that no cell is written beyond it.
 *
 * Answers the rows that `lookAfter` has looked at; null where nothing was to be written.
 */
export async function overwrite(
  context: Excel.RequestContext,
  work: Overwrite,
  progress: Progress = {},
): Promise<Rows | null> {
  const { source, columns, alongside, lookAfter } = work;
  const cursors = columns.map((column) => ({ column, next: 0, typed: typedOnce() }));
  let looked: Rows | null = null;
  let isBegun = false;
  await inBlocks(
    source.rows,
    2 * columns.length, // each is written and read
    async (from, count) => {
      const steps = cursors.flatMap((cursor) => {
        const end = countBelow(cursor.column.rows, from + count);
        const rows = cursor.column.rows.slice(cursor.next, end);
        return rows.length > 0 ? [{ cursor, end, rows }] : [];
      });
      if (steps.length === 0) return;
      if (!isBegun) alongside?.();
      const isLast = cursors.every((cursor) => {
        const end = steps.find((step) => step.cursor === cursor)?.end ?? cursor.next;
        return end === cursor.column.rows.length;
      });
      const top = Math.min(...steps.map(({ rows }) => rows[0] ?? from));
      const height = Math.max(...steps.map(({ rows }) => rows.at(-1) ?? top)) - top + 1;
      const looksAtAccounts = !(isLast && lookAfter) && steps.some(({ cursor }) => !cursor.column.isNew);
      const names = looksAtAccounts ? rangeOf(context, source, top, height, work.keyPosition, 1) : null;
      names?.load("values");
      const written = steps.map(({ cursor: { column, typed }, rows }) => {
        const cells = () => ownCells(context, source, column.mark, top, height);
        const there = column.isNew ? inUse(context, source, column, cells(), top) : standing(cells());
        return { column, typed, rows, cells, there };
      });
      for (const { column, typed, rows, cells } of written) {
        cells().values = typedRows(top, height, rows, (row) => typed(column.after(row)));
      }
      const look = isLast ? lookAfter?.({ from, count }) : undefined;
      await context.sync();
      isBegun = true;

      const accounts = names ? (names.values as CellValue[][]) : look?.accounts().slice(top - from);
      const hasMoved = written.some(({ there }) => there.hasMoved()) || haveMoved(work, written, accounts ?? [], top);
      if (hasMoved || written.some((each) => isEdited(each, top))) {
        written.forEach(({ rows, cells, there }) => {
          const typed = there.typed();
          cells().values = typedRows(top, height, rows, (row) => [typed(row - top)]);
        });
        await context.sync();
        throw new Refusal(hasMoved ? "rows-moved" : "target-edited", { sheet: source.sheet.name });
      }
      if (look) {
        await look.refuse();
        looked = { from, count };
      }
      steps.forEach(({ cursor, end }) => (cursor.next = end)); // a block that was refused as too large comes again
    },
    progress,
  );
  return looked;
}

/** How many of some ascending rows come before a row. */
function countBelow(rows: ColumnWrite["rows"], row: number): number {
  let [from, to] = [0, rows.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((rows[middle] ?? Infinity) < row) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** A column in one block: the rows of it that are written, and what stood there. */
interface Written {
  readonly column: ColumnWrite;
  readonly rows: readonly number[] | Int32Array;
  readonly there: Standing;
}

/** Whether another account stands beside a cell that something of ours stood in. `accounts` begin at row `top`. */
function haveMoved(
  { isAccount }: Overwrite,
  written: readonly Written[],
  accounts: readonly (readonly CellValue[])[],
  top: number,
): boolean {
  const isCompared = new Uint8Array(accounts.length);
  for (const { column, rows } of written) {
    if (column.isNew) continue;
    for (const row of rows) {
      const at = row - top;
      if (isCompared[at] === 0 && !isAccount(row, accounts[at]?.[0] ?? "")) return true;
      isCompared[at] = 1;
    }
  }
  return false;
}

function isEdited({ column, rows, there }: Written, top: number): boolean {
  const shown = there.shown();
  if (!shown) return false;
  for (const row of rows) {
    const cell = shown(row - top);
    // A block that comes again, because the answer was too large, was written the first time.
    if (cell !== column.before(row) && cell !== column.after(row)) return true;
  }
  return false;
}

/** Cells of a column as a request found them, when it was carried out. */
interface Standing {
  /** Whether the column began or ended elsewhere. */
  hasMoved(): boolean;
  /** What each cell showed; null where nothing stood in any of them and nothing was to. */
  shown(): ((at: number) => CellValue) | null;
  /** The form that puts it back. */
  typed(): (at: number) => CellValue;
}

/** What stands in cells of a column of ours: words. */
function standing(cells: Excel.Range): Standing {
  cells.load("values");
  const shown = () => {
    const values = cells.values as CellValue[][]; // asked for once: the client looks up every time whether it was loaded
    return (at: number) => values[at]?.[0] ?? "";
  };
  return {
    hasMoved: () => false, // the accounts beside it tell
    shown,
    typed() {
      const cellAt = shown();
      return (at) => typedValue(cellAt(at));
    },
  };
}

/** What is in use of the cells of a new column, the first of which is row `top`: somebody's text, or a formula. */
function inUse(
  context: Excel.RequestContext,
  source: Source,
  { mark }: ColumnWrite,
  cells: Excel.Range,
  top: number,
): Standing {
  const extentOf = askExtent(context, source, mark);
  const used = cells.getUsedRangeOrNullObject(true).untrack();
  used.load("rowIndex, formulas, values");
  const found = () => {
    const offset = extentOf().row + top - used.rowIndex;
    const [values, formulas] = [used.values as CellValue[][], used.formulas as CellValue[][]];
    return (at: number) => {
      const value = values[at + offset]?.[0] ?? "";
      return { value, formula: formulaIn(value, formulas[at + offset]?.[0] ?? "") };
    };
  };
  return {
    hasMoved() {
      const { row, rows } = extentOf();
      return row !== source.headerRow + 1 || rows !== source.rows;
    },
    shown() {
      if (used.isNullObject) return null;
      const find = found();
      return (at) => {
        const { value, formula } = find(at);
        return formula ?? value;
      };
    },
    typed() {
      if (used.isNullObject) return () => "";
      const find = found();
      return (at) => {
        const { value, formula } = find(at);
        return formula ?? typedValue(value);
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
    if (!row) known.set(value, (row = [typedValue(value)]));
    return row;
  };
}
