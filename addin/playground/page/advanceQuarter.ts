import { checkCellsWritable } from "../host/rules/protection";
import type { Area, CellValue } from "../host/snapshot";
import type { TableState, Workbook } from "../host/workbook";
import { sampleWorkbook } from "../sample/workbook";

/**
 * Three months later in the sample workbook: a person puts the second quarter's numbers over the first's, account by
 * account in whatever order they stand, and the new accounts at the end. Cells right of the sample's columns stay.
 * False where no table of the workbook has the sample's columns.
 */
export function advanceQuarter(workbook: Workbook): boolean {
  const [headers = [], ...after] = sampleWorkbook(2).sheets[0]?.values ?? [];
  const table = workbook.tables().find((each) => each.hasHeaders && startsWith(each, headers));
  if (!table) return false;

  const later = new Map(after.map((account) => [account[0], filled(account, headers.length)]));
  const body: Area = { row: table.row + 1, column: table.column, rows: table.rows - 1, columns: headers.length };
  checkCellsWritable(workbook, table.sheet, body);
  const values = workbook.readValues(table.sheet, body).map(([name]) => {
    const account = later.get(name);
    later.delete(name);
    return account ?? headers.map(() => null); // somebody else's row is left alone
  });
  const added = [...later.values()];
  workbook.by("user", () => {
    workbook.activate(table.sheet);
    if (added.length > 0) addRows(workbook, table, body, added.length);
    const all = { ...body, rows: body.rows + added.length };
    workbook.writeCells(table.sheet, all, { values: [...values, ...added], formulas: [] });
  });
  return true;
}

/** New rows of a table look like the row above them. */
function addRows(workbook: Workbook, table: TableState, body: Area, rows: number): void {
  const last = { ...body, row: body.row + body.rows - 1, rows: 1 };
  const formats = workbook.readNumberFormats(table.sheet, last)[0] ?? [];
  workbook.insertTableRows(table.id, body.rows, rows);
  formats.forEach((format, column) => {
    const cells = { row: body.row + body.rows, column: body.column + column, rows, columns: 1 };
    workbook.setNumberFormat(table.sheet, cells, format);
  });
}

function startsWith({ columnNames }: TableState, headers: readonly CellValue[]): boolean {
  return headers.every((header, i) => columnNames[i]?.name === header);
}

function filled(account: readonly CellValue[], length: number): CellValue[] {
  return Array.from({ length }, (_, i) => account[i] ?? "");
}
