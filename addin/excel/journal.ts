import * as z from "zod";
import type { CellValue } from "../../engine/index";
import type { WritePlan } from "./plan";
import { columnKind, columnMark, sourceRecord, type ColumnKind, type SourceRecord } from "./record";
import { putSetting, readSetting, removeSetting, type Stored } from "./settings";

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

const journalEntry = z.strictObject({
  format: z.literal(1),
  runId: z.string(),
  /** pending: being written, or broken off · done: finished, and can be undone. */
  state: z.enum(["pending", "done"]),
  sourceId: z.string(),
  mark: sourceRecord.shape.mark,
  /** Headers of the account column. */
  account: z.array(z.string()),
  /** The record as it was; null where the source had none. */
  before: sourceRecord.nullable(),
  /** Columns that did not exist before. A table's column has no mark until it is there: its header was free till then. */
  created: z.array(z.strictObject({ kind: columnKind, header: z.string(), mark: columnMark.nullable() })),
  /** Conditional formats that were added. */
  rules: z.array(z.string()),
  /** Old values of the accounts that change; null where they are too many to keep in the workbook. */
  old: z.strictObject({ keys: z.array(z.string()), columns: z.array(oldColumn) }).nullable(),
});
export type JournalEntry = z.output<typeof journalEntry>;

/** The most that a journal may take up in the workbook's settings, in characters. */
const MOST_CHARACTERS = 100_000;

/** The entry for a plan. `sourceId` and `mark` are those of the record that the run will leave. */
export function entryOf(
  plan: WritePlan,
  runId: string,
  { id, mark }: Pick<SourceRecord, "id" | "mark">,
  created: JournalEntry["created"],
): JournalEntry {
  const { accounts, before, columns } = plan;
  const placed = columns.filter((column) => column.placed !== null);
  const rows = [...new Set(placed.flatMap(({ changed }) => [...changed]))].sort((a, b) => a - b);
  const { codes, keys } = accounts.table.accounts;
  return {
    format: 1,
    runId,
    state: "pending",
    sourceId: id,
    mark,
    account: [...(accounts.mapping.get("account") ?? [])],
    before,
    created,
    rules: [],
    old: {
      keys: rows.map((row) => keys[codes[row] ?? -1] ?? ""),
      columns: placed.map(({ kind }) => ({ kind, ...coded(rows.map((row) => accounts.old.get(kind)?.at(row) ?? "")) })),
    },
  };
}

/** Queues the entry; where it is too large, only what was created and the marks are kept in the workbook. */
export function putJournal(context: Excel.RequestContext, entry: JournalEntry): void {
  const isLarge = JSON.stringify(entry).length > MOST_CHARACTERS;
  putSetting(context, "journal", isLarge ? { ...entry, old: null } : entry);
}

export function readJournal(context: Excel.RequestContext): Promise<Stored<JournalEntry>> {
  return readSetting(context, "journal", journalEntry);
}

export function removeJournal(context: Excel.RequestContext): Promise<void> {
  return removeSetting(context, "journal");
}

/** Old values by account: for each kind, the value of each key, or undefined for a key whose rows held several. */
export function oldByKey({ old }: JournalEntry): Map<ColumnKind, Map<string, CellValue | undefined>> {
  const byKind = new Map<ColumnKind, Map<string, CellValue | undefined>>();
  for (const { kind, values, runs } of old?.columns ?? []) {
    const byKey = new Map<string, CellValue | undefined>();
    let at = 0;
    for (let i = 0; i < runs.length; i += 2) {
      const value = values[runs[i] ?? 0];
      for (let n = runs[i + 1] ?? 0; n > 0; n--, at++) {
        const key = old?.keys[at] ?? "";
        byKey.set(key, byKey.has(key) && byKey.get(key) !== value ? undefined : value);
      }
    }
    byKind.set(kind, byKey);
  }
  return byKind;
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
