import { recordReview, run, type Preset, type RecordedReview, type Run, type RunOptions } from "../../../engine/index";
import { accepted, documentWith, rungs, tableOf, type Cells } from "../samples";

/** Tiers 1 and 2 by a word, or by what a test asks for. */
export function tierPreset(changes: Record<string, unknown> = {}): Preset {
  const conditions = { t1: { measure: "region", is: ["1"] }, t2: { measure: "region", is: ["2"] } };
  return accepted(documentWith({ tiers: { rungs: rungs(conditions, "t3") }, ...changes }));
}

/** Runs that follow each other, each recorded as a review before the next. */
export function quarters(
  tables: Readonly<Record<string, Cells>>,
  preset: Preset,
  options: Partial<RunOptions> = {},
): { readonly runs: readonly Run[]; readonly history: RecordedReview[] } {
  let history: RecordedReview[] = [];
  const runs = Object.entries(tables).map(([asOf, cells]) => {
    const result = run(tableOf(cells, preset), preset, { ...options, asOf, history });
    history = recordReview(history, result);
    return result;
  });
  return { runs, history };
}
