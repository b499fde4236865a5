import { refuse } from "../../rules/refusal";
import type { Area } from "../../snapshot";
import type { TableState } from "../../workbook";
import type { Session } from "../session";

/** The table, or `ItemNotFound` when it was deleted in the meantime. */
export function tableState(id: string, session: Session): TableState {
  return (
    session.workbook.tables().find((table) => table.id === id) ?? refuse("ItemNotFound", "The table does not exist.")
  );
}

export function bodyArea(table: TableState): Area {
  const top = table.hasHeaders ? 1 : 0;
  const rows = table.rows - top - (table.hasTotals ? 1 : 0);
  return { row: table.row + top, rows, column: table.column, columns: table.columns };
}

export function headerArea(table: TableState): Area {
  if (!table.hasHeaders) return refuse("ItemNotFound", "The table has no header row.");
  return { row: table.row, rows: 1, column: table.column, columns: table.columns };
}

export function totalArea(table: TableState): Area {
  if (!table.hasTotals) return refuse("ItemNotFound", "The table has no total row.");
  return { row: table.row + table.rows - 1, rows: 1, column: table.column, columns: table.columns };
}

/** One column of such an area. */
export const columnWithin = (area: Area, index: number): Area => ({ ...area, column: area.column + index, columns: 1 });
