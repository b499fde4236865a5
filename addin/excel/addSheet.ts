import type { CellValue } from "../../engine/index";
import { refusalWith } from "./problem";
import { cellText } from "./text";
import { typedValue } from "./typedValue";

/** A table to put on a sheet of its own. Rows are as wide as `columns`. */
export interface SheetOfAccounts {
  readonly name: string;
  /** `format` is a number format in Excel's English form. */
  readonly columns: readonly { readonly name: string; readonly format?: string }[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** Adds a sheet with the accounts as a table, in front and selected. Nothing that was there changes. */
export async function addSheet(context: Excel.RequestContext, { name, columns, rows }: SheetOfAccounts): Promise<void> {
  const { worksheets, tables, names } = context.workbook;
  for (const taken of [worksheets, tables, names]) taken.load("items/name");
  await context.sync();
  const title = freeName(
    name,
    worksheets.items.map((sheet) => sheet.name),
  );
  const tableName = freeName(
    tableNameOf(name),
    [...tables.items, ...names.items].map((each) => each.name),
  );
  try {
    fill(worksheets.add(title), tableName, columns, rows);
    await context.sync();
  } catch (thrown) {
    const isRemoved = await removeSheet(context, title).then(
      () => true,
      () => false,
    );
    throw refusalWith(thrown, isRemoved ? "restored" : "unknown");
  }
}

function fill(
  sheet: Excel.Worksheet,
  tableName: string,
  columns: SheetOfAccounts["columns"],
  rows: SheetOfAccounts["rows"],
): void {
  const below = Math.max(1, rows.length); // a table without rows has a blank one
  const cells = sheet.getRangeByIndexes(0, 0, below + 1, columns.length).untrack();
  const header = columns.map((column) => cellText(column.name));
  const blank = rows.length === 0 ? [columns.map(() => "")] : [];
  const typed = rows.map((row) => row.map(typedValue));
  cells.values = [header, ...typed, ...blank];
  columns.forEach(({ format }, at) => {
    if (format !== undefined) {
      const column = sheet.getRangeByIndexes(1, at, below, 1).untrack();
      column.numberFormat = Array.from({ length: below }, () => [format]);
    }
  });
  const table = sheet.tables.add(cells, true);
  table.name = tableName;
  cells.format.autofitColumns();
  sheet.activate();
  sheet.getRangeByIndexes(0, 0, 1, 1).untrack().select();
}

/** What came before the failing step stays: a sheet without its accounts is of no use to anybody. */
async function removeSheet(context: Excel.RequestContext, title: string): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(title);
  sheet.load("name");
  await context.sync();
  if (!sheet.isNullObject) sheet.delete();
  await context.sync();
}

/**
 * A name that Excel takes for a table: letters and digits, no spaces, not a digit first, and nothing that is a cell as
 * well. "Tier 1 (new) list" becomes "Tier1NewList".
 */
function tableNameOf(name: string): string {
  const words = name.split(/[^\p{L}\p{Nd}_.]+|[\u{10000}-\u{10ffff}]/u).filter((word) => word !== "");
  const joined = words.map((word, i) => (i === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join("");
  const isPlain = /^[\p{L}_]/u.test(joined) && !/^(?:[a-z]{1,3}\d+|r\d*c?\d*|c\d*)$/i.test(joined);
  return isPlain ? joined : `_${joined}`;
}

/** Excel tells names apart without regard to case. */
function freeName(name: string, taken: readonly string[]): string {
  const used = new Set(taken.map((each) => each.toLowerCase()));
  if (!used.has(name.toLowerCase())) return name;
  let number = 2;
  while (used.has(`${name} ${number}`.toLowerCase()) || used.has(`${name}${number}`.toLowerCase())) number++;
  return name.includes(" ") ? `${name} ${number}` : `${name}${number}`;
}
