import type { CellValue } from "../../../../engine/index";
import { cellAddress } from "../../address";
import { inBlocks, type Progress } from "../../blocks";
import { rangeOf } from "../../cells";
import { ColumnPrint, together } from "../../fingerprint";
import type { FoundTable } from "./findTable";
import { once } from "./once";
import type { Columns, Expected, OurColumn, OurTable, RowOf } from "./ourTable";

/** A cell of our sheets that cannot be understood, or that is missing. Its row is left out, and left as it is. */
export interface SheetIssue {
  readonly sheet: string;
  readonly address: string;
  readonly header: string;
  readonly expects: Expected;
  /** What stands there; `""` where it is blank. */
  readonly found: string;
}

/** A row of one of our tables. */
export interface ReadRow<Own extends Columns> {
  /** Counted from 0 below the header. */
  readonly at: number;
  readonly row: RowOf<Own>;
}

export interface ReadRows<Own extends Columns> {
  readonly rows: readonly ReadRow<Own>[];
  readonly issues: readonly SheetIssue[];
  /** Fingerprint of the key columns: whether rows come, go or move. */
  readonly keys: string;
}

/** Reads a table, block by block. Rows in which nothing of ours stands are passed over. */
export async function readRows<Own extends Columns>(
  context: Excel.RequestContext,
  table: OurTable<Own>,
  found: FoundTable,
  progress: Progress = {},
): Promise<ReadRows<Own>> {
  const rows: ReadRow<Own>[] = [];
  const issues: SheetIssue[] = [];
  const understand = understanding(table, found);
  const prints = table.key.map((id) => ({ index: found.positions[id] ?? 0, print: new ColumnPrint() }));
  await inBlocks(
    found.rows,
    found.headers.length,
    async (from, count) => {
      const range = rangeOf(context, found, from, count, 0, found.headers.length);
      range.load("values");
      await context.sync();
      const values = range.values as CellValue[][];
      for (const { index, print } of prints) print.add({ rows: values, index });
      values.forEach((cells, i) => {
        const read = understand(cells, from + i);
        if (read && "row" in read) rows.push(read);
        else if (read) issues.push(read);
      });
    },
    progress,
  );
  return { rows, issues, keys: together(prints.map(({ print }) => print)) };
}

/** Understands the cells of one row after another; null where nothing of ours stands in them. */
function understanding<Own extends Columns>(table: OurTable<Own>, found: FoundTable) {
  const { positions, dayOffset, headerRow, firstColumn } = found;
  const columns = Object.entries<OurColumn>(table.columns).map(([id, column]) => ({
    id,
    position: positions[id] ?? 0,
    column,
    read: readerOf(column, dayOffset),
  }));
  const issueAt = (id: string, cells: readonly CellValue[], at: number): SheetIssue => {
    const own = columns.find((each) => each.id === id);
    const { position, column } = own ?? { position: 0, column: null };
    return {
      sheet: found.sheet.name,
      address: cellAddress(headerRow + 1 + at, firstColumn + position),
      header: column?.header ?? "",
      expects: column?.expects ?? "text",
      found: String(cells[position] ?? ""),
    };
  };
  return (cells: readonly CellValue[], at: number): ReadRow<Own> | SheetIssue | null => {
    if (columns.every(({ position }) => cells[position] === "")) return null;
    const row: Record<string, unknown> = {};
    for (const { id, position, read } of columns) {
      const value = read(cells[position] ?? "");
      if (value === undefined) return issueAt(id, cells, at);
      row[id] = value;
    }
    const whole = row as RowOf<Own>; // each cell was read by its own column
    const wrong = table.wrongIn?.(whole) ?? null;
    return wrong === null ? { at, row: whole } : issueAt(wrong, cells, at);
  };
}

/** The meaning of a cell, undefined where it has none. */
function readerOf({ cell, isDay }: OurColumn, dayOffset: number): (value: CellValue) => unknown {
  return once((value) => {
    const parsed = cell.safeParse(isDay && typeof value === "number" ? value - dayOffset : value);
    return parsed.success ? parsed.data : undefined;
  });
}
