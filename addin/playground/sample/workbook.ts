import { sheetOf } from "../host/simpleSnapshot";
import type { SheetSnapshot, WorkbookSnapshot } from "../host/snapshot";
import { firstQuarter } from "../../taskpane/sample/accounts";
import { COLUMNS } from "../../taskpane/sample/columns";
import { secondQuarter } from "./nextQuarter";

/** The sample as a workbook: one sheet "Accounts" with one table "Accounts". */
export function sampleWorkbook(quarter: 1 | 2): WorkbookSnapshot {
  const accounts = quarter === 1 ? firstQuarter() : secondQuarter();
  const rows = accounts.length;
  const values = accounts.map((account) => trimmed(COLUMNS.map(({ name }) => account[name])));
  const sheet: SheetSnapshot = {
    ...sheetOf("Accounts", [COLUMNS.map(({ name }) => name), ...values]),
    numberFormats: COLUMNS.flatMap(({ format }, column) =>
      format ? [{ row: 1, column, rows, columns: 1, format }] : [],
    ).reduce(joinNeighbours, []),
    columnWidths: Object.fromEntries(COLUMNS.map(({ width }, column) => [column, width])),
    tables: [
      {
        id: "1",
        name: "Accounts",
        row: 0,
        column: 0,
        rows: rows + 1,
        columns: COLUMNS.length,
        columnNames: COLUMNS.map(({ name }, i) => ({ id: i + 1, name })),
        hasHeaders: true,
        hasTotals: false,
        style: "TableStyleMedium2",
        isDataFiltered: false,
      },
    ],
  };
  return { sheets: [sheet], activeSheet: "Accounts", names: [], settings: {}, date1904: false };
}

function joinNeighbours(
  areas: SheetSnapshot["numberFormats"],
  area: SheetSnapshot["numberFormats"][number],
): SheetSnapshot["numberFormats"] {
  const last = areas.at(-1);
  if (!last || last.format !== area.format || last.column + last.columns !== area.column) return [...areas, area];
  return [...areas.slice(0, -1), { ...last, columns: last.columns + area.columns }];
}

/** Rows of a snapshot end at their last value. */
function trimmed<T>(values: T[]): T[] {
  while (values.at(-1) === "") values.pop();
  return values;
}
