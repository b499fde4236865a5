import { SHOWN_ROWS, type Issue, type IssueCode, type Severity } from "../issue";
import { CellKind } from "./cell";
import type { KindArray } from "./column";

/** Counts the cells of each kind that one field met, and keeps the first rows of each, in whatever order cells come. */
export class KindTally {
  readonly #counts = new Uint32Array(KINDS);
  readonly #rows: number[][] = Array.from({ length: KINDS }, () => []);
  /** The last row that is shown of each kind, once there are as many as are shown. */
  readonly #last = new Float64Array(KINDS).fill(Infinity);

  add(kind: CellKind, row: number): void {
    this.#counts[kind]!++; // a kind is a position
    if (row < this.#last[kind]!) this.#show(kind, row); // likewise
  }

  #show(kind: CellKind, row: number): void {
    const rows = this.#rows[kind] ?? [];
    rows.splice(rows.findLastIndex((each) => each <= row) + 1, 0, row);
    if (rows.length > SHOWN_ROWS) rows.pop();
    if (rows.length === SHOWN_ROWS) this.#last[kind] = rows.at(-1) ?? Infinity;
  }

  count(kind: CellKind): number {
    return this.#counts[kind] ?? 0;
  }

  /** What is worth telling; `firstRow` is the input row of table row 0. */
  issues(field: string, type: "number" | "date" | "text" | "boolean", firstRow: number): Issue[] {
    const issues: Issue[] = [];
    const tell = (code: IssueCode, severity: Severity, kind: CellKind, params = {}) => {
      const count = this.count(kind);
      const rows = (this.#rows[kind] ?? []).map((row) => row + firstRow);
      if (count > 0) issues.push({ code, severity, count, rows, params: { field, ...params } });
    };
    tell("missing-word", "info", CellKind.missingWord);
    // An unambiguous date in text is what a file of comma-separated values holds; a number in text is somebody's slip.
    if (type === "date") tell("date-as-text", "info", CellKind.converted);
    else tell("number-as-text", "warning", CellKind.converted);
    tell("date-ambiguous", "warning", CellKind.ambiguous);
    tell("unreadable", "warning", CellKind.unreadable, { type });
    tell("error-value", "warning", CellKind.error);
    const asText = this.count(CellKind.converted) + this.count(CellKind.ambiguous);
    // A file of M/D/Y opened under D/M/Y: days up to 12 became dates with day and month swapped, the others stayed text.
    if (type === "date" && asText > 0) tell("dates-mixed", "warning", CellKind.read, { asText });
    return issues;
  }
}

/** The tally of cells whose kinds are known: one array for each column of the field. */
export function tallyOf(cells: readonly KindArray[]): KindTally {
  const tally = new KindTally();
  for (const kinds of cells) for (let row = 0; row < kinds.length; row++) tally.add(kinds[row]!, row); // row < length
  return tally;
}

const KINDS = Object.keys(CellKind).length;
