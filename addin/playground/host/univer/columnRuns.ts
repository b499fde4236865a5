import type { Run } from "./runs";
import type { Stored } from "./styleStore";

/** What the cells of a column are styled with, read from top to bottom, as runs of rows with the same value. */
export class ColumnRuns<T> {
  readonly runs: Run<T>[] = [];
  #line: Stored;
  #cell: Stored;
  #value: T | undefined;
  #from: number;

  /** Several columns that hold no cells are read as one. `valueOf` gives the same object for the same value. */
  constructor(
    readonly column: number,
    readonly columns: number,
    top: number,
    readonly valueOf: (line: Stored, cell: Stored) => T | undefined,
  ) {
    this.#from = top;
    this.#value = valueOf(undefined, undefined);
  }

  /** The next row, with its style and that of its cell in this column. */
  add(row: number, line: Stored, cell: Stored): void {
    if (line === this.#line && cell === this.#cell) return; // as in the row above, in most cases
    [this.#line, this.#cell] = [line, cell];
    const value = this.valueOf(line, cell);
    if (value === this.#value) return;
    this.#close(row);
    this.#value = value;
  }

  /** Below `row` nothing but the whole column has a style. */
  end(row: number, bottom: number): void {
    this.add(row, undefined, undefined);
    this.#close(bottom);
  }

  #close(row: number): void {
    const { column, columns } = this;
    const rows = row - this.#from;
    if (this.#value !== undefined && rows > 0) {
      this.runs.push({ area: { row: this.#from, column, rows, columns }, value: this.#value });
    }
    this.#from = row;
  }
}
