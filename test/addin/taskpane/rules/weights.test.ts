import fc from "fast-check";
import { expect, test } from "vitest";
import { withPart } from "../../../../addin/taskpane/rules/measures/weights";

const partsOf = (weights: readonly number[]) => weights.map((weight, i) => ({ of: `m${i}`, weight }));
const weightsOf = (parts: readonly unknown[]) => parts.map((part) => (part as { weight: number }).weight);

test.each([
  { of: "the whole of a first one is shared", before: [100], after: [50, 50] },
  { of: "what is shared evenly is shared again", before: [34, 33, 33], after: [25, 25, 25, 25] },
  { of: "what lacks is filled up", before: [25, 20], after: [25, 20, 55] },
  { of: "parts of one stay parts of one", before: [0.5, 0.2], after: [0.5, 0.2, 0.3] },
  { of: "one alone is all of one", before: [1], after: [0.5, 0.5] },
  { of: "what is chosen by hand is not changed", before: [70, 30], after: [70, 30, 50] },
  { of: "nor is what is too much already", before: [90, 60], after: [90, 60, 75] },
  { of: "nothing counts yet", before: [0, 0], after: [0, 0, 100] },
])("$of: $before", ({ before, after }) => {
  expect(weightsOf(withPart(partsOf(before), "new"))).toEqual(after);
});

test("adding one after the other, up to fifty, keeps the whole and shares it evenly", () => {
  fc.assert(
    fc.property(fc.constantFrom(1, 100), fc.integer({ min: 2, max: 50 }), (whole, most) => {
      let parts: unknown[] = partsOf([whole]);
      while (parts.length < most) parts = withPart(parts, `m${parts.length}`);
      const weights = weightsOf(parts);
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(whole, 9);
      expect(Math.max(...weights) - Math.min(...weights)).toBeLessThan(whole / 90);
    }),
  );
});
