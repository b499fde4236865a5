import { run, type CellValue } from "../../../engine/index";
import { AS_OF, accepted, documentWith, tableOf } from "../samples";

/** A measure (or a side column) over one account per row of cells; null is missing. */
export function measured(
  measures: readonly object[],
  id: string,
  header: readonly string[],
  rows: readonly (readonly CellValue[])[],
  changes: Record<string, unknown> = {},
): (string | number | null)[] {
  const cells = [["account", ...header], ...rows.map((row, i) => [`a${i}`, ...row])];
  return measuredIn(cells, measures, id, changes);
}

/** The same over cells with their own column of accounts. */
export function measuredIn(
  cells: readonly (readonly CellValue[])[],
  measures: readonly object[],
  id: string,
  changes: Record<string, unknown> = {},
): (string | number | null)[] {
  const preset = accepted(documentWith({ measures, ...changes }));
  const column = run(tableOf(cells, preset), preset, { asOf: AS_OF }).facts.column(id);
  if (column.type === "text") return [...column.codes].map((code) => column.words[code] ?? null);
  return [...column.values].map((value) => (Number.isNaN(value) ? null : value));
}
