import type { CellValue } from "../../../../engine/index";
import { cellAddress } from "../../address";
import { inBlocks, type Progress } from "../../blocks";
import { Refusal } from "../../problem";
import { typedValue } from "../../typedValue";
import { isBlankTable } from "./blankTable";
import type { FoundTable } from "./findTable";
import { once } from "./once";
import { writerOf, type Columns, type OurTable, type RowOf } from "./ourTable";
import { shownOf, typedCells } from "./typed";

/**
 * Appends rows and reads them back. They go below the table by growing it and writing into what it has grown by, in one
 * request for each block: Microsoft advises against `TableRowCollection.add` for many rows ("Importing data into
 * tables"), and that moves what stands below.
 *
 * Each request looks what stands where it writes: where somebody was there first, their cells are put back and
 * `target-edited` is thrown. Earlier blocks stay written.
 */
export async function appendRows(
  context: Excel.RequestContext,
  table: OurTable,
  found: FoundTable,
  rows: readonly RowOf<Columns>[],
  progress: Progress,
): Promise<void> {
  const width = found.headers.length;
  const typed = typedAcross(table, found);
  const first = (await isBlankTable(context, found)) ? 0 : found.rows;
  const place = { sheet: found.sheet.name };
  let grown = Math.max(1, first);
  let sent = 0; // up to here rows were sent already: a block whose answer was too large comes again, in halves
  await inBlocks(
    rows.length,
    width,
    async (from, count) => {
      const [start, end] = [first + from, first + from + count];
      const block = rows.slice(from, from + count).map(typed);
      const own = context.workbook.tables.getItem(found.id);
      const header = own.getHeaderRowRange().untrack();
      const cellsBelow = () =>
        header
          .getOffsetRange(1 + start, 0)
          .untrack()
          .getResizedRange(count - 1, 0)
          .untrack();
      const target = cellsBelow();
      const written = cellsBelow();
      const body = own.getDataBodyRange().untrack();
      const used = target.getUsedRangeOrNullObject(true).untrack();
      body.load("rowCount");
      used.load("rowIndex, columnIndex, rowCount, columnCount, values, formulas");
      const isAgain = end <= sent;
      const sizes = [grown, Math.max(grown, sent)];
      const reach = Math.max(grown, sent, end);
      sent = Math.max(sent, end);
      own.resize(header.getResizedRange(reach, 0).untrack());
      target.values = block;
      written.load("values");
      await context.sync();

      grown = reach;
      if (sizes.includes(body.rowCount) && (used.isNullObject || isAgain)) {
        return refuseOthers(found, block, written.values as CellValue[][], start);
      }
      cellsBelow().values = block.map(() => new Array<CellValue>(width).fill(""));
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
}

type TypedRow = (CellValue | null)[];

/** Cells of a row as they are typed, in the order of the sheet; null leaves a foreign column alone. */
function typedAcross({ columns }: OurTable, found: FoundTable): (row: RowOf<Columns>) => TypedRow {
  const { positions, headers, dayOffset } = found;
  const across = Object.entries(columns).map(([id, column]) => {
    const write = writerOf(column, dayOffset);
    return { id, position: positions[id] ?? 0, type: once((value: unknown) => typedValue(write(value))) };
  });
  return (row) => {
    const cells = new Array<CellValue | null>(headers.length).fill(null);
    for (const { id, position, type } of across) cells[position] = type(row[id]);
    return cells;
  };
}

/** Refuses cells that do not show what was typed into them. */
function refuseOthers(
  { sheet, headerRow, firstColumn }: FoundTable,
  typed: readonly TypedRow[],
  shown: readonly (readonly CellValue[])[],
  start: number,
): void {
  typed.forEach((cells, at) => {
    const there = shown[at] ?? [];
    for (let position = 0; position < cells.length; position++) {
      const cell = cells[position] ?? null;
      if (cell === null || there[position] === shownOf(cell)) continue;
      const address = cellAddress(headerRow + 1 + start + at, firstColumn + position);
      throw new Refusal("read-back-differs", { sheet: sheet.name, address });
    }
  });
}
