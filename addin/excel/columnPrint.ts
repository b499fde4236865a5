import type { CellValue } from "../../engine/index";
import { ColumnPrint } from "./fingerprint";

/**
 * Fingerprints of what stands in an open column, whatever the order of its rows: what tells a renamed column of ours from
 * one that took over its mark, without a copy of its cells.
 */
export class ContentPrint {
  #low = 0;
  #high = 0;
  #count = 0;

  /** Takes a content that stands in `count` cells. Blank cells are nothing. */
  add(content: CellValue, count = 1): void {
    if (content === "") return;
    const digest = digestOf(content);
    this.#low = (this.#low + Math.imul(parseInt(digest.slice(8), 16), count)) | 0;
    this.#high = (this.#high + Math.imul(parseInt(digest.slice(0, 8), 16), count)) | 0;
    this.#count += count;
  }

  digest(): string {
    return `${this.#count} ${(this.#high >>> 0).toString(16)} ${(this.#low >>> 0).toString(16)}`;
  }
}

/** Characters of one content in a `ContentList`: 40 bits, so that of 100,000 contents one in ten million is taken for another. */
const LENGTH = 10;

/** Which contents a run has written, in so many characters for each: for undo, which empties only those. */
export const ContentList = {
  of: (contents: readonly CellValue[]): string => contents.map(shortOf).join(""),

  /** Whether a content is in the list. */
  reader(list: string): (content: CellValue) => boolean {
    const known = new Set(
      Array.from({ length: list.length / LENGTH }, (_, i) => list.slice(i * LENGTH, (i + 1) * LENGTH)),
    );
    return (content) => known.has(shortOf(content));
  },
};

function shortOf(content: CellValue): string {
  return digestOf(content).slice(0, LENGTH);
}

function digestOf(content: CellValue): string {
  const print = new ColumnPrint();
  print.add({ rows: [[content]], index: 0 });
  return print.digest();
}
