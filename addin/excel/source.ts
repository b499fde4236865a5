import { columnLetters, LAST_ROW } from "./address";
import { Refusal } from "./problem";

/** A block of accounts on a sheet: one header row, accounts below it. Positions count from zero. */
export interface Source {
  readonly sheet: { readonly id: string; readonly name: string };
  /** The Excel table it is, or null for a plain range. */
  readonly table: { readonly id: string; readonly name: string } | null;
  readonly headerRow: number;
  readonly firstColumn: number;
  /** Rows below the header, without a table's totals row. */
  readonly rows: number;
  readonly columns: number;
  readonly headers: readonly string[];
  /** table: grows with it · region: everything around a cell, grows with it · cells: just those that were chosen. */
  readonly extent: "table" | "region" | "cells";
}

/** A block by its corner and size, header included, before its header is read. */
interface Block {
  readonly sheet: Source["sheet"];
  readonly table: Source["table"];
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly extent: Source["extent"];
}

/** The most cells a source may have: 1,048,576 rows of 100 columns. More is a whole sheet chosen by mistake. */
const MOST_CELLS = 104_857_600;

/** The address of a source as people name it, without its sheet: `A1:H501`. */
export function sourceAddress({ headerRow, firstColumn, rows, columns }: Source): string {
  const [left, right] = [columnLetters(firstColumn), columnLetters(firstColumn + columns - 1)];
  return `${left}${headerRow + 1}:${right}${headerRow + rows + 1}`;
}

/** The accounts that the selection means: its table, the block around a single cell, or the cells themselves. */
export async function sourceFromSelection(context: Excel.RequestContext): Promise<Source> {
  let selection: Excel.Range;
  try {
    selection = context.workbook.getSelectedRange();
    selection.load("cellCount");
    await context.sync();
  } catch (thrown) {
    throw (await selectionRefusal(context)) ?? thrown;
  }
  return sourceFromRange(context, selection);
}

/** The accounts of a range: the table it touches, the block around a single cell, the used part of whole columns. */
export async function sourceFromRange(context: Excel.RequestContext, range: Excel.Range): Promise<Source> {
  const { worksheet } = range;
  const tables = range.getTables(false);
  range.load("cellCount, rowIndex, columnIndex, rowCount, columnCount, isEntireColumn, isEntireRow");
  worksheet.load("id, name");
  tables.load("items/id");
  await context.sync();
  const [table, ...others] = tables.items;
  if (others.length > 0) throw new Refusal("selection-several-tables", { count: tables.items.length });
  if (table) return sourceFromTable(context, table.id);

  const sheet = { id: worksheet.id, name: worksheet.name };
  const used = worksheet.getUsedRangeOrNullObject(true);
  const area = range.cellCount === 1 ? range.getSurroundingRegion() : range.getIntersectionOrNullObject(used);
  used.load("rowIndex, columnIndex, rowCount, columnCount");
  area.load("rowIndex, columnIndex, rowCount, columnCount");
  await context.sync();
  if (used.isNullObject || area.isNullObject) throw new Refusal("sheet-empty", { sheet: sheet.name });
  const isLoneCell = range.cellCount === 1 && area.rowCount === 1 && area.columnCount === 1;
  const block = isLoneCell ? used : area; // a cell beside the data means the data of its sheet
  return sourceFromBlock(context, {
    sheet,
    table: null,
    extent: range.cellCount === 1 ? "region" : "cells",
    row: block.rowIndex,
    column: block.columnIndex,
    rows: block.rowCount,
    columns: block.columnCount,
  });
}

/** The accounts of an Excel table, by its id. */
export async function sourceFromTable(context: Excel.RequestContext, id: string): Promise<Source> {
  const table = context.workbook.tables.getItemOrNullObject(id);
  table.load("id, name, showHeaders");
  await context.sync();
  if (table.isNullObject) throw new Refusal("source-gone");
  if (!table.showHeaders) throw new Refusal("table-without-header", { table: table.name });
  const header = table.getHeaderRowRange();
  const body = table.getDataBodyRange();
  const sheet = table.worksheet;
  header.load("rowIndex, columnIndex, columnCount");
  body.load("rowCount");
  sheet.load("id, name");
  await context.sync();
  return sourceFromBlock(context, {
    sheet: { id: sheet.id, name: sheet.name },
    table: { id: table.id, name: table.name },
    extent: "table",
    row: header.rowIndex,
    column: header.columnIndex,
    rows: body.rowCount + 1,
    columns: header.columnCount,
  });
}

/** Reads the header of a block and sees that it can be a source. */
export async function sourceFromBlock(context: Excel.RequestContext, block: Block): Promise<Source> {
  const { sheet, table, row, column, rows, columns, extent } = block;
  if (rows * columns > MOST_CELLS || row + rows - 1 > LAST_ROW) {
    throw new Refusal("source-too-large", { rows, columns, sheet: sheet.name });
  }
  const header = context.workbook.worksheets.getItem(sheet.id).getRangeByIndexes(row, column, 1, columns);
  header.load("values");
  await context.sync();
  const headers = (header.values[0] ?? []).map(String);
  if (headers.every((text) => text.trim() === "")) {
    throw new Refusal("source-no-header", { sheet: sheet.name, row: row + 1 });
  }
  if (rows < 2) throw new Refusal("source-no-rows", { sheet: sheet.name, row: row + 1 });
  return { sheet, table, headerRow: row, firstColumn: column, rows: rows - 1, columns, headers, extent };
}

/** Why `getSelectedRange` refused: several areas, or no cells at all. */
async function selectionRefusal(context: Excel.RequestContext): Promise<Refusal | null> {
  try {
    const areas = context.workbook.getSelectedRanges();
    areas.load("areaCount");
    await context.sync();
    return areas.areaCount > 1 ? new Refusal("selection-several-areas", { count: areas.areaCount }) : null;
  } catch {
    return new Refusal("selection-not-cells");
  }
}
