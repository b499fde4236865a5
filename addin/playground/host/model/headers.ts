import { intersect } from "../rules/area";
import { freeName, numberedName } from "../rules/naming";
import type { Area, TableSnapshot } from "../snapshot";
import type { SheetParts } from "./sheetParts";

/**
 * After a write: a table's columns are called what its header cells say.
 *
 * As in Excel a blank header becomes `Column1`, a name that another column has gets a number, and the cell shows it.
 */
export function followHeaders(sheet: SheetParts, area: Area): void {
  const isTouched = (table: TableSnapshot): boolean =>
    table.hasHeaders && intersect({ ...table, rows: 1 }, area) !== null;
  if (!sheet.tables.some(isTouched)) return;
  sheet.tables = sheet.tables.map((table) => (isTouched(table) ? withColumnNames(sheet, table, area) : table));
}

function withColumnNames(sheet: SheetParts, table: TableSnapshot, area: Area): TableSnapshot {
  const header = intersect({ ...table, rows: 1 }, area);
  const columnNames = table.columnNames.slice();
  if (header) {
    for (let column = header.column; column < header.column + header.columns; column++) {
      const index = column - table.column;
      const before = columnNames[index];
      const typed = String(sheet.cells.value(table.row, column));
      if (!before || typed === before.name) continue;
      const others = columnNames.filter((_, other) => other !== index).map(({ name }) => name);
      const name = typed === "" ? numberedName("Column", others) : freeName(typed, others);
      columnNames[index] = { ...before, name };
      sheet.cells.write({ row: table.row, column, rows: 1, columns: 1 }, [[name]]);
    }
  }
  return { ...table, columnNames };
}
