import * as z from "zod";
import { id, measureId } from "../preset/parts";
import { defineMeasure } from "./measure";

/** A field or another measure under a name of its own: "value" may simply be the revenue column. */
export const field = defineMeasure({
  type: "field",
  schema: z.strictObject({ id, type: z.literal("field"), of: measureId }),
  gives: "same",
  reads: ({ of }) => [{ id: of, as: "any" }],
  compute: ({ of }, facts) => facts.column(of),
});
