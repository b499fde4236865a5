import {
  findHeader,
  headerAt,
  SEARCHED_ROWS,
  type CellValue,
  type Header,
  type HeaderPlace,
  type Preset,
} from "../../engine/index";
import { isTooLarge } from "./problem";
import type { Block } from "./source";

/**
 * How the header of a block is found: at a known place in it, or among its first rows by what a preset calls its fields.
 * `mapping` are headers that were chosen for fields.
 */
export type HeaderSearch =
  HeaderPlace | { readonly preset: Pick<Preset, "fields">; readonly mapping?: ReadonlyMap<string, readonly string[]> };

/** The header is the first row, with nothing above it. */
export const FIRST_ROW: HeaderPlace = { row: 0, rows: 1 };

/** Cells that are looked at, but for eight rows of however many columns: as many as `findHeader` uses. */
const MOST_CELLS = 40_000;
const FEWEST_ROWS = 8;

/** Reads the first rows of a block and finds its header. Row 0 is the first one of the block. */
export async function headerOf(context: Excel.RequestContext, block: Block, search: HeaderSearch): Promise<Header> {
  if ("preset" in search) {
    const rows = Math.max(FEWEST_ROWS, Math.min(SEARCHED_ROWS, Math.floor(MOST_CELLS / block.columns)));
    const found = await firstRows(context, block, rows);
    const {
      row,
      rows: taken,
      headers,
    } = findHeader(found, search.preset.fields, { chosen: search.mapping ?? new Map() });
    return { row, rows: taken, headers: widened(headers, block.columns) };
  }
  // What a header of two rows says depends on which columns have data below it.
  const isJoined = search.rows > 1;
  const found = await firstRows(context, block, isJoined ? search.row + search.rows + SEARCHED_ROWS : search.row + 1);
  const { headers } = headerAt(found, search);
  return { ...search, headers: widened(headers, block.columns) };
}

/** The first rows of a block, fewer of them where they do not fit into one answer. */
async function firstRows(context: Excel.RequestContext, block: Block, most: number): Promise<CellValue[][]> {
  for (let rows = Math.min(most, block.rows); ; rows = Math.ceil(rows / 4)) {
    const sheet = context.workbook.worksheets.getItem(block.sheet.id);
    const range = sheet.getRangeByIndexes(block.row, block.column, rows, block.columns).untrack();
    range.load("values");
    try {
      await context.sync();
      return range.values as CellValue[][];
    } catch (thrown) {
      if (!isTooLarge(thrown) || rows === 1) throw thrown;
    }
  }
}

/** A row of cells per column, also where the engine left blank ones at the end out. */
function widened(headers: readonly string[], columns: number): string[] {
  return Array.from({ length: columns }, (_, i) => headers[i] ?? "");
}
