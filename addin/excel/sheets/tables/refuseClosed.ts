import { askObstacles } from "../../obstacles";
import type { StandingTable } from "./findTable";

/** Refuses a table that does not let itself be written to: read only, protected, filtered, rows hidden. */
export async function refuseClosed(context: Excel.RequestContext, table: StandingTable): Promise<void> {
  const { sheet, id, name, headerRow, firstColumn, rows, headers } = table;
  const refuse = askObstacles(context, {
    ...{ sheet, table: { id, name }, headerRow, firstColumn, rows },
    ...{ columns: headers.length, headers, extent: "table", header: { row: 0, rows: 1 } },
  });
  await context.sync();
  refuse();
}
