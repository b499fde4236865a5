import type { CellValue, ColumnCells } from "../../engine/index";

/**
 * Fingerprints of columns that are read in blocks: equal columns have equal ones, however they were cut. They tell
 * whether something changed, and keep no secret.
 *
 * Two 32-bit lanes of FNV-1a with different primes, over a type tag and the UTF-16 units or the eight bytes of each
 * cell; a text ends in its length. (G. Fowler, L. C. Noll, K.-P. Vo; the second prime is that of A. Appleby's MurmurHash2.)
 */
export class ColumnPrint {
  #low = 0x811c9dc5;
  #high = 0x2545f491;

  /** Takes one column of the next block. */
  add({ rows, index }: ColumnCells): void {
    for (const row of rows) this.addCell(row[index] ?? "");
  }

  digest(): string {
    return hex(this.#high) + hex(this.#low);
  }

  /** Its two lanes. */
  get lanes(): { readonly low: number; readonly high: number } {
    return { low: this.#low, high: this.#high };
  }

  addCell(cell: CellValue): void {
    if (typeof cell === "number") {
      number[0] = cell;
      this.#mix(NUMBER);
      this.#mix(halves[0] ?? 0);
      this.#mix(halves[1] ?? 0);
    } else if (typeof cell === "string") {
      let [low, high] = [this.#low, this.#high];
      for (let i = 0; i < cell.length; i++) {
        const unit = cell.charCodeAt(i);
        low = Math.imul(low ^ unit, LOW_PRIME);
        high = Math.imul(high ^ unit, HIGH_PRIME);
      }
      [this.#low, this.#high] = [low, high];
      this.#mix(TEXT + cell.length);
    } else {
      this.#mix(cell ? TRUE : FALSE);
    }
  }

  #mix(word: number): void {
    this.#low = Math.imul(this.#low ^ word, LOW_PRIME);
    this.#high = Math.imul(this.#high ^ word ^ (word >>> 15), HIGH_PRIME);
    this.#high ^= this.#high >>> 13;
  }
}

const [LOW_PRIME, HIGH_PRIME] = [0x01000193, 0x5bd1e995];
/** Tags beyond every UTF-16 unit. */
const [FALSE, TRUE, NUMBER, TEXT] = [0x10000, 0x10001, 0x10002, 0x20000];
const number = new Float64Array(1);
const halves = new Int32Array(number.buffer);

function hex(lane: number): string {
  return (lane >>> 0).toString(16).padStart(8, "0");
}

/** Of one cell alone. */
export function printOf(cell: CellValue): ColumnPrint["lanes"] {
  const print = new ColumnPrint();
  print.addCell(cell);
  return print.lanes;
}

/** One fingerprint of several columns. */
export function together(prints: Iterable<ColumnPrint>): string {
  return [...prints].map((each) => each.digest()).join("");
}
