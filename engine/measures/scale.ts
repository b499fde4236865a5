import * as z from "zod";
import { conditionSchema } from "../conditions/registry";
import { finiteNumber, id, measureId } from "../preset/parts";
import { sortRows } from "../ladder/sortRows";
import { runningSums } from "../ladder/sum";
import { defineMeasure } from "./measure";
import { populationRows, quantile, valuesAt } from "./population";
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
  compute({ of, method, to, range, winsorise, among }, facts) {
    const column = facts.number(of);
    if (range !== undefined) return { type: "number", values: spread(column, range[0], range[1], to ?? 100) };
    const population = populationRows(column, among, facts);
    const values = winsorise === undefined ? column : winsorised(column, population, winsorise);
    if (method === "percentRank") return { type: "number", values: percentRanks(values, population, to ?? 100) };
    const sorted = valuesAt(population, values).sort();
    if (method === "z") {
      const deviations = standardised(values, sorted);
      return { type: "number", values: to === undefined ? deviations : spread(deviations, -REACH, REACH, to) };
    }
    const [lowest = NaN, highest = NaN] = [sorted[0], sorted.at(-1)];
    return { type: "number", values: spread(values, lowest, highest, to ?? 100) };
  },
  issues: ({ id, of }, facts) => unmappedIssues(id, [of], facts),
});

function winsorised(values: Float64Array, population: Int32Array, part: number): Float64Array {
  const sorted = valuesAt(population, values).sort();
  const [low, high] = [quantile(sorted, part, 1), quantile(sorted, 1 - part, 1)];
  return values.map((value) => Math.min(high, Math.max(low, value)));
}

/** From 0 at `low` to `to` at `high`; half of `to` where the two are one and the value is there. */
function spread(values: Float64Array, low: number, high: number, to: number): Float64Array {
  const width = high - low;
  const out = new Float64Array(values.length);
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

/** Those of the population by their place in its order; others between two of them. */
function percentRanks(values: Float64Array, population: Int32Array, to: number): Float64Array {
  const order = sortRows(population, values, "asc");
  const last = order.length - 1;
  const out = new Float64Array(values.length).fill(NaN);
  let lower = 0;
  for (let place = 0; place < order.length; place++) {
    const row = order[place]!; // place < length
    if (values[row] !== values[order[lower]!]) lower = place; // likewise
    out[row] = lower === last ? to : Math.min(to, (lower * to) / last);
  }
  let sorted: Float64Array | null = null;
  for (let row = 0; row < out.length; row++) {
    if (Number.isNaN(values[row]) || !Number.isNaN(out[row]) || last < 0) continue;
    sorted ??= valuesAt(order, values);
    out[row] = rankBetween(sorted, values[row]!, to); // row < length, that of both
  }
  return out;
}

/** The percent rank of a value that is measured against others. */
function rankBetween(sorted: Float64Array, value: number, to: number): number {
  const last = sorted.length - 1;
  const lower = countBelow(sorted, value);
  const [before, next] = [sorted[lower - 1] ?? NaN, sorted[lower] ?? Infinity];
  if (lower > last || (lower === last && value === next)) return to;
  if (lower === 0) return 0;
  const place = value === next ? lower : lower - 1 + (value - before) / (next - before);
  return Math.min(to, (place * to) / last);
}

/** How many of the ascending values are lower. */
function countBelow(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value)
      low = middle + 1; // middle < length
    else high = middle;
  }
  return low;
}
