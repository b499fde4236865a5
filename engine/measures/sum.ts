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
  compute({ of }, facts) {
    const values = new Float64Array(facts.size).fill(NaN);
    const lost = new Float64Array(facts.size); // by rounding: a large part and its opposite must not take a small one away
    for (const part of of.map((id) => facts.number(id))) {
      for (let row = 0; row < values.length; row++) {
        const value = part[row]!; // row < size, the length of every column
        if (Number.isNaN(value)) continue;
        const before = values[row]!; // likewise
        const sum = before + value;
        if (Number.isNaN(before)) values[row] = value;
        else {
          lost[row]! += Math.abs(before) >= Math.abs(value) ? before - sum + value : value - sum + before; // likewise
          values[row] = sum;
        }
      }
    }
    for (let row = 0; row < values.length; row++) values[row]! += lost[row]!; // likewise
    return { type: "number", values };
  },
});
