import { freeze } from "../freeze";
import { presetDocument } from "../preset/schema";
import { run as runWith, type Run } from "../run";
import { isoOf } from "../table/date";
import { scoreMeasure, valueMeasure } from "../valueMeasure";
import type { ClassTotal, Recorded, RecordedReview } from "./history";
import { reached } from "./reached";
import { withSeatCuts } from "./seatCuts";

/** What a run found of every account, as a review of its day. Of an account on several rows the best tier stands. */
export function reviewOf(run: Run): RecordedReview {
  const { preset, asOf, stats } = run;
  const { keys, codes } = run.accounts.table.accounts;
  const frozen = freeze(run);
  const cuts = frozen.ok ? withSeatCuts(frozen.preset, run) : null;
  // As values, cuts that ran through equal values take all of them in, and seats are cuts: others reach a tier than in the run.
  const differs = frozen.ok && (frozen.splits.length > 0 || cuts !== frozen.preset);
  const reach = reached(cuts && differs ? runWith(run.table, cuts, run.inputs) : run);
  const entries = new Map<string, Recorded>();
  for (const [code, account] of bestOfEach(codes, run.decision.final)) {
    entries.set(keys[code] ?? "", recorded(run, account, reach(account)));
  }
  return {
    preset: preset.id,
    date: isoOf(asOf),
    entries,
    tiers: stats.tiers.map(total),
    segments: stats.segments.map(total),
    cuts: cuts && presetDocument(cuts),
  };
}

/** The account row of each account code: of several the one in the best tier, the first of those. */
export function bestOfEach(codes: Int32Array, final: Int16Array): Map<number, number> {
  const best = new Map<number, number>();
  const rankOf = (account: number) => {
    const tier = final[account] ?? -1;
    return tier < 0 ? Infinity : tier;
  };
  codes.forEach((code, account) => {
    if (code < 0) return;
    const known = best.get(code);
    if (known === undefined || rankOf(account) < rankOf(known)) best.set(code, account);
  });
  return best;
}

/** What a review keeps of an account row. `reachedTier` is a position; -1 where it came to none, or nobody asks. */
export function recorded({ preset, decision, facts }: Run, account: number, reachedTier: number): Recorded {
  const { ladder, steadied, final, segments, flags } = decision;
  const numberOf = (id: string | null) => {
    const number = id === null ? NaN : (facts.number(id)[account] ?? NaN);
    return Number.isNaN(number) ? null : number;
  };
  return {
    ladderTier: preset.tiers.rungs[steadied.tiers[account] ?? -1]?.id ?? null,
    reachedTier: preset.tiers.rungs[reachedTier]?.id ?? null,
    isHeld: steadied.tiers[account] !== ladder[account],
    finalTier: preset.tiers.rungs[final[account] ?? -1]?.id ?? null,
    segment: preset.segments?.rungs[segments?.[account] ?? -1]?.id ?? null,
    failures: steadied.failures[account] ?? 0,
    value: numberOf(valueMeasure(preset)),
    score: numberOf(scoreMeasure(preset)),
    flags: preset.flags.filter((_, i) => flags[i]?.[account] === 1).map(({ id }) => id),
  };
}

function total({ id, count, sum }: ClassTotal): ClassTotal {
  return { id, count, sum };
}
