import * as z from "zod";
import { finiteNumber, id, measureId } from "../preset/parts";
import { issueOfNumbers } from "../told";
import { defineMeasure } from "./measure";
import { unmappedIssues } from "./unmapped";

const schema = z.strictObject({
  id,
  type: z.literal("bands"),
  /** The number. */
  of: measureId,
  /** The table, in any order. */
  bands: z
    .array(
      z.strictObject({
        /** Where a band begins. No two begin at the same number. */
        from: finiteNumber,
        /** What the numbers in it are worth. */
        points: finiteNumber,
      }),
    )
    .min(1)
    .max(100)
    .superRefine((bands, context) => {
      bands.forEach(({ from }, i) => {
        if (bands.findIndex((other) => other.from === from) === i) return;
        context.addIssue({ code: "custom", path: [i, "from"], params: { code: "repeated-id", id: String(from) } });
      });
    }),
});
type Spec = z.output<typeof schema>;

/**
 * Points by a table: each band begins at its own `from`, included, and ends under the next higher one; the highest has
 * no end.
 *
 * A missing value has missing points. A value under the lowest band has 0 points, as where no condition of `points`
 * holds, and is reported: what is there and bad must not count as unknown.
 */
export const bands = defineMeasure<Spec>({
  type: "bands",
  schema,
  gives: "number",
  reads: ({ of }) => [{ id: of, as: "number" }],
  isByRow: () => true,
  compute({ of, bands }, facts) {
    const column = facts.number(of);
    const highestFirst = [...bands].sort((a, b) => b.from - a.from);
    const from = Float64Array.from(highestFirst, (band) => band.from);
    const points = Float64Array.from(highestFirst, (band) => band.points);
    const values = facts.buffers.floats(facts.size).fill(NaN);
    for (let row = 0; row < values.length; row++) {
      const value = column[row]!; // row < size, the length of every column
      if (Number.isNaN(value)) continue;
      let band = 0;
      while (band < from.length && value < from[band]!) band++; // band < length
      values[row] = points[band] ?? 0;
    }
    return { type: "number", values };
  },
  issues({ id, of, bands }, facts) {
    const lowest = Math.min(...bands.map(({ from }) => from));
    const said = { code: "under-bands", severity: "warning", params: { id, least: lowest } } as const;
    const under = issueOfNumbers(said, facts.number(of), [-Infinity, lowest], facts);
    return [...(under ? [under] : []), ...unmappedIssues(id, [of], facts)];
  },
});
