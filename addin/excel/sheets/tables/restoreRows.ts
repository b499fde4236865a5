import { rangeOf } from "../../cells";
import { forget } from "../../forget";
import type { Noted } from "../../journal";
import { Refusal, refusalMidway } from "../../problem";
import type { PutBack } from "../../restore";
import type { Settings } from "../../settings";
import { askTables, locateTables, type StandingTable } from "./findTable";
import { refuseClosed } from "./refuseClosed";
import { removeMadeSheet } from "./removeMadeSheet";
import { rowsToRestore, type RestoreWork } from "./restoreWork";
import type { RowsEntry } from "./rowsEntry";

/** How often it is looked and written again because rows moved in between. */
const MOST_LOOKS = 4;
/** Rows that are taken out with one request, where they do not stand together. */
const MOST_DELETES = 500;

/**
 * Puts back what a change of rows has changed, finished or not, wherever its rows are now: those that came go, unless
 * people have filled them in since; those that went come back; cells get their old content, unless somebody has changed
 * them since. A sheet that was made goes too, if nothing but ours is on it. Running it again after a failure goes on where
 * it stopped: the note is removed last.
 *
 * `earlier` is what could be undone before. Throws with `written` as far as it came.
 */
export async function putRowsBack(
  context: Excel.RequestContext,
  entry: RowsEntry,
  settings: Settings,
  earlier: Noted | null = null,
): Promise<PutBack> {
  let hasWritten = false;
  try {
    const unmatched: string[] = [];
    let cells = 0;
    const asked = askTables(
      context,
      entry.tables.map(({ name }) => name),
    );
    await context.sync();
    const there = asked();
    for (const table of entry.tables) {
      if (!there.has(table.name)) continue;
      for (let looks = 1; ; looks++) {
        const [standing] = await locateTables(context, [table.name]);
        if (!standing) break;
        const work = await rowsToRestore(context, table, standing);
        if (work.count === 0) {
          unmatched.push(...work.unmatched);
          break;
        }
        if (looks === MOST_LOOKS) throw new Refusal("rows-moved", { sheet: standing.sheet.name });
        await refuseClosed(context, standing);
        hasWritten = true;
        await carryOut(context, standing, work);
        cells += work.count;
      }
    }
    if (entry.sheet.created) {
      hasWritten = true;
      await removeMadeSheet(context, entry.sheet.name, entry.sheet.created.words, entry.tables);
    }
    await forget(context, entry, earlier, settings);
    return { cells, unmatched };
  } catch (thrown) {
    throw refusalMidway(thrown, hasWritten);
  }
}

async function carryOut(
  context: Excel.RequestContext,
  table: StandingTable,
  { cells, going, coming, isBlank }: RestoreWork,
): Promise<void> {
  const width = table.headers.length;
  for (const { at, position, typed } of cells) rangeOf(context, table, at, 1, position, 1).values = [[typed]];
  const own = context.workbook.tables.getItem(table.id);
  let rows = isBlank ? 0 : table.rows;
  let queued = cells.length;
  for (const { from, count } of [...going].sort((a, b) => b.from - a.from)) {
    const stretch = rangeOf(context, table, from, count, 0, width);
    if (from + count < rows) stretch.delete("Up");
    else {
      // Rows at the end go as they came, so that nothing beside or below the table moves. A table keeps one row.
      stretch.clear("Contents");
      own.resize(own.getHeaderRowRange().untrack().getResizedRange(Math.max(1, from), 0).untrack());
    }
    rows -= count;
    if (++queued % MOST_DELETES === 0) await context.sync();
  }
  for (const { at, cells: typed } of coming) {
    if (rows === 0) rangeOf(context, table, 0, 1, 0, width).values = [[...typed]];
    else own.rows.add(Math.min(at, rows), [[...typed]]);
    rows++;
  }
  await context.sync();
}
