import * as z from "zod";
import { isBlank } from "../conditions/blank";
import { id, measureId } from "../preset/parts";
import { defineMeasure } from "./measure";
import { unmappedIssues } from "./unmapped";

/**
 * How many of several columns have something in them: how complete an account is, how many products it buys.
 *
 * Never missing. Blank is what the condition `blank` calls so: a zero and a "no" are something, and so is a cell that
 * cannot be read; a computed measure is blank where it is missing. A column that is not there is blank throughout.
 */
export const filled = defineMeasure({
  type: "filled",
  schema: z.strictObject({
    id,
    type: z.literal("filled"),
    /** The columns, of any type. */
    of: z.array(measureId).min(1).max(100),
  }),
  gives: "number",
  reads: ({ of }) => of.map((part) => ({ id: part, as: "any" })),
  isByRow: () => true,
  compute({ of }, facts) {
    const values = facts.buffers.floats(facts.size);
    for (const column of of.map((part) => facts.column(part))) {
      for (let row = 0; row < values.length; row++) {
        if (!isBlank(column, row)) values[row]!++; // row < size
      }
    }
    return { type: "number", values };
  },
  issues: ({ id, of }, facts) => unmappedIssues(id, of, facts),
});
