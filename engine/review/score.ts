import type { TierRung } from "../preset/schema";
import type { ClassStats } from "../stats";
import type { Flow } from "./flow";
import type { ClassTotal } from "./history";
import { part } from "./known";

/** Accounts are counted as the run counts them: every row that is tiered. Values are net sums. Rates are fractions. */
export interface Score {
  /** "" for all. */
  readonly id: string;
  readonly label: string;
  readonly count: number;
  readonly value: number;
  /** Its part of the positive value of the ladder's population; null outside of it. */
  readonly share: number | null;
  /** null where nobody has a value. */
  readonly mean: number | null;
  /** What it held at the last review; null where that did not know it. */
  readonly before: { readonly count: number; readonly value: number } | null;
  /** From what it held; null from nothing, and of a value from under nothing. */
  readonly countGrowth: number | null;
  readonly valueGrowth: number | null;
  /** What has become of those who were in it; null where the last review did not know it. */
  readonly flow: Flow | null;
  /** Part of those who were in it that are still in any tier; null where nobody was. Likewise the others. */
  readonly retention: number | null;
  readonly upgrades: number | null;
  readonly downgrades: number | null;
  /** Part of the prospects who were in it that are customers now; null where there were none. */
  readonly conversion: number | null;
  readonly targets: Targets;
}

/** null where nothing is aimed at. */
export interface Targets {
  /** Of the value. */
  readonly growth: Target | null;
  /** In the unit of the value. */
  readonly revenue: Target | null;
  readonly retention: Target | null;
  readonly conversion: Target | null;
}

export interface Target {
  readonly target: number;
  /** null where not known. */
  readonly actual: number | null;
  /** Actual less target: negative where it is missed; null where not known. */
  readonly variance: number | null;
}

export type TargetSpec = TierRung["targets"];

/** `before` and `flow` are absent where the last review did not know it. */
export function scoreOf(
  { id, label, count, sum, share, mean }: ClassStats,
  before: ClassTotal | undefined,
  flow: Flow | null,
  targets: TargetSpec = {},
): Score {
  const value = sum;
  const valueGrowth = before ? growth(value, before.sum) : null;
  const retention = flow && part(flow.was - flow.gone, flow.was);
  const conversion = flow && part(flow.converted, flow.prospects);
  return {
    ...{ id, label, count, value, share, mean },
    before: before ? { count: before.count, value: before.sum } : null,
    countGrowth: before ? growth(count, before.count) : null,
    valueGrowth,
    flow: flow && { ...flow },
    retention,
    upgrades: flow && part(flow.up, flow.was),
    downgrades: flow && part(flow.down, flow.was),
    conversion,
    targets: {
      growth: targetOf(targets.growth, valueGrowth),
      revenue: targetOf(targets.revenue, value),
      retention: targetOf(targets.retention, retention),
      conversion: targetOf(targets.conversion, conversion),
    },
  };
}

function growth(now: number, before: number): number | null {
  return before > 0 ? (now - before) / before : null;
}

function targetOf(target: number | null | undefined, actual: number | null): Target | null {
  return target == null ? null : { target, actual, variance: actual === null ? null : actual - target };
}
