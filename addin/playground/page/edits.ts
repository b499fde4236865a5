import { formatAddress } from "../host/rules/address";
import { intersect, SHEET_COLUMNS } from "../host/rules/area";
import type { GridDesk } from "./gridDesk";

export type Edit = (grid: GridDesk) => void;

/** What the grid has under the right mouse button or not at all, by the name of the ribbon's entry. */
export const EDITS: Readonly<Record<string, Edit>> = {
  "Insert rows": (grid) => void grid.desk.user("insert", selectedRows(grid)),
  "Delete rows": (grid) => void grid.desk.user("delete", selectedRows(grid)),
  "Sort A to Z": (grid) => sort(grid, true),
  "Sort Z to A": (grid) => sort(grid, false),
  "Protect sheet": (grid) => void grid.desk.user("protect"),
  "Unprotect sheet": (grid) => void grid.desk.user("unprotect"),
};

function selectedRows({ desk }: GridDesk): string {
  const { selection, activeSheet } = desk.overview();
  const [area] = selection;
  if (!area) throw new Error("Select some rows first.");
  return formatAddress(activeSheet, { ...area, column: 0, columns: SHEET_COLUMNS });
}

/** Sorts what is in use below the first row by the column of the active cell. */
function sort({ desk, workbook }: GridDesk, isAscending: boolean): void {
  const { selection, activeSheet } = desk.overview();
  const used = workbook.usedArea(workbook.activeSheet(), true);
  const [area] = selection;
  const body = used && { ...used, row: used.row + 1, rows: used.rows - 1 };
  const cell = area && body && intersect({ ...area, row: body.row, rows: 1, columns: 1 }, body);
  if (!cell) throw new Error("Select a cell in the column to sort by first.");
  desk.user("sort", formatAddress(activeSheet, body), cell.column - body.column, isAscending);
}
