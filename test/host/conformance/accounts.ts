import { sheetOf, workbookOf } from "../../../addin/playground/host/simpleSnapshot";
import type { TableSnapshot, WorkbookSnapshot } from "../../../addin/playground/host/snapshot";

/** Four accounts at B2:D6 of "Accounts", a blank row, a note at B8; and an empty sheet "Other". */
export function accounts(): WorkbookSnapshot {
  return workbookOf([sheetOf("Accounts", ACCOUNT_CELLS), sheetOf("Other")]);
}

const ACCOUNT_CELLS = [
  [],
  ["", "Name", "Revenue", "Active"],
  ["", "Acme", 50, true],
  ["", "Birch", 120, false],
  ["", "Cedar", 7.5, true],
  ["", "Dune", "#N/A", true],
  [],
  ["", "note"],
];

/** The same cells as a table named Accounts (B2:D6), with a remark right of it in F3. */
export function accountTable(more: Partial<TableSnapshot> = {}): WorkbookSnapshot {
  const cells = ACCOUNT_CELLS.map((row, index) => (index === 2 ? [...row, "", "remark"] : row));
  const table: TableSnapshot = {
    row: 1,
    column: 1,
    rows: 5,
    columns: 3,
    id: "{T1}",
    name: "Accounts",
    columnNames: [
      { id: 1, name: "Name" },
      { id: 2, name: "Revenue" },
      { id: 3, name: "Active" },
    ],
    hasHeaders: true,
    hasTotals: false,
    style: "TableStyleMedium2",
    isDataFiltered: false,
    ...more,
  };
  return workbookOf([sheetOf("Accounts", cells, { tables: [table] }), sheetOf("Other")]);
}
