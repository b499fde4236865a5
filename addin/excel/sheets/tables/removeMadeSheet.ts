import type { CellValue } from "../../../../engine/index";
import { askTables } from "./findTable";
import type { ChangedTable } from "./rowsEntry";

/**
 * Removes a sheet that a change has made, half made ones too, if every cell that is not blank is one of the words that it
 * was made with. Otherwise it stays as it is: something of somebody else is on it, or rows that were filled in.
 */
export async function removeMadeSheet(
  context: Excel.RequestContext,
  name: string,
  words: readonly string[],
  tables: readonly Pick<ChangedTable, "name">[],
): Promise<void> {
  const { worksheets } = context.workbook;
  const asked = askTables(
    context,
    tables.map((table) => table.name),
  );
  const named = worksheets.getItemOrNullObject(name);
  named.load("id");
  await context.sync();
  const id = await homeOf(context, [...asked()], named.isNullObject ? null : named.id);
  if (id === null) return;
  const sheet = worksheets.getItem(id);
  const used = sheet.getUsedRangeOrNullObject(true).untrack();
  used.load("values");
  await context.sync();
  const ours = new Set<CellValue>([...words, ""]);
  const isOurs =
    used.isNullObject || (used.values as CellValue[][]).every((row) => row.every((cell) => ours.has(cell)));
  if (!isOurs) return;
  sheet.delete();
  await context.sync();
}

/** The sheet of the tables, also where it was renamed since. */
async function homeOf(
  context: Excel.RequestContext,
  [table]: readonly string[],
  named: string | null,
): Promise<string | null> {
  if (table === undefined) return named;
  const { worksheet } = context.workbook.tables.getItem(table);
  worksheet.load("id");
  await context.sync();
  return worksheet.id;
}
