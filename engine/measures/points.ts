import * as z from "zod";
import { conditionSchema } from "../conditions/registry";
import { OPEN_SCOPE } from "../facts";
import { finiteNumber, id } from "../preset/parts";
import { defineMeasure, readsOfCondition, toScore } from "./measure";
import { unmappedIssues } from "./unmapped";

/**
 * The sum of what every condition that holds adds: points, or what a factor is worth in money.
 *
 * Conditions do not shut each other out, and what one adds may be negative. Nothing holds: 0, never missing, as a
 * comparison with a missing value does not hold. Rounded to 4 decimals, so that ten times 0.1 is 1.
 */
export const points = defineMeasure({
  type: "points",
  schema: z.strictObject({
    id,
    type: z.literal("points"),
    /** What each condition is worth. */
    add: z
      .array(
        z.strictObject({
          /** A `top` is refused in it. */
          when: conditionSchema,
          /** Points, or money; may be negative. */
          add: finiteNumber,
        }),
      )
      .min(1)
      .max(200),
  }),
  gives: "number",
  reads: () => [],
  conditions: ({ add }) => add.map(({ when }) => when),
  isByRow: () => true,
  compute({ add: rules }, facts) {
    const values = facts.buffers.floats(facts.size);
    for (const { when, add } of rules) {
      const holds = facts.holds(when, OPEN_SCOPE);
      for (let row = 0; row < values.length; row++) if (holds[row] === 1) values[row]! += add; // row < size, the length of both
    }
    return { type: "number", values: values.map(toScore) };
  },
  issues({ id, add }, facts) {
    const read = add.flatMap(({ when }) => readsOfCondition(when)).map((each) => each.id);
    return unmappedIssues(id, [...new Set(read)], facts);
  },
});
