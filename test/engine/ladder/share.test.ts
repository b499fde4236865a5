import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countInPercent } from "../../../engine/ladder/count";
import { countInRefill, countInShare } from "../../../engine/ladder/share";
import { ExactSum, runningSums } from "../../../engine/ladder/sum";

const sumsOf = (...values: number[]) => runningSums(Float64Array.from(values));

describe("running sums", () => {
  test("lose nothing that a plain sum loses", () => {
    expect([...sumsOf(1, 1e100, 1, -1e100)]).toEqual([1, 1e100, 1e100, 2]);
    expect(sumsOf(...Array.from({ length: 10 }, () => 0.1)).at(-1)).toBe(1);
  });

  test("end in the exact sum, which may be taken value by value", () => {
    for (const values of [
      [1, 1e100, 1, -1e100],
      [1e100, 1, -1e100, 1],
    ]) {
      const sum = new ExactSum();
      values.forEach((value) => sum.add(value));
      expect([sum.total, sumsOf(...values).at(-1)]).toEqual([2, 2]);
    }
  });

  test("are exact to the last bit, whatever the sizes", () => {
    // One large number and many that are smaller than its last bit.
    const sizes = fc
      .tuple(fc.bigInt(2n ** 48n, 2n ** 50n), fc.array(fc.bigInt(1n, 255n), { minLength: 1, maxLength: 200 }))
      .map(([large, small]) => [large << 12n, ...small]);
    fc.assert(
      fc.property(sizes, (sizes) => {
        const exact = Number(sizes.reduce((sum, each) => sum + each, 0n));
        expect(Math.abs((sumsOf(...sizes.map(Number)).at(-1) ?? NaN) - exact)).toBeLessThanOrEqual(exact * 2 ** -52);
      }),
    );
  });
});

/** The rules as they are written, in whole numbers: cuts in per mille. */
function exactCount(values: readonly bigint[], cut: bigint, crossing: "up" | "down" | "nearest"): number {
  const line = cut * values.reduce((sum, each) => sum + each, 0n);
  let before = 0n;
  return values.filter((each) => {
    const after = before + each;
    const [from, to] = [before * 1000n, after * 1000n];
    before = after;
    if (crossing === "up") return from < line;
    return crossing === "down" ? to <= line : from + to < 2n * line;
  }).length;
}

test.each([1e-6, 1, 1e9])("a cut is the decimal it is written as, of a total of %d", (total) => {
  const [written, computed] = [0.3, 0.1 + 0.2]; // the second is a hair more
  const parts = (first: number) => sumsOf(first * total, (1 - first) * total);
  expect(computed).toBeGreaterThan(written);
  expect(countInShare(parts(written), computed, "up")).toBe(1);
  expect(countInShare(parts(computed), written, "down")).toBe(1);
  expect(countInShare(parts(2 * written), computed, "nearest")).toBe(0); // half of it lies on the line, not under it
  expect(countInShare(parts(2 * written), 0.31, "nearest")).toBe(1);
  expect(countInRefill(parts(written), [computed])).toBe(1);
});

test.each(["up", "down", "nearest"] as const)("crossing %s counts as exact arithmetic does", (crossing) => {
  const cuts = fc.oneof(
    fc.nat(20).map((n) => n * 50),
    fc.nat(1000),
  ); // many of them right at a sum
  const values = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(values, cuts, (values, cut) => {
      const ranked = values.sort((a, b) => b - a);
      const exact = exactCount(ranked.map(BigInt), BigInt(cut), crossing);
      expect(countInShare(sumsOf(...ranked.map((each) => each / 10)), cut / 1000, crossing)).toBe(exact);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  [[0.3], 2],
  [[0.3, 0.6], 4],
  [[0.3, 0.6, 1], 5],
])("refilled to %j: %d", (shares, count) => {
  expect(countInRefill(sumsOf(20, 20, 20, 20, 20), shares)).toBe(count);
});

test.each([
  [100, 0.07, "ceil", 7],
  [100, 0.29, "floor", 29],
  [10, 0.25, "ceil", 3],
  [10, 0.25, "floor", 2],
  [10, 0.25, "nearest", 3],
  [10, 0.24, "nearest", 2],
  [3, 1, "ceil", 3],
  [0, 0.5, "ceil", 0],
] as const)("of %d accounts, %d by %s: %d", (n, fraction, rounding, count) => {
  expect(countInPercent(n, fraction, rounding)).toBe(count);
});
