import type { CellValue } from "../../../engine/index";
import { cellAddress, LAST_ROW } from "../address";
import { inBlocks, type Progress } from "../blocks";
import { Refusal } from "../problem";
import { cellsIn, type FoundTable } from "./findTable";
import { MOST_KNOWN, type OurTable } from "./ourTable";
import { acrossTable } from "./rowsChange";
import { typedCells, typedValue } from "./typed";

/**
 * Rows go below a table by growing it and writing into what it has grown by, in one request for each block. Microsoft
 * advises against `TableRowCollection.add` for many rows ("Importing data into tables"), and that moves what stands below.
 */

/** Refuses what stands where rows will: cells that are not blank, hidden rows, a totals row, the end of the sheet. */
export async function refuseNoRoom(context: Excel.RequestContext, found: FoundTable, rows: number): Promise<void> {
  const place = { sheet: found.sheet.name };
  const { headerRow, firstColumn, hasTotals, headers } = found;
  const addressBelow = cellAddress(headerRow + 1 + found.rows, firstColumn);
  if (hasTotals) throw new Refusal("own-cells-taken", { ...place, address: addressBelow });
  if (headerRow + found.rows + rows > LAST_ROW) throw new Refusal("own-sheet-full", { ...place, count: rows });
  const below = cellsIn(context, found, found.rows, rows, 0, headers.length);
  const used = below.getUsedRangeOrNullObject(true).untrack();
  below.load("rowHidden");
  used.load("address");
  await context.sync();
  if ((below.rowHidden as boolean | null) !== false) throw new Refusal("rows-hidden", place);
  if (!used.isNullObject) {
    throw new Refusal("own-cells-taken", { ...place, address: used.address.split("!").at(-1) ?? "" });
  }
}

/**
 * Appends rows, cells in the order of our columns, and reads them back. Each request looks what stands where it writes:
 * where somebody was there first, their cells are put back and `target-edited` is thrown. Earlier blocks stay written.
 */
export async function appendRows(
  context: Excel.RequestContext,
  table: OurTable,
  found: FoundTable,
  rows: readonly (readonly CellValue[])[],
  progress: Progress,
): Promise<void> {
  const width = found.headers.length;
  const across = acrossTable(found, table);
  const typed = typedOnce();
  const first = (await isBlankTable(context, found)) ? 0 : found.rows;
  const place = { sheet: found.sheet.name };
  let grown = Math.max(1, first);
  let sent = 0; // up to here rows were sent already: a block whose answer was too large comes again, in halves
  await inBlocks(
    rows.length,
    3 * width, // writing costs twice as much as reading
    async (from, count) => {
      const [start, end] = [first + from, first + from + count];
      const block = rows.slice(from, from + count);
      const own = context.workbook.tables.getItem(found.id);
      const header = own.getHeaderRowRange().untrack();
      const target = header
        .getOffsetRange(1 + start, 0)
        .untrack()
        .getResizedRange(count - 1, 0)
        .untrack();
      const body = own.getDataBodyRange().untrack();
      const used = target.getUsedRangeOrNullObject(true).untrack();
      body.load("rowCount");
      used.load("rowIndex, columnIndex, rowCount, columnCount, values, formulas");
      const isAgain = end <= sent;
      const sizes = [grown, Math.max(grown, sent)];
      const reach = Math.max(grown, sent, end);
      sent = Math.max(sent, end);
      own.resize(header.getResizedRange(reach, 0).untrack());
      target.values = block.map((cells) => across(cells.map(typed)));
      await context.sync();

      grown = reach;
      if (sizes.includes(body.rowCount) && (used.isNullObject || isAgain)) return;
      const free = header
        .getOffsetRange(1 + start, 0)
        .untrack()
        .getResizedRange(count - 1, 0)
        .untrack();
      free.values = block.map(() => new Array<CellValue>(width).fill(""));
      if (!used.isNullObject) {
        const { rowIndex, columnIndex, rowCount, columnCount } = used;
        const sheet = context.workbook.worksheets.getItem(found.sheet.id);
        sheet.getRangeByIndexes(rowIndex, columnIndex, rowCount, columnCount).untrack().formulas = typedCells(used);
      }
      own.resize(header.getResizedRange(body.rowCount, 0).untrack());
      await context.sync();
      throw new Refusal("target-edited", place);
    },
    progress,
  );
  await readBack(context, table, { ...found, rows: first + rows.length }, first, rows);
}

/** A table without rows has a blank one, which is written to first. */
export async function isBlankTable(context: Excel.RequestContext, found: FoundTable): Promise<boolean> {
  if (found.rows > 1) return false;
  const only = cellsIn(context, found, 0, 1, 0, found.headers.length);
  only.load("values");
  await context.sync();
  const cells = (only.values[0] ?? []) as CellValue[];
  return Object.values(found.positions).every((position) => cells[position] === "");
}

/** Reads rows back as they should stand from a place on. */
async function readBack(
  context: Excel.RequestContext,
  { columns }: OurTable,
  found: FoundTable,
  first: number,
  rows: readonly (readonly CellValue[])[],
): Promise<void> {
  const ids = Object.keys(columns);
  await inBlocks(rows.length, found.headers.length, async (from, count) => {
    const range = cellsIn(context, found, first + from, count, 0, found.headers.length);
    range.load("values");
    await context.sync();
    (range.values as CellValue[][]).forEach((cells, i) => {
      const wanted = rows[from + i] ?? [];
      const at = ids.findIndex((id, k) => {
        const [cell, value] = [cells[found.positions[id] ?? 0], wanted[k] ?? ""];
        return cell !== value && cell !== shown(value);
      });
      if (at < 0) return;
      const { headerRow, firstColumn } = found;
      const column = firstColumn + (found.positions[ids[at] ?? ""] ?? 0);
      const address = cellAddress(headerRow + 1 + first + from + i, column);
      throw new Refusal("read-back-differs", { sheet: found.sheet.name, address });
    });
  });
}

/** Cells are mostly the same few words: each is made ready once. */
function typedOnce(): (value: CellValue) => CellValue {
  const known = new Map<CellValue, CellValue>();
  return (value) => {
    if (typeof value !== "string") return value;
    let typed = known.get(value);
    if (typed === undefined) {
      typed = typedValue(value);
      if (known.size < MOST_KNOWN) known.set(value, typed);
    }
    return typed;
  };
}

/** What a cell shows after a value was typed: the longest text is cut, and an apostrophe in front goes. */
function shown(value: CellValue): CellValue {
  const typed = typedValue(value);
  if (typeof typed !== "string") return typed;
  return typed.startsWith("'") ? typed.slice(1) : typed;
}
