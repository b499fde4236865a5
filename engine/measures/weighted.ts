import * as z from "zod";
import type { Facts } from "../facts";
import { finiteNumber, fraction, id, measureId } from "../preset/parts";
import { defineMeasure, toScore } from "./measure";
import { unmappedIssues } from "./unmapped";

/** What weights are meant to add up to: parts of one, or per cent. */
const WHOLES = [1, 100];

const schema = z.strictObject({
  id,
  type: z.literal("weighted"),
  /** The numbers with their weights, of which one at least is not zero. */
  parts: z
    .array(
      z.strictObject({
        /** The number. */
        of: measureId,
        /** What it counts beside the others. */
        weight: finiteNumber.min(0),
      }),
    )
    .min(1)
    .max(50)
    .refine((parts) => parts.length === 0 || parts.some(({ weight }) => weight !== 0), {
      params: { code: "missing", expected: "weight" },
    }),
  /** What a missing part does: the others share its weight (`renormalise`), or it counts as zero, or as `neutral`. */
  missing: z.enum(["renormalise", "zero", "neutral"]).default("renormalise"),
  /** What a missing part counts as where `missing` says so: the middle of the scale of the parts. */
  neutral: finiteNumber.default(50),
  /** The least part of the weights whose numbers must be there, or the score is missing. */
  minCompleteness: fraction.default(0),
});
type Spec = z.output<typeof schema>;

/**
 * The weighted mean of several numbers, which should stand on one scale.
 *
 * Weights count as parts of their sum; where that is neither 1 nor 100 (per cent) an issue says so. The side column
 * `completeness` (`<id>.completeness`) is the part of the weights whose numbers are there, whatever a missing one counts as. The score is
 * missing where that is under `minCompleteness` and, for `renormalise`, where nothing is there: with `zero` and
 * `neutral` and no least completeness an account without any number has a score. Rounded to 4 decimals, completeness to 9.
 */
export const weighted = defineMeasure<Spec>({
  type: "weighted",
  schema,
  gives: "number",
  reads: ({ parts }) => parts.map(({ of }) => ({ id: of, as: "number" })),
  isByRow: () => true,
  compute({ id, parts, missing, neutral, minCompleteness }, facts) {
    const columns = parts.map(({ of }) => facts.number(of));
    const weights = parts.map(({ weight }) => weight);
    const instead = missing === "renormalise" ? NaN : missing === "zero" ? 0 : neutral;
    const values = means(columns, weights, instead, facts.buffers.floats(facts.size));
    if (minCompleteness > 0) takeOut(values, facts.number(`${id}.completeness`), toShare(minCompleteness));
    return { type: "number", values };
  },
  sides: { completeness: { gives: "number", compute: completeness } },
  issues({ id, parts }, facts) {
    const total = toScore(totalOf(parts));
    const isWhole = WHOLES.includes(total);
    const fields = unmappedIssues(id, [...new Set(parts.map(({ of }) => of))], facts);
    if (isWhole) return fields;
    return [
      { code: "weights-normalised", severity: "info", count: 1, rows: [], params: { id, value: total } },
      ...fields,
    ];
  },
});

/** Scores of those of whom too little is known are missing. Functions of their own, as the loops of `masks.ts`. */
function takeOut(values: Float64Array, completeness: Float64Array, least: number): void {
  for (let row = 0; row < values.length; row++) if (!(completeness[row]! >= least)) values[row] = NaN; // row < length, that of both
}

/** Weighted means of some columns, rounded as scores; a missing part counts as `instead`, and not at all where that is missing. */
function means(
  columns: readonly Float64Array[],
  weights: readonly number[],
  instead: number,
  out: Float64Array,
): Float64Array {
  for (let row = 0; row < out.length; row++) {
    let sum = 0;
    let weight = 0;
    for (let i = 0; i < columns.length; i++) {
      let value = columns[i]![row]!; // i < length, and row < size, the length of every column
      if (Number.isNaN(value)) value = instead;
      if (Number.isNaN(value)) continue;
      sum += weights[i]! * value; // there are as many weights
      weight += weights[i]!;
    }
    out[row] = toScore(sum / weight); // 0 / 0 is missing
  }
  return out;
}

function completeness({ parts }: Spec, facts: Facts) {
  const columns = parts.map(({ of }) => facts.number(of));
  const weights = parts.map(({ weight }) => weight);
  const values = weightsThere(columns, weights, totalOf(parts), facts.buffers.floats(facts.size));
  return { type: "number" as const, values };
}

/** The part of the weights whose numbers are there. */
function weightsThere(
  columns: readonly Float64Array[],
  weights: readonly number[],
  total: number,
  out: Float64Array,
): Float64Array {
  for (let row = 0; row < out.length; row++) {
    let there = 0;
    for (let i = 0; i < columns.length; i++) if (!Number.isNaN(columns[i]![row])) there += weights[i]!; // i < length
    out[row] = toShare(there / total);
  }
  return out;
}

function totalOf(parts: Spec["parts"]): number {
  return parts.reduce((sum, { weight }) => sum + weight, 0);
}

/** 0.6 where weights of 0.25, 0.2 and 0.15 of 1 are there, though they add up to a bit less or more. */
function toShare(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}
