/** Accounts and values by rung, one entry for each. Sums are compensated as those of `ExactSum`. */
export interface Tallies {
  readonly count: Float64Array;
  /** Those of them in the ladder's population. */
  readonly ranked: Float64Array;
  /** Those of them that have a value. */
  readonly valued: Float64Array;
  readonly sum: Float64Array;
  /** Of the positive values of those in the population. */
  readonly positive: Float64Array;
  /** The same of all rungs together. */
  readonly base: number;
}

/** One pass over the accounts; those on no rung (-1) are in nothing. In a function of its own, as the loops of `masks.ts`. */
export function tallied(
  rungs: number,
  rungOf: Int16Array,
  values: Float64Array,
  among: Uint8Array,
  included: Uint8Array,
): Tallies {
  const [count, ranked, valued] = [new Float64Array(rungs), new Float64Array(rungs), new Float64Array(rungs)];
  const [sum, sumLost] = [new Float64Array(rungs), new Float64Array(rungs)];
  const [positive, positiveLost] = [new Float64Array(rungs), new Float64Array(rungs)];
  let [base, baseLost] = [0, 0];
  for (let row = 0; row < rungOf.length; row++) {
    const rung = rungOf[row]!; // row < length, that of all
    if (rung < 0) continue;
    const value = values[row]!;
    const isRanked = among[row] === 1 && included[row] === 1; // an override lets in, not into the base
    count[rung]!++; // a rung is a position
    if (isRanked) ranked[rung]!++;
    if (Number.isNaN(value)) continue;
    valued[rung]!++;
    sumLost[rung]! += lostBy(sum[rung]!, value);
    sum[rung]! += value;
    if (!isRanked || value <= 0) continue;
    positiveLost[rung]! += lostBy(positive[rung]!, value);
    positive[rung]! += value;
    baseLost += lostBy(base, value);
    base += value;
  }
  for (let rung = 0; rung < rungs; rung++) {
    sum[rung]! += sumLost[rung]!;
    positive[rung]! += positiveLost[rung]!;
  }
  return { count, ranked, valued, sum, positive, base: base + baseLost };
}

/** What is lost by rounding when a value is added to a sum. */
function lostBy(sum: number, value: number): number {
  const next = sum + value;
  return Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
}
