import * as z from "zod";
import { conditionSchema } from "../conditions/registry";
import type { Facts } from "../facts";
import type { Issue } from "../issue";
import { finiteNumber, id, measureId } from "../preset/parts";
import { defineMeasure } from "./measure";
import { populationValues, quantile } from "./population";
import { unmappedIssues } from "./unmapped";

const schema = z.strictObject({
  id,
  type: z.literal("quantileScore"),
  /** The number. */
  of: measureId,
  /** The best score; the worst is 1. */
  k: z.int().min(2).max(100).default(5),
  /** Which values have the best score. */
  direction: z.enum(["higher", "lower"]).default("higher"),
  /** Added to each cut; 1 gives the result that the R package rfm has published. */
  offset: finiteNumber.default(0),
  /** Whose values the cuts are made of; every account with a value where absent. */
  among: conditionSchema.optional(),
});
type Spec = z.output<typeof schema>;

/**
 * A score of 1 to `k` by quantiles, the recency, frequency and monetary scores of RFM among them.
 *
 * Cut i is the type-7 quantile i/k of the population, plus `offset`; a value on a cut is above it. Equal values have
 * equal scores: many of them leave scores that nobody has, which is reported. Where all are equal, or there is one
 * account, everybody is above every cut. An account outside of `among` has the score that its value has inside; a
 * missing value, or any where the population is empty, has none.
 */
export const quantileScore = defineMeasure<Spec>({
  type: "quantileScore",
  schema,
  gives: "number",
  reads: ({ of }) => [{ id: of, as: "number" }],
  conditions: ({ among }) => (among === undefined ? [] : [among]),
  compute({ of, k, direction, offset, among }, facts) {
    const column = facts.number(of);
    const sorted = populationValues(column, among, facts);
    const values = facts.buffers.floats(facts.size).fill(NaN);
    if (sorted.length === 0) return { type: "number", values };
    const cuts = new Float64Array(k - 1).map((_, i) => quantile(sorted, i + 1, k) + offset);
    for (let row = 0; row < values.length; row++) {
      const value = column[row]!; // row < size, the length of every column
      if (Number.isNaN(value)) continue;
      let passed = 0;
      while (passed < cuts.length && value >= cuts[passed]!) passed++; // passed < length
      values[row] = direction === "higher" ? passed + 1 : k - passed;
    }
    return { type: "number", values };
  },
  issues(spec, facts) {
    const unused = unusedScores(spec, facts);
    return [...(unused ? [unused] : []), ...unmappedIssues(spec.id, [spec.of], facts)];
  },
});

/** Fewer accounts than scores leave some unused, and need no word. */
function unusedScores({ id, k }: Spec, facts: Facts): Issue | null {
  const isUsed = new Uint8Array(k + 1);
  let scored = 0;
  facts.number(id).forEach((score, row) => {
    if (Number.isNaN(score) || facts.included[row] === 0) return;
    isUsed[score] = 1;
    scored++;
  });
  if (scored < k) return null;
  const missing = [...isUsed.keys()].filter((score) => score > 0 && isUsed[score] === 0).map(String);
  if (missing.length === 0) return null;
  return { code: "scores-unused", severity: "info", count: missing.length, rows: [], params: { id, missing } };
}
