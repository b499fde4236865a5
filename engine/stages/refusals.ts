/** A seat that was refused. */
export interface Refusal {
  readonly tier: number;
  /** From 1, among all who sought a seat there. */
  readonly rank: number;
  readonly seats: number;
}

/** The refusals of one tier. */
export interface RefusalsOfTier {
  readonly tier: number;
  /** Of each account; 0 for one that was not refused. */
  readonly ranks: Int32Array;
  readonly seatsFor: (row: number) => number;
}

/** Who was refused a seat, best tier first: columns, as a tier with few seats refuses nearly everybody. */
export class Refusals {
  readonly #tiers: readonly RefusalsOfTier[];

  constructor(tiers: readonly RefusalsOfTier[]) {
    this.#tiers = tiers;
  }

  has(row: number): boolean {
    return this.#tiers.some(({ ranks }) => ranks[row]! > 0); // a row is a position
  }

  /** Empty where there are none. */
  of(row: number): Refusal[] {
    return this.#tiers.flatMap(({ tier, ranks, seatsFor }) => {
      const rank = ranks[row]!; // a row is a position
      return rank > 0 ? [{ tier, rank, seats: seatsFor(row) }] : [];
    });
  }
}
