import type { ColumnKind } from "../../engine/index";
import { ownCells } from "./cells";
import type { OldCells } from "./oldCells";
import type { PlannedColumn } from "./plan";
import type { ColumnMark } from "./record";
import type { Source } from "./source";

/** Number formats of our columns, in the form that is the same in every language. */

/** What cells have that nobody has formatted, as the client takes it for many cells at once. */
export const GENERAL = "General" as unknown as string[][];

const FORMATS: Readonly<Partial<Record<ColumnKind, string>>> = { score: "0.0", rank: "0", nextReview: "yyyy-mm-dd" };

/** null for a column of words. */
export function formatOf(kind: ColumnKind): string | null {
  return FORMATS[kind] ?? null;
}

/**
 * Queues the format of a new column's cells; of one that is there only of cells that were blank, such as those of rows
 * that were appended: elsewhere the analyst may have chosen another one. Before the values, because a number that comes
 * into cells of text becomes text.
 */
export function formatCells(
  context: Excel.RequestContext,
  source: Source,
  { format, placed, changed }: PlannedColumn,
  mark: ColumnMark,
  old: OldCells | undefined,
): void {
  if (format === null) return;
  const runs = placed ? blankRuns(changed, old) : [{ from: 0, rows: source.rows }];
  for (const { from, rows } of runs) {
    ownCells(context, source, mark, from, rows).numberFormat = format as unknown as string[][];
  }
}

/** Runs of rows in which nothing stood; those that many runs stand apart in are taken as one. */
function blankRuns(changed: Int32Array, old: OldCells | undefined): { from: number; rows: number }[] {
  const runs: { from: number; rows: number }[] = [];
  for (const row of changed) {
    if (old?.at(row) !== "") continue;
    const last = runs.at(-1);
    if (last && (last.from + last.rows === row || runs.length >= MOST_RUNS)) last.rows = row + 1 - last.from;
    else runs.push({ from: row, rows: 1 });
  }
  return runs;
}

const MOST_RUNS = 50;
