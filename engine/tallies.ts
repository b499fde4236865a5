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

/** Rows that are tallied together: after an edit only the blocks of the edited rows are tallied again. */
const BLOCK = 1024;

/** Tallies of one block after the other, entry `block * rungs + rung` each, and what their sums have lost by rounding. */
export interface BlockTallies {
  readonly rungs: number;
  readonly count: Float64Array;
  readonly ranked: Float64Array;
  readonly valued: Float64Array;
  readonly sum: Float64Array;
  readonly sumLost: Float64Array;
  readonly positive: Float64Array;
  readonly positiveLost: Float64Array;
}

/** What is tallied: the rung of each account, -1 for none; its value; whether it is in the ladder's population, and in the race. */
export interface Tallied {
  readonly rungs: number;
  readonly rungOf: Int16Array;
  readonly values: Float64Array;
  readonly among: Uint8Array;
  readonly included: Uint8Array;
}

export function talliedInBlocks(of: Tallied): BlockTallies {
  const { rungs, rungOf } = of;
  const blocks = Math.ceil(rungOf.length / BLOCK);
  const none = () => new Float64Array(blocks * rungs);
  const [count, ranked, valued, sum, sumLost] = [none(), none(), none(), none(), none()];
  const tallies = { rungs, count, ranked, valued, sum, sumLost, positive: none(), positiveLost: none() };
  for (let block = 0; block < blocks; block++) tallyBlock(tallies, of, block);
  return tallies;
}

/** The same after an edit of rows. */
export function talliedAgain(before: BlockTallies, of: Tallied, rows: Int32Array): BlockTallies {
  const { rungs } = of;
  const tallies = {
    ...{ rungs, count: before.count.slice(), ranked: before.ranked.slice(), valued: before.valued.slice() },
    ...{ sum: before.sum.slice(), sumLost: before.sumLost.slice() },
    ...{ positive: before.positive.slice(), positiveLost: before.positiveLost.slice() },
  };
  let last = -1;
  for (const row of rows) {
    const block = Math.floor(row / BLOCK);
    if (block === last) continue;
    tallyBlock(tallies, of, block);
    last = block;
  }
  return tallies;
}

/** One pass over the accounts of a block; those on no rung are in nothing. In a function of its own, as the loops of `masks.ts`. */
function tallyBlock(tallies: BlockTallies, { rungs, rungOf, values, among, included }: Tallied, block: number): void {
  const { count, ranked, valued, sum, sumLost, positive, positiveLost } = tallies;
  const first = block * rungs;
  for (const each of [count, ranked, valued, sum, sumLost, positive, positiveLost]) each.fill(0, first, first + rungs);
  const end = Math.min(rungOf.length, (block + 1) * BLOCK);
  for (let row = block * BLOCK; row < end; row++) {
    const rung = rungOf[row]!; // row < length, that of all
    if (rung < 0) continue;
    const at = first + rung;
    const value = values[row]!;
    const isRanked = among[row] === 1 && included[row] === 1; // an override lets in, not into the base
    count[at]!++; // a rung is a position
    if (isRanked) ranked[at]!++;
    if (Number.isNaN(value)) continue;
    valued[at]!++;
    sumLost[at]! += lostBy(sum[at]!, value);
    sum[at]! += value;
    if (!isRanked || value <= 0) continue;
    positiveLost[at]! += lostBy(positive[at]!, value);
    positive[at]! += value;
  }
}

/** The tallies of all blocks together. */
export function joinedTallies(blocks: BlockTallies): Tallies {
  const { rungs } = blocks;
  const positive = sumsByRung(blocks.positive, blocks.positiveLost, rungs);
  let [base, baseLost] = [0, 0];
  for (let rung = 0; rung < rungs; rung++) {
    for (const part of [positive.sums[rung]!, positive.lost[rung]!]) {
      baseLost += lostBy(base, part); // rung < rungs
      base += part;
    }
  }
  return {
    count: countsByRung(blocks.count, rungs),
    ranked: countsByRung(blocks.ranked, rungs),
    valued: countsByRung(blocks.valued, rungs),
    sum: together(sumsByRung(blocks.sum, blocks.sumLost, rungs)),
    positive: together(positive),
    base: base + baseLost,
  };
}

function countsByRung(counts: Float64Array, rungs: number): Float64Array {
  const out = new Float64Array(rungs);
  for (let at = 0; at < counts.length; at++) out[at % rungs]! += counts[at]!; // at < length
  return out;
}

interface Sums {
  readonly sums: Float64Array;
  readonly lost: Float64Array;
}

function sumsByRung(parts: Float64Array, lostInParts: Float64Array, rungs: number): Sums {
  const [sums, lost] = [new Float64Array(rungs), new Float64Array(rungs)];
  for (let at = 0; at < parts.length; at++) {
    const [rung, part] = [at % rungs, parts[at]!]; // at < length, here and below
    lost[rung]! += lostInParts[at]! + lostBy(sums[rung]!, part);
    sums[rung]! += part;
  }
  return { sums, lost };
}

function together({ sums, lost }: Sums): Float64Array {
  return sums.map((sum, rung) => sum + lost[rung]!); // as long
}

/** What is lost by rounding when a value is added to a sum. */
function lostBy(sum: number, value: number): number {
  const next = sum + value;
  return Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
}
