import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePreset } from "../../../engine/index";
import { documentWith, tiered, tiersOf } from "../samples";
import { measured } from "./measured";

const growth = { id: "growth", type: "change", current: "value", previous: "other" };
const grown = (rows: readonly (readonly (string | number)[])[], changes = {}) =>
  measured([{ ...growth, ...changes }], "growth", ["value", "other"], rows);

test.each([
  { now: 125, before: 100, growth: 0.25 },
  { now: 80, before: 100, growth: -0.2 },
  { now: 100, before: 100, growth: 0 },
  { now: 0, before: 100, growth: -1 },
  { now: -50, before: 100, growth: -1.5 },
  { now: 50, before: 0, growth: null },
  { now: 0, before: 0, growth: null },
  { now: 50, before: -10, growth: null },
  { now: -5, before: -10, growth: null },
  { now: "", before: 100, growth: null },
  { now: 50, before: "n/a", growth: null },
  { now: "abc", before: 100, growth: null },
  { now: 1e100, before: 1e-300, growth: null }, // more than a number can say
])("$before → $now grows by $growth", ({ now, before, growth }) => {
  expect(grown([[now, before]])).toEqual([growth]);
});

test.each([
  [1000, 1000, 0.5],
  [1000, 999, null],
  [0, 0.5, 0.5],
  [0, 0, null],
])("from at least %d: growth from %d is %j", (minBase, before, expected) => {
  expect(grown([[before * 1.5, before]], { minBase })).toEqual([expected]);
});

test("missing growth is in no comparison, and fewer than nothing is one", () => {
  const cells = [
    ["account", "value", "other"],
    ["from nothing", 50, 0],
    ["lost", 0, 50],
    ["won", 60, 50],
  ];
  const conditions = { up: { measure: "growth", ">=": 0.2 }, down: { measure: "growth", "<": 0.2 } };
  expect(tiersOf(tiered(cells, conditions, { measures: [growth] }))).toEqual(["rest", "down", "up"]);
});

test("goes from one measure to another, as a sum to a sum", () => {
  const measures = [
    { ...growth, current: "total" },
    { id: "total", type: "sum", of: ["value", "other"] },
  ];
  expect(measured(measures, "growth", ["value", "other"], [[50, 100]])).toEqual([0.5]);
});

test("growth takes a base back to what came of it, whatever the currency", () => {
  const amount = fc.integer({ min: -1_000_000, max: 1_000_000 });
  fc.assert(
    fc.property(
      amount,
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.integer({ min: 1, max: 50 }),
      (now, before, rate) => {
        const [own = null, other = null] = grown([
          [now, before],
          [now * rate, before * rate],
        ]);
        expect(before * (1 + Number(own))).toBeCloseTo(now, 6);
        expect(other).toBeCloseTo(Number(own), 12);
      },
    ),
    { numRuns: 50 },
  );
});

describe("what is reported", () => {
  test("a part without a column, by its field", () => {
    const { issues } = tiered(
      [
        ["account", "value"],
        ["a", 1],
      ],
      {},
      { measures: [growth] },
    );
    expect(issues).toContainEqual({
      code: "measure-unmapped",
      severity: "info",
      count: 1,
      rows: [],
      params: { id: "growth", fields: ["other"] },
    });
  });

  test.each([
    [{ previous: undefined }, "missing measures.0.previous"],
    [{ current: "region" }, "wrong-measure-type measures.0"],
    [{ current: "first" }, "wrong-measure-type measures.0"], // a date does not grow
    [{ minBase: -1 }, "out-of-range measures.0.minBase"],
    [{ of: "value" }, "unknown-key measures.0"],
  ])("%j", (changes, refused) => {
    const parsed = parsePreset(documentWith({ measures: [{ ...growth, ...changes }] }));
    expect(parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual([refused]);
  });
});
