import * as z from "zod";
import { id, measureId } from "../preset/parts";
import { defineMeasure } from "./measure";
import { unmappedIssues } from "./unmapped";

/** Two numbers have a difference, not a rhythm. */
const LEAST_PERIODS = 3;
/** What is left of amounts that cancel out, beside their size: nothing, as far as doubles can tell. */
const NOISE = 1e-12;

/**
 * How unsteady an account is: the standard deviation of its periods over their mean (0.25 = 25 %). Of the whole
 * population (Excel's STDEV.P), since the periods are all there are and no sample.
 *
 * `of` are the periods, one column each: at least three. Blank periods are left out, they are not zero. Missing where
 * fewer than three are left, and where the mean is zero or negative.
 */
export const variation = defineMeasure({
  type: "variation",
  schema: z.strictObject({
    id,
    type: z.literal("variation"),
    /** The numbers of the periods, in any order. */
    of: z.array(measureId).min(LEAST_PERIODS).max(100),
  }),
  gives: "number",
  reads: ({ of }) => of.map((period) => ({ id: period, as: "number" })),
  isByRow: () => true,
  compute({ of }, facts) {
    const periods = of.map((period) => facts.number(period));
    const values = facts.buffers.floats(facts.size).fill(NaN);
    for (let row = 0; row < values.length; row++) {
      let [count, sum, size, lowest, highest] = [0, 0, 0, Infinity, -Infinity];
      for (const period of periods) {
        const amount = period[row]!; // row < size, the length of every column
        if (Number.isNaN(amount)) continue;
        count++;
        sum += amount;
        size += Math.abs(amount);
        lowest = Math.min(lowest, amount);
        highest = Math.max(highest, amount);
      }
      if (count < LEAST_PERIODS || sum <= size * NOISE) continue;
      const mean = lowest === highest ? lowest : sum / count; // the mean of equal amounts may be off by a last bit
      let squares = 0;
      for (const period of periods) {
        const amount = period[row]!; // likewise
        if (!Number.isNaN(amount)) squares += (amount - mean) ** 2;
      }
      values[row] = Math.sqrt(squares / count) / mean;
    }
    return { type: "number", values };
  },
  issues: ({ id, of }, facts) => unmappedIssues(id, of, facts),
});
