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
  compute({ id, parts, missing, neutral, minCompleteness }, facts) {
    const completeness = facts.number(`${id}.completeness`);
    const sums = new Float64Array(facts.size);
    const weights = new Float64Array(facts.size);
    for (const { of, weight } of parts) {
      const column = facts.number(of);
      for (let row = 0; row < sums.length; row++) {
        let value = column[row]!; // row < size, the length of every column
        if (Number.isNaN(value)) {
          if (missing === "renormalise") continue;
          value = missing === "zero" ? 0 : neutral;
        }
        sums[row]! += weight * value; // likewise
        weights[row]! += weight; // likewise
      }
    }
    const least = toShare(minCompleteness);
    const values = sums.map((sum, row) => (completeness[row]! >= least ? toScore(sum / weights[row]!) : NaN)); // likewise; 0 / 0 is missing
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

function completeness({ parts }: Spec, facts: Facts) {
  const values = new Float64Array(facts.size);
  for (const { of, weight } of parts) {
    const column = facts.number(of);
    for (let row = 0; row < values.length; row++) if (!Number.isNaN(column[row])) values[row]! += weight; // row < size, the length of every column
  }
  const total = totalOf(parts);
  return { type: "number" as const, values: values.map((weight) => toShare(weight / total)) };
}

function totalOf(parts: Spec["parts"]): number {
  return parts.reduce((sum, { weight }) => sum + weight, 0);
}

/** 0.6 where weights of 0.25, 0.2 and 0.15 of 1 are there, though they add up to a bit less or more. */
function toShare(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}
