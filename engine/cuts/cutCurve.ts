import { OPEN_SCOPE } from "../facts";
import { scopeOf } from "../ladder/climb";
import { ExactSum } from "../ladder/sum";
import { includedAmong, topOf } from "../ladder/top";
import type { Run } from "../run";
import { ladderCuts, type LadderCut, type LadderCuts, type LadderName } from "./ladderCuts";
import { suggestCuts, type SuggestedCuts } from "./suggestCuts";
import { unitOf } from "./unit";

/** How a measure is spread over the accounts of a ladder, and where the ladder cuts. */
export interface CutCurve {
  readonly measure: string;
  /** Accounts that have a value, of those that the ladder ranks. */
  readonly accounts: number;
  /** From nobody to all of them, best first: 2 to 201. */
  readonly points: readonly CurvePoint[];
  readonly cuts: readonly CurveCut[];
}

/** What so many of the best accounts come to. */
export interface CurvePoint {
  readonly accounts: number;
  /** The value of the last of them; of the first for nobody. */
  readonly value: number;
  /** Their part of the sum of the positive values, 0 to 1; null where nothing is positive. */
  readonly share: number | null;
}

export interface CurveCut extends Omit<LadderCut, "condition" | "top"> {
  /** Accounts that are on or above it, over all lists of a ladder. */
  readonly accounts: number;
}

const MOST_STEPS = 200;

/** The curve of a ladder's cuts; null where it has none, or nobody has a value. */
export function cutCurve(run: Run, name: LadderName): CutCurve | null {
  const found = ladderCuts(run.preset, name);
  const values = found && valuesBehind(run, name, found);
  if (!found || !values || values.length === 0) return null;
  return {
    measure: found.measure,
    accounts: values.length,
    points: pointsOf(values),
    cuts: found.cuts.map(({ condition: _, top, ...cut }) => ({
      ...cut,
      accounts: top ? insideOf(run, name, cut.rung, top) : countFrom(values, cut.at),
    })),
  };
}

/**
 * Other cuts for a ladder that has some, over the same accounts: `suggestCuts` for one class more than it has cuts. Null where it
 * has none. With a measure that has zeros and negatives the differences of values count, not their ratios.
 */
export function suggestLadderCuts(run: Run, name: LadderName): (SuggestedCuts & Pick<LadderCuts, "measure">) | null {
  const found = ladderCuts(run.preset, name);
  if (!found) return null;
  const values = valuesBehind(run, name, found);
  const scale = values.some((value) => value <= 0) ? "linear" : "log";
  return { measure: found.measure, ...suggestCuts(values, found.cuts.length + 1, { scale }) };
}

/** Descending; kept while only cuts change. */
function valuesBehind({ preset, facts }: Run, name: LadderName, { measure, cuts }: LadderCuts): Float64Array {
  const among = cuts.find(({ top }) => top?.top.among !== undefined)?.top?.top.among ?? preset[name]?.among;
  const amongKey = among === undefined ? null : facts.keyOf({ condition: among, scope: OPEN_SCOPE });
  return facts.kept(["values behind cuts", facts.keyOf({ measure }), amongKey, facts.includedKey], () => {
    const population = includedAmong(among, facts);
    return facts
      .number(measure)
      .filter((value, account) => population[account] === 1 && Number.isFinite(value))
      .sort()
      .reverse();
  });
}

function insideOf({ preset, facts }: Run, name: LadderName, rung: string, top: NonNullable<LadderCut["top"]>): number {
  const ladder = preset[name];
  if (!ladder) return 0;
  const index = ladder.rungs.findIndex(({ id }) => id === rung);
  return topOf(top, facts, scopeOf(ladder, index)).cuts.reduce((sum, { count }) => sum + count, 0);
}

/** How many of the descending values are at least that. */
function countFrom(values: Float64Array, least: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? NaN) >= least) low = middle + 1;
    else high = middle;
  }
  return low;
}

function pointsOf(values: Float64Array): CurvePoint[] {
  const { length } = values;
  const unit = unitOf(values);
  const steps = Math.min(length, MOST_STEPS);
  const sum = new ExactSum();
  const totals = [0];
  let taken = 0;
  for (let step = 1; step <= steps; step++) {
    const accounts = Math.round((step * length) / steps);
    for (; taken < accounts; taken++) sum.add(Math.max(0, values[taken] ?? 0) * unit);
    totals.push(sum.total);
  }
  const all = totals.at(-1) ?? 0;
  return totals.map((total, step) => {
    const accounts = Math.round((step * length) / steps);
    return { accounts, value: values[Math.max(0, accounts - 1)] ?? NaN, share: all > 0 ? total / all : null };
  });
}
