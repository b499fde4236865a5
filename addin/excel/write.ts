import { RunningHash, type CellValue } from "../../engine/index";
import { cellAddress } from "./address";
import { inBlocks, type Progress } from "./blocks";
import { entryOf, putJournal, removeJournal, type JournalEntry } from "./journal";
import type { PlannedColumn, WritePlan } from "./plan";
import { preflight } from "./preflight";
import { problemOf, Refusal, type Written } from "./problem";
import { cellsText, rangeOf, readColumns } from "./read";
import { columnName, putRecord, sourceName, type SourceRecord } from "./record";
import { putBack } from "./restore";
import { applyRules, type RulesApplied } from "./rules";
import { cellText } from "./text";

/** What a run left in the workbook. */
export interface Applied {
  readonly record: SourceRecord;
  /** For "Undo last run"; complete, also where the workbook's own copy had to leave old values out. */
  readonly journal: JournalEntry;
  /** Cells whose content changed, without headers. */
  readonly cells: number;
  /** Whether the colours could not be set; the tiers stand all the same. */
  readonly withoutColours: boolean;
}

/**
 * Carries out a plan: look again, note down, write in blocks, read back, colour, commit. Either everything is written
 * or what was written is put back; where even that fails the journal stays in the workbook.
 */
export async function carryOut(
  context: Excel.RequestContext,
  plan: WritePlan,
  runId: string,
  progress: Progress = {},
): Promise<Applied> {
  await preflight(context, plan, stoppable(progress));
  const identity = identityOf(plan, runId);
  const fresh = plan.columns.filter(({ placed }) => placed === null);
  const entry = entryOf(
    plan,
    runId,
    identity,
    fresh.map(({ kind, header }) => {
      const mark = plan.source.table ? null : { name: columnName(identity.id, kind) };
      return { kind, header, mark };
    }),
  );
  putJournal(context, entry);
  try {
    await context.sync();
    const marks = await createColumns(context, plan, identity);
    await writeCells(context, plan, progress);
    await readBack(context, plan);
    const rules = await applyRules(context, plan).catch(() => null); // colours help, the tiers are what counts
    const record = recordOf(plan, identity, marks, rules);
    const created = fresh.map((column) => ({
      kind: column.kind,
      header: column.header,
      mark: marks.get(column) ?? null,
    }));
    const journal: JournalEntry = { ...entry, state: "done", created, rules: [...(rules?.added ?? [])] };
    putRecord(context, record);
    putJournal(context, journal);
    await context.sync();
    const cells = plan.columns.reduce((sum, { changed }) => sum + changed.length, 0);
    return { record, journal, cells, withoutColours: rules === null };
  } catch (thrown) {
    const { code, params, detail } = problemOf(thrown);
    const written = await undoHalf(context, entry);
    throw new Refusal(code, params, detail === undefined ? { written } : { written, detail });
  }
}

/** Progress that may stop the work but is not told of rows: looking is not writing. */
function stoppable({ signal }: Progress): Progress {
  return signal ? { signal } : {};
}

function identityOf({ before, source }: WritePlan, runId: string): Pick<SourceRecord, "id" | "mark"> {
  if (before) return { id: before.id, mark: before.mark };
  if (source.table) return { id: runId, mark: { table: source.table.id } };
  return { id: runId, mark: { name: sourceName(runId), extent: source.extent === "cells" ? "cells" : "region" } };
}

/** New table columns are added, new columns beside a range are named; returns each column's mark. */
async function createColumns(
  context: Excel.RequestContext,
  { source, columns, before }: WritePlan,
  { id, mark }: Pick<SourceRecord, "id" | "mark">,
): Promise<Map<PlannedColumn, SourceRecord["columns"][number]["mark"]>> {
  const fresh = columns.filter(({ placed }) => placed === null);
  if (source.table) {
    const table = context.workbook.tables.getItem(source.table.id);
    const added = fresh.map(({ header }) => table.columns.add(undefined, undefined, header));
    added.forEach((column) => column.load("id"));
    await context.sync();
    return new Map(fresh.map((column, i) => [column, { columnId: added[i]?.id ?? NaN }]));
  }
  const { names } = context.workbook;
  if (!before && "name" in mark) {
    names.add(mark.name, rangeOf(context, source, -1, source.rows + 1, 0, source.columns)).visible = false;
  }
  const marks = fresh.map((column) => {
    const name = columnName(id, column.kind);
    const cells = rangeOf(context, source, -1, source.rows + 1, column.column - source.firstColumn, 1);
    names.add(name, cells).visible = false;
    return [column, { name }] as const;
  });
  await context.sync();
  return new Map(marks);
}

/** Writes the cells that change; the others of a block are passed over, which `null` means to Excel. */
async function writeCells(context: Excel.RequestContext, plan: WritePlan, progress: Progress): Promise<void> {
  const { source, columns } = plan;
  const cursors = columns.map((column) => ({ column, next: 0, texts: column.labels.map(cellText) }));
  if (!source.table) {
    for (const { header, placed, column } of columns) {
      if (placed === null)
        rangeOf(context, source, -1, 1, column - source.firstColumn, 1).values = [[cellText(header)]];
    }
  }
  await inBlocks(
    source.rows,
    columns.length,
    async (from, count) => {
      const ends = cursors.map((cursor) => {
        const { column, texts } = cursor;
        let next = cursor.next;
        const values: (string | null)[][] = Array.from({ length: count }, () => [null]);
        for (; (column.changed[next] ?? Infinity) < from + count; next++) {
          const row = column.changed[next] ?? 0;
          values[row - from] = [texts[column.codes[row] ?? 0] ?? ""];
        }
        if (next > cursor.next) {
          const range = rangeOf(context, source, from, count, column.column - source.firstColumn, 1);
          range.values = values;
          range.untrack();
        }
        return next;
      });
      await context.sync();
      cursors.forEach((cursor, i) => (cursor.next = ends[i] ?? cursor.next)); // a refused block is tried again
    },
    progress,
  );
}

/** Reads every cell of our columns and the accounts beside them: all must stand as planned. */
async function readBack(context: Excel.RequestContext, { source, columns, expected }: WritePlan): Promise<void> {
  const keys = new RunningHash();
  const positions = columns.map(({ column }) => column - source.firstColumn);
  await readColumns(context, source, [expected.keyPosition, ...positions], {}, (block, from) => {
    keys.add(cellsText(block.rows, block.indexOf(expected.keyPosition)));
    columns.forEach(({ codes, labels, column }, i) => {
      const index = block.indexOf(positions[i] ?? 0);
      block.rows.forEach((row, at) => {
        if (row[index] === labels[codes[from + at] ?? 0]) return;
        refuseCell(source, from + at, column, row[index] ?? "");
      });
    });
  });
  if (keys.digest() !== expected.keys) throw new Refusal("rows-moved", { sheet: source.sheet.name });
}

function refuseCell({ sheet, headerRow }: WritePlan["source"], row: number, column: number, found: CellValue): never {
  // Of a merged area only the first cell takes a value; the others stay empty without an error.
  const code = found === "" ? "target-merged" : "read-back-differs";
  throw new Refusal(code, { sheet: sheet.name, address: cellAddress(headerRow + 1 + row, column) });
}

function recordOf(
  { after, columns, placed, left }: WritePlan,
  identity: Pick<SourceRecord, "id" | "mark">,
  marks: ReadonlyMap<PlannedColumn, SourceRecord["columns"][number]["mark"]>,
  rules: RulesApplied | null,
): SourceRecord {
  const written = columns.flatMap((column) => {
    const mark = column.placed?.mark ?? marks.get(column);
    const ids = rules?.byColumn.get(column) ?? column.placed?.rules ?? [];
    return mark ? [{ kind: column.kind, mark, rules: [...ids] }] : [];
  });
  const untouched = left.flatMap((kind) => {
    const column = placed.get(kind);
    return column ? [{ kind, mark: column.mark, rules: [...column.rules] }] : [];
  });
  return { ...after, ...identity, columns: [...written, ...untouched] };
}

/** After a failure: puts back what was written, and says how far that came. */
async function undoHalf(context: Excel.RequestContext, entry: JournalEntry): Promise<Written> {
  try {
    await putBack(context, entry);
    await removeJournal(context);
    await context.sync();
    return "restored";
  } catch (thrown) {
    return problemOf(thrown).code === "InvalidOrTimedOutSession" ? "unknown" : "partly";
  }
}
