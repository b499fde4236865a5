import type { Gap, Way } from "../conditions/condition";
import { gapsOf } from "../conditions/gap";
import type { Facts, Scope } from "../facts";
import { populationOf, topOf } from "./top";
import type { TopSpec } from "./topSpec";

/**
 * How far each account is from the marginal one of its list: into a top from the last one inside, out of it from the
 * first one outside. Nobody there, or not in the population: never.
 */
export function gapOfTop(spec: TopSpec, way: Way, facts: Facts, scope: Scope): Gap {
  const { mask, ranking, cuts } = topOf(spec, facts, scope);
  const { values, starts, order } = ranking;
  const population = populationOf(spec, facts, scope);
  const isCompared = "share" in spec.top && spec.top.outside === "compare";
  const marginals = cuts.map(({ count, marginal }, list) => {
    if (way === "in") return marginal;
    const first = (starts[list] ?? 0) + count;
    return first < (starts[list + 1] ?? 0) ? (values[order[first] ?? -1] ?? NaN) : NaN;
  });
  const isThere = (_: number, row: number) => mask[row] === (way === "in" ? 1 : 0);
  return gapsOf(spec.measure, facts.number(spec.measure), isThere, (_, row) => {
    if (facts.included[row] === 0 || (population[row] === 0 && !isCompared)) return NaN;
    return marginals[ranking.listOf(row)] ?? NaN;
  });
}
