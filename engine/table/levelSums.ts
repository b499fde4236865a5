/** Groups within groups: owners in a region, regions in a country, the whole. */
const LEVELS = 4;
/** A total may differ from the sum of its rows by this part of their magnitude. */
const TOLERANCE = 1e-9;

/**
 * The sums that a total could have, of several number columns at once, while rows are gone through in order.
 *
 * Level 0 holds the rows since the last total, level 1 the groups that totals of level 0 have closed, and so on: a total
 * of level k is the sum of the levels up to k. Groups are summed on their own, not taken from running sums, which
 * would lose the small ones of a long table.
 */
export class LevelSums {
  readonly #columns: readonly Float64Array[];
  // Level after level, one entry per column.
  readonly #sums: Float64Array;
  readonly #magnitudes: Float64Array;
  /** Values that are not zero. */
  readonly #counts: Float64Array;

  constructor(columns: readonly Float64Array[]) {
    this.#columns = columns;
    this.#sums = new Float64Array(LEVELS * columns.length);
    this.#magnitudes = new Float64Array(LEVELS * columns.length);
    this.#counts = new Float64Array(LEVELS * columns.length);
  }

  /** Adds the rows from `from` up to, not including, `to`. Missing values add nothing. */
  add(from: number, to: number): void {
    for (let i = 0; i < this.#columns.length; i++) {
      const column = this.#columns[i]!; // i < length
      let sum = 0;
      let magnitude = 0;
      let count = 0;
      for (let row = from; row < to; row++) {
        const value = column[row]!; // row < length
        if (Number.isNaN(value) || value === 0) continue;
        sum += value;
        magnitude += Math.abs(value);
        count++;
      }
      this.#sums[i]! += sum; // level 0 begins at 0
      this.#magnitudes[i]! += magnitude;
      this.#counts[i]! += count;
    }
  }

  /**
   * The lowest level whose sums the numbers of a row are, or -1: all of its numbers, or one of them is enough. At least
   * one that is must be the sum of `least` values other than zero.
   */
  levelOf(row: number, least: number, which: "all" | "one"): number {
    for (let level = 0; level < LEVELS; level++) if (this.#isSum(row, level, least, which)) return level;
    return -1;
  }

  /** A total of a level has come: what it sums up is one group of the level above. */
  close(level: number): void {
    const width = this.#columns.length;
    const above = Math.min(level + 1, LEVELS - 1);
    for (const part of [this.#sums, this.#magnitudes, this.#counts]) {
      for (let i = 0; i < width; i++) {
        for (let at = i; at < above * width; at += width) {
          part[above * width + i]! += part[at]!; // at < above * width + i < length
          part[at] = 0;
        }
      }
    }
  }

  #isSum(row: number, level: number, least: number, which: "all" | "one"): boolean {
    const width = this.#columns.length;
    let hasEnough = false;
    for (let i = 0; i < width; i++) {
      const value = this.#columns[i]?.[row] ?? NaN;
      if (Number.isNaN(value)) continue;
      let sum = 0;
      let magnitude = 0;
      let count = 0;
      for (let at = i; at <= level * width + i; at += width) {
        sum += this.#sums[at]!; // at <= level * width + i < length
        magnitude += this.#magnitudes[at]!;
        count += this.#counts[at]!;
      }
      if (Math.abs(value - sum) <= TOLERANCE * magnitude) hasEnough ||= count >= least;
      else if (which === "all") return false;
    }
    return hasEnough;
  }
}
