/** Rows or columns that have not the usual size: `first` to `last`, each `size` pixels; 0 is hidden. */
export interface Run {
  readonly first: number;
  readonly last: number;
  readonly size: number;
}

/** Where the rows or the columns of a sheet stand on the screen, in pixels from the first one. Hidden ones take no room. */
export class Axis {
  readonly #runs: readonly (Run & { readonly added: number })[];

  /** `runs` do not overlap; `size` is that of all others. */
  constructor(
    readonly count: number,
    readonly size: number,
    runs: readonly Run[],
  ) {
    let added = 0;
    this.#runs = [...runs]
      .sort((a, b) => a.first - b.first)
      .map((run) => {
        const before = added;
        added += (run.last - run.first + 1) * (run.size - size);
        return { ...run, added: before };
      });
  }

  get total(): number {
    return this.offset(this.count);
  }

  offset(index: number): number {
    const run = this.#runBefore(index);
    if (!run) return index * this.size;
    const inside = Math.min(index - 1, run.last) - run.first + 1;
    return index * this.size + run.added + inside * (run.size - this.size);
  }

  sizeOf(index: number): number {
    const run = this.#runBefore(index + 1);
    return run && index <= run.last ? run.size : this.size;
  }

  /** The one under a pixel; the first or the last beyond the ends. */
  at(pixels: number): number {
    let [low, high] = [0, this.count - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.offset(middle) <= pixels) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The one `by` visible steps on, as far as there is one. */
  step(from: number, by: number): number {
    let at = from;
    for (let left = Math.abs(by); left > 0; left--) {
      let next = at + Math.sign(by);
      while (next >= 0 && next < this.count && this.sizeOf(next) === 0) next += Math.sign(by);
      if (next < 0 || next >= this.count) break;
      at = next;
    }
    return at;
  }

  /** Stretches without a hidden one between two indices, both included. */
  visible(first: number, last: number): { first: number; last: number }[] {
    const end = Math.min(last, this.count - 1);
    const found: { first: number; last: number }[] = [];
    let at = Math.max(0, first);
    for (const run of this.#runs) {
      if (run.size > 0 || run.last < at) continue;
      if (run.first > end) break;
      if (run.first > at) found.push({ first: at, last: run.first - 1 });
      at = run.last + 1;
    }
    if (at <= end) found.push({ first: at, last: end });
    return found;
  }

  /** The last run that begins before an index. */
  #runBefore(index: number): (Run & { readonly added: number }) | undefined {
    let [low, high] = [0, this.#runs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#runs[middle]?.first ?? Infinity) < index) low = middle + 1;
      else high = middle;
    }
    return this.#runs[low - 1];
  }
}
