import type { Where } from "../../excel/tiering";
import { count, list } from "../../strings/format";
import { formatArea, parseAddress } from "../host/rules/address";
import { intersect } from "../host/rules/area";
import { UsageError, type Options } from "./options";
import type { Area, SheetSnapshot, WorkbookSnapshot } from "../host/snapshot";

/** Where the accounts are: the named sheet or the one in front, its only table, or the block at its first cell. */
export function placeOf(workbook: WorkbookSnapshot, { sheet, range }: Pick<Options, "sheet" | "range">): Where {
  const chosen = sheet === null ? inFront(workbook) : named(workbook, sheet);
  if (range !== null) refuseRange(chosen, range);
  return { by: "range", sheet: chosen.name, address: range ?? cornerOf(chosen) };
}

function named({ sheets }: WorkbookSnapshot, name: string): SheetSnapshot {
  const found = sheets.find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (found) return found;
  throw new UsageError(`--sheet ${name}: there is no such sheet; there is ${list(sheets.map((each) => each.name))}.`);
}

/** The sheet in front, unless it is empty and others are not. */
function inFront({ sheets, activeSheet }: WorkbookSnapshot): SheetSnapshot {
  const front = sheets.find(({ name }) => name === activeSheet) ?? sheets[0];
  const chosen =
    front && usedArea(front) ? front : sheets.find((each) => each.visibility === "Visible" && usedArea(each));
  if (!chosen) throw new UsageError("The file is empty.");
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

function refuseRange(sheet: SheetSnapshot, range: string): void {
  const address = parseAddress(range);
  if (!address || address.sheet !== null) {
    throw new UsageError(`--range ${range}: write cells such as A1:H501; the sheet is named with --sheet.`);
  }
  const used = usedArea(sheet);
  if (!used) throw new UsageError(`--range ${range}: ${sheet.name} is empty.`);
  if (!intersect(used, address.area)) {
    throw new UsageError(`--range ${range}: nothing is there; the cells of ${sheet.name} are ${formatArea(used)}.`);
  }
}

/** From the first to the last cell with something in it; null for an empty sheet. */
function usedArea({ values }: SheetSnapshot): Area | null {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  values.forEach((cells, row) => {
    const first = cells.findIndex((cell) => cell !== "");
    if (first < 0) return;
    top = Math.min(top, row);
    bottom = row;
    left = Math.min(left, first);
    right = Math.max(
      right,
      cells.findLastIndex((cell) => cell !== ""),
    );
  });
  return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}
