import * as z from "zod";
import { id, measureId } from "../preset/parts";
import { issueOfNumbers } from "../told";
import { defineMeasure } from "./measure";
import { unmappedIssues } from "./unmapped";

/**
 * Whole days from a date to the day of the run: 0 is that very day, whatever the time. As Excel subtracts them.
 *
 * Missing, with an issue, where the date is after the day of the run: as a negative number, a swapped day and month
 * would be the most recent order of all.
 */
export const daysSince = defineMeasure({
  type: "daysSince",
  schema: z.strictObject({
    id,
    type: z.literal("daysSince"),
    /** The date. */
    of: measureId,
  }),
  gives: "number",
  dependsOnDay: true,
  reads: ({ of }) => [{ id: of, as: "date" }],
  isByRow: () => true,
  compute({ of }, facts) {
    const dates = facts.number(of);
    const { asOf } = facts;
    const values = facts.buffers.floats(facts.size).fill(NaN);
    for (let row = 0; row < values.length; row++) {
      const day = Math.floor(dates[row]!); // row < size, the length of every column
      if (day <= asOf) values[row] = asOf - day;
    }
    return { type: "number", values };
  },
  issues({ id, of }, facts) {
    const said = { code: "date-in-future", severity: "warning", params: { id, field: of } } as const;
    const inFuture = issueOfNumbers(said, facts.number(of), [facts.asOf + 1, Infinity], facts);
    return [...unmappedIssues(id, [of], facts), ...(inFuture === null ? [] : [inFuture])];
  },
});
