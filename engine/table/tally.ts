import { SHOWN_ROWS, type Issue, type IssueCode, type Severity } from "../issue";
import { CellKind } from "./cell";
import type { KindArray } from "./column";

/**
 * What is worth telling of the cells of one field: `cells` has one array of kinds for each of its columns. `firstRow` is
 * the input row of table row 0.
 */
export function cellIssues(
  cells: readonly KindArray[],
  field: string,
  type: "number" | "date" | "text" | "boolean",
  firstRow: number,
): Issue[] {
  const counts = new Uint32Array(KINDS);
  for (const kinds of cells) countKinds(kinds, counts);
  const issues: Issue[] = [];
  const tell = (code: IssueCode, severity: Severity, kind: CellKind, params = {}) => {
    const count = counts[kind]!; // a kind is a position, here and below
    if (count === 0) return;
    const rows = firstRows(cells, kind).map((row) => row + firstRow);
    issues.push({ code, severity, count, rows, params: { field, ...params } });
  };
  tell("missing-word", "info", CellKind.missingWord);
  // An unambiguous date in text is what a file of comma-separated values holds; a number in text is somebody's slip.
  if (type === "date") tell("date-as-text", "info", CellKind.converted);
  else tell("number-as-text", "warning", CellKind.converted);
  tell("date-ambiguous", "warning", CellKind.ambiguous);
  tell("unreadable", "warning", CellKind.unreadable, { type });
  tell("error-value", "warning", CellKind.error);
  const asText = counts[CellKind.converted]! + counts[CellKind.ambiguous]!;
  // A file of M/D/Y opened under D/M/Y: days up to 12 became dates with day and month swapped, the others stayed text.
  if (type === "date" && asText > 0) tell("dates-mixed", "warning", CellKind.read, { asText });
  return issues;
}

/** Adds to the number of cells of each kind. A function of its own, as the loops of `masks.ts`. */
function countKinds(kinds: KindArray, counts: Uint32Array): void {
  for (let row = 0; row < kinds.length; row++) counts[kinds[row]!]!++; // row < length
}

/** The rows that are shown of a kind, one for each cell. */
function firstRows(cells: readonly KindArray[], kind: CellKind): number[] {
  return cells
    .flatMap((kinds) => firstRowsIn(kinds, kind))
    .sort((a, b) => a - b)
    .slice(0, SHOWN_ROWS);
}

function firstRowsIn(kinds: KindArray, kind: CellKind): number[] {
  const rows: number[] = [];
  for (let row = kinds.indexOf(kind); row >= 0 && rows.length < SHOWN_ROWS; row = kinds.indexOf(kind, row + 1)) {
    rows.push(row);
  }
  return rows;
}

const KINDS = Object.keys(CellKind).length;
