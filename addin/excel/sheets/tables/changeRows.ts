import { canonical, type CellValue } from "../../../../engine/index";
import { afterFailure } from "../../afterFailure";
import type { Progress } from "../../blocks";
import { commit, keepAside, putPending } from "../../journal";
import { Refusal } from "../../problem";
import type { Change } from "../../session";
import { typedValue } from "../../typedValue";
import { appendRows } from "./appendRows";
import { editRows, lookAtRows, type RowsAsTheyAre } from "./editRows";
import { findTables, type FoundTable } from "./findTable";
import { makeSheet, refuseTaken, wordsOn } from "./makeSheet";
import { cellsOf, keyOfCells, type Columns, type OurTable, type RowOf } from "./ourTable";
import { offerLists } from "./offerLists";
import { printOfKeys } from "./printOfKeys";
import { putRowsBack } from "./restoreRows";
import { isEmpty, type RowsChange, type SheetChange } from "./rowsChange";
import type { ChangedTable, RowsEntry } from "./rowsEntry";
import { refuseClosed } from "./refuseClosed";
import { refuseNoRoom } from "./refuseNoRoom";

/** How many rows came, changed and went. */
export interface RowsChanged {
  readonly added: number;
  readonly updated: number;
  readonly removed: number;
}

/**
 * Carries out a change of rows: look again, note down, write in blocks, read back, commit. Either all of it is written or
 * what was written is put back; where even that fails the note stays in the workbook for a repair.
 */
export async function changeRows(
  context: Excel.RequestContext,
  change: SheetChange,
  { id, earlier }: Change,
  progress: Progress = {},
): Promise<RowsChanged> {
  const isNew = change.tables.every(({ found }) => found === null);
  const tables = change.tables.filter((each) => isNew || !isEmpty(each));
  // One table is gone from a sheet that has the other: nobody knows what the sheet has become.
  if (!isNew && tables.some(({ found }) => found === null)) {
    throw new Refusal("own-sheet-taken", { sheet: change.sheet });
  }
  const dayOffset = isNew ? await refuseTaken(context, change) : (tables[0]?.found?.dayOffset ?? 0);
  const looks = new Map<RowsChange, RowsAsTheyAre>();
  for (const each of tables) if (each.found) looks.set(each, await look(context, each, each.found));
  const entry: RowsEntry = {
    format: 1,
    kind: "sheet-rows",
    runId: id,
    sheet: { name: change.sheet, created: isNew ? { words: wordsOn(change) } : null },
    tables: tables.map((each) => noteOf(each, looks.get(each) ?? null, dayOffset)),
  };
  const sum = (of: (each: RowsChange) => readonly unknown[]) => tables.reduce((all, each) => all + of(each).length, 0);
  const changed = {
    added: sum(({ append }) => append),
    updated: sum(({ update }) => update),
    removed: sum(({ remove }) => remove),
  };
  try {
    const kept = await keepAside(context, entry);
    putPending(context, entry, kept);
    if (isNew) makeSheet(context, change);
    await context.sync();
    for (const each of tables) await write(context, each, looks.get(each) ?? null, progress);
    commit(context, entry, kept);
    await context.sync();
    if (!isNew) await offerLists(context, change).catch(() => undefined); // a list that is not there hinders nobody
    return changed;
  } catch (thrown) {
    return afterFailure(context, thrown, entry, changed, (settings) => putRowsBack(context, entry, settings, earlier));
  }
}

/** Right before the write: whether the table stands as it was read, and lets itself be written to. */
async function look(context: Excel.RequestContext, change: RowsChange, found: FoundTable): Promise<RowsAsTheyAre> {
  const { table, append, keys } = change;
  const [now] = await findTables(context, [table]);
  if (canonical(now) !== canonical(found)) throw new Refusal("rows-moved", { sheet: found.sheet.name });
  await refuseClosed(context, found);
  if (append.length > 0) await refuseNoRoom(context, found, append.length);
  if ((await printOfKeys(context, table, found)) !== keys) throw new Refusal("rows-moved", { sheet: found.sheet.name });
  return lookAtRows(context, found, change);
}

async function write(
  context: Excel.RequestContext,
  change: RowsChange,
  there: RowsAsTheyAre | null,
  progress: Progress,
): Promise<void> {
  const { table, append } = change;
  const found = there?.found ?? (await findTables(context, [table]))[0];
  if (!found) return;
  if (there) await editRows(context, there);
  const left = { ...found, rows: found.rows - change.remove.length };
  if (append.length > 0) await appendRows(context, table, left, append, progress);
}

function noteOf(change: RowsChange, there: RowsAsTheyAre | null, dayOffset: number): ChangedTable {
  const { table, append, addedBy } = change;
  const headerOf = (id: string) => table.columns[id]?.header ?? "";
  const keyCells = cellsOf(table, dayOffset, addedBy);
  const keyed = (row: RowOf<Columns>) => keyOfCells(keyCells(row));
  return {
    name: table.name,
    rows: there && !there.isBlank ? there.found.rows : 0,
    added:
      append.length === 0
        ? null
        : { headers: addedBy.map(headerOf), keys: [...new Set(append.map(keyed))], blank: blankOf(table) },
    headers: [...(there?.found.headers ?? [])],
    removed: there?.removed.map(({ at, cells }) => ({ at, cells: [...cells] })) ?? [],
    key: table.key.map(headerOf),
    updated:
      there?.updated.map(({ key, cells }) => ({
        key,
        cells: cells.map(({ header, before, after }) => ({ header, before, after })),
      })) ?? [],
  };
}

function blankOf({ columns, blank }: OurTable): { header: string; cell: CellValue }[] {
  return Object.entries(blank).flatMap(([id, cell]) =>
    cell === undefined ? [] : [{ header: columns[id]?.header ?? "", cell: typedValue(cell) }],
  );
}
