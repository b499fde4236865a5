import type { HeaderPlace } from "../../engine/index";
import { columnLetters, LAST_ROW } from "./address";
import { FIRST_ROW, headerOf, type HeaderSearch } from "./headerOf";
import { problemOf, Refusal } from "./problem";

/** A block of accounts on a sheet: a header, accounts below it. Positions count from zero. */
export interface Source {
  readonly sheet: { readonly id: string; readonly name: string };
  /** The Excel table it is, or null for a plain range. */
  readonly table: { readonly id: string; readonly name: string } | null;
  /** Right above the accounts: of a header of two rows the lower one, where our own headers stand. */
  readonly headerRow: number;
  /** How many rows of the block stand above the header, titles for the most part, and how many rows the header takes up. */
  readonly header: HeaderPlace;
  readonly firstColumn: number;
  /** Rows below the header, without a table's totals row. */
  readonly rows: number;
  readonly columns: number;
  readonly headers: readonly string[];
  /** table: grows with it · region: everything around a cell, grows with it · cells: just those that were chosen. */
  readonly extent: "table" | "region" | "cells";
}

/** Cells of a plain range by their corner and size, header and titles included, before anything of them is read. */
export interface Block {
  readonly sheet: Source["sheet"];
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly extent: "region" | "cells";
}

/** The most cells a source may have: 1,048,576 rows of 100 columns. More is a whole sheet chosen by mistake. */
const MOST_CELLS = 104_857_600;

/** The address of a source as people name it, from its header on, without its sheet: `A1:H501`. */
export function sourceAddress(source: Source): string {
  const { headerRow, firstColumn, rows, columns } = source;
  const [left, right] = [columnLetters(firstColumn), columnLetters(firstColumn + columns - 1)];
  return `${left}${firstHeaderRow(source) + 1}:${right}${headerRow + rows + 1}`;
}

/** The upper row of a header of two rows. */
export function firstHeaderRow({ headerRow, header }: Pick<Source, "headerRow" | "header">): number {
  return headerRow - header.rows + 1;
}

/** The sheet row, counted from 0, of a row as the engine counts: from the top of the block. */
export function sheetRowOf(source: Pick<Source, "headerRow" | "header">, inputRow: number): number {
  return firstHeaderRow(source) - source.header.row + inputRow;
}

/** The accounts of an Excel table, by its id. */
export async function sourceFromTable(context: Excel.RequestContext, id: string): Promise<Source> {
  const table = context.workbook.tables.getItem(id);
  const { worksheet } = table;
  const range = table.getRange().untrack();
  const firstRow = range.getRow(0).untrack();
  table.load("id, name, showHeaders, showTotals");
  worksheet.load("id, name");
  range.load("rowIndex, columnIndex, rowCount, columnCount");
  firstRow.load("values");
  try {
    await context.sync();
  } catch (thrown) {
    throw problemOf(thrown).code === "ItemNotFound" ? new Refusal("source-gone") : thrown;
  }
  if (!table.showHeaders) throw new Refusal("table-without-header", { table: table.name });
  return {
    sheet: { id: worksheet.id, name: worksheet.name },
    table: { id: table.id, name: table.name },
    headerRow: range.rowIndex,
    header: FIRST_ROW,
    firstColumn: range.columnIndex,
    rows: range.rowCount - 1 - (table.showTotals ? 1 : 0), // an empty table keeps one blank row
    columns: range.columnCount,
    headers: (firstRow.values[0] ?? []).map(String),
    extent: "table",
  };
}

/** Finds the header of a block and sees that it can be a source. */
export async function sourceFromBlock(
  context: Excel.RequestContext,
  block: Block,
  search: HeaderSearch = FIRST_ROW,
): Promise<Source> {
  const { sheet, row, column, rows, columns, extent } = block;
  if (rows * columns > MOST_CELLS || row + rows - 1 > LAST_ROW) {
    throw new Refusal("source-too-large", { rows, columns, sheet: sheet.name });
  }
  const { headers, ...header } = await headerOf(context, block, search);
  const headerRow = row + header.row + header.rows - 1;
  if (headers.every((text) => text.trim() === "")) {
    throw new Refusal("source-no-header", { sheet: sheet.name, row: headerRow + 1 });
  }
  const below = row + rows - 1 - headerRow;
  if (below < 1) throw new Refusal("source-no-rows", { sheet: sheet.name, row: headerRow + 1 });
  return { sheet, table: null, headerRow, header, firstColumn: column, rows: below, columns, headers, extent };
}
