import type { TierRung } from "../preset/schema";

/** What a tier should bring. All in the unit of the value. */
export interface RevenuePlan {
  /** The target, or the value as it is where there is none. */
  readonly expected: number;
  /** The revenue aimed at, or the value raised by the growth aimed at; null without either, and for growth from under nothing. */
  readonly target: number | null;
  /** The value less the target: negative where it is short of it; null without a target. */
  readonly variance: number | null;
  /** Coverage times what is expected; null where no coverage is aimed at. */
  readonly pipelineNeeded: number | null;
  /** What there is; null where nothing tells. */
  readonly pipeline: number | null;
  /** What there is less what is needed; null where either is unknown. */
  readonly pipelineVariance: number | null;
}

/** A revenue that is aimed at goes before a growth. */
export function revenuePlan(
  value: number,
  { growth, revenue, pipelineCoverage }: NonNullable<TierRung["targets"]>,
  pipeline: number | null,
): RevenuePlan {
  const raised = growth == null || value < 0 ? null : value * (1 + growth);
  const target = revenue ?? raised;
  const expected = target ?? value;
  const pipelineNeeded = pipelineCoverage == null ? null : pipelineCoverage * expected;
  return {
    expected,
    target,
    variance: target === null ? null : value - target,
    pipelineNeeded,
    pipeline,
    pipelineVariance: pipelineNeeded === null || pipeline === null ? null : pipeline - pipelineNeeded,
  };
}
