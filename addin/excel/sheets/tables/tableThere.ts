import { askTables } from "./findTable";
import type { Columns, OurTable } from "./ourTable";
import { readTable, type ReadTable } from "./readTable";

/** A table of ours with all its rows; null where the workbook has none. */
export async function tableThere<Own extends Columns>(
  context: Excel.RequestContext,
  table: OurTable<Own>,
): Promise<ReadTable<Own> | null> {
  const asked = askTables(context, [table.name]);
  await context.sync();
  return asked().size > 0 ? readTable(context, table) : null;
}
