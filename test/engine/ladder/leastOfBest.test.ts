import fc from "fast-check";
import { expect, test } from "vitest";
import { leastOfBest } from "../../../engine/ladder/leastOfBest";

const account = fc.record({
  value: fc.oneof(fc.constantFrom(NaN, -10, 0, 10), fc.integer({ min: -99, max: 99 })),
  isIn: fc.constantFrom(0, 1, 1),
});

test("the lowest of the best is what stands there once all are in order, or below all where they are fewer", () => {
  fc.assert(
    fc.property(fc.array(account, { maxLength: 60 }), fc.integer({ min: 1, max: 12 }), (accounts, count) => {
      const inOrder = accounts
        .flatMap(({ value, isIn }) => (isIn === 1 && !Number.isNaN(value) ? [value] : []))
        .sort((a, b) => b - a);
      const values = Float64Array.from(accounts, ({ value }) => value);
      const population = Uint8Array.from(accounts, ({ isIn }) => isIn);
      const expected = count >= accounts.length ? -Infinity : (inOrder[count - 1] ?? -Infinity);
      expect(leastOfBest(values, population, count)).toBe(expected);
    }),
    { numRuns: 500 },
  );
});
