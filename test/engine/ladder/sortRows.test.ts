import fc from "fast-check";
import { expect, test } from "vitest";
import { sortRows } from "../../../engine/ladder/sortRows";

const value = fc.oneof(
  fc.double({ noNaN: true }),
  fc.constantFrom(0, -0, Infinity, -Infinity, 1, -1),
  fc.integer({ min: 0, max: 60 }).map((step) => 1 + step * Number.EPSILON), // one upper half
);

test.each(["asc", "desc"] as const)("%s: as comparing does, equal values in the order given", (direction) => {
  fc.assert(
    fc.property(fc.array(value, { maxLength: 200 }), (numbers) => {
      const values = Float64Array.from(numbers);
      const rows = Int32Array.from(numbers, (_, row) => numbers.length - 1 - row);
      const sign = direction === "asc" ? 1 : -1;
      const compared = [...rows].sort((a, b) => {
        const [x = 0, y = 0] = [numbers[a], numbers[b]];
        return x === y ? 0 : sign * (x < y ? -1 : 1);
      });
      expect([...sortRows(rows, values, direction)]).toEqual(compared);
    }),
  );
});
