import * as z from "zod";
import { issueOfRows } from "../issue";
import { id, measureId } from "../preset/parts";
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
    const rows: number[] = [];
    const dates = facts.number(of);
    const { asOf, included } = facts;
    for (let row = 0; row < dates.length; row++) {
      if (Math.floor(dates[row]!) > asOf && included[row] === 1) rows.push(facts.inputRow(row)); // row < length
    }
    const inFuture = issueOfRows("date-in-future", "warning", rows, { id, field: of });
    return [...unmappedIssues(id, [of], facts), ...(inFuture === null ? [] : [inFuture])];
  },
});
