import type { CellShift } from "../rules/shift";
import type { Area, TableSnapshot } from "../snapshot";
import { nextColumnId } from "./shiftTables";
import type { SheetParts } from "./sheetParts";

/** Rows of the table's body, counted from the sheet's first; never fewer than one, as in Excel. */
export function bodyOf(table: TableSnapshot): Area {
  const top = table.hasHeaders ? 1 : 0;
  const rows = table.rows - top - (table.hasTotals ? 1 : 0);
  return { row: table.row + top, rows, column: table.column, columns: table.columns };
}

/** A column at `index`, the cells right of the table pushed aside within its rows; returns the column's id. */
export function insertColumn(
  sheet: SheetParts,
  table: TableSnapshot,
  index: number,
  name: string,
  shift: Shift,
): number {
  const column = { row: table.row, rows: table.rows, column: table.column + index, columns: 1 };
  const id = nextColumnId(table);
  const columnNames = table.columnNames.toSpliced(index, 0, { id, name });
  shift({ area: column, shift: "right" });
  replaceTable(sheet, { ...table, columns: table.columns + 1, columnNames });
  if (table.hasHeaders) sheet.cells.write({ ...column, rows: 1 }, [[name]]);
  return id;
}

/** Cells right of the table come back within its rows. The last column takes the table with it. */
export function deleteColumn(table: TableSnapshot, index: number, shift: Shift): void {
  shift({ area: { row: table.row, rows: table.rows, column: table.column + index, columns: 1 }, shift: "left" });
}

/** Cells below the table are pushed down within its columns. */
export function insertRows(sheet: SheetParts, table: TableSnapshot, index: number, count: number, shift: Shift): void {
  const area = { row: bodyOf(table).row + index, rows: count, column: table.column, columns: table.columns };
  shift({ area, shift: "down" });
  replaceTable(sheet, { ...table, rows: table.rows + count });
}

/** The body keeps one row, blank, when all of it is deleted. */
export function deleteRows(sheet: SheetParts, table: TableSnapshot, index: number, count: number, shift: Shift): void {
  const body = bodyOf(table);
  const isAll = count >= body.rows;
  if (isAll) sheet.cells.clear({ ...body, rows: 1 });
  const first = isAll ? 1 : index;
  const gone = isAll ? body.rows - 1 : count;
  if (gone > 0) shift({ area: { ...body, row: body.row + first, rows: gone }, shift: "up" });
}

type Shift = (edit: CellShift) => void;

function replaceTable(sheet: SheetParts, table: TableSnapshot): void {
  sheet.tables = sheet.tables.map((other) => (other.id === table.id ? table : other));
}
