import { isEntireColumn, isEntireRow, SHEET_COLUMNS, SHEET_ROWS } from "../../host/rules/area";
import type { Area } from "../../host/snapshot";
import type { Layout } from "./layout";

export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** From the active cell to where the selection was drawn to; or whole rows or columns between the two. */
export interface Selection {
  readonly active: Cell;
  readonly head: Cell;
  readonly whole?: "rows" | "columns";
}

export const HOME: Selection = { active: { row: 0, column: 0 }, head: { row: 0, column: 0 } };

export function areaOf({ active, head, whole }: Selection): Area {
  const row = Math.min(active.row, head.row);
  const column = Math.min(active.column, head.column);
  const rows = Math.abs(active.row - head.row) + 1;
  const columns = Math.abs(active.column - head.column) + 1;
  if (whole === "rows") return { row, rows, column: 0, columns: SHEET_COLUMNS };
  if (whole === "columns") return { row: 0, rows: SHEET_ROWS, column, columns };
  return { row, column, rows, columns };
}

/** As a selection that begins at the area's first cell. */
export function selectionOf(area: Area): Selection {
  const active = { row: area.row, column: area.column };
  const [lastRow, lastColumn] = [area.row + area.rows - 1, area.column + area.columns - 1];
  if (isEntireRow(area)) return { active, head: { row: lastRow, column: area.column }, whole: "rows" };
  if (isEntireColumn(area)) return { active, head: { row: area.row, column: lastColumn }, whole: "columns" };
  return { active, head: { row: lastRow, column: lastColumn } };
}

export const at = (cell: Cell): Selection => ({ active: cell, head: cell });

/** An arrow key, over cells that are not hidden: the active cell moves, or with Shift the other end. */
export function moved(selection: Selection, { rows, columns }: Layout, down: number, right: number, extends_: boolean) {
  const from = extends_ ? selection.head : selection.active;
  const head: Cell = { row: rows.step(from.row, down), column: columns.step(from.column, right) };
  return extends_ ? { ...selection, head } : at(head);
}
