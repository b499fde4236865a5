import type { Run } from "../run";
import type { ClassStats } from "../stats";
import { accountValues } from "./accountValues";
import { flows, NO_FLOW, type Flow } from "./flow";
import type { ClassTotal, RecordedReview } from "./history";
import { part, sumOf } from "./known";
import { lastReview } from "./lastReview";
import { scoreOf, type Score, type TargetSpec } from "./score";

/** How each segment and each tier stands, now and against the last review dated before the run. */
export interface Scorecard {
  /** Day of that review, ISO; null for a first one: what is compared with it is then null. */
  readonly since: string | null;
  /** Best first. */
  readonly tiers: readonly Score[];
  /** Empty where the preset has none. */
  readonly segments: readonly Score[];
  readonly all: Score;
}

/**
 * The scorecard of a run. A tier that was renamed is the same one, by its id; one that the rules have since lost is in
 * `all` alone. The pipeline is in the plan.
 */
export function scorecard(run: Run, history: readonly RecordedReview[]): Scorecard {
  const { preset, stats } = run;
  const last = lastReview(history, preset.id, run.asOf);
  const flow = last ? flows(run, history) : null;
  const scored = (
    rungs: readonly { readonly id: string; readonly targets?: TargetSpec }[],
    classes: readonly ClassStats[],
    before: readonly ClassTotal[],
    moves: ReadonlyMap<string, Flow> | undefined,
  ) =>
    classes.map((each, index) => {
      const known = before.find(({ id }) => id === each.id);
      return scoreOf(each, known, known ? (moves?.get(each.id) ?? NO_FLOW) : null, rungs[index]?.targets);
    });
  return {
    since: last?.date ?? null,
    tiers: scored(preset.tiers.rungs, stats.tiers, last?.tiers ?? [], flow?.tiers),
    segments: scored(preset.segments?.rungs ?? [], stats.segments, last?.segments ?? [], flow?.segments),
    all: scoreOf(allOf(run), last ? { ...summed(last.tiers), id: "" } : undefined, flow?.all ?? null),
  };
}

/** Everybody in a tier. */
function allOf(run: Run): ClassStats {
  const { count, sum } = summed(run.stats.tiers);
  const values = accountValues(run);
  const valued = run.decision.final.reduce((n, tier, i) => (tier >= 0 && !Number.isNaN(values[i]) ? n + 1 : n), 0);
  return { id: "", label: "", count, sum, share: null, mean: part(sum, valued) };
}

function summed(classes: readonly { readonly count: number; readonly sum: number }[]) {
  return { count: sumOf(classes.map(({ count }) => count)), sum: sumOf(classes.map(({ sum }) => sum)) };
}
