/**
 * The accounts of an order that are equal in value and list: who of them comes first is decided when somebody asks.
 *
 * Comparing names is what costs most in a ranking of numbers that repeat, and a cut needs it only where it falls among equals.
 */
export class Ties {
  readonly #order: Int32Array;
  readonly #values: Float64Array;
  readonly #list: Int32Array | undefined;
  readonly #decide: (a: number, b: number) => number;
  /** First positions of groups that are decided. */
  readonly #settled = new Set<number>();
  #isSettled = false;
  /** The group that was decided last: it is often asked for again. */
  #last = { from: 0, to: 0 };

  /** `order` is by list and value, and is what is decided in place. */
  constructor(
    order: Int32Array,
    values: Float64Array,
    list: Int32Array | undefined,
    decide: (a: number, b: number) => number,
  ) {
    this.#order = order;
    this.#values = values;
    this.#list = list;
    this.#decide = decide;
  }

  /** Decides the group of one position. */
  settleAt(position: number): void {
    if (this.#isSettled || (position >= this.#last.from && position < this.#last.to)) return;
    let from = position;
    while (from > 0 && this.#isOne(from - 1, position)) from--;
    const to = this.#endOf(position);
    if (to - from > 1 && !this.#settled.has(from)) {
      this.#order.subarray(from, to).sort(this.#decide);
      this.#settled.add(from);
    }
    this.#last = { from, to };
  }

  /** Decides all. */
  settleAll(): void {
    if (this.#isSettled) return;
    for (let from = 0; from < this.#order.length;) {
      const to = this.#endOf(from);
      if (to - from > 1 && !this.#settled.has(from)) this.#order.subarray(from, to).sort(this.#decide);
      from = to;
    }
    this.#isSettled = true;
    this.#settled.clear();
  }

  #endOf(position: number): number {
    let to = position + 1;
    while (to < this.#order.length && this.#isOne(to, position)) to++;
    return to;
  }

  #isOne(position: number, other: number): boolean {
    const [a, b] = [this.#order[position] ?? -1, this.#order[other] ?? -1];
    return this.#values[a] === this.#values[b] && (this.#list === undefined || this.#list[a] === this.#list[b]);
  }
}
