import type { Area } from "../snapshot";
import type { Workbook } from "../workbook";
import { cellCount, intersect } from "./area";

/** The cells of `area` that are filled, as the smallest area around them; null when none is. */
export function usedWithin(workbook: Workbook, sheet: string, area: Area, valuesOnly: boolean): Area | null {
  // Of a whole sheet or column only what is in use; finding that takes longer than looking at fewer cells.
  const used = cellCount(area) <= 100_000 ? area : workbook.usedArea(sheet, valuesOnly);
  const searched = used && intersect(used, area);
  if (!searched) return null;
  return filledArea(searched, workbook.filled(sheet));
}

/** From each row's ends inwards, to what is known to be filled. */
function filledArea(area: Area, isFilled: (row: number, column: number) => boolean): Area | null {
  const end = area.column + area.columns;
  let [top, bottom, left, right] = [-1, -1, end, area.column - 1];
  for (let row = area.row; row < area.row + area.rows; row++) {
    let first = area.column;
    while (first < end && !isFilled(row, first)) first++;
    if (first === end) continue;
    let last = end - 1;
    while (last > right && !isFilled(row, last)) last--;
    if (top < 0) top = row;
    [bottom, left, right] = [row, Math.min(left, first), Math.max(right, last)];
  }
  return top < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

/** What Ctrl+Shift+8 selects: grown from the cell until blank rows and columns (or the sheet's edge) surround it. */
export function surroundingRegion(workbook: Workbook, sheet: string, area: Area): Area {
  const used = workbook.usedArea(sheet, true);
  if (!used) return area;
  const isFilled = workbook.filled(sheet);
  return growRegion(area, used, (row, column) => row >= 0 && column >= 0 && isFilled(row, column));
}

function growRegion(area: Area, used: Area, isFilled: (row: number, column: number) => boolean): Area {
  let [top, left] = [area.row, area.column];
  let [bottom, right] = [area.row + area.rows - 1, area.column + area.columns - 1];
  const [lastRow, lastColumn] = [used.row + used.rows - 1, used.column + used.columns - 1];
  const isRowFilled = (row: number): boolean => {
    if (row < used.row || row > lastRow) return false;

    for (let column = left; column <= right + 1; column++) if (isFilled(row, column)) return true;
    return isFilled(row, left - 1);
  };
  const isColumnFilled = (column: number): boolean => {
    if (column < used.column || column > lastColumn) return false;
    for (let row = top - 1; row <= bottom + 1; row++) if (isFilled(row, column)) return true;
    return false;
  };
  for (let size = 0; size < (bottom - top + 1) * (right - left + 1);) {
    size = (bottom - top + 1) * (right - left + 1);
    while (isRowFilled(bottom + 1)) bottom++;
    while (isRowFilled(top - 1)) top--;
    if (isColumnFilled(right + 1)) right++;
    if (isColumnFilled(left - 1)) left--;
  }
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}
