import { accountKey, type CellValue } from "../../engine/index";
import { inBlocks } from "./blocks";
import { oldByKey, type JournalEntry } from "./journal";
import { placeOwned } from "./owned";
import { Refusal } from "./problem";
import { rangeOf, readColumns } from "./read";
import { putRecord, removeRecord, sourceOfRecord, type ColumnKind } from "./record";
import { removeRules } from "./rules";
import { cellText } from "./text";
import type { Source } from "./source";

/** What came back, and who did not. */
export interface PutBack {
  /** Cells that got their old content again. */
  readonly cells: number;
  /** Accounts whose old tier has no row any more, or several rows that once differed. */
  readonly unmatched: readonly string[];
}

/**
 * Puts back what a run has changed, finished or not: removes the columns it made, gives every account its old values
 * wherever its row is now, removes its colours and its record. Running it twice changes nothing more.
 */
export async function putBack(context: Excel.RequestContext, entry: JournalEntry): Promise<PutBack> {
  const source = await sourceOfEntry(context, entry);
  if (source) await removeRules(context, source.sheet.id, entry.rules);
  if (source) await removeCreated(context, source, entry);
  const answer = source && entry.before ? await restoreValues(context, source, entry) : { cells: 0, unmatched: [] };
  await removeNames(context, entry);
  if (entry.before) putRecord(context, entry.before);
  else await removeRecord(context, entry.sourceId);
  await context.sync();
  return answer;
}

/** The source of an entry; null where its marks were never set, so that nothing of it was written. */
async function sourceOfEntry(context: Excel.RequestContext, entry: JournalEntry): Promise<Source | null> {
  try {
    return await sourceOfRecord(context, entry);
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.code === "source-gone" && entry.state === "pending") return null;
    throw thrown;
  }
}

async function removeCreated(context: Excel.RequestContext, source: Source, { created }: JournalEntry): Promise<void> {
  if (source.table) {
    const table = context.workbook.tables.getItem(source.table.id);
    const columns = created.map(({ header, mark }) =>
      table.columns.getItemOrNullObject(mark && "columnId" in mark ? mark.columnId : header),
    );
    columns.forEach((column) => column.load("id"));
    await context.sync();
    columns.forEach((column) => {
      if (!column.isNullObject) column.delete();
    });
    await context.sync();
    return;
  }
  const ranges = columnNames(created).map((name) =>
    context.workbook.names.getItemOrNullObject(name).getRangeOrNullObject(),
  );
  ranges.forEach((range) => range.load("address"));
  await context.sync();
  ranges.forEach((range) => {
    if (!range.isNullObject) range.clear("Contents");
  });
  await context.sync();
}

/** The hidden names of columns that the run made, and of the source where it was new. */
async function removeNames(context: Excel.RequestContext, { created, mark, before }: JournalEntry): Promise<void> {
  const names = columnNames(created);
  if (!before && "name" in mark) names.push(mark.name);
  const items = names.map((name) => context.workbook.names.getItemOrNullObject(name));
  items.forEach((item) => item.load("name"));
  await context.sync();
  items.forEach((item) => {
    if (!item.isNullObject) item.delete();
  });
}

function columnNames(created: JournalEntry["created"]): string[] {
  return created.flatMap(({ mark }) => (mark && "name" in mark ? [mark.name] : []));
}

/** Old values go to the rows where their accounts stand now. */
async function restoreValues(context: Excel.RequestContext, source: Source, entry: JournalEntry): Promise<PutBack> {
  const old = oldByKey(entry);
  if (entry.old === null) throw new Refusal("journal-damaged", { sheet: source.sheet.name });
  const placed = await placeOwned(context, source, entry.before);
  const keyPosition = source.headers.findIndex((header) => entry.account.includes(header));
  if (keyPosition < 0) throw new Refusal("account-column-gone", { header: entry.account, sheet: source.sheet.name });

  const targets = [...placed].map(([kind, { column }]) => ({ kind, position: column - source.firstColumn }));
  const writes = new Map<ColumnKind, Map<number, CellValue>>(targets.map(({ kind }) => [kind, new Map()]));
  const matched = new Set<string>();
  await readColumns(context, source, [keyPosition, ...targets.map(({ position }) => position)], {}, (block, from) => {
    block.rows.forEach((row, at) => {
      const key = accountKey(row[block.indexOf(keyPosition)] ?? "");
      for (const { kind, position } of targets) {
        const value = old.get(kind)?.get(key);
        if (value === undefined) continue;
        matched.add(key);
        if (row[block.indexOf(position)] !== value) writes.get(kind)?.set(from + at, value);
      }
    });
  });
  for (const { kind, position } of targets) await writeOld(context, source, position, writes.get(kind) ?? new Map());
  const cells = [...writes.values()].reduce((sum, rows) => sum + rows.size, 0);
  const unmatched = [...new Set(entry.old.keys)].filter((key) => !matched.has(key));
  return { cells, unmatched };
}

async function writeOld(
  context: Excel.RequestContext,
  source: Source,
  position: number,
  rows: ReadonlyMap<number, CellValue>,
): Promise<void> {
  if (rows.size === 0) return;
  await inBlocks(source.rows, 1, async (from, count) => {
    const values = Array.from({ length: count }, (_, at) => {
      const value = rows.get(from + at);
      return [value === undefined ? null : typeof value === "string" ? cellText(value) : value];
    });
    if (values.every(([value]) => value === null)) return;
    const range = rangeOf(context, source, from, count, position, 1);
    range.values = values;
    await context.sync();
    range.untrack();
  });
}
