import { fold, type CellValue } from "../../../../engine/index";
import { cellsOfAddress, columnLetters } from "../../address";
import { rangeOf } from "../../cells";
import { typedValue } from "../../typedValue";
import { findTables, type FoundTable } from "./findTable";
import type { ChoiceList, SheetChange } from "./rowsChange";

/** Cells below a table that offer its lists as well, since rows will come. */
export const ROWS_OFFERED = 1_000;

/**
 * Lets the lists of a sheet that was there follow it: words that are missing go below the others, where nothing stands,
 * and every row of the table offers them. What people have put in place of a list stays. The words stay after an undo.
 */
export async function offerLists(context: Excel.RequestContext, { tables, lists }: SheetChange): Promise<void> {
  for (const list of lists) {
    const table = tables.find((each) => each.table.name === list.table)?.table;
    if (!table) continue;
    const [found] = await findTables(context, [table]);
    if (found) await follow(context, found, list);
  }
}

async function follow(context: Excel.RequestContext, found: FoundTable, list: ChoiceList): Promise<void> {
  const position = found.positions[list.column] ?? 0;
  const first = rangeOf(context, found, 0, 1, position, 1);
  const all = rangeOf(context, found, 0, found.rows, position, 1);
  first.dataValidation.load("rule");
  all.dataValidation.load("type");
  await context.sync();
  const source = sourceOf(first.dataValidation.rule);
  if (!source) return;

  const sheet = context.workbook.worksheets.getItem(found.sheet.id);
  const { row, column, rows } = source;
  const cells = sheet.getRangeByIndexes(row, column, rows + list.words.length, 1).untrack();
  cells.load("values");
  await context.sync();
  const standing = (cells.values as CellValue[][]).map(([cell]) => cell ?? "");
  const known = new Set(standing.slice(0, rows).map((cell) => fold(String(cell))));
  const missing = list.words.filter((word) => !known.has(fold(word)));
  const isFree = standing.slice(rows, rows + missing.length).every((cell) => cell === "");
  const more = isFree ? missing : [];
  const isOffered = (all.dataValidation.type as string | null) === "List"; // null where rows differ
  if (more.length === 0 && isOffered) return;

  if (more.length > 0) {
    const below = sheet.getRangeByIndexes(row + rows, column, more.length, 1).untrack();
    below.values = more.map((word) => [typedValue(word)]);
  }
  offer(rangeOf(context, found, 0, found.rows + ROWS_OFFERED, position, 1), row, column, rows + more.length);
  await context.sync();
}

/** Offers the words that stand in a column of the same sheet: a place, never the words themselves. Others can be typed. */
export function offer(cells: Excel.Range, row: number, column: number, rows: number): void {
  const letters = columnLetters(column);
  cells.dataValidation.rule = {
    list: { inCellDropDown: true, source: `=$${letters}$${row + 1}:$${letters}$${row + rows}` },
  };
  cells.dataValidation.errorAlert = { showAlert: false, message: "", style: "Information", title: "" };
}

/** Where the words of a list stand on its own sheet; null where it is none, or another one. */
function sourceOf(rule: Excel.DataValidationRule | null): { row: number; column: number; rows: number } | null {
  const source: unknown = rule?.list?.source;
  if (typeof source !== "string" || !/^=[$A-Z\d:]+$/i.test(source)) return null;
  const cells = cellsOfAddress(source.slice(1));
  if (!cells || cells.firstColumn !== cells.lastColumn) return null;
  return { row: cells.firstRow, column: cells.firstColumn, rows: cells.lastRow - cells.firstRow + 1 };
}
