import { cellAddress, LAST_ROW } from "../../address";
import { rangeOf } from "../../cells";
import { Refusal } from "../../problem";
import type { FoundTable } from "./findTable";

/** Refuses what stands where rows will: cells that are not blank, hidden rows, a totals row, the end of the sheet. */
export async function refuseNoRoom(context: Excel.RequestContext, found: FoundTable, rows: number): Promise<void> {
  const place = { sheet: found.sheet.name };
  const { headerRow, firstColumn, hasTotals, headers } = found;
  const addressBelow = cellAddress(headerRow + 1 + found.rows, firstColumn);
  if (hasTotals) throw new Refusal("own-cells-taken", { ...place, address: addressBelow });
  if (headerRow + found.rows + rows > LAST_ROW) throw new Refusal("own-sheet-full", { ...place, count: rows });
  const below = rangeOf(context, found, found.rows, rows, 0, headers.length);
  const used = below.getUsedRangeOrNullObject(true).untrack();
  below.load("rowHidden");
  used.load("address");
  await context.sync();
  if ((below.rowHidden as boolean | null) !== false) throw new Refusal("rows-hidden", place);
  if (!used.isNullObject) {
    throw new Refusal("own-cells-taken", { ...place, address: used.address.split("!").at(-1) ?? "" });
  }
}
