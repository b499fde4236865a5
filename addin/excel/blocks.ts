import { isTooLarge, Refusal } from "./problem";

/** Reading and writing long columns in pieces that fit into one message. */

/** Rows of one piece, at most: more of them would hold up the thread that shows the pane for over 50 ms. */
const MOST_ROWS = 10_500;
/** Cells of one piece, at most: well under a megabyte of the five that Excel on the web takes. */
const MOST_CELLS = 42_000;

export interface Progress {
  /** Called after each piece, with the rows done of all. */
  onRows?(done: number, of: number): void;
  /** Stops between two pieces. */
  readonly signal?: AbortSignal;
}

/**
 * Calls `step` for one block of rows after another, from 0 to `rows`; the more `columns` a block has, the fewer rows. See
 * `inPieces`.
 */
export async function inBlocks(
  rows: number,
  columns: number,
  step: (from: number, count: number) => Promise<void>,
  progress: Progress = {},
): Promise<void> {
  await inPieces(rows, Math.min(MOST_ROWS, Math.floor(MOST_CELLS / Math.max(1, columns))), step, progress);
}

/**
 * Calls `step` for at most `most` of `all` at a time, from 0 on. A piece that Excel finds too large is halved and tried
 * again, down to one; the smaller size stays. Throws a `cancelled` refusal between two pieces.
 */
export async function inPieces(
  all: number,
  most: number,
  step: (from: number, count: number) => Promise<void>,
  { onRows, signal }: Progress = {},
): Promise<void> {
  let size = Math.max(1, most);
  for (let from = 0; from < all;) {
    if (signal?.aborted) throw new Refusal("cancelled");
    const count = Math.min(size, all - from);
    try {
      await step(from, count);
    } catch (thrown) {
      if (!isTooLarge(thrown) || count === 1) throw thrown;
      size = Math.ceil(count / 2);
      continue;
    }
    from += count;
    onRows?.(from, all);
  }
}
