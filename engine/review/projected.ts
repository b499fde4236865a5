import type { Condition } from "../conditions/registry";
import type { Scope } from "../facts";
import { scopeOf } from "../ladder/climb";
import { populationOf, topOf } from "../ladder/top";
import type { Run } from "../run";
import { fold } from "../table/fold";
import { valueMeasure } from "../valueMeasure";
import { lifecycles, segmentsOfStage } from "./lifeStages";
import { bestOfEach } from "./reviewOf";

/**
 * The segment that each account still new (or a prospect) would be in if it were established, by account key: the first
 * that is no such stage itself and whose condition its numbers meet as they stand, what is expected of it among them. Outside of
 * the population of a `top` its value is compared with the last one inside. null where its value is missing.
 */
export function projectedSegments(run: Run, stage: "new" | "prospect" = "new"): ReadonlyMap<string, string | null> {
  const { preset, decision, facts, accounts } = run;
  const { segments: ladder } = preset;
  const asked = segmentsOfStage(preset, stage);
  const stages = new Set([...segmentsOfStage(preset, "new"), ...segmentsOfStage(preset, "prospect")]);
  const projected = new Map<string, string | null>();
  if (!ladder || asked.size === 0) return projected;
  const valueId = valueMeasure(preset);
  const values = valueId === null ? null : facts.number(valueId);
  const rungs = ladder.rungs.flatMap(({ id, when }, index) => {
    if (stages.has(id)) return [];
    return [{ id, fits: when ? fitting(when, scopeOf(ladder, index), run) : () => true }];
  });
  const { keys, codes } = accounts.table.accounts;
  for (const [code, row] of bestOfEach(codes, decision.final)) {
    if (!asked.has(ladder.rungs[decision.segments?.[row] ?? -1]?.id ?? "")) continue;
    const isMissing = Number.isNaN(values?.[row] ?? NaN);
    projected.set(keys[code] ?? "", isMissing ? null : (rungs.find(({ fits }) => fits(row))?.id ?? null));
  }
  return projected;
}

/** Whether an account would meet a condition if it were established. */
function fitting(condition: Condition, scope: Scope, run: Run): (row: number) => boolean {
  const { facts, preset } = run;
  if ("all" in condition) {
    const parts = condition.all.map((part) => fitting(part, scope, run));
    return (row) => parts.every((fits) => fits(row));
  }
  if ("any" in condition) {
    const parts = condition.any.map((part) => fitting(part, scope, run));
    return (row) => parts.some((fits) => fits(row));
  }
  if ("not" in condition) {
    const fits = fitting(condition.not, scope, run);
    return (row) => !fits(row);
  }
  if ("is" in condition && lifecycles(preset).has(condition.measure)) {
    const holds = condition.is.some((word) => fold(word) === "established");
    return () => holds;
  }
  const holds = facts.holds(condition, scope);
  if (!("top" in condition)) return (row) => holds[row] === 1;
  const { ranking, cuts } = topOf(condition, facts, scope);
  const population = populationOf(condition, facts, scope);
  const values = facts.number(condition.measure);
  const isAscending = "order" in condition.top && condition.top.order === "asc";
  return (row) => {
    if (population[row] === 1) return holds[row] === 1;
    const [value, marginal] = [values[row] ?? NaN, cuts[ranking.listOf(row)]?.marginal ?? NaN];
    return isAscending ? value <= marginal : value >= marginal; // false where either is missing
  };
}
