import * as z from "zod";
import { accountKey, type CellValue } from "../../engine/index";
import type { Progress } from "./blocks";
import {
  addJournalSheet,
  cutIntoCells,
  deleteJournalSheet,
  fillJournalSheet,
  journalSheet,
  readJournalSheet,
  type JournalSheet,
} from "./journalSheet";
import type { WritePlan } from "./plan";
import {
  columnKind,
  columnMark,
  ownedColumn,
  ruleColour,
  sourceRecord,
  type ColumnKind,
  type SourceRecord,
} from "./record";
import { putSetting, removeSetting, type Settings, type Stored } from "./settings";
import { rowsEntry, type RowsEntry } from "./sheets/tables/rowsEntry";
import { summaryEntry, type SummaryEntry } from "./sheets/summary/summaryEntry";
import { rewrittenAs } from "./rewritten";
import { jsonOf } from "./slicedJson";
import { inSlices, type Sliced } from "../slices";
import { widening } from "./widths";

/**
 * What a run changes, written down before the first cell: enough to put everything back, after a failure or as "Undo
 * last run". It goes by account, not by row, so that it holds after the rows were sorted, inserted or deleted.
 */

const cell = z.union([z.string(), z.number(), z.boolean()]);

const oldColumn = z.strictObject({
  kind: columnKind,
  /** Every distinct value once. */
  values: z.array(cell),
  /** Pairs of a position in `values` and how many accounts in a row have it. */
  runs: z.array(z.number()),
});

const oldValues = z.strictObject({ accounts: z.array(z.string()), columns: z.array(oldColumn) });

const colours = z.array(ruleColour);

/**
 * A column that was there: what the run could write to it, and what it leaves. Whatever part of the run was carried out,
 * and whatever the column is headed by now, nothing else stands in it.
 */
const rewrittenColumn = z.strictObject({
  kind: columnKind,
  /** Of its rules: a run that broke off while it added them does not know all ids. */
  colours,
  /** The words of the run; none of an open column. */
  labels: z.array(z.string()).default([]),
  /** Of an open column: which contents the run could write (`ContentList`). */
  written: z.string().optional(),
  /** Of an open column: fingerprint of all cells with contents that the run neither writes nor overwrites. */
  rest: z.string().optional(),
});
export type RewrittenColumn = z.output<typeof rewrittenColumn>;

const createdColumn = ownedColumn
  .omit({ rules: true })
  /** A table's column has no mark until it is there; nothing is written to it before its mark is noted down. */
  .extend({
    mark: columnMark.nullable(),
    colours,
    /**
     * Of an open column: which contents the run could write (`ContentList`). Where that is too much for the settings,
     * `print` is all that is kept.
     */
    written: z.string().optional(),
    /** Number format of its cells; theirs is General again where the run is undone. */
    format: z.string().optional(),
    /** Absent where the sheet column was wide enough; also in notes that were written before columns were widened. */
    width: widening.optional(),
  });
export type CreatedColumn = z.output<typeof createdColumn>;

const journalEntry = z.strictObject({
  format: z.literal(1),
  runId: z.string(),
  sourceId: z.string(),
  mark: sourceRecord.shape.mark,
  /** Headers of the account column, and its fingerprint: whether rows have moved since. */
  account: z.array(z.string()),
  keys: z.string(),
  /** The record as it was; null where the source had none. */
  before: sourceRecord.nullable(),
  /** Columns that did not exist before. */
  created: z.array(createdColumn),
  /** Ids of the conditional formats that were added. */
  rules: z.array(z.string()),
  /** The colours failed twice: nobody knows which rules were added. */
  withoutColours: z.literal(true).optional(),
  rewritten: z.array(rewrittenColumn).default([]),
  /**
   * Old values of the accounts that change, and of all rows of an account that has several; null where they are too
   * many for the settings. Names as they were written, from the top down.
   */
  old: oldValues.nullable(),
});
export type JournalEntry = z.output<typeof journalEntry>;

/** Whatever was changed last, or is being changed: a run, or a sheet of ours, which alone says its `kind`. */
export type Noted = JournalEntry | RowsEntry | SummaryEntry;
const noted = z.union([journalEntry, rowsEntry, summaryEntry]);

/** Whether it is a run: the tiers of a source. */
export function isRun(entry: Noted): entry is JournalEntry {
  return !("kind" in entry);
}

/** The most that a journal may take up in the workbook's settings, in characters. */
const MOST_CHARACTERS = 100_000;

/** The entry for a plan, without the columns that it will make. `sourceId` and `mark` are those of the record that the run will leave. */
export function* entryOf(
  plan: WritePlan,
  runId: string,
  { id, mark }: Pick<SourceRecord, "id" | "mark">,
): Sliced<JournalEntry> {
  const { accounts, before, columns } = plan;
  const placed = columns.filter((column) => column.placed !== null);
  const rows = rowsToKeep(plan);
  yield;
  const old: z.output<typeof oldColumn>[] = [];
  const rewritten: RewrittenColumn[] = [];
  for (const column of placed) {
    const there = accounts.old.get(column.kind);
    const values = { kind: column.kind, ...(there?.inRuns(rows) ?? { values: [""], runs: [0, rows.length] }) };
    yield;
    old.push(values);
    rewritten.push(yield* rewrittenAs(column, there, values.values));
  }
  return {
    format: 1,
    runId,
    sourceId: id,
    mark,
    account: [...(accounts.mapping.get("account") ?? [])],
    keys: accounts.keys,
    before,
    created: [],
    rules: [],
    rewritten,
    old: { accounts: rows.map((row) => accounts.nameAt(row)), columns: old },
  };
}

/** Rows whose old values are needed: those that change, and their namesakes, so that two rows are never taken for one. */
function rowsToKeep({ accountCodes: codes, columns }: WritePlan): number[] {
  const isChanging = new Uint8Array(codes.length + 1); // codes begin at -1
  for (const { placed, changed } of columns) {
    if (placed) for (const row of changed) isChanging[(codes[row] ?? -1) + 1] = 1;
  }
  const rows: number[] = [];
  codes.forEach((code, row) => {
    if (isChanging[code + 1] === 1) rows.push(row);
  });
  return rows;
}

/** What stands under `pending`: an entry; or, where that is too large, what is needed of it at once, and its sheet. */
const pendingNote = z.union([
  noted.transform((entry) => ({ entry, kept: null })),
  z.strictObject({ entry: journalEntry.nullable(), kept: journalSheet }),
]);

/**
 * Keeps an entry on a sheet, if it is too large for the settings; to be called before the first cell is overwritten.
 * Answers which sheet, for `putPending` and `commit`, or null where none is needed. Until `putPending` was sent, the
 * workbook says that nothing was overwritten yet.
 */
export async function keepAside(
  context: Excel.RequestContext,
  entry: Noted,
  progress: Progress = {},
): Promise<JournalSheet | null> {
  if (fits(entry)) return null;
  const { kept, cells } = cutIntoCells(await inSlices(jsonOf(entry)), entry.runId);
  const writing = { ...kept, state: "writing" } as const;
  putPending(context, entry, writing); // first, so that no sheet is ever there that nobody knows of
  addJournalSheet(context, writing);
  await context.sync();
  await fillJournalSheet(context, writing, cells, progress);
  return kept;
}

/** Queues the note that something is under way. */
export function putPending(context: Excel.RequestContext, entry: Noted, kept: JournalSheet | null): void {
  putSetting(context, "pending", kept ? { entry: withoutOld(entry), kept } : entry);
}

/** Queues the end of what was under way: it can be undone from now on. */
export function commit(context: Excel.RequestContext, entry: Noted, kept: JournalSheet | null): void {
  putFinished(context, entry);
  endPending(context, kept);
}

/**
 * Queues the note of what can be undone. Of a run that is too large for the settings it lacks the old values; of another
 * change that is there is none, and what could be undone before it no longer can.
 */
export function putFinished(context: Excel.RequestContext, entry: Noted): void {
  putSetting(context, "journal", fits(entry) ? entry : withoutOld(entry));
}

/**
 * Queues the end of what leaves nothing to repair; `kept` is its sheet, if that is there. Should Excel stop between two
 * of these steps, the note says that the sheet is all that is left.
 */
export function endPending(context: Excel.RequestContext, kept: JournalSheet | null = null): void {
  if (kept) {
    putSetting(context, "pending", { entry: null, kept: { ...kept, state: "done" } });
    deleteJournalSheet(context, kept);
  }
  removeSetting(context, "pending");
}

function fits(entry: Noted): boolean {
  if (isRun(entry) && (entry.old?.accounts.length ?? 0) > MOST_CHARACTERS / '"",'.length) return false; // looked at no closer
  return JSON.stringify(entry).length <= MOST_CHARACTERS;
}

/** What is needed of a run before its old values are, and its lists of contents. */
function withoutOld(entry: Noted): JournalEntry | null {
  if (!isRun(entry)) return null;
  const created = entry.created.map(({ written: _, ...column }) => column);
  const rewritten = entry.rewritten.map(({ written: _, rest: __, ...column }) => column);
  return { ...entry, created, rewritten, old: null };
}

/** What is under way or was broken off, or what was finished last; without what a sheet keeps of it. */
export function entryIn(settings: Settings, key: "pending" | "journal"): Stored<Noted> {
  if (key === "journal") return settings.get(key, noted);
  const stored = settings.get(key, pendingNote);
  if (stored.state !== "ok") return stored;
  const { entry } = stored.value;
  return entry ? { state: "ok", value: entry } : { state: "damaged" };
}

/** The sheet that belongs to what is under way or was broken off; null where the settings hold all of it. */
export function keptIn(settings: Settings): JournalSheet | null {
  const stored = settings.get("pending", pendingNote);
  return stored.state === "ok" ? stored.value.kept : null;
}

/** What was broken off, with all that a sheet keeps of it; without that, where the sheet is gone or was tampered with. */
export async function brokenOff(context: Excel.RequestContext, settings: Settings): Promise<Stored<Noted>> {
  const kept = keptIn(settings);
  const stored = entryIn(settings, "pending");
  const text = kept && (await readJournalSheet(context, kept));
  if (text === null) return stored;
  const whole = noted.parse(JSON.parse(text)); // as it was written: the fingerprint says so
  if (stored.state !== "ok" || !isRun(stored.value) || !isRun(whole)) return { state: "ok", value: whole };
  const marks = new Map(stored.value.created.map(({ kind, mark }) => [kind, mark])); // columns may have got theirs since
  const created = whole.created.map((column) => ({ ...column, mark: marks.get(column.kind) ?? column.mark }));
  return { state: "ok", value: { ...whole, created } };
}

/** Old values by account key: for each kind, the values of each key's rows from the top down. */
export function oldByKey({ old }: JournalEntry): Map<ColumnKind, Map<string, CellValue[]>> {
  const keys = (old?.accounts ?? []).map(accountKey);
  return new Map(
    (old?.columns ?? []).map(({ kind, values, runs }) => {
      const byKey = new Map<string, CellValue[]>();
      let at = 0;
      for (let i = 0; i < runs.length; i += 2) {
        const value = values[runs[i] ?? 0] ?? "";
        for (let n = runs[i + 1] ?? 0; n > 0; n--, at++) {
          const key = keys[at] ?? "";
          const there = byKey.get(key);
          if (there) there.push(value);
          else byKey.set(key, [value]);
        }
      }
      return [kind, byKey];
    }),
  );
}
