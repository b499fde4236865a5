import { columnsOf } from "./columns/registry";
import { Asked } from "./questions";
import type { RecordedReview } from "./review/history";
import type { Run, RunResult } from "./run";

/**
 * What a run found, without what it was made of, and the columns that its preset asks for. `history` is what it was run with;
 * its own columns are those of the run, or copies of those that go back to a workspace.
 */
export function resultOf(run: Run, history: readonly RecordedReview[] = []): RunResult {
  const {
    table: { buffers },
    accounts: _accounts,
    facts: _facts,
    decision: _decision,
    inputs: _inputs,
    memo: _memo,
    ...result
  } = run;
  return {
    ...result,
    value: buffers.handOut(result.value),
    score: result.score && buffers.handOut(result.score),
    flags: result.flags.map((flag) => ({ ...flag, mask: buffers.handOut(flag.mask) })),
    included: buffers.handOut(result.included),
    accountCodes: buffers.handOut(result.accountCodes),
    columns: columnsOf(new Asked(run, history)),
  };
}
