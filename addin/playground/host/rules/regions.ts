import type { Area, CellValue } from "../snapshot";
import type { Workbook } from "../workbook";
import { bounding, cellAt, cellCount, intersect } from "./area";

/** The cells of `area` that are filled, as the smallest area around them; null when none is. */
export function usedWithin(workbook: Workbook, sheet: string, area: Area, valuesOnly: boolean): Area | null {
  // Of a whole sheet or column only what is in use; finding that takes longer than looking at fewer cells.
  const used = cellCount(area) <= 100_000 ? area : workbook.usedArea(sheet, valuesOnly);
  const searched = used && intersect(used, area);
  if (!searched) return null;
  const cells = workbook.readFormulas(sheet, searched);
  const filled = filledArea(cells);
  return filled && { ...filled, row: filled.row + searched.row, column: filled.column + searched.column };
}

/** What Ctrl+Shift+8 selects: grown from the cell until blank rows and columns (or the sheet's edge) surround it. */
export function surroundingRegion(workbook: Workbook, sheet: string, area: Area): Area {
  const used = workbook.usedArea(sheet, true);
  if (!used) return area;
  return growRegion(area, used, (row, column) => row >= 0 && column >= 0 && workbook.isFilled(sheet, row, column));
}

function growRegion(area: Area, used: Area, isFilled: (row: number, column: number) => boolean): Area {
  let [top, left] = [area.row, area.column];
  let [bottom, right] = [area.row + area.rows - 1, area.column + area.columns - 1];
  const [lastRow, lastColumn] = [used.row + used.rows - 1, used.column + used.columns - 1];
  const isRowFilled = (row: number): boolean => {
    if (row < used.row || row > lastRow) return false;
    for (let column = left - 1; column <= right + 1; column++) if (isFilled(row, column)) return true;
    return false;
  };
  const isColumnFilled = (column: number): boolean => {
    if (column < used.column || column > lastColumn) return false;
    for (let row = top - 1; row <= bottom + 1; row++) if (isFilled(row, column)) return true;
    return false;
  };
  for (let grew = true; grew;) {
    grew = false;
    while (isRowFilled(bottom + 1)) [bottom, grew] = [bottom + 1, true];
    while (isRowFilled(top - 1)) [top, grew] = [top - 1, true];
    if (isColumnFilled(right + 1)) [right, grew] = [right + 1, true];
    if (isColumnFilled(left - 1)) [left, grew] = [left - 1, true];
  }
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

function filledArea(cells: CellValue[][]): Area | null {
  let filled: Area | null = null;
  cells.forEach((line, row) => {
    let first = 0;
    while (first < line.length && line[first] === "") first++;
    if (first === line.length) return;
    let last = line.length - 1;
    while (line[last] === "") last--;
    const stretch = { row, column: first, rows: 1, columns: last - first + 1 };
    filled = filled ? bounding(filled, stretch) : bounding(stretch, cellAt(row, first));
  });
  return filled;
}
