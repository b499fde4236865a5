import { cellsOfAddress } from "./address";
import type { Source } from "./source";

/** An edit that may make tiers stale. */
export type Edit =
  /** Cells that a run reads or writes, in some rows of the source; rows count from 0 below the header. */
  | { readonly kind: "cells"; readonly from: number; readonly rows: number }
  /** Rows or columns came, went or moved, or a header changed: the source must be looked at again. */
  | { readonly kind: "shape" };

/** Stops watching. */
export type Unwatch = () => Promise<void>;

/**
 * Tells of edits in the columns at `positions` of a source, by the user and by co-authors, not of our own writes.
 *
 * Excel raises no event when a formula is recalculated, nor for some drop-downs on the web: an edit told of is certain,
 * silence is not. The watch ends with `unwatch`, or with the session.
 */
export async function watch(
  context: Excel.RequestContext,
  source: Source,
  positions: ReadonlySet<number>,
  onEdit: (edit: Edit) => void,
): Promise<(excel: Pick<typeof Excel, "run">) => Promise<void>> {
  const handler = context.workbook.worksheets.getItem(source.sheet.id).onChanged.add((event) => {
    const edit = event.triggerSource === "ThisLocalAddin" ? null : editOf(event, source, positions);
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

/** What an event means for a source; null where it does not concern it. */
export function editOf(
  { address, changeType }: Pick<Excel.WorksheetChangedEventArgs, "address" | "changeType">,
  { headerRow, firstColumn, rows, columns }: Source,
  positions: ReadonlySet<number>,
): Edit | null {
  const areas = address.split(",").map(cellsOfAddress);
  const edits = areas.map((area): Edit | null => {
    if (area === null) return { kind: "shape" };
    const isRight = area.firstColumn > Math.max(firstColumn + columns, firstColumn + Math.max(0, ...positions));
    const isBelow = area.firstRow > headerRow + rows + 1; // right below it a new account may begin
    if (isRight || isBelow || area.lastRow < 0) return null;
    if (changeType !== "RangeEdited") return { kind: "shape" }; // what is inserted above or left of it moves it
    if (area.lastColumn < firstColumn || area.lastRow < headerRow) return null;
    const first = Math.max(0, area.firstRow - headerRow - 1);
    const last = Math.min(rows, area.lastRow - headerRow - 1);
    if (area.firstRow <= headerRow || last === rows) return { kind: "shape" };
    const isRead = [...positions].some((position) => {
      const column = firstColumn + position;
      return column >= area.firstColumn && column <= area.lastColumn;
    });
    return isRead ? { kind: "cells", from: first, rows: last - first + 1 } : null;
  });
  return edits.find((edit) => edit?.kind === "shape") ?? edits.find((edit) => edit !== null) ?? null;
}
