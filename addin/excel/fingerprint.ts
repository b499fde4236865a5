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
    let [low, high] = [this.#low, this.#high];
    for (const row of rows) {
      const cell = row[index] ?? "";
      let last; // what ends every cell: its tag, or the second half of a number
      if (typeof cell === "string") {
        for (let i = 0; i < cell.length; i++) {
          const unit = cell.charCodeAt(i);
          low = Math.imul(low ^ unit, LOW_PRIME);
          high = Math.imul(high ^ unit, HIGH_PRIME);
        }
        last = TEXT + cell.length;
      } else if (typeof cell === "number") {
        number[0] = cell;
        const [first, second] = [halves[0] ?? 0, halves[1] ?? 0];
        low = lowWith(lowWith(low, NUMBER), first);
        high = highWith(highWith(high, NUMBER), first);
        last = second;
      } else {
        last = cell ? TRUE : FALSE;
      }
      low = lowWith(low, last);
      high = highWith(high, last);
    }
    [this.#low, this.#high] = [low, high];
  }

  digest(): string {
    return hex(this.#high) + hex(this.#low);
  }

  /** Its two lanes. */
  get lanes(): { readonly low: number; readonly high: number } {
    return { low: this.#low, high: this.#high };
  }
}

function lowWith(low: number, word: number): number {
  return Math.imul(low ^ word, LOW_PRIME);
}

function highWith(high: number, word: number): number {
  const mixed = Math.imul(high ^ word ^ (word >>> 15), HIGH_PRIME);
  return mixed ^ (mixed >>> 13);
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
  print.add({ rows: [[cell]], index: 0 });
  return print.lanes;
}

/** One fingerprint of several columns. */
export function together(prints: Iterable<ColumnPrint>): string {
  return [...prints].map((each) => each.digest()).join("");
}
