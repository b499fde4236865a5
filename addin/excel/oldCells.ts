import type { CellValue, ColumnCells } from "../../engine/index";

/** What stands in one of our columns: every distinct value once, and which one each row holds. */
export class OldCells {
  readonly #codes: Int32Array;
  readonly #values: CellValue[] = [];
  readonly #codeOf = new Map<CellValue, number>();

  constructor(rows: number) {
    this.#codes = new Int32Array(rows);
    this.#encode("");
  }

  /** Takes one column of a block whose first row is row `from`. */
  read({ rows, index }: ColumnCells, from: number): void {
    for (let i = 0; i < rows.length; i++) this.#codes[from + i] = this.#encode(rows[i]?.[index] ?? "");
  }

  at(row: number): CellValue {
    return this.#values[this.#codes[row] ?? 0] ?? "";
  }

  /** How many cells hold each value. */
  counts(): Map<CellValue, number> {
    const counts = new Int32Array(this.#values.length);
    for (const code of this.#codes) counts[code]!++; // every code is of a value
    return new Map(this.#values.map((value, code) => [value, counts[code] ?? 0]));
  }

  #encode(value: CellValue): number {
    let code = this.#codeOf.get(value);
    if (code === undefined) {
      code = this.#values.push(value) - 1;
      this.#codeOf.set(value, code);
    }
    return code;
  }
}
