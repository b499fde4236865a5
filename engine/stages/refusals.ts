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
  /** 1 for each account that was refused. */
  readonly refused: Uint8Array;
  /** Ranks of all who sought a seat. Worked out when first asked for: who is refused needs no rank. */
  ranks(): Int32Array;
  readonly seatsFor: (row: number) => number;
}

/** Who was refused a seat, best tier first: columns, as a tier with few seats refuses nearly everybody. */
export class Refusals {
  readonly #tiers: readonly RefusalsOfTier[];
  readonly #ranks = new Map<RefusalsOfTier, Int32Array>();

  constructor(tiers: readonly RefusalsOfTier[]) {
    this.#tiers = tiers;
  }

  has(row: number): boolean {
    return this.#tiers.some(({ refused }) => refused[row] === 1);
  }

  /** Whether a tier had no seat for it. */
  isAt(row: number, tier: number): boolean {
    return this.#tiers.some((own) => own.tier === tier && own.refused[row] === 1);
  }

  /** Empty where there are none. */
  of(row: number): Refusal[] {
    return this.#tiers
      .filter(({ refused }) => refused[row] === 1)
      .map((own) => ({ tier: own.tier, rank: this.#ranksOf(own)[row]!, seats: own.seatsFor(row) })); // a row is a position
  }

  #ranksOf(own: RefusalsOfTier): Int32Array {
    const ranks = this.#ranks.get(own) ?? own.ranks();
    this.#ranks.set(own, ranks);
    return ranks;
  }
}
