import { gapOfTop } from "../ladder/gapOfTop";
import { explainTop, type TopReason } from "../ladder/explainTop";
import { topOf } from "../ladder/top";
import { topSchema, type TopSpec } from "../ladder/topSpec";
import type { ConditionKind } from "./condition";

/**
 * The account is in the top of its population: a share of the sum, a percentage or a number of accounts.
 *
 * The population is `among` and is split by `within`, from the condition, else from its ladder; else it is every
 * account that no gate turned away. Computed once for all; outside of the population it does not hold, but for `outside: "compare"`.
 */
export const top: ConditionKind<TopSpec, TopReason> = {
  keys: ["top"],
  needs: "number",
  schema: topSchema,
  reads: ({ measure, top }) => (top.within === undefined ? [measure] : [measure, top.within]),
  parts: ({ top }) => (top.among === undefined ? [] : [top.among]),
  test: (spec, facts, scope) => topOf(spec, facts, scope).mask,
  explain: (spec, row, facts, scope) => explainTop(spec, row, facts, scope),
  relax({ measure, top }, { share, count }) {
    if ("share" in top) return { measure, top: { ...top, share: share(top.share) } };
    if ("percent" in top) return { measure, top: { ...top, percent: share(top.percent) } };
    return { measure, top: { ...top, count: count(top.count) } };
  },
  gap: (spec, way, facts, scope) => gapOfTop(spec, way, facts, scope),
};
