import { contains } from "../rules/area";
import { numberedName } from "../rules/naming";
import { type CellShift, movedArea } from "../rules/shift";
import type { TableSnapshot } from "../snapshot";
import type { SheetParts } from "./sheetParts";

/** Moves tables; columns inserted into one get a name, columns deleted from one take theirs along, and an emptied table goes. */
export function shiftTables(sheet: SheetParts, tables: readonly TableSnapshot[], edit: CellShift): void {
  sheet.tables = tables.flatMap((table) => {
    const moved = movedArea(table, edit);
    if (!moved) return [];
    const columnNames = shiftedColumns(table, moved.columns, edit);
    const after: TableSnapshot = { ...table, ...moved, columnNames };
    if (columnNames !== table.columnNames) writeNewHeaders(sheet, table, after);
    return [after];
  });
}

/** The next free number for a column of the table: ids are never used again while the table has a higher one. */
export function nextColumnId(table: TableSnapshot): number {
  return Math.max(0, ...table.columnNames.map(({ id }) => id)) + 1;
}

function shiftedColumns(table: TableSnapshot, count: number, edit: CellShift): TableSnapshot["columnNames"] {
  const before = table.columnNames;
  if (edit.shift === "right" && count > before.length) {
    const at = edit.area.column - table.column;
    const added: TableSnapshot["columnNames"] = [];
    const names = before.map(({ name }) => name);
    for (let index = 0; index < count - before.length; index++) {
      const name = numberedName("Column", names);
      names.push(name);
      added.push({ id: nextColumnId(table) + index, name });
    }
    return [...before.slice(0, at), ...added, ...before.slice(at)];
  }
  if (edit.shift === "left" && count < before.length) {
    return before.filter((_, index) => {
      const column = { row: table.row, rows: table.rows, column: table.column + index, columns: 1 };
      return !contains(edit.area, column);
    });
  }
  return before;
}

function writeNewHeaders(sheet: SheetParts, before: TableSnapshot, after: TableSnapshot): void {
  if (!after.hasHeaders) return;
  const known = new Set(before.columnNames.map(({ id }) => id));
  after.columnNames.forEach(({ id, name }, index) => {
    if (known.has(id)) return;
    sheet.cells.write({ row: after.row, column: after.column + index, rows: 1, columns: 1 }, [[name]]);
  });
}
