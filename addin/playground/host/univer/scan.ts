import type { ICellData, Nullable } from "@univerjs/core";
import { bounding, cellAt } from "../rules/area";
import type { Area } from "../snapshot";
import { hasFormula } from "./cellData";
import type { CellMatrix } from "./sheetData";

/** What a sheet's cells are as a whole. */
export interface Scan {
  /** Around all filled cells. */
  used: Area | null;
  /** Rows and columns up to the last cell that is stored, be it only a format. */
  rows: number;
  columns: number;
  /** There may be some; without it there are none. */
  hasFormulas: boolean;
}

export function scanned(matrix: CellMatrix, size: { rows: number; columns: number }): Scan {
  const scan: Scan = { used: null, rows: 0, columns: 0, hasFormulas: false };
  for (const key of Object.keys(matrix)) {
    const row = Number(key);
    const line = matrix[row];
    if (!line) continue;
    let [first, last] = [-1, -1];
    const look = (column: number): void => {
      const cell = line[column];
      if (!cell) return;
      scan.rows = row + 1 > scan.rows ? row + 1 : scan.rows;
      scan.columns = column + 1 > scan.columns ? column + 1 : scan.columns;
      if (!holdsSomething(cell)) return;
      scan.hasFormulas ||= hasFormula(cell);
      if (first < 0) first = column;
      last = column;
    };
    // Counting is several times faster than asking for the names of a line's cells, unless it is nearly empty.
    if (size.columns <= DENSE) for (let column = 0; column < size.columns; column++) look(column);
    else for (const column of Object.keys(line)) look(Number(column));
    if (first < 0) continue;
    const stretch = { row, column: first, rows: 1, columns: last - first + 1 };
    scan.used = scan.used ? bounding(scan.used, stretch) : stretch;
  }
  return scan;
}

/** After cells were written; null where emptied cells leave open what is used now. */
export function withWritten(before: Scan, cells: CellMatrix): Scan | null {
  const scan = { ...before };
  for (const key of Object.keys(cells)) {
    const row = Number(key);
    const line = cells[row] ?? {};
    for (const columnKey of Object.keys(line)) {
      const column = Number(columnKey);
      const cell = line[column];
      if (!cell || cell.v === null) {
        if (isAtBorder(scan, row, column) && !cell?.f) return null;
        if (!cell) continue;
      }
      scan.rows = Math.max(scan.rows, row + 1);
      scan.columns = Math.max(scan.columns, column + 1);
      if (!holdsSomething(cell)) continue;
      scan.hasFormulas ||= hasFormula(cell);
      scan.used = scan.used ? bounding(scan.used, cellAt(row, column)) : cellAt(row, column);
    }
  }
  return scan;
}

export function someFormula(cells: CellMatrix): boolean {
  return Object.values(cells).some((line) => Object.values<Nullable<ICellData>>(line ?? {}).some(hasFormula));
}

/** Most sheets are no wider. */
const DENSE = 256;

function holdsSomething(cell: ICellData): boolean {
  const { v } = cell;
  return (v !== undefined && v !== null && v !== "") || !!cell.f || !!cell.si || !!cell.p;
}

function isAtBorder({ used, rows, columns }: Scan, row: number, column: number): boolean {
  if (row === rows - 1 || column === columns - 1) return true;
  if (!used || row < used.row || column < used.column) return false;
  const [bottom, right] = [used.row + used.rows - 1, used.column + used.columns - 1];
  return row === used.row || column === used.column || row === bottom || column === right;
}
