import * as z from "zod";
import { accountKey, type CellValue } from "../../engine/index";
import type { WritePlan } from "./plan";
import { columnKind, columnMark, ownedColumn, sourceRecord, type ColumnKind, type SourceRecord } from "./record";
import { putSetting, removeSetting, type Settings, type Stored } from "./settings";
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

const createdColumn = ownedColumn
  .omit({ rules: true })
  /** A table's column has no mark until it is there; nothing is written to it before its mark is noted down. */
  .extend({
    mark: columnMark.nullable(),
    colours: z.array(z.strictObject({ label: z.string(), fill: z.string() })),
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
  /**
   * Old values of the accounts that change, and of all rows of an account that has several; null where they are too
   * many to keep in the workbook. Names as they were written, from the top down.
   */
  old: z.strictObject({ accounts: z.array(z.string()), columns: z.array(oldColumn) }).nullable(),
});
export type JournalEntry = z.output<typeof journalEntry>;

/** The most that a journal may take up in the workbook's settings, in characters. */
const MOST_CHARACTERS = 100_000;

/** The entry for a plan. `sourceId` and `mark` are those of the record that the run will leave. */
export function entryOf(
  plan: WritePlan,
  runId: string,
  { id, mark }: Pick<SourceRecord, "id" | "mark">,
  created: readonly CreatedColumn[],
): JournalEntry {
  const { accounts, before, columns } = plan;
  const placed = columns.filter((column) => column.placed !== null);
  const rows = rowsToKeep(plan);
  return {
    format: 1,
    runId,
    sourceId: id,
    mark,
    account: [...(accounts.mapping.get("account") ?? [])],
    keys: accounts.keys,
    before,
    created: [...created],
    rules: [],
    old: {
      accounts: rows.map((row) => accounts.nameAt(row)),
      columns: placed.map(({ kind }) => ({ kind, ...coded(rows.map((row) => accounts.old.get(kind)?.at(row) ?? "")) })),
    },
  };
}

/** Rows whose old values are needed: those that change, and their namesakes, so that two rows are never taken for one. */
function rowsToKeep({ accountCodes: codes, columns }: WritePlan): number[] {
  const changing = new Set<number>();
  for (const { placed, changed } of columns) {
    if (placed) for (const row of changed) changing.add(codes[row] ?? -1);
  }
  const rows: number[] = [];
  codes.forEach((code, row) => {
    if (changing.has(code)) rows.push(row);
  });
  return rows;
}

/** Queues the note that a run is under way; where it is too large, only what was created and the marks are kept. */
export function putPending(context: Excel.RequestContext, entry: JournalEntry): void {
  putSetting(context, "pending", fitting(entry));
}

/** Queues the end of a run: it is no longer under way, and can be undone. */
export function commit(context: Excel.RequestContext, entry: JournalEntry): void {
  putSetting(context, "journal", fitting(entry));
  endPending(context);
}

/** Queues the end of a run that has written nothing: what could be undone before it still can. */
export function endPending(context: Excel.RequestContext): void {
  removeSetting(context, "pending");
}

function fitting(entry: JournalEntry): JournalEntry {
  return JSON.stringify(entry).length > MOST_CHARACTERS ? { ...entry, old: null } : entry;
}

/** The run that is under way or was broken off, or the last one that was finished. */
export function entryIn(settings: Settings, key: "pending" | "journal"): Stored<JournalEntry> {
  return settings.get(key, journalEntry);
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

function coded(cells: readonly CellValue[]): { values: CellValue[]; runs: number[] } {
  const values: CellValue[] = [];
  const codeOf = new Map<CellValue, number>();
  const runs: number[] = [];
  let last = -1;
  for (const value of cells) {
    let code = codeOf.get(value);
    if (code === undefined) codeOf.set(value, (code = values.push(value) - 1));
    if (code === last) runs[runs.length - 1] = (runs.at(-1) ?? 0) + 1;
    else runs.push(code, 1);
    last = code;
  }
  return { values, runs };
}
