import type { CellValue } from "../../engine/index";
import { printOf } from "./fingerprint";
import { eachOf, type Sliced } from "../slices";

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
    const { low, high } = printOf(content);
    this.#low = (this.#low + Math.imul(low, count)) | 0;
    this.#high = (this.#high + Math.imul(high, count)) | 0;
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
  *of(contents: Iterable<CellValue>): Sliced<string> {
    let list = "";
    yield* eachOf(contents, (content) => (list += shortOf(content)));
    return list;
  },

  /** Whether a content is in the list. */
  reader(list: string): (content: CellValue) => boolean {
    const known = new Set(
      Array.from({ length: list.length / LENGTH }, (_, i) => list.slice(i * LENGTH, (i + 1) * LENGTH)),
    );
    return (content) => known.has(shortOf(content));
  },
};

function shortOf(content: CellValue): string {
  const { low, high } = printOf(content);
  return (high >>> 0).toString(16).padStart(8, "0") + (low >>> 24).toString(16).padStart(2, "0");
}
