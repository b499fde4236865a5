import * as z from "zod";
import { finiteNumber, id, measureId } from "../preset/parts";
import { defineMeasure } from "./measure";
import { unmappedIssues } from "./unmapped";

/**
 * Growth of `current` over `previous`, as a fraction (0.25 = +25 %): (now - before) / before.
 *
 * Missing where either is missing, and where `previous` is zero, negative, below `minBase`, or so small that no number can
 * hold the growth: a change from nothing has no percentage. `current` may be anything: a fall to -50 from 100 is -1.5.
 */
export const change = defineMeasure({
  type: "change",
  schema: z.strictObject({
    id,
    type: z.literal("change"),
    /** The number now. */
    current: measureId,
    /** The number before. */
    previous: measureId,
    /** The least number before that a percentage is taken of. */
    minBase: finiteNumber.min(0).default(0),
  }),
  gives: "number",
  reads: ({ current, previous }) => [
    { id: current, as: "number" },
    { id: previous, as: "number" },
  ],
  isByRow: () => true,
  compute({ current, previous, minBase }, facts) {
    const now = facts.number(current);
    const before = facts.number(previous);
    const values = facts.buffers.floats(facts.size).fill(NaN);
    for (let row = 0; row < values.length; row++) {
      const base = before[row]!; // row < size, the length of every column
      if (!(base > 0 && base >= minBase)) continue;
      const growth = (now[row]! - base) / base;
      if (Number.isFinite(growth)) values[row] = growth; // from next to nothing is from nothing
    }
    return { type: "number", values };
  },
  issues: ({ id, current, previous }, facts) => unmappedIssues(id, [current, previous], facts),
});
