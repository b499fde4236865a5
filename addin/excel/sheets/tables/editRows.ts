import type { CellValue } from "../../../../engine/index";
import { rangeOf } from "../../cells";
import { Refusal } from "../../problem";
import { typedValue } from "../../typedValue";
import { isBlankTable } from "./blankTable";
import type { FoundTable } from "./findTable";
import { cellsOf, keyOfCells } from "./ourTable";
import type { RowsChange } from "./rowsChange";
import { shownOf, typedCells } from "./typed";

/** What stands in the rows that are to change or to go, in the form in which it is typed. */
export interface RowsAsTheyAre {
  readonly found: FoundTable;
  /** It has no rows, but the blank one of every table. */
  readonly isBlank: boolean;
  readonly updated: readonly UpdatedRow[];
  readonly removed: readonly { readonly at: number; readonly cells: readonly CellValue[] }[];
}

interface UpdatedRow {
  readonly at: number;
  readonly key: string;
  readonly cells: readonly {
    readonly header: string;
    readonly position: number;
    readonly before: CellValue;
    readonly after: CellValue;
  }[];
}

/** Reads the rows that a change is about. */
export async function lookAtRows(
  context: Excel.RequestContext,
  found: FoundTable,
  { table, update, remove }: RowsChange,
): Promise<RowsAsTheyAre> {
  const isBlank = await isBlankTable(context, found);
  const typedAt = await rowsTyped(context, found, [...update.map(({ at }) => at), ...remove]);
  const cells = cellsOf(table, found.dayOffset);
  const updated = update.map(({ at, row }): UpdatedRow => {
    const before = typedAt.get(at) ?? [];
    const wanted = cells(row);
    const changed = Object.entries(table.columns).flatMap(([id, { header }], i) => {
      const position = found.positions[id] ?? 0;
      const after = typedValue(wanted[i] ?? "");
      return before[position] === after ? [] : [{ header, position, before: before[position] ?? "", after }];
    });
    const ids = Object.keys(table.columns);
    return { at, key: keyOfCells(table.key.map((id) => wanted[ids.indexOf(id)] ?? "")), cells: changed };
  });
  return { found, isBlank, updated, removed: remove.map((at) => ({ at, cells: typedAt.get(at) ?? [] })) };
}

/**
 * Writes the cells that change and takes out the rows that go. The same request looks first whether they still stand as
 * they were: else everything is put back and `rows-moved` is thrown.
 */
export async function editRows(
  context: Excel.RequestContext,
  { found, updated, removed }: RowsAsTheyAre,
): Promise<void> {
  if (updated.length + removed.length === 0) return;
  const width = found.headers.length;
  const rowAt = (at: number) => rangeOf(context, found, at, 1, 0, width);
  const looked = [...updated, ...removed].map(({ at }) => {
    const row = rowAt(at);
    row.load("values, formulas");
    return row;
  });
  for (const { at, cells } of updated) {
    for (const { position, after } of cells) rangeOf(context, found, at, 1, position, 1).values = [[after]];
  }
  const going = [...removed].sort((a, b) => b.at - a.at);
  const isAll = going.length === found.rows; // a table keeps one row
  for (const { at } of going) {
    if (isAll && at === 0) rowAt(0).values = [new Array<CellValue>(width).fill("")];
    else rowAt(at).delete("Up");
  }
  await context.sync();

  const before = looked.map((row) => typedCells(row)[0] ?? []);
  const isSame =
    updated.every(({ cells }, i) => cells.every(({ position, before: cell }) => before[i]?.[position] === cell)) &&
    removed.every(({ cells }, i) => cells.every((cell, position) => before[updated.length + i]?.[position] === cell));
  if (!isSame) {
    const rows = context.workbook.tables.getItem(found.id).rows;
    [...going].reverse().forEach(({ at }) => {
      const row = [before[updated.length + removed.findIndex((each) => each.at === at)] ?? []];
      if (isAll && at === 0) rowAt(0).values = row.map((cells) => [...cells]);
      else rows.add(at, row);
    });
    updated.forEach(({ at, cells }, i) => {
      for (const { position } of cells)
        rangeOf(context, found, at, 1, position, 1).values = [[before[i]?.[position] ?? ""]];
    });
    await context.sync();
    throw new Refusal("rows-moved", { sheet: found.sheet.name });
  }
  await readBack(
    context,
    found,
    updated,
    removed.map(({ at }) => at),
  );
}

/** Cells that changed, where their rows are now that others went. */
async function readBack(
  context: Excel.RequestContext,
  found: FoundTable,
  updated: readonly UpdatedRow[],
  removed: readonly number[],
): Promise<void> {
  const cells = updated.flatMap(({ at, cells: changed }) => {
    const now = at - removed.filter((each) => each < at).length;
    return changed.map(({ position, after }) => ({ after, cell: rangeOf(context, found, now, 1, position, 1) }));
  });
  cells.forEach(({ cell }) => cell.load("values, address"));
  const body = context.workbook.tables.getItem(found.id).getDataBodyRange().untrack();
  body.load("rowCount");
  await context.sync();
  const wrong = cells.find(({ cell, after }) => cell.values[0]?.[0] !== shownOf(after));
  const isShorter = body.rowCount === Math.max(1, found.rows - removed.length);
  if (wrong ?? !isShorter) {
    const address = wrong?.cell.address.split("!").at(-1) ?? "";
    throw new Refusal(wrong ? "read-back-differs" : "rows-moved", { sheet: found.sheet.name, address });
  }
}

/** Whole rows as they are typed, by their place. */
async function rowsTyped(
  context: Excel.RequestContext,
  found: FoundTable,
  places: readonly number[],
): Promise<Map<number, CellValue[]>> {
  if (places.length === 0) return new Map();
  const rows = places.map((at) => ({ at, row: rangeOf(context, found, at, 1, 0, found.headers.length) }));
  rows.forEach(({ row }) => row.load("values, formulas"));
  await context.sync();
  return new Map(rows.map(({ at, row }) => [at, typedCells(row)[0] ?? []]));
}
