import type { Where } from "../../excel/tiering";
import { count, list } from "../../strings/format";
import { formatArea } from "../host/rules/address";
import type { SheetSnapshot, WorkbookSnapshot } from "../host/snapshot";
import { UsageError, type Options } from "./options";

/** Where the accounts are: the named sheet or the one in front, its only table, or the block at its first cell. */
export function placeOf(workbook: WorkbookSnapshot, { sheet, range }: Options): Where {
  const chosen = sheet === null ? inFront(workbook) : named(workbook, sheet);
  return { by: "range", sheet: chosen.name, address: range ?? cornerOf(chosen) };
}

function named({ sheets }: WorkbookSnapshot, name: string): SheetSnapshot {
  const found = sheets.find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (!found)
    throw new UsageError(`There is no sheet named ${name}; there is ${list(sheets.map((each) => each.name))}.`);
  return found;
}

/** The sheet in front, unless it is empty and others are not. */
function inFront({ sheets, activeSheet }: WorkbookSnapshot): SheetSnapshot {
  const isFilled = (sheet: SheetSnapshot) => sheet.values.some((row) => row.some((cell) => cell !== ""));
  const front = sheets.find(({ name }) => name === activeSheet) ?? sheets[0];
  const chosen =
    front && isFilled(front) ? front : sheets.find((each) => each.visibility === "Visible" && isFilled(each));
  if (!chosen) throw new UsageError("The workbook is empty.");
  return chosen;
}

function cornerOf({ name, tables }: SheetSnapshot): string {
  const [table, ...others] = tables;
  if (others.length > 0) {
    const names = list(
      tables.map((each) => each.name),
      "disjunction",
    );
    throw new UsageError(`${name} has ${count(tables.length)} tables (${names}): say which one with --range.`);
  }
  return table ? formatArea({ row: table.row, column: table.column, rows: 1, columns: 1 }) : "A1";
}
