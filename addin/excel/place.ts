import { LAST_ROW } from "./address";
import type { HeaderSearch } from "./headerOf";
import { isOwnSheet, isOwnTable } from "./ownSheets";
import { problemOf, Refusal, type ProblemCode } from "./problem";
import { sourceFromBlock, sourceFromTable, type Block, type Source } from "./source";

/** The cells that somebody means, before anything of them is read: a table, or a block. */
export type Place = ({ readonly table: string } | Block) & { readonly meant?: Meant };

/**
 * How a selection was understood: the table that it touches · the block around a cell · just the selected cells · the
 * used part of selected columns · all that a sheet holds, where a blank cell away from it is selected.
 */
export type Meant = "table" | "block" | "cells" | "columns" | "sheet";

/** What the selection means: its table, the block around a single cell, or the cells themselves. */
export async function placeOfSelection(context: Excel.RequestContext): Promise<Place> {
  try {
    return await placeOfRange(context, context.workbook.getSelectedRange().untrack());
  } catch (thrown) {
    if (thrown instanceof Refusal) throw thrown;
    throw (await selectionRefusal(context, problemOf(thrown).code)) ?? thrown;
  }
}

/**
 * What a range means: the table it touches, the block around a single cell, the used part of whole columns. A single
 * blank cell away from everything means what its sheet holds. How many cells there are is known before one is read.
 */
export async function placeOfRange(context: Excel.RequestContext, range: Excel.Range): Promise<Place> {
  const { worksheet } = range;
  const used = worksheet.getUsedRangeOrNullObject(true).untrack();
  const region = range.getSurroundingRegion().untrack();
  const part = range.getIntersectionOrNullObject(worksheet.getUsedRange().untrack()).untrack(); // A1 if empty
  const tables = [range.getTables(false), region.getTables(false), worksheet.tables];
  range.load("cellCount, rowCount");
  worksheet.load("id, name");
  for (const cells of [used, region, part]) cells.load("rowIndex, columnIndex, rowCount, columnCount");
  tables.forEach((collection) => collection.load("items/id, items/name"));
  await context.sync();

  const sheet = { id: worksheet.id, name: worksheet.name };
  const [inRange, aroundCell, onSheet] = tables;
  const namesOf = (collection: Excel.TableScopedCollection | Excel.TableCollection | undefined) =>
    collection?.items.map(({ name }) => name) ?? [];
  if (isOwnSheet(sheet.name, namesOf(onSheet)) || namesOf(inRange).some(isOwnTable)) {
    throw new Refusal("selection-own-sheet", { sheet: sheet.name });
  }
  const isCell = range.cellCount === 1;
  const isLone = isCell && region.rowCount === 1 && region.columnCount === 1;
  const near = isLone && !used.isNullObject ? onSheet : isCell ? aroundCell : inRange;
  const ids = near?.items.flatMap(({ id, name }) => (isOwnTable(name) ? [] : [id])) ?? [];
  const own = isCell ? (inRange?.items[0]?.id ?? null) : null; // the cell's own table, whatever touches it
  if (own === null && ids.length > 1) throw new Refusal("selection-several-tables", { count: ids.length });
  const table = own ?? ids[0];
  if (table !== undefined) return { table, meant: "table" };

  const cells = isLone ? used : isCell ? region : part;
  if (used.isNullObject || cells.isNullObject) throw new Refusal("sheet-empty", { sheet: sheet.name });
  return {
    sheet,
    row: cells.rowIndex,
    column: cells.columnIndex,
    rows: cells.rowCount,
    columns: cells.columnCount,
    // All that a sheet holds need not hang together, so that no region would find it again.
    extent: isCell && !isLone ? "region" : "cells",
    meant: isLone ? "sheet" : isCell ? "block" : range.rowCount > LAST_ROW ? "columns" : "cells",
  };
}

export function sourceFromPlace(context: Excel.RequestContext, place: Place, search?: HeaderSearch): Promise<Source> {
  return "table" in place ? sourceFromTable(context, place.table) : sourceFromBlock(context, place, search);
}

/** Codes with which Excel refuses a selection that is no single range; others have nothing to do with it. */
const SELECTION_CODES = new Set<ProblemCode>([
  "InvalidSelection",
  "InvalidArgument",
  "InvalidOperation",
  "InvalidReference",
  "ItemNotFound",
  "GeneralException",
]);

/** Why `getSelectedRange` refused: several areas, or no cells at all; null where it is neither. */
async function selectionRefusal(context: Excel.RequestContext, code: ProblemCode): Promise<Refusal | null> {
  if (!SELECTION_CODES.has(code)) return null;
  try {
    const areas = context.workbook.getSelectedRanges();
    areas.load("areaCount");
    await context.sync();
    return areas.areaCount > 1 ? new Refusal("selection-several-areas", { count: areas.areaCount }) : null;
  } catch (thrown) {
    return SELECTION_CODES.has(problemOf(thrown).code) ? new Refusal("selection-not-cells") : null;
  }
}
