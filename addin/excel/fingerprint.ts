import { RunningHash, type CellValue } from "../../engine/index";

/** Fingerprints of columns that are read in blocks: equal columns have equal ones, however they were cut. */
export class ColumnPrint {
  readonly #hash = new RunningHash();

  /** Takes one column of the next block. No two different columns look the same. */
  add(rows: readonly (readonly CellValue[])[], index: number): void {
    let text = "";
    for (const row of rows) {
      const cell = row[index] ?? "";
      text += typeof cell === "string" ? `"${cell}\u001f` : `${cell}\u001f`;
    }
    this.#hash.add(text);
  }

  digest(): string {
    return this.#hash.digest();
  }
}

/** One fingerprint of several columns. */
export function together(prints: Iterable<ColumnPrint>): string {
  return [...prints].map((each) => each.digest()).join("");
}
