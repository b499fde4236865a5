import type { CellValue } from "../../engine/index";
import { afterFailure } from "./afterFailure";
import type { Progress } from "./blocks";
import { ownCells } from "./cells";
import { createColumns, createdAs, madeAs, namedMark, type Identity, type Made, type Marks } from "./createColumns";
import { commit, entryOf, keepAside, putPending, type JournalEntry } from "./journal";
import type { JournalSheet } from "./journalSheet";
import { overwrite, type Rows } from "./overwrite";
import { formatCells } from "./numberFormats";
import type { PlannedColumn, WritePlan } from "./plan";
import { preflight } from "./preflight";
import { problemOf, Refusal } from "./problem";
import { lookAfter, readBack } from "./readBack";
import { putRecord, sourceName, type ColumnMark, type OwnedColumn, type RuleColour, type SourceRecord } from "./record";
import { putBack } from "./restore";
import { remembered } from "./remembered";
import { applyRules, removeStrayRules, type RulesApplied } from "./rules";
import type { Change } from "./session";
import { inSlices, type Sliced } from "../slices";
import { cellText } from "./text";
import { widen } from "./widths";

/** What a run left in the workbook. */
export interface Applied {
  readonly record: SourceRecord;
  /**
   * For "Undo last run"; complete, also where the workbook's own copy had to leave old values out. null where nothing
   * was written: the run before it stays the one to undo.
   */
  readonly journal: JournalEntry | null;
  /** Cells whose content changed, without headers. */
  readonly cells: number;
  /** Whether the colours could not be set; the tiers stand all the same. */
  readonly withoutColours: boolean;
}

/**
 * Carries out a plan: look again, note down, write in blocks, read back, colour, commit. Either everything is written
 * or what was written is put back; where even that fails the note of the run stays in the workbook.
 */
export async function carryOut(
  context: Excel.RequestContext,
  plan: WritePlan,
  run: Change,
  progress: Progress = {},
): Promise<Applied> {
  if (progress.signal?.aborted) throw new Refusal("cancelled");
  const identity = identityOf(plan, run.id);
  const fresh = plan.columns.filter(({ placed }) => placed === null);
  const made = new Map<PlannedColumn, Made>();
  for (const column of fresh) made.set(column, await inSlices(madeAs(column)));
  const noted = await inSlices(entryOf(plan, run.id, identity));
  const widths = await preflight(context, plan); // last, so that little time passes until the first cell
  const created = (markOf: (column: PlannedColumn) => ColumnMark | null) =>
    [...made].map(([column, each]) => createdAs(each, markOf(column), widths.get(column) ?? null));
  let entry: JournalEntry = { ...noted, created: created((column) => namedMark(plan, run.id, column)) };
  let applied: Applied | null = null;
  try {
    const kept = await keepAside(context, entry, stoppable(progress));
    if (fresh.length > 0) putPending(context, entry, kept); // else with the first cells
    const marks = await createColumns(context, plan, identity, run.id);
    entry = { ...entry, created: created((column) => marks.get(column) ?? null) };
    const looked = await writeCells(context, plan, marks, { entry, kept }, progress);
    await readBack(context, plan, marks, looked);
    const cells = plan.columns.reduce((sum, { changed }) => sum + changed.length, 0);
    const hasWritten = cells > 0 || fresh.length > 0;
    const isEmpty = !hasWritten && !isRecoloured(plan);
    if (!hasWritten && !isEmpty) {
      putPending(context, entry, kept); // else it was with the first cells
      await context.sync();
    }
    const rules = await format(context, plan, marks, entry);
    entry = { ...entry, rules: [...(rules?.added ?? [])], ...(!rules && { withoutColours: true as const }) };
    const record = await inSlices(recordOf(plan, identity, { marks, rules, made }));
    putRecord(context, record);
    if (!isEmpty) commit(context, entry, kept);
    applied = { record, journal: isEmpty ? null : entry, cells, withoutColours: rules === null };
    await context.sync();
    return applied;
  } catch (thrown) {
    return afterFailure(context, thrown, entry, applied, (settings) => putBack(context, entry, settings, run.earlier));
  }
}

/** Progress that may stop the work but is not told of rows: looking is not writing. */
function stoppable({ signal }: Progress): Progress {
  return signal ? { signal } : {};
}

/** Whether columns that are there get other colours. */
function isRecoloured({ columns }: WritePlan): boolean {
  const says = (colours: readonly RuleColour[]) => JSON.stringify(colours.map(({ label, fill }) => [label, fill]));
  return columns.some(({ placed, colours }) => placed && says(placed.rules) !== says(colours));
}

function identityOf({ before, source }: WritePlan, runId: string): Identity {
  if (before) return { id: before.id, mark: before.mark };
  if (source.table) return { id: runId, mark: { table: source.table.id } };
  const extent = source.extent === "cells" ? "cells" : "region";
  const { row, rows } = source.header;
  const isFirstRow = row === 0 && rows === 1;
  return { id: runId, mark: { name: sourceName(runId), extent, ...(!isFirstRow && { header: { row, rows } }) } };
}

/** Writes the cells that change, and with the first of them what new columns still lack. */
async function writeCells(
  context: Excel.RequestContext,
  plan: WritePlan,
  marks: Marks,
  { entry, kept }: { readonly entry: JournalEntry; readonly kept: JournalSheet | null },
  progress: Progress,
): Promise<Rows | null> {
  const { source, columns, accounts, expected } = plan;
  const marked = columns.flatMap((column) => {
    const mark = marks.get(column);
    return mark ? [{ column, mark }] : [];
  });
  const alongside = () => {
    // A table has given its new columns their headers and their marks; the note must know these before a cell holds anything.
    const isNoted = entry.created.length > 0 && !source.table;
    if (!isNoted) return putPending(context, entry, kept);
    for (const { column, mark } of marked) {
      if (!column.placed) ownCells(context, source, mark, -1, 1).values = [[cellText(column.header)]];
    }
  };
  const noteAndFormat = () => {
    alongside();
    for (const { column, mark } of marked) formatCells(context, source, column, mark, accounts.old.get(column.kind));
  };
  const writes = marked.map(({ column, mark }) => ({
    mark,
    isNew: !column.placed,
    rows: column.changed,
    before: (row: number): CellValue => (column.placed ? (accounts.old.get(column.kind)?.at(row) ?? "") : ""),
    after: (row: number): CellValue => column.labels[column.codes[row] ?? 0] ?? "",
  }));
  const { keyPosition } = expected;
  const isAccount = (row: number, cell: CellValue) => accounts.isAccount(row, cell);
  return overwrite(
    context,
    {
      ...{ source, keyPosition, isAccount, columns: writes, alongside: noteAndFormat },
      lookAfter: (rows) => lookAfter(context, plan, marks, rows),
    },
    progress,
  );
}

/**
 * Colours and widths help, the tiers are what counts: tried twice, then without the widths, and what a failure left
 * behind is removed in between. Answers the rules as they stand then, or null where Excel took none.
 */
async function format(
  context: Excel.RequestContext,
  plan: WritePlan,
  marks: Marks,
  { created }: JournalEntry,
): Promise<RulesApplied | null> {
  const columns = plan.columns.flatMap((column) => {
    const mark = marks.get(column);
    return mark ? [{ mark, rules: column.placed?.rules ?? [], colours: column.colours }] : [];
  });
  const apply = async (widened: JournalEntry["created"]) => {
    widen(context, plan.source, widened);
    const applied = await applyRules(context, plan.source, columns);
    // For a preset without colours; otherwise the widths are set by now and nothing is sent.
    if (widened.some(({ width }) => width)) await context.sync();
    return applied;
  };
  const again = (widened: JournalEntry["created"]) =>
    removeStrayRules(context, plan.source, columns).then(() => apply(widened));
  try {
    const applied = apply(created).catch(() => again(created));
    return await (created.some(({ width }) => width) ? applied.catch(() => again([])) : applied);
  } catch (thrown) {
    // With the session gone nobody knows which rules stand: that is left to a repair.
    if (problemOf(thrown).code === "InvalidOrTimedOutSession") throw thrown;
    return null;
  }
}

function* recordOf(
  { after, columns, placed, left }: WritePlan,
  identity: Identity,
  { marks, rules, made }: { marks: Marks; rules: RulesApplied | null; made: ReadonlyMap<PlannedColumn, Made> },
): Sliced<SourceRecord> {
  const written: OwnedColumn[] = [];
  for (const [i, column] of columns.entries()) {
    const mark = marks.get(column);
    const { kind, header } = column;
    const own = rules?.rules[i] ?? column.placed?.rules ?? [];
    const { labels, print } = made.get(column) ?? (yield* remembered(column));
    if (mark) written.push({ kind, mark, header, labels, ...(print !== undefined && { print }), rules: [...own] });
  }
  const untouched = left.flatMap((kind) => {
    const { column: _, ...owned } = placed.get(kind) ?? { column: 0 };
    return "kind" in owned ? [owned] : [];
  });
  return { ...after, ...identity, columns: [...written, ...untouched] };
}
