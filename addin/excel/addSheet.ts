import type { CellValue } from "../../engine/index";
import { cellText } from "./text";

/** A table to put on a sheet of its own. Rows are as wide as `columns`. */
export interface SheetOfAccounts {
  readonly name: string;
  /** `format` is a number format in Excel's English form. */
  readonly columns: readonly { readonly name: string; readonly format?: string }[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** Adds a sheet with the accounts as a table, in front and selected. Nothing that was there changes. */
export async function addSheet(context: Excel.RequestContext, { name, columns, rows }: SheetOfAccounts): Promise<void> {
  const { worksheets, tables } = context.workbook;
  worksheets.load("items/name");
  tables.load("items/name");
  await context.sync();
  const title = freeName(
    name,
    worksheets.items.map((sheet) => sheet.name),
  );
  const sheet = worksheets.add(title);
  const cells = sheet.getRangeByIndexes(0, 0, rows.length + 1, columns.length).untrack();
  const header = columns.map((column) => cellText(column.name));
  cells.values = [header, ...rows.map((row) => row.map((cell) => (typeof cell === "string" ? cellText(cell) : cell)))];
  columns.forEach(({ format }, at) => {
    if (format !== undefined) {
      sheet.getRangeByIndexes(1, at, rows.length, 1).untrack().numberFormat = rows.map(() => [format]);
    }
  });
  const table = sheet.tables.add(cells, true);
  table.name = freeName(
    name.replaceAll(" ", ""),
    tables.items.map((each) => each.name),
  );
  cells.format.autofitColumns();
  sheet.activate();
  sheet.getRangeByIndexes(0, 0, 1, 1).untrack().select();
  await context.sync();
}

/** Excel tells names apart without regard to case. */
function freeName(name: string, taken: readonly string[]): string {
  const used = new Set(taken.map((each) => each.toLowerCase()));
  if (!used.has(name.toLowerCase())) return name;
  let number = 2;
  while (used.has(`${name} ${number}`.toLowerCase()) || used.has(`${name}${number}`.toLowerCase())) number++;
  return name.includes(" ") ? `${name} ${number}` : `${name}${number}`;
}
