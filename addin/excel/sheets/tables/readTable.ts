import { findTables, type FoundTable } from "./findTable";
import type { Columns, OurTable } from "./ourTable";
import { readRows, type ReadRows } from "./readRows";

/** A table of ours with all its rows. */
export interface ReadTable<Own extends Columns> extends ReadRows<Own> {
  readonly found: FoundTable;
}

/** Reads a table that is there. Refused as of `findTables`. */
export async function readTable<Own extends Columns>(
  context: Excel.RequestContext,
  table: OurTable<Own>,
): Promise<ReadTable<Own>> {
  const [found] = await findTables(context, [table as unknown as OurTable]); // of any rows: only its columns are looked at
  if (!found) throw new Error(`the table ${table.name} was not found`);
  return { found, ...(await readRows(context, table, found)) };
}
