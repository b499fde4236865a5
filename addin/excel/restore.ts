import type { CellValue } from "../../engine/index";
import { cellAddress } from "./address";
import { ownCells } from "./cells";
import { standingSheet } from "./finished";
import { forget, isNoted, type LastSteps } from "./forget";
import { endPending, type JournalEntry, type Noted } from "./journal";
import { askObstacles } from "./obstacles";
import { overwrite } from "./overwrite";
import { GENERAL } from "./numberFormats";
import { placeOwned, type PlacedColumn } from "./owned";
import { problemOf, Refusal, refusalMidway } from "./problem";
import { putRecord, sourceOfRecord, type SourceRecord } from "./record";
import { blankColumns, differences } from "./restorePlan";
import { knownBefore } from "./rewritten";
import { recolour, removeRules } from "./restoreRules";
import { removeSetting, type Settings } from "./settings";
import type { Source } from "./source";
import { askWidths, narrowBack } from "./widths";

/** What came back, and who did not. */
export interface PutBack {
  /** Cells that got their old content again, or that a column of ours was emptied of. */
  readonly cells: number;
  /** Accounts whose old tier has no row any more, or several rows that once differed and have moved since. */
  readonly unmatched: readonly string[];
}

/** How often it is looked and written again because rows moved in between. */
const MOST_LOOKS = 4;

/**
 * Puts back what a run has changed, finished or not: gives every account its old values wherever its row is now,
 * removes the columns it made, its colours and its record. What somebody else typed into such a column of a plain range
 * stays. Running it again after a failure goes on where it stopped: the note of the run is removed last.
 *
 * `earlier` is what could be undone before this run. Throws with `written` as far as it came.
 */
export async function putBack(
  context: Excel.RequestContext,
  entry: JournalEntry,
  settings: Settings,
  earlier: Noted | null = null,
): Promise<PutBack> {
  const source = await sourceOfEntry(context, entry, settings);
  if (entry.before && entry.old === null) throw new Refusal("journal-damaged");
  let hasWritten = false;
  try {
    if (!source) {
      await forget(context, entry, earlier, settings, recordAndNames(context, entry, entry.before, settings));
      return { cells: 0, unmatched: [...new Set(entry.old?.accounts ?? [])] };
    }
    const restored = await restoreCells(context, entry, source, () => (hasWritten = true));
    hasWritten = true;
    const mayHaveStrays = isNoted(entry.runId, settings, "pending") || entry.withoutColours === true;
    await removeRules(context, restored.source, entry, mayHaveStrays);
    const before = entry.before && (await recolour(context, restored.source, entry.before, restored.placed));
    await removeColumns(context, restored.source, entry, restored.created);
    await forget(context, entry, earlier, settings, recordAndNames(context, entry, before, settings));
    return { cells: restored.cells, unmatched: restored.unmatched };
  } catch (thrown) {
    throw refusalMidway(thrown, hasWritten);
  }
}

/**
 * Lets go of a broken-off run whose old values nobody has any more: too many for the workbook's note, or unreadable. The
 * cells stay as they are and the source counts as stale, so that a refresh makes them right.
 */
export async function letGo(
  context: Excel.RequestContext,
  entry: JournalEntry | null,
  settings: Settings,
): Promise<PutBack> {
  const kept = await standingSheet(context, settings);
  if (entry?.before) putRecord(context, { ...entry.before, inputs: "" });
  endPending(context, kept);
  await context.sync();
  return { cells: 0, unmatched: [] };
}

/** The source of an entry; null where its marks were never set, or are removed already, so that nothing of it is left. */
async function sourceOfEntry(context: Excel.RequestContext, entry: JournalEntry, settings: Settings) {
  try {
    return await sourceOfRecord(context, entry);
  } catch (thrown) {
    const isGone = thrown instanceof Refusal && thrown.code === "source-gone";
    if (isGone && !entry.before && !settings.has(`source.${entry.sourceId}`)) return null;
    throw thrown;
  }
}

interface Restored extends PutBack {
  /** Where everything stood when nothing more was to be written. */
  readonly source: Source;
  readonly placed: readonly PlacedColumn[];
  readonly created: readonly PlacedColumn[];
}

/** Writes old values and empties what was new beside a plain range, until a look finds nothing more to write. */
async function restoreCells(
  context: Excel.RequestContext,
  entry: JournalEntry,
  first: Source,
  onWrite: () => void,
): Promise<Restored> {
  let cells = 0;
  let code: "rows-moved" | "read-back-differs" = "rows-moved";
  const refuseObstacles = askObstacles(context, first);
  await context.sync();
  refuseObstacles();
  for (let looks = 1, source = first; ; looks++) {
    const placed = await placedBefore(context, source, entry);
    const created = await placedCreated(context, source, entry);
    const emptied = source.table ? [] : created; // a table's columns go as a whole
    const { work, unmatched } = await differences(context, source, entry, placed, emptied);
    const count = work.columns.reduce((sum, { rows }) => sum + rows.length, 0);
    if (count === 0) return { cells, unmatched: [...unmatched.values()], source, placed, created };
    if (looks === MOST_LOOKS) {
      const at = work.columns.findIndex(({ rows }) => rows.length > 0);
      const column = [...placed, ...emptied][at]?.column ?? 0;
      const address = cellAddress(source.headerRow + 1 + (work.columns[at]?.rows[0] ?? 0), column);
      throw new Refusal(code, { sheet: source.sheet.name, address });
    }
    onWrite();
    try {
      await overwrite(context, work);
      cells += count;
      code = "read-back-differs";
    } catch (thrown) {
      const moved = problemOf(thrown).code;
      if (moved !== "rows-moved" && moved !== "target-edited") throw thrown;
      source = await sourceOfRecord(context, entry);
      code = "rows-moved";
    }
  }
}

async function placedBefore(
  context: Excel.RequestContext,
  source: Source,
  entry: JournalEntry,
): Promise<PlacedColumn[]> {
  return [...(await placeOwned(context, source, knownBefore(entry))).values()];
}

async function placedCreated(
  context: Excel.RequestContext,
  source: Source,
  { created }: JournalEntry,
): Promise<PlacedColumn[]> {
  const columns = created.flatMap(({ mark, ...column }) => (mark ? [{ ...column, mark, rules: [] }] : []));
  return [...(await placeOwned(context, source, columns)).values()];
}

/**
 * Columns that the run made: a table's are deleted, those beside a plain range lose their header. Queued, for `forget` to
 * send.
 *
 * The width goes back first, where our column stands now: a whole sheet column that was inserted has moved both. What
 * moves up into the place of a deleted table column so finds it as wide as before the run. Where a table column was
 * inserted left of ours, ours has moved on and the width has not: the column that stands there now keeps it, since it
 * may need it.
 */
async function removeColumns(
  context: Excel.RequestContext,
  source: Source,
  entry: JournalEntry,
  placed: readonly PlacedColumn[],
): Promise<void> {
  if (entry.created.length === 0) return;
  const unmarked = entry.created.filter(({ mark }) => mark === null).map(({ header }) => header);
  const blank = source.table ? await blankColumns(context, source, unmarked) : [];
  const headerOf = (mark: PlacedColumn["mark"]) => ownCells(context, source, mark, -1, 1);
  const columns = placed.flatMap(({ kind, mark }) => {
    const created = entry.created.find((each) => each.kind === kind);
    return created ? [{ mark, created, cell: headerOf(mark) }] : [];
  });
  const widthsOf = askWidths(columns.map(({ cell }) => cell));
  for (const { cell } of columns) cell.load("values");
  await context.sync();

  const widths = widthsOf();
  columns.forEach(({ mark, created }, i) => {
    if (created.width) narrowBack(headerOf(mark), created.width, widths[i] ?? null);
  });
  if (!source.table) {
    for (const { mark, created, cell } of columns) {
      const isOurs = (cell.values[0]?.[0] as CellValue) === created.header;
      if (created.format !== undefined) ownCells(context, source, mark, 0, source.rows).numberFormat = GENERAL;
      if (isOurs) headerOf(mark).values = [[""]]; // last: without it nobody knows the column again
    }
    return;
  }
  const table = context.workbook.tables.getItem(source.table.id);
  for (const { mark } of columns) if ("columnId" in mark) table.columns.getItem(mark.columnId).delete();
  for (const id of blank) table.columns.getItem(id).delete();
}

/** The record as it was, and our names. */
function recordAndNames(
  context: Excel.RequestContext,
  entry: JournalEntry,
  before: SourceRecord | null,
  settings: Settings,
): LastSteps {
  const names = entry.created.flatMap(({ mark }) => (mark && "name" in mark ? [mark.name] : []));
  if (!before && "name" in entry.mark) names.push(entry.mark.name);
  const items = names.map((name) => ({ name, item: context.workbook.names.getItemOrNullObject(name) }));
  items.forEach(({ item }) => item.load("name"));
  return {
    hasAsked: items.length > 0,
    queue() {
      if (before) putRecord(context, before);
      else if (settings.has(`source.${entry.sourceId}`)) removeSetting(context, `source.${entry.sourceId}`);
      for (const { name, item } of items) if (!item.isNullObject) context.workbook.names.getItem(name).delete();
    },
  };
}
