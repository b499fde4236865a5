import * as z from "zod";
import { id, measureId } from "../preset/parts";
import { defineMeasure } from "./measure";

/**
 * A field or another measure under a name of its own: "value" may simply be the revenue column. Missing, blank and
 * unreadable where that is.
 */
export const field = defineMeasure({
  type: "field",
  schema: z.strictObject({
    id,
    type: z.literal("field"),
    /** Of any type, which becomes its own. */
    of: measureId,
  }),
  gives: "same",
  reads: ({ of }) => [{ id: of, as: "any" }],
  compute: ({ of }, facts) => facts.column(of),
});
