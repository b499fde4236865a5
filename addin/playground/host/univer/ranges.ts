import { type IRange, RANGE_TYPE } from "@univerjs/core";
import { isEntireColumn, isEntireRow, SHEET_COLUMNS, SHEET_ROWS } from "../rules/area";
import type { Area } from "../snapshot";

/** Without the mark of whole rows or columns. */
export function rangeOf({ row, column, rows, columns }: Area): IRange {
  return { startRow: row, startColumn: column, endRow: row + rows - 1, endColumn: column + columns - 1 };
}

export function areaOfRange({ startRow, startColumn, endRow, endColumn }: IRange): Area {
  return { row: startRow, column: startColumn, rows: endRow - startRow + 1, columns: endColumn - startColumn + 1 };
}

/** Whole rows and columns end where the grid ends, and are marked as such. */
export function selectedRangeOf(area: Area, size: { rows: number; columns: number }): IRange {
  const [isRows, isColumns] = [isEntireRow(area), isEntireColumn(area)];
  const range = rangeOf({
    ...area,
    rows: Math.min(area.rows, isColumns ? size.rows : area.rows),
    columns: Math.min(area.columns, isRows ? size.columns : area.columns),
  });
  if (isRows && isColumns) return { ...range, rangeType: RANGE_TYPE.ALL };
  if (isRows) return { ...range, rangeType: RANGE_TYPE.ROW };
  return isColumns ? { ...range, rangeType: RANGE_TYPE.COLUMN } : range;
}

export function selectedAreaOf(range: IRange): Area {
  const { rangeType } = range;
  const area = areaOfRange(range);
  const isAll = rangeType === RANGE_TYPE.ALL;
  if (isAll || rangeType === RANGE_TYPE.COLUMN) [area.row, area.rows] = [0, SHEET_ROWS];
  if (isAll || rangeType === RANGE_TYPE.ROW) [area.column, area.columns] = [0, SHEET_COLUMNS];
  return area;
}
