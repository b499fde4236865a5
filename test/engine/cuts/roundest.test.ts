import fc from "fast-check";
import { expect, test } from "vitest";
import { roundest } from "../../../engine/cuts/roundest";

test.each([
  [97_312, 104_250, 100_000],
  [22, 78, 50], // the nearest to the middle of 30, 40, … 70
  [40, 70, 60], // 50 and 60 are as near: the larger
  [95, 99.5, 97],
  [97, 100, 100], // the lowest value itself
  [100, 101, 101], // but not the highest below
  [12.34, 12.35, 12.35],
  [0.1, 0.30000000000000004, 0.2],
  [1, 1 + 2 ** -52, 1 + 2 ** -52], // nothing between
  [0, 5e-324, 5e-324],
  [0, 0.004, 0.002],
  [-5, 3, 0], // nothing is rounder
  [-5, 0, 0],
  [-2, -1, -1],
  [-104, -97, -100],
  [-2000, -1999, -1999],
  [-1.79e308, -1.2e308, -1.5e308],
  [1.2e308, 1.79e308, 1.5e308],
])("over %d and not over %d: %d", (below, lowest, number) => {
  expect(roundest(below, lowest)).toBe(number);
});

/** Significant digits of a number as it is written. */
const digitsOf = (value: number) => (value === 0 ? 0 : (/^-?([\d.]+)e/.exec(value.toExponential())?.[1] ?? "").replace(".", "").length); // prettier-ignore

test("parts the same values, and no number in the gap has fewer digits", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -9999, max: 9999 }),
      fc.integer({ min: 1, max: 999 }),
      fc.constantFrom(1, 100),
      (below, gap, unit) => {
        const [low, high] = [below / unit, (below + gap) / unit];
        const found = roundest(low, high);
        expect(found > low && found <= high).toBe(true);
        const fewest = Array.from({ length: gap }, (_, i) => digitsOf((below + 1 + i) / unit));
        expect(digitsOf(found)).toBeLessThanOrEqual(Math.min(...fewest));
      },
    ),
    { numRuns: 500 },
  );
});

test("of any two numbers lies between them", () => {
  const number = fc.double({ noNaN: true, noDefaultInfinity: true });
  fc.assert(
    fc.property(number, number, (a, b) => {
      fc.pre(a !== b);
      const [below, lowest] = a < b ? [a, b] : [b, a];
      const found = roundest(below, lowest);
      expect(found > below && found <= lowest).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
