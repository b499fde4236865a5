import { columnsOf } from "./columns/registry";
import { Asked } from "./questions";
import type { RecordedReview } from "./review/history";
import type { Run, RunResult } from "./run";

/**
 * What a run found, without what it was made of, and the columns that its preset asks for. `history` is what it was run with;
 * its own columns are those of the run.
 */
export function resultOf(run: Run, history: readonly RecordedReview[] = []): RunResult {
  const {
    table: _table,
    accounts: _accounts,
    facts: _facts,
    decision: _decision,
    inputs: _inputs,
    memo: _memo,
    ...result
  } = run;
  return { ...result, columns: columnsOf(new Asked(run, history)) };
}
