import * as z from "zod";
import type { Facts } from "../facts";
import { id, measureId } from "../preset/parts";
import { isUnreadableKind } from "../table/cell";
import { defineMeasure } from "./measure";

/**
 * The first of several numbers that an account has, in the order they are named. Missing only where every one is, or where
 * a cell that comes before cannot be read: nobody knows what it says, so nothing is put in its place.
 */
export const firstOf = defineMeasure({
  type: "firstOf",
  schema: z.strictObject({
    id,
    type: z.literal("firstOf"),
    /** The numbers, the preferred one first. */
    of: z.array(measureId).min(2).max(50),
  }),
  gives: "number",
  reads: ({ of }) => of.map((part) => ({ id: part, as: "number" })),
  isByRow: () => true,
  compute({ of }, facts: Facts) {
    const values = facts.buffers.floats(facts.size).fill(NaN);
    const isSettled = facts.buffers.bytes(facts.size);
    for (const part of of) {
      const { kinds } = facts.column(part);
      const column = facts.number(part);
      for (let row = 0; row < values.length; row++) {
        if (isSettled[row] === 1) continue;
        const value = column[row]!; // row < size, the length of both
        const kind = kinds?.[row];
        if (Number.isNaN(value) && (kind === undefined || !isUnreadableKind(kind))) continue;
        values[row] = value;
        isSettled[row] = 1;
      }
    }
    return { type: "number", values };
  },
});
