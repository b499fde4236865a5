import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePreset, type CellValue } from "../../../engine/index";
import { documentWith, tiered, tiersOf } from "../samples";
import { measured } from "./measured";

const MONTHS = ["m1", "m2", "m3", "m4", "m5", "m6"];
const fields = Object.fromEntries([
  ["account", { type: "text", headers: ["account"] }],
  ["region", { type: "text", headers: ["region"] }],
  ...MONTHS.map((month) => [month, { type: "number", headers: [month] }] as const),
]);
const cv = { id: "cv", type: "variation", of: MONTHS };
const variations = (rows: readonly (readonly CellValue[])[]) => measured([cv], "cv", MONTHS, rows, { fields });
const variationOf = (...months: readonly CellValue[]) => Number(variations([months])[0] ?? NaN);

test.each([
  [[10, 10, 10, 10, 10, 10], 0],
  [[2, 4, 4, 4, 5, 5], Math.sqrt(1) / 4], // mean 4, squares 4 + 0 + 0 + 0 + 1 + 1 over 6 periods
  [[1, 2, 3, "", "", ""], Math.sqrt(2 / 3) / 2],
  [[1, "", 2, "n/a", 3, ""], Math.sqrt(2 / 3) / 2], // blanks are left out
  [[1, 0, 2, 0, 3, 0], Math.sqrt(8 / 6)], // zeros are not: mean 1, squares 0 + 1 + 1 + 1 + 4 + 1
  [[30, -10, 10, "", "", ""], Math.sqrt(800 / 3) / 10],
  [[0, 0, 9, "", "", ""], Math.SQRT2],
])("%j varies by %d", (months, expected) => {
  expect(variationOf(...months)).toBeCloseTo(expected, 12);
});

test.each([
  [["", "", "", "", "", ""]],
  [[5, 5, "", "", "", ""]], // two periods
  [[5, 5, "abc", "#N/A", "", ""]],
  [[0, 0, 0, 0, 0, 0]],
  [[10, -10, 10, -10, "", ""]],
  [[0.1, 0.2, -0.3, "", "", ""]], // zero, but for 5.5e-17
  [[-1, -2, -3, -4, -5, -6]],
])("%j has no variation", (months) => {
  expect(variations([months])).toEqual([null]);
});

describe("whatever the periods", () => {
  const months = fc.array(fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 1, max: 10_000 }) }, fc.constant("")), {
    minLength: 6,
    maxLength: 6,
  });
  const property = (holds: (months: CellValue[], own: number | null) => void) =>
    fc.assert(
      fc.property(months, (months) => holds(months, variations([months])[0] as number | null)),
      { numRuns: 50 },
    );

  test("it is the population's, by the textbook", () => {
    property((months, own) => {
      const amounts = months.filter((month) => month !== "").map(Number);
      const mean = amounts.reduce((sum, each) => sum + each, 0) / amounts.length;
      const variance = amounts.reduce((sum, each) => sum + (each - mean) ** 2, 0) / amounts.length;
      if (amounts.length < 3) expect(own).toBeNull();
      else expect(own).toBeCloseTo(Math.sqrt(variance) / mean, 10);
    });
  });

  test("neither the currency nor the order of the periods matters", () => {
    property((months, own) => {
      const inCents = months.map((month) => (month === "" ? "" : Number(month) * 100));
      for (const other of variations([inCents, [...months].reverse()])) {
        if (own === null) expect(other).toBeNull();
        else expect(other).toBeCloseTo(own, 12);
      }
    });
  });

  test("of n periods it is at most the root of n - 1", () => {
    property((months, own) => {
      const count = months.filter((month) => month !== "").length;
      if (own !== null) expect(own).toBeLessThanOrEqual(Math.sqrt(count - 1) + 1e-12);
    });
  });
});

test("equal periods vary by nothing, to the last bit", () => {
  const amount = 61.835968200607894; // three times this, divided by three, is another number
  expect(variations([[amount, amount, amount]])).toEqual([0]);
});

test("steady, changing, erratic, and too young to tell", () => {
  const cells = [
    ["account", ...MONTHS],
    ["steady", 10, 11, 10, 9, 10, 10],
    ["changing", 10, 15, 10, 5, 10, 10],
    ["erratic", 60, 0, 0, 0, 0, 0],
    ["young", "", "", "", "", 10, 10],
  ];
  const conditions = {
    X: { measure: "cv", "<=": 0.25 },
    Y: { measure: "cv", "<=": 0.5 },
    Z: { measure: "cv", blank: false },
  };
  expect(tiersOf(tiered(cells, conditions, { fields, measures: [cv] }))).toEqual(["X", "Y", "Z", "rest"]);
});

describe("what is reported", () => {
  test("periods without a column; the others count", () => {
    const { issues, facts } = tiered(
      [
        ["account", "m1", "m2", "m3"],
        ["a", 1, 2, 3],
      ],
      {},
      { fields, measures: [cv] },
    );
    expect(facts.number("cv")[0]).toBeCloseTo(Math.sqrt(2 / 3) / 2, 12);
    expect(issues).toContainEqual(
      expect.objectContaining({ code: "measure-unmapped", params: { id: "cv", fields: ["m4", "m5", "m6"] } }),
    );
  });

  test.each([
    [{ of: ["m1", "m2"] }, "too-few measures.0.of"],
    [{ of: ["m1", "m2", "region"] }, "wrong-measure-type measures.0"],
  ])("%j", (changes, refused) => {
    const parsed = parsePreset(documentWith({ fields, measures: [{ ...cv, ...changes }] }));
    expect(parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual([refused]);
  });
});
