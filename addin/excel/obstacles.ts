import { columnLetters } from "./address";
import { rangeOf } from "./cells";
import { Refusal } from "./problem";
import type { Source } from "./source";

/** Columns that a write is about. Sheet columns, counted from zero. */
export interface Targets {
  /** Columns of ours that are there. */
  readonly placed: readonly number[];
  /** Places where new columns will stand. */
  readonly fresh: readonly number[];
}

/**
 * Asks whether the sheet lets itself be written to as it is; the answer, after the next sync, throws the refusal.
 * Nothing is ever unprotected, unfiltered, shown or moved: the analyst does that.
 */
export function askObstacles(
  context: Excel.RequestContext,
  source: Source,
  { placed, fresh }: Targets = { placed: [], fresh: [] },
): () => void {
  const { workbook } = context;
  const { autoFilter, protection } = workbook.worksheets.getItem(source.sheet.id);
  const filter = source.table ? workbook.tables.getItem(source.table.id).autoFilter : autoFilter;
  const body = rangeOf(context, source, 0, source.rows, 0, 1);
  const columns = [...placed, ...fresh];
  const cells = columns.map((column) => rangeOf(context, source, -1, source.rows + 1, column - source.firstColumn, 1));
  const inTheWay = fresh.length > 0 ? cellsInTheWay(context, source, fresh) : null;
  workbook.load("readOnly");
  protection.load("protected");
  filter.load("isDataFiltered");
  body.load("rowHidden");
  cells.forEach((column) => column.load("hasSpill"));
  inTheWay?.load("address");

  return () => {
    const place = { sheet: source.sheet.name };
    if (workbook.readOnly) throw new Refusal("workbook-read-only");
    if (protection.protected) throw new Refusal("sheet-protected", place);
    if (filter.isDataFiltered) throw new Refusal("filter-active", place);
    if ((body.rowHidden as boolean | null) !== false) throw new Refusal("rows-hidden", place); // null: some of them
    // false: no cell of the column belongs to a spilled formula; null: some do
    const spilled = cells.findIndex((column) => (column.hasSpill as boolean | null) !== false);
    if (spilled >= 0) {
      throw new Refusal("target-spilled", { ...place, column: columnLetters(columns[spilled] ?? 0) });
    }
    if (inTheWay && !inTheWay.isNullObject) {
      const code = source.table ? "cells-right-of-table" : "cells-right-of-range";
      const address = inTheWay.address.split("!").at(-1) ?? "";
      throw new Refusal(code, { ...place, address, count: fresh.length });
    }
  };
}

/**
 * What stands where new columns will. A new table column pushes aside whatever stands right of the table in its rows,
 * the totals row too, so there all of it counts; beside a plain range only the cells themselves do.
 */
function cellsInTheWay(context: Excel.RequestContext, source: Source, fresh: readonly number[]): Excel.Range {
  const area = source.table
    ? rightOfTable(context.workbook.tables.getItem(source.table.id))
    : rangeOf(context, source, -1, source.rows + 1, Math.min(...fresh) - source.firstColumn, spread(fresh));
  return area.getUsedRangeOrNullObject(true).untrack();
}

/** Everything beside a table up to the sheet's last column, wherever the table is by now. */
function rightOfTable(table: Excel.Table): Excel.Range {
  const edge = table.getHeaderRowRange().untrack().getEntireRow().untrack().getLastCell().untrack();
  return table.getRange().untrack().getColumnsAfter(1).untrack().getBoundingRect(edge).untrack();
}

function spread(columns: readonly number[]): number {
  return Math.max(...columns) - Math.min(...columns) + 1;
}
