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

  /** The position of what stands in a row among some contents; -1 where it is none of them. */
  among(contents: readonly CellValue[]): (row: number) => number {
    const placeOf = new Map(contents.map((content, place) => [content, place]));
    const places = Int32Array.from(this.#values, (value) => placeOf.get(value) ?? -1);
    return (row) => places[this.#codes[row] ?? 0] ?? -1;
  }

  /** What stands in some rows: every distinct value once, and pairs of a position among these and how many in a row have it. */
  inRuns(rows: readonly number[]): { values: CellValue[]; runs: number[] } {
    const values: CellValue[] = [];
    const runs: number[] = [];
    const places = new Int32Array(this.#values.length).fill(-1);
    let last = -1;
    for (const row of rows) {
      const code = this.#codes[row] ?? 0;
      if (places[code] === -1) places[code] = values.push(this.#values[code] ?? "") - 1;
      const place = places[code] ?? 0;
      if (place === last) runs[runs.length - 1] = (runs.at(-1) ?? 0) + 1;
      else runs.push(place, 1);
      last = place;
    }
    return { values, runs };
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
