import * as z from "zod";
import { id, measureId } from "../preset/parts";
import { defineMeasure } from "./measure";

/** The sum of several numbers of an account, whatever their order. A missing part adds nothing; missing only where every part is. */
export const sum = defineMeasure({
  type: "sum",
  schema: z.strictObject({
    id,
    type: z.literal("sum"),
    /** The numbers. */
    of: z.array(measureId).min(1).max(50),
  }),
  gives: "number",
  reads: ({ of }) => of.map((part) => ({ id: part, as: "number" })),
  isByRow: () => true,
  compute({ of }, facts) {
    const parts = of.map((id) => facts.number(id));
    return { type: "number", values: sums(parts, facts.buffers.floats(facts.size)) };
  },
});

function sums(parts: readonly Float64Array[], out: Float64Array): Float64Array {
  for (let row = 0; row < out.length; row++) {
    let total = NaN;
    let lost = 0; // by rounding: a large part and its opposite must not take a small one away
    for (let i = 0; i < parts.length; i++) {
      const value = parts[i]![row]!; // i < length, and row < size, the length of every column
      if (Number.isNaN(value)) continue;
      if (Number.isNaN(total)) {
        total = value;
        continue;
      }
      const sum = total + value;
      lost += Math.abs(total) >= Math.abs(value) ? total - sum + value : value - sum + total;
      total = sum;
    }
    out[row] = total + lost;
  }
  return out;
}
