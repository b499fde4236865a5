import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { suggestCuts, type CutMethod, type CutProposal } from "../../../engine/index";
import { cellsOf, membersOf, tiered } from "../samples";

const suggested = (values: readonly number[], classes: number, scale?: "log" | "linear") =>
  suggestCuts(Float64Array.from(values), classes, scale && { scale });

function proposed(method: CutMethod, ...of: Parameters<typeof suggested>): CutProposal | undefined {
  return suggested(...of).proposals.find((proposal) => proposal.method === method);
}
const cutsOf = (proposal: CutProposal | undefined) => proposal?.cuts.map(({ value }) => value);
const countsOf = (proposal: CutProposal | undefined) => proposal?.classes.map(({ count }) => count);

const TEN = [300, 200, 150, 120, 80, 60, 40, 30, 15, 5];

test("three proposals, with what each class would hold", () => {
  expect(suggested([...TEN, NaN, 0, -20], 3)).toEqual({
    used: 10,
    missing: 1,
    notPositive: 2,
    proposals: [
      {
        method: "natural",
        cuts: [
          { value: 120, rounded: 100 },
          { value: 30, rounded: 20 },
        ],
        classes: [
          { count: 4, sum: 770, share: 0.77 },
          { count: 4, sum: 210, share: 0.21 },
          { count: 2, sum: 20, share: 0.02 },
        ],
        isShort: false,
      },
      {
        method: "quantile",
        cuts: [
          { value: 120, rounded: 100 },
          { value: 40, rounded: 40 },
        ],
        classes: [
          { count: 4, sum: 770, share: 0.77 },
          { count: 3, sum: 180, share: 0.18 },
          { count: 3, sum: 50, share: 0.05 },
        ],
        isShort: false,
      },
      {
        method: "share",
        cuts: [
          { value: 300, rounded: 300 },
          { value: 80, rounded: 70 },
        ],
        classes: [
          { count: 1, sum: 300, share: 0.3 },
          { count: 4, sum: 550, share: 0.55 },
          { count: 5, sum: 150, share: 0.15 },
        ],
        isShort: false,
      },
    ],
  });
});

describe("natural breaks", () => {
  const orders = [1, 2, 10, 20, 100, 200, 1000, 2000];
  test("by ratio are orders of magnitude, by difference the large ones apart", () => {
    expect(cutsOf(proposed("natural", orders, 4))).toEqual([1000, 100, 10]);
    expect(cutsOf(proposed("natural", orders, 3, "linear"))).toEqual([2000, 1000]);
  });

  test("of a few values are each a class, and say that they are fewer", () => {
    expect(proposed("natural", [1, 2, 2], 3)).toMatchObject({ cuts: [{ value: 2 }], isShort: true });
    expect(proposed("natural", [1, 2, 2, 3], 3)).toMatchObject({ cuts: [{ value: 3 }, { value: 2 }], isShort: false });
  });

  test("by ratio take the largest and the smallest numbers", () => {
    expect(cutsOf(proposed("natural", [5e-324, 1e-323, 1, 2, 1e308, 1.7e308], 3))).toEqual([1e308, 1]);
  });
});

describe("quantiles", () => {
  test("a value on one is above it; equal values stay together", () => {
    expect(cutsOf(proposed("quantile", [1, 2, 3], 2))).toEqual([2]);
    expect(countsOf(proposed("quantile", [1, 1, 1, 1, 5, 6], 3))).toEqual([2, 4]);
    expect(proposed("quantile", [1, 1, 1, 1, 5, 6], 3)?.isShort).toBe(true);
  });

  test("are the bounds of quantile scores", () => {
    const measures = [{ id: "score", type: "quantileScore", of: "value", k: 4 }];
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 2, maxLength: 20 }), (values) => {
        const cells = cellsOf(Object.fromEntries(values.map((value, i) => [`a${i}`, value])));
        const byScore = Object.fromEntries([4, 3, 2].map((score) => [`s${score}`, { measure: "score", "=": score }]));
        const sizes = Object.values(membersOf(tiered(cells, byScore, { measures }))).map(({ length }) => length);
        const filled = sizes.filter((size) => size > 0);
        expect(countsOf(proposed("quantile", values, 4)) ?? [values.length]).toEqual(filled);
      }),
      { numRuns: 50 },
    );
  });
});

describe("shares", () => {
  test.each([
    [2, [80]], // 80 %
    [3, [300, 80]], // 30 and 80 %
    [4, [200, 80, 40]], // 50, 80 and 95 %
    [5, [300, 200, 150, 80]], // a fifth each: 20, 40, 60 and 80 %
  ])("%d classes end where the usual shares are crossed: %j", (classes, cuts) => {
    expect(cutsOf(proposed("share", TEN, classes))).toEqual(cuts);
  });

  test("are those of the preset, with equal values up", () => {
    const top = (share: number) => ({ measure: "value", top: { share, ties: "up" } });
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -3, max: 20 }), { minLength: 1, maxLength: 20 }), (values) => {
        const cells = cellsOf(Object.fromEntries(values.map((value, i) => [`a${i}`, value])));
        const sizes = Object.values(membersOf(tiered(cells, { key: top(0.3), ent: top(0.8) }))).map((at) => at.length);
        const filled = sizes.filter((size) => size > 0);
        expect(countsOf(proposed("share", values, 3, "linear")) ?? [values.length]).toEqual(filled);
      }),
      { numRuns: 50 },
    );
  });

  test("one account that spans two cuts leaves one class fewer", () => {
    expect(proposed("share", [850, 60, 40, 30, 20], 3)).toMatchObject({ cuts: [{ value: 850 }], isShort: true });
  });

  test("leave what is not positive in the last class, and need something that is", () => {
    const { classes } = proposed("share", [90, 5, 5, 0, -50], 2, "linear") ?? {};
    expect(classes).toEqual([
      { count: 1, sum: 90, share: 0.9 },
      { count: 4, sum: -40, share: 0.1 },
    ]);
    expect(suggested([-1, -2, -3], 2, "linear").proposals.map(({ method }) => method)).toEqual(["natural", "quantile"]);
    expect(proposed("natural", [-1, -2, -30], 2, "linear")?.classes).toMatchObject([{ share: null }, { share: null }]);
  });
});

test.each([[[]], [[7, 7, 7]], [[NaN, -1, 0]]])("%j has nothing to cut", (values) => {
  expect(suggested(values, 3).proposals).toEqual([]);
});

test("what is not a finite number is left out", () => {
  expect(suggested([NaN, Infinity, -Infinity, 1, 2], 2, "linear")).toMatchObject({
    used: 2,
    missing: 3,
    notPositive: 0,
  });
});

test.each([0, 1, 13, 2.5, NaN, Infinity])("%d classes are refused", (classes) => {
  expect(() => suggested([1, 2, 3], classes)).toThrow(RangeError);
});
