import * as z from "zod";
import { conditionSchema } from "../conditions/registry";
import { finiteNumber, id, measureId } from "../preset/parts";
import type { Facts } from "../facts";
import { sortRows } from "../ladder/sortRows";
import { runningSums } from "../ladder/sum";
import { valuesAt } from "../ladder/valuesAt";
import { wholeRanking } from "../ladder/wholeOrder";
import type { Buffers } from "../workspace";
import { defineMeasure } from "./measure";
import { populationRows, quantile } from "./population";
import { percentRanks, percentRanksAgain } from "./percentRank";
import { unmappedIssues } from "./unmapped";

/** How many standard deviations from the mean are 0 and `to` of a scaled z. */
const REACH = 3;

const schema = z
  .strictObject({
    id,
    type: z.literal("scale"),
    /** The number. */
    of: measureId,
    /** How it is placed. */
    method: z.enum(["range", "minMax", "percentRank", "z"]),
    /** What the best value becomes; 100 where absent, but for `z`, which then stays in standard deviations. */
    to: finiteNumber.positive().optional(),
    /** For `range`, and only there: the values that become 0 and `to`, the lower one first. */
    range: z
      .tuple([finiteNumber, finiteNumber])
      .refine(([from, end]) => from < end, { params: { code: "cuts-not-ascending" } })
      .optional(),
    /** The fraction at each end whose values count as the value at its edge. Not for `range`. */
    winsorise: z.number().positive().lt(0.5).optional(),
    /** Whom the values are measured against; every account with a value where absent. Not for `range`. */
    among: conditionSchema.optional(),
  })
  .superRefine(({ method, range, winsorise, among }, context) => {
    const refuse = (key: string) => context.addIssue({ code: "custom", params: { code: "unknown-key", keys: [key] } });
    if (method === "range") {
      if (range === undefined)
        context.addIssue({ code: "custom", path: ["range"], params: { code: "missing", expected: "range" } });
      if (winsorise !== undefined) refuse("winsorise"); // a range has ends of its own, and asks nobody else
      if (among !== undefined) refuse("among");
    } else if (range !== undefined) refuse("range");
  });
type Spec = z.output<typeof schema>;

/**
 * A number on a scale of 0 to `to`, the highest best.
 *
 * - `range`: between two given values, held at both.
 * - `minMax`: between the lowest and the highest of the population. All equal: half of `to`.
 * - `percentRank`: the part of the others that is lower, as Excel's PERCENTRANK.INC before it cuts off digits. Equal
 *   values have the rank of the first of them, so all equal is 0; a single account is `to`.
 * - `z`: distance from the mean in standard deviations of the population (STDEV.P), 0 where all are equal. With `to`,
 *   three deviations below the mean are 0 and three above it `to`, held at both; the mean is half of it.
 *
 * `winsorise` moves values beyond the quantiles p and 1 - p (type 7) of the population to those first. An account outside
 * of `among` is measured against those inside, between two of them by interpolation (from the rank of the last one below
 * it, as LibreOffice's PERCENTRANK), and held at the ends. A missing
 * value, or any where the population is empty, is missing; so is the `z` of one outside of a population that is all equal
 * and other than it, which has no deviation to measure by.
 */
export const scale = defineMeasure<Spec>({
  type: "scale",
  schema,
  gives: "number",
  reads: ({ of }) => [{ id: of, as: "number" }],
  conditions: ({ among }) => (among === undefined ? [] : [among]),
  isByRow: ({ method }) => method === "range",
  compute(spec, facts) {
    const { of, range, to } = spec;
    if (range === undefined) return { type: "number", values: scaledAmong(spec, facts) };
    return { type: "number", values: spread(facts.number(of), range[0], range[1], to ?? 100, facts.buffers) };
  },
  issues: ({ id, of }, facts) => unmappedIssues(id, [of], facts),
});

/** Whether a measure puts all accounts in order of a number. */
export function ranksAll(measure: { readonly type: string }, id: string): boolean {
  return isScale(measure) && measure.of === id && isOfAll(measure);
}

function isScale(measure: { readonly type: string }): measure is Spec {
  return measure.type === scale.type;
}

/** Whether it is the numbers of all accounts, as they are, whose order counts. */
function isOfAll({ method, winsorise, among }: Spec): boolean {
  return method === "percentRank" && winsorise === undefined && among === undefined;
}

/** By a method that measures against others. */
function scaledAmong(spec: Spec, facts: Facts): Float64Array {
  const { of, method, to, winsorise, among } = spec;
  const { buffers } = facts;
  const column = facts.number(of);
  if (isOfAll(spec)) return ranksOfAll(of, to ?? 100, facts);
  const population = populationRows(column, among, facts);
  const values = winsorise === undefined ? column : winsorised(column, population, winsorise, buffers);
  if (method === "percentRank") {
    const order = sortRows(population, values, "desc", buffers);
    const ranks = percentRanks(values, order, to ?? 100, buffers);
    buffers.giveBack(population, order);
    return ranks;
  }
  const sorted = valuesAt(population, values, buffers).sort();
  buffers.giveBack(population);
  if (method === "z") {
    const deviations = standardised(values, sorted);
    return to === undefined ? deviations : spread(deviations, -REACH, REACH, to, buffers);
  }
  const [lowest = NaN, highest = NaN] = [sorted[0], sorted.at(-1)];
  buffers.giveBack(sorted);
  return spread(values, lowest, highest, to ?? 100, buffers);
}

/** Percent ranks of all accounts, kept with what they were made by, so that an edit changes only those that it passes. */
function ranksOfAll(of: string, to: number, facts: Facts): Float64Array {
  const ranking = wholeRanking(of, facts);
  const { by } = ranking;
  const order = ranking.splitAt(0);
  const make = () => ({ ranks: percentRanks(by.values, order, to, facts.buffers), by });
  const kept = facts.kept(["percent ranks", facts.keyOf({ measure: of }), to], make, {
    changes: () => facts.changesOf({ measure: of }),
    mend(before, rows) {
      const ranks = percentRanksAgain(before.ranks, { by, byBefore: before.by, order, rows }, to);
      return ranks && { ranks, by };
    },
  });
  return kept.ranks;
}

function winsorised(values: Float64Array, population: Int32Array, part: number, buffers: Buffers): Float64Array {
  const sorted = valuesAt(population, values, buffers).sort();
  const [low, high] = [quantile(sorted, part, 1), quantile(sorted, 1 - part, 1)];
  buffers.giveBack(sorted);
  return values.map((value) => Math.min(high, Math.max(low, value)));
}

/** From 0 at `low` to `to` at `high`; half of `to` where the two are one and the value is there. */
function spread(values: Float64Array, low: number, high: number, to: number, buffers: Buffers): Float64Array {
  const width = high - low;
  const out = buffers.floats(values.length);
  for (let row = 0; row < out.length; row++) {
    const value = values[row]!; // row < length
    if (width === 0 && value === low) out[row] = to / 2;
    else if (value <= low) out[row] = 0;
    else if (value >= high) out[row] = to;
    else out[row] = Math.min(to, ((value - low) * to) / width); // NaN where anything is missing
  }
  return out;
}

/** Deviations are taken in widths of the population: their squares are neither too large nor too small for a number. */
function standardised(values: Float64Array, sorted: Float64Array): Float64Array {
  const size = sorted.length;
  const width = (sorted.at(-1) ?? NaN) - (sorted[0] ?? NaN);
  const mean = (runningSums(sorted).at(-1) ?? NaN) / size;
  if (width === 0) return values.map((value) => (value === sorted[0] ? 0 : NaN)); // the mean of equal values may be off by a bit
  const squares = runningSums(sorted.map((value) => ((value - mean) / width) ** 2));
  const deviation = Math.sqrt((squares.at(-1) ?? NaN) / size);
  return values.map((value) => (value - mean) / width / deviation);
}
