import { rangeOf } from "./cells";
import type { WritePlan } from "./plan";
import type { Source } from "./source";

/**
 * Asks whether a plain range is exactly where it was when a plan was made; the answer is known after the next sync. It
 * asks about the place that is expected and so needs no request of its own; where the answer is no, `locate` finds out
 * what has become of the range. null where this cannot be asked so: of a table, and of a header of several rows.
 */
export function askWhetherStill(context: Excel.RequestContext, { source, before }: WritePlan): (() => boolean) | null {
  const isPlain = source.table === null && source.header.rows === 1;
  const name = before && "name" in before.mark ? before.mark.name : null;
  if (!isPlain || (before && name === null)) return null;
  const { workbook } = context;
  const sheet = workbook.worksheets.getItem(source.sheet.id);
  const header = rangeOf(context, source, -1, 1, 0, source.columns);
  const named = name === null ? null : workbook.names.getItemOrNullObject(name).getRangeOrNullObject().untrack();
  const corner = sheet.getCell(source.headerRow, source.firstColumn).untrack();
  const region = source.extent === "region" ? corner.getSurroundingRegion().untrack() : null;
  sheet.load("name");
  header.load("values");
  named?.load("rowIndex, columnIndex, rowCount, columnCount");
  named?.worksheet.load("id");
  region?.load("rowIndex, columnIndex, rowCount, columnCount");
  return () => {
    const headers = (header.values[0] ?? []).map(String);
    if (sheet.name !== source.sheet.name || headers.some((text, i) => text !== source.headers[i])) return false;
    if (named?.isNullObject || (named && named.worksheet.id !== source.sheet.id)) return false;
    if (!named) return !region || isSame(source, region, region.rowIndex + source.header.row);
    const { rowIndex, columnIndex, rowCount, columnCount } = named;
    const left = Math.min(columnIndex, region?.columnIndex ?? columnIndex);
    const right = Math.max(columnIndex + columnCount, region ? region.columnIndex + region.columnCount : 0);
    const bottom = Math.max(rowIndex + rowCount, region ? region.rowIndex + region.rowCount : 0);
    const block = { rowIndex, columnIndex: left, rowCount: bottom - rowIndex, columnCount: right - left };
    return isSame(source, block, rowIndex);
  };
}

type Block = Pick<Excel.Range, "rowIndex" | "columnIndex" | "rowCount" | "columnCount">;

function isSame({ headerRow, firstColumn, rows, columns }: Source, block: Block, header: number): boolean {
  return (
    header === headerRow &&
    block.columnIndex === firstColumn &&
    block.columnCount === columns &&
    block.rowIndex + block.rowCount - 1 - headerRow === rows
  );
}
