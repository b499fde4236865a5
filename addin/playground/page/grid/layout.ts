import { bounding, SHEET_COLUMNS, SHEET_ROWS } from "../../host/rules/area";
import type { Area } from "../../host/snapshot";
import type { Overview } from "../messages";
import { Axis, type Run } from "./axis";

/** A sheet's rows and columns on the screen. */
export interface Layout {
  readonly rows: Axis;
  readonly columns: Axis;
}

/** In pixels: Excel's 15 points and its usual width, and the headers. */
export const ROW = 20;
export const COLUMN = 64;
export const ROW_HEADER = 52;
export const COLUMN_HEADER = 24;

/** As much of the sheet as one may want to see: what is in use and selected, and some blank cells after it. */
export function layoutOf(overview: Overview): Layout {
  const used: Area = { row: 0, column: 0, rows: overview.rows + 60, columns: overview.columns + 12 };
  const { rows, columns } = overview.selection.map(near).reduce(bounding, bounding(used, LEAST));
  const hidden = (runs: Overview["hiddenRows"]): Run[] => runs.map(([first, last]) => ({ first, last, size: 0 }));
  const hiddenColumns = hidden(overview.hiddenColumns);
  const widths = overview.columnWidths.flatMap((size, at): Run[] =>
    size === COLUMN || hiddenColumns.some(({ first, last }) => at >= first && at <= last)
      ? []
      : [{ first: at, last: at, size }],
  );
  return {
    rows: new Axis(Math.min(rows, SHEET_ROWS), ROW, hidden(overview.hiddenRows)),
    columns: new Axis(Math.min(columns, SHEET_COLUMNS), COLUMN, [...widths, ...hiddenColumns]),
  };
}

const LEAST: Area = { row: 0, column: 0, rows: 200, columns: 26 };

/** Where a selection begins, and a little more; whole rows and columns reach to the sheet's end, which nobody scrolls to. */
function near({ row, column }: Area): Area {
  return { row, column, rows: 30, columns: 6 };
}
