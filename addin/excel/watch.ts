import { cellsOfAddress } from "./address";
import type { WritePlan } from "./plan";
import { firstHeaderRow, type Source } from "./source";

/**
 * An edit that may make tiers stale. Positions count from the first column of the source, ends included; negative ones
 * are left of it.
 */
export type Edit = { readonly positions: { readonly first: number; readonly last: number } } & (
  | { readonly kind: "cells"; /** From 0 below the header. */ readonly from: number; readonly rows: number }
  /** Rows or columns came, went or moved, or a header changed: the source must be looked at again. */
  | { readonly kind: "shape" }
);

/** Who has edited: whoever sits at this Excel, with add-ins and macros, or somebody else in the same workbook. */
export type Editor = "user" | "co-author";

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
  onEdit: (edit: Edit, by: Editor) => void,
): Promise<(excel: Pick<typeof Excel, "run">) => Promise<void>> {
  const handler = context.workbook.worksheets.getItem(source.sheet.id).onChanged.add((event) => {
    const edit = event.triggerSource === "ThisLocalAddin" ? null : editOf(event, source);
    if (edit) onEdit(edit, event.source === "Remote" ? "co-author" : "user");
    return Promise.resolve();
  });
  await context.sync();
  return (excel) =>
    excel.run(handler.context, async (own) => {
      handler.remove();
      await own.sync();
    });
}

/** Whether an edit touches what a plan was made from, or what it writes to; our own columns may stand apart from the source. */
export function concerns({ kind, positions: { first, last } }: Edit, { source, accounts, placed }: WritePlan): boolean {
  const read = [...accounts.mapping.values()].flat().map((header) => source.headers.indexOf(header));
  const own = [...placed.values()].map(({ column }) => column - source.firstColumn);
  if (kind === "shape") return first <= Math.max(source.columns, ...own); // what is inserted left of them moves them
  return [...read, ...own].some((position) => position >= first && position <= last);
}

/** What an event means for a source; null where it does not concern it, whatever is read of it. */
export function editOf(
  { address, changeType }: Pick<Excel.WorksheetChangedEventArgs, "address" | "changeType">,
  source: Source,
): Edit | null {
  const { headerRow, firstColumn, rows } = source;
  const area = cellsOfAddress(address);
  if (area === null) return { kind: "shape", positions: { first: 0, last: 0 } }; // several areas at once, perhaps
  if (area.firstRow > headerRow + rows + 1) return null; // right below it a new account may begin
  const positions = { first: area.firstColumn - firstColumn, last: area.lastColumn - firstColumn };
  if (changeType !== "RangeEdited") return { kind: "shape", positions };
  if (positions.last < 0 || area.lastRow < firstHeaderRow(source)) return null;
  const from = Math.max(0, area.firstRow - headerRow - 1);
  const last = area.lastRow - headerRow - 1;
  const isBody = area.firstRow > headerRow && last < rows;
  return isBody ? { kind: "cells", positions, from, rows: last - from + 1 } : { kind: "shape", positions };
}
