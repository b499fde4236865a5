import { intersect } from "../rules/area";
import { freeName, numberedName } from "../rules/naming";
import type { Area } from "../snapshot";
import type { MemorySheet } from "./sheet";

/**
 * After a write: a table's columns are called what its header cells say.
 *
 * As in Excel a blank header becomes `Column1`, a name that another column has gets a number, and the cell shows it.
 */
export function followHeaders(sheet: MemorySheet, area: Area): void {
  for (const table of sheet.tables) {
    const header = table.hasHeaders ? intersect({ ...table, rows: 1 }, area) : null;
    if (!header) continue;
    const columnNames = table.columnNames.slice();
    for (let column = header.column; column < header.column + header.columns; column++) {
      const index = column - table.column;
      const before = columnNames[index];
      const typed = String(sheet.grid.value(table.row, column));
      if (!before || typed === before.name) continue;
      const others = columnNames.filter((_, other) => other !== index).map(({ name }) => name);
      const name = typed === "" ? numberedName("Column", others) : freeName(typed, others);
      columnNames[index] = { ...before, name };
      sheet.grid.write({ row: table.row, column, rows: 1, columns: 1 }, [[name]]);
    }
    table.columnNames = columnNames;
  }
}
