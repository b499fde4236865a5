import { sheetOf } from "../host/simpleSnapshot";
import type { SheetSnapshot, WorkbookSnapshot } from "../host/snapshot";
import type { SampleAccount } from "./accounts";
import { firstQuarter } from "./accounts";
import { secondQuarter } from "./nextQuarter";

/** The sample as a workbook: one sheet "Accounts" with one table "Accounts". */
export function sampleWorkbook(quarter: 1 | 2): WorkbookSnapshot {
  const accounts = quarter === 1 ? firstQuarter() : secondQuarter();
  const rows = accounts.length;
  const values = accounts.map((account) => trimmed(FIELDS.map(({ name }) => account[name])));
  const sheet: SheetSnapshot = {
    ...sheetOf("Accounts", [FIELDS.map(({ name }) => name), ...values]),
    numberFormats: FIELDS.flatMap(({ format }, column) =>
      format ? [{ row: 1, column, rows, columns: 1, format }] : [],
    ).reduce(joinNeighbours, []),
    columnWidths: Object.fromEntries(FIELDS.map(({ width }, column) => [column, width])),
    tables: [
      {
        id: "1",
        name: "Accounts",
        row: 0,
        column: 0,
        rows: rows + 1,
        columns: FIELDS.length,
        columnNames: FIELDS.map(({ name }, i) => ({ id: i + 1, name })),
        hasHeaders: true,
        hasTotals: false,
        style: "TableStyleMedium2",
        isDataFiltered: false,
      },
    ],
  };
  return { sheets: [sheet], activeSheet: "Accounts", names: [], settings: {}, date1904: false };
}

const MONEY = "#,##0";
const DATE = "yyyy-mm-dd";

const FIELDS: readonly { name: keyof SampleAccount; width: number; format?: string }[] = [
  { name: "Account", width: 180 },
  { name: "Industry", width: 110 },
  { name: "Country", width: 110 },
  { name: "Region", width: 80 },
  { name: "Owner", width: 100 },
  { name: "Parent", width: 160 },
  { name: "Employees", width: 92, format: MONEY },
  { name: "Revenue", width: 96, format: MONEY },
  { name: "Services", width: 96, format: MONEY },
  { name: "Revenue last year", width: 96, format: MONEY },
  { name: "Expected revenue", width: 96, format: MONEY },
  { name: "First purchase", width: 116, format: DATE },
  { name: "Last purchase", width: 114, format: DATE },
  { name: "Orders", width: 76 },
  { name: "Contract months", width: 128 },
  { name: "Engagement", width: 104 },
  { name: "Engaged people", width: 120 },
  { name: "Growth potential", width: 126 },
  { name: "SEO", width: 60 },
  { name: "Logo strength", width: 112 },
  { name: "Co-marketing", width: 110 },
  { name: "Usage %", width: 84, format: "0%" },
  { name: "Tickets", width: 76 },
  { name: "Exclude", width: 80 },
];

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
