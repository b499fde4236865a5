import type { Remote } from "comlink";
import { formatAddress } from "../host/rules/address";
import { intersect, SHEET_COLUMNS } from "../host/rules/area";
import type { Area } from "../host/snapshot";
import type { SheetSide } from "./messages";

export type Edit = (host: Remote<SheetSide>) => Promise<void>;

/** What a person does to rows and sheets that has no key of its own here, by the name of the menu's entry. */
export const EDITS: Readonly<Record<string, Edit>> = {
  "Insert rows": async (host) => void (await host.user("insert", await selectedRows(host))),
  "Delete rows": async (host) => void (await host.user("delete", await selectedRows(host))),
  "Sort A to Z": (host) => sort(host, true),
  "Sort Z to A": (host) => sort(host, false),
  "Protect sheet": async (host) => void (await host.user("protect")),
  "Unprotect sheet": async (host) => void (await host.user("unprotect")),
};

async function selectedRows(host: Remote<SheetSide>): Promise<string> {
  const { selection, activeSheet } = await host.overview();
  const [area] = selection;
  if (!area) throw new Error("Select some rows first.");
  return formatAddress(activeSheet, { ...area, column: 0, columns: SHEET_COLUMNS });
}

/** Sorts what is in use below the first row by the column of the active cell. */
async function sort(host: Remote<SheetSide>, isAscending: boolean): Promise<void> {
  const { selection, rows, columns, activeSheet } = await host.overview();
  const used: Area = { row: 1, column: 0, rows: rows - 1, columns };
  const [area] = selection;
  const cell = area && intersect({ ...area, row: 1, rows: 1, columns: 1 }, used);
  if (!cell) throw new Error("Select a cell in the column to sort by first.");
  await host.user("sort", formatAddress(activeSheet, used), cell.column, isAscending);
}
