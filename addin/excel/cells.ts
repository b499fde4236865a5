import type { ColumnMark } from "./record";
import type { Source } from "./source";

/**
 * Ranges of a source or a table. Each is for one request and untracked from the start, so that Excel need not keep it
 * alive and nothing has to be let go of afterwards.
 */

/** Cells of a source or a table where it was found: `from` counts rows below the header, `position` columns. */
export function rangeOf(
  context: Excel.RequestContext,
  { sheet, headerRow, firstColumn }: Pick<Source, "sheet" | "headerRow" | "firstColumn">,
  from: number,
  rows: number,
  position: number,
  columns: number,
): Excel.Range {
  const worksheet = context.workbook.worksheets.getItem(sheet.id);
  return worksheet.getRangeByIndexes(headerRow + 1 + from, firstColumn + position, rows, columns).untrack();
}

/**
 * Cells of a column of ours, by its mark: Excel finds the column as it carries the request out, so that a column
 * inserted beside it a moment ago never makes us write into a foreign one. `from` counts rows below the header.
 */
export function ownCells(
  context: Excel.RequestContext,
  { table }: Pick<Source, "table">,
  mark: ColumnMark,
  from: number,
  rows: number,
): Excel.Range {
  const whole =
    "name" in mark
      ? context.workbook.names.getItem(mark.name).getRange()
      : context.workbook.tables
          .getItem(table?.id ?? "")
          .columns.getItem(mark.columnId)
          .getRange();
  const corner = whole
    .untrack()
    .getCell(from + 1, 0)
    .untrack();
  return corner.getResizedRange(rows - 1, 0).untrack();
}

/**
 * Asks where the cells of a column of ours below its header begin, and how many they are; a table's totals row is none.
 * Known after the next sync.
 */
export function askExtent(
  context: Excel.RequestContext,
  { table }: Pick<Source, "table">,
  mark: ColumnMark,
): () => { row: number; rows: number } {
  const isNamed = "name" in mark; // a name begins with the header
  const cells = isNamed
    ? context.workbook.names.getItem(mark.name).getRange()
    : context.workbook.tables
        .getItem(table?.id ?? "")
        .columns.getItem(mark.columnId)
        .getDataBodyRange();
  cells.untrack().load("rowIndex, rowCount");
  const above = isNamed ? 1 : 0;
  return () => ({ row: cells.rowIndex + above, rows: cells.rowCount - above });
}
