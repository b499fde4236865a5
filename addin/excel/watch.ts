import { cellsOfAddress } from "./address";
import type { WritePlan } from "./plan";
import type { Source } from "./source";

/** An edit that may make tiers stale. */
export type Edit =
  /** Some cells of the source; rows count from 0 below the header, positions from its first column, ends included. */
  | {
      readonly kind: "cells";
      readonly from: number;
      readonly rows: number;
      readonly positions: { readonly first: number; readonly last: number };
    }
  /** Rows or columns came, went or moved, or a header changed: the source must be looked at again. */
  | { readonly kind: "shape" };

/** Stops watching. */
export type Unwatch = () => Promise<void>;

/**
 * Tells of edits to a source and right below it, by the user and by co-authors, not of our own writes.
 *
 * Excel raises no event when a formula is recalculated, nor for some drop-downs on the web: an edit told of is certain,
 * silence is not. The watch ends when the answer is called, or with the session.
 */
export async function watch(
  context: Excel.RequestContext,
  source: Source,
  onEdit: (edit: Edit) => void,
): Promise<(excel: Pick<typeof Excel, "run">) => Promise<void>> {
  const handler = context.workbook.worksheets.getItem(source.sheet.id).onChanged.add((event) => {
    const edit = event.triggerSource === "ThisLocalAddin" ? null : editOf(event, source);
    if (edit) onEdit(edit);
    return Promise.resolve();
  });
  await context.sync();
  return (excel) =>
    excel.run(handler.context, async (own) => {
      handler.remove();
      await own.sync();
    });
}

/** Whether an edit touches what a plan was made from, or what it writes to. */
export function concerns(edit: Edit, { source, accounts, placed }: WritePlan): boolean {
  if (edit.kind === "shape") return true;
  const read = [...accounts.mapping.values()].flat().map((header) => source.headers.indexOf(header));
  const own = [...placed.values()].map(({ column }) => column - source.firstColumn);
  const { first, last } = edit.positions;
  return [...read, ...own].some((position) => position >= first && position <= last);
}

/** What an event means for a source; null where it does not concern it. */
export function editOf(
  { address, changeType }: Pick<Excel.WorksheetChangedEventArgs, "address" | "changeType">,
  { headerRow, firstColumn, rows, columns }: Source,
): Edit | null {
  const area = cellsOfAddress(address);
  if (area === null) return { kind: "shape" }; // several areas at once, perhaps
  const isRight = area.firstColumn > firstColumn + columns; // our own columns may stand right beside chosen cells
  const isBelow = area.firstRow > headerRow + rows + 1; // right below it a new account may begin
  if (isBelow || (isRight && changeType !== "RangeEdited")) return null;
  if (changeType !== "RangeEdited") return { kind: "shape" }; // what is inserted above or left of it moves it
  if (area.lastColumn < firstColumn || area.lastRow < headerRow) return null;
  const first = Math.max(0, area.firstRow - headerRow - 1);
  const last = area.lastRow - headerRow - 1;
  if (area.firstRow <= headerRow || last >= rows) return isRight ? null : { kind: "shape" };
  const positions = { first: area.firstColumn - firstColumn, last: area.lastColumn - firstColumn };
  return { kind: "cells", from: first, rows: last - first + 1, positions };
}
