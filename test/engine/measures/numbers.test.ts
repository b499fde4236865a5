import { describe, expect, test } from "vitest";
import { toScore } from "../../../engine/measures/measure";
import { measured } from "./measured";

test.each([
  [0.00005, 0.0001],
  [0.00004995, 0],
  [1.00005, 1.0001], // 1.00005 * 1e4 is 10000.499999999998 to a computer
  [-1.00005, -1.0001],
  [-0.00004, 0],
  [123_456_789_012.03125, 123_456_789_012.03125], // so large a double has no more decimals than that
  [NaN, NaN],
])("%d is emitted as %d", (value, score) => {
  expect(toScore(value)).toBe(score);
});

test.each([
  [1, 2, 3],
  [1, "", 1],
  ["", "2", 2],
  ["n/a", "abc", null],
  [-1, 1, 0],
])("sum of %j and %j is %j", (value, other, total) => {
  const sum = { id: "total", type: "sum", of: ["value", "other"] };
  expect(measured([sum], "total", ["value", "other"], [[value, other]])).toEqual([total]);
});

test.each([
  [1, 2, 1],
  ["", 2, 2],
  ["abc", 2, null], // nobody knows what it says
  [0, 2, 0],
  ["n/a", "", null],
])("the first of %j and %j is %j", (value, other, first) => {
  const measure = { id: "chosen", type: "firstOf", of: ["value", "other"] };
  expect(measured([measure], "chosen", ["value", "other"], [[value, other]])).toEqual([first]);
});

test("a large part and its opposite take nothing away", () => {
  const sum = { id: "total", type: "sum", of: ["value", "other", "third"] };
  const fields = Object.fromEntries([
    ["account", { type: "text", headers: ["account"] }],
    ...["value", "other", "third"].map((id) => [id, { type: "number", headers: [id] }]),
  ]) as Record<string, object>;
  const rows = [[3, -1e100, 1e100], [1e100, 3, -1e100]]; // prettier-ignore
  expect(measured([sum], "total", ["value", "other", "third"], rows, { fields })).toEqual([3, 3]);
});

test("a part without a column adds nothing", () => {
  const sum = { id: "total", type: "sum", of: ["value", "other"] };
  expect(measured([sum], "total", ["value"], [[1]])).toEqual([1]);
});

test("a field under another name keeps its type", () => {
  const measures = [
    { id: "area", type: "field", of: "region" },
    { id: "size", type: "field", of: "value" },
  ];
  expect(measured(measures, "area", ["region"], [["N"], [""]])).toEqual(["N", null]);
  expect(measured(measures, "size", ["value"], [[7], [""]])).toEqual([7, null]);
});

test.each([
  [7.34375, 7.3438],
  [-7.34375, -7.3438],
  [-0.00001, 0],
  [1e12 + 0.5, 1e12 + 0.5],
])("%j is emitted as the score %j: 4 decimals, halves away from zero", (value, score) => {
  const weighted = { id: "score", type: "weighted", parts: [{ of: "value", weight: 1 }] };
  expect(measured([weighted], "score", ["value"], [[value]])).toEqual([score]);
});

test("a half that the last bits of a sum have missed is still a half", () => {
  const parts = [
    { of: "value", weight: 3 },
    { of: "other", weight: 0.2 },
  ]; // (3 x 2.5 + 0.2 x 3) / 3.2 is 2.53125
  const weighted = { id: "score", type: "weighted", parts };
  expect(measured([weighted], "score", ["value", "other"], [[2.5, 3]])).toEqual([2.5313]);
});

test("measures may stand in any order", () => {
  const measures = [
    { id: "twice", type: "sum", of: ["once", "value"] },
    { id: "once", type: "field", of: "value" },
  ];
  expect(measured(measures, "twice", ["value"], [[7]])).toEqual([14]);
});

describe("expected when new", () => {
  const measures = [
    { id: "stage", type: "lifecycle", firstPurchase: "first" },
    { id: "worth", type: "expectedWhenNew", history: "value", expected: "other", lifecycle: "stage" },
  ];
  const OLD = "2020-01-01";
  const NEW = "2026-01-01";
  test.each([
    [OLD, 10, 99, 10, "history"],
    [OLD, 0, 99, 0, "history"], // nothing bought is a history
    [OLD, "", 99, 99, "expected"],
    [NEW, 10, 99, 99, "expected"],
    [NEW, 10, "", 10, "history"],
    ["", "", 99, 99, "expected"],
    ["", 10, 99, 99, "expected"],
    ["", "", "", null, null],
    [OLD, "abc", "n/a", null, null],
  ])("first purchase %j, history %j, expected %j: %j by %s", (first, history, expected, worth, basis) => {
    const row = [[first, history, expected]];
    expect(measured(measures, "worth", ["first", "value", "other"], row)).toEqual([worth]);
    expect(measured(measures, "worth.basis", ["first", "value", "other"], row)).toEqual([basis]);
  });

  test("the analyst's own column of stages is read in any case", () => {
    const own = [{ ...measures[1], lifecycle: "region" }];
    const rows = [
      ["New", 1, 99],
      ["PROSPECT ", 1, 99],
      ["client", 1, 99],
      ["", 1, 99],
    ];
    expect(measured(own, "worth", ["region", "value", "other"], rows)).toEqual([99, 99, 1, 1]);
  });
});
