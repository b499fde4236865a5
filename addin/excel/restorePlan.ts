import { accountKey, type CellValue } from "../../engine/index";
import { ContentPrint } from "./columnPrint";
import { ColumnPrint } from "./fingerprint";
import { oldByKey, type JournalEntry } from "./journal";
import { OldCells } from "./oldCells";
import type { ColumnWrite, Overwrite } from "./overwrite";
import { contentsOf, type PlacedColumn } from "./owned";
import { Refusal } from "./problem";
import { readColumns } from "./read";
import { eachOf, inSlices, type Sliced } from "../slices";
import type { Source } from "./source";

/** Accounts that cannot be given their old values: key → name as it was written. */
export type Unmatched = ReadonlyMap<string, string>;

/**
 * What still has to be written so that everything is as an entry says: old values into the columns that were `placed`,
 * and nothing of ours in those that were `created`.
 *
 * An account with several rows that differed gets them back only while no row has moved at all; rows without an
 * account likewise.
 */
export async function differences(
  context: Excel.RequestContext,
  source: Source,
  entry: JournalEntry,
  placed: readonly PlacedColumn[],
  created: readonly PlacedColumn[],
): Promise<{ work: Overwrite; unmatched: Unmatched }> {
  const found = source.headers.findIndex((header) => entry.account.includes(header));
  if (found < 0 && entry.old && entry.old.accounts.length > 0) {
    throw new Refusal("account-column-gone", { header: entry.account, sheet: source.sheet.name });
  }
  const keyPosition = Math.max(0, found); // where no old values go by account, any column shows whether rows move
  const accounts: CellValue[] = [];
  const print = new ColumnPrint();
  const columns = [...placed, ...created].map((column) => ({
    column,
    position: column.column - source.firstColumn,
    now: new OldCells(source.rows),
  }));
  const positions = [keyPosition, ...columns.map(({ position }) => position)];
  await readColumns(context, source, positions, {}, (block, from) => {
    const keys = block.column(keyPosition);
    for (const row of keys.rows) accounts.push(row[keys.index] ?? "");
    print.add(keys);
    for (const { position, now } of columns) now.read(block.column(position), from);
  });

  const hasMoved = print.digest() !== entry.keys;
  const { valueOf, unmatched } = await inSlices(oldValues(entry, accounts, hasMoved));
  const writes: ColumnWrite[] = [];
  for (const [i, { column, now }] of columns.entries()) {
    const isOld = i < placed.length;
    const isOurs = isOld ? () => false : writtenIn(column, now);
    const after = (row: number) => (isOld ? valueOf(column.kind, row) : isOurs(now.at(row)) ? "" : undefined);
    const rows: number[] = [];
    const look = (row: number) => {
      const value = after(row);
      if (value !== undefined && value !== now.at(row)) rows.push(row);
    };
    await inSlices(eachOf(accounts.keys(), look));
    const { mark } = column;
    writes.push({ mark, isNew: false, rows, before: (row) => now.at(row), after: (row) => after(row) ?? "" });
  }
  const isAccount = (row: number, cell: CellValue) => cell === accounts[row];
  return { work: { source, keyPosition, isAccount, columns: writes }, unmatched };
}

/**
 * Whether the run has written a content. Of many contents only one fingerprint may have been kept: `journal-damaged` is
 * thrown where somebody has edited the column since, because nobody knows any more which cell that was.
 */
function writtenIn(column: PlacedColumn, now: OldCells): (content: CellValue) => boolean {
  if (column.written !== undefined || column.print === undefined) return contentsOf(column);
  const print = new ContentPrint();
  now.counts().forEach((count, content) => print.add(content, count));
  const isWhole = print.digest() === column.print;
  const isEmptied = print.digest() === new ContentPrint().digest(); // by an undo that stopped half-way
  if (!isWhole && !isEmptied) throw new Refusal("journal-damaged");
  return () => true;
}

interface OldValues {
  /** Whose values have no place. */
  readonly unmatched: Unmatched;
  /** Undefined where no old value is known for a row. */
  valueOf(kind: PlacedColumn["kind"], row: number): CellValue | undefined;
}

function* oldValues(entry: JournalEntry, accounts: readonly CellValue[], hasMoved: boolean): Sliced<OldValues> {
  const old = oldByKey(entry);
  const seen = new Map<string, number>();
  const rows: { readonly key: string; readonly nth: number }[] = [];
  yield* eachOf(accounts, (cell) => {
    const key = accountKey(cell);
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    rows.push({ key, nth });
  });
  const isClear = (key: string, values: readonly CellValue[]) =>
    !hasMoved || (key !== "" && values.every((value) => value === values[0]));
  const unmatched = new Map<string, string>();
  yield* eachOf(entry.old?.accounts ?? [], (name) => {
    const key = accountKey(name);
    const values = [...old.values()].flatMap((byKey) => [byKey.get(key) ?? []]);
    if (!seen.has(key) || !values.every((each) => isClear(key, each))) unmatched.set(key, name);
  });
  return {
    unmatched,
    valueOf(kind, row) {
      const { key, nth } = rows[row] ?? { key: "", nth: 0 };
      const values = old.get(kind)?.get(key);
      if (!values || !isClear(key, values)) return undefined;
      return hasMoved ? values[0] : values[nth];
    },
  };
}

/**
 * Ids of the table columns with these headers in which nothing stands. A run that broke off while it added its columns
 * does not know their ids, and has written nothing to them: one that holds something is somebody else's.
 */
export async function blankColumns(
  context: Excel.RequestContext,
  source: Source,
  headers: readonly string[],
): Promise<number[]> {
  const columns = headers.map((header) =>
    context.workbook.tables.getItem(source.table?.id ?? "").columns.getItemOrNullObject(header),
  );
  if (columns.length === 0) return [];
  columns.forEach((column) => column.load("id"));
  await context.sync();
  const there = columns.flatMap((column) => (column.isNullObject ? [] : [column.id]));
  const filled = there.map((id) => {
    const { columns: all } = context.workbook.tables.getItem(source.table?.id ?? "");
    return all.getItem(id).getDataBodyRange().untrack().getUsedRangeOrNullObject(true).untrack();
  });
  filled.forEach((cells) => cells.load("address"));
  await context.sync();
  return there.filter((_, i) => filled[i]?.isNullObject);
}
