import type { Area } from "../snapshot";
import type { Workbook } from "../workbook";
import { columnNames, writeHeader } from "./addTable";

/** After a user typed right below or right of a table (never after an add-in wrote there): the table takes the row or column in. */
export function growTableTo(workbook: Workbook, sheet: string, cell: Area): void {
  for (const table of workbook.tables()) {
    if (table.sheet !== sheet) continue;
    const isInColumns = cell.column >= table.column && cell.column < table.column + table.columns;
    const isInRows = cell.row >= table.row && cell.row < table.row + table.rows;
    if (isInColumns && cell.row === table.row + table.rows && !table.hasTotals) {
      workbook.changeTable(table.id, { rows: table.rows + 1 });
    } else if (isInRows && cell.column === table.column + table.columns && table.hasHeaders) {
      const header = { row: table.row, rows: 1, column: cell.column, columns: 1 };
      const known = table.columnNames.map(({ name }) => name);
      const [name = ""] = columnNames(workbook.readValues(sheet, header)[0] ?? [], known);
      const id = Math.max(...table.columnNames.map((column) => column.id)) + 1;
      workbook.changeTable(table.id, { columns: table.columns + 1, columnNames: [...table.columnNames, { id, name }] });
      writeHeader(workbook, sheet, header, [name]);
    }
  }
}
