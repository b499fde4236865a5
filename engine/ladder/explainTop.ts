import { OPEN_SCOPE, type Facts, type Scope } from "../facts";
import { topOf } from "./top";
import type { TopSpec } from "./topSpec";

/** Why an account is in a top or not. Ranks count from 1. */
export interface TopReason {
  readonly kind: "top";
  readonly holds: boolean;
  readonly measure: string;
  readonly value: number | null;
  readonly target: { readonly by: "share" | "percent" | "count"; readonly of: number };
  /**
   * ranked: it has a rank in the population · missing: it has no value · not-positive: it is in no share · outside: it
   * is not in the population, and stays out or is compared with the lowest value inside.
   */
  readonly standing: "ranked" | "missing" | "not-positive" | "outside";
  /** Rank and size of its list; null unless ranked. */
  readonly rank: { readonly rank: number; readonly of: number; readonly in: number } | null;
  /** Sum before it, with it, and of all, for a share; null unless ranked. */
  readonly sums: { readonly before: number; readonly after: number; readonly total: number } | null;
  /** The lowest value inside of its list (the highest, in ascending order); null where nobody is in. */
  readonly marginal: number | null;
}

export function explainTop(spec: TopSpec, row: number, facts: Facts, scope: Scope): TopReason {
  const { mask, ranking, cuts } = topOf(spec, facts, scope);
  const value = ranking.values[row] ?? NaN;
  const position = ranking.position[row] ?? -1;
  const listIndex = ranking.listOf(row);
  const list = cuts[listIndex];
  const cut = position >= 0 ? list : undefined;
  const start = ranking.starts[listIndex] ?? 0;
  const own = position - start;
  const before = own === 0 ? 0 : (cut?.sums?.[own - 1] ?? 0);
  return {
    kind: "top",
    holds: mask[row] === 1,
    measure: spec.measure,
    value: Number.isNaN(value) ? null : value,
    target: targetOf(spec.top),
    standing: position >= 0 ? "ranked" : standingOf(value, spec, row, facts, scope),
    rank: cut ? { rank: own + 1, of: (ranking.starts[listIndex + 1] ?? start) - start, in: cut.count } : null,
    sums: cut?.sums ? { before, after: cut.sums[own] ?? 0, total: cut.sums.at(-1) ?? 0 } : null,
    marginal: marginalOf(list),
  };
}

function targetOf(top: TopSpec["top"]): TopReason["target"] {
  if ("share" in top) return { by: "share", of: top.share };
  return "percent" in top ? { by: "percent", of: top.percent } : { by: "count", of: top.count };
}

function standingOf(value: number, spec: TopSpec, row: number, facts: Facts, scope: Scope): TopReason["standing"] {
  if (Number.isNaN(value)) return "missing";
  const among = spec.top.among ?? scope.among;
  const isAmong = among === undefined || facts.holds(among, OPEN_SCOPE)[row] === 1;
  return isAmong && facts.included[row] === 1 ? "not-positive" : "outside";
}

function marginalOf(cut: { readonly marginal: number } | undefined): number | null {
  return cut === undefined || Number.isNaN(cut.marginal) ? null : cut.marginal;
}
