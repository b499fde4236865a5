import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tiered, tiersOf } from "../samples";
import { measured } from "./measured";
import { refusals } from "./refusals";

const fit = {
  id: "fit",
  type: "points",
  add: [
    { when: { measure: "region", is: ["North", "South"] }, add: 100 },
    { when: { measure: "value", ">=": 50 }, add: 20 },
    { when: { measure: "value", ">=": 100 }, add: 5.5 },
    { when: { not: { measure: "other", blank: false } }, add: -10 },
  ],
};

test.each([
  ["North", 100, 1, 125.5],
  ["north ", 50, 1, 120],
  ["West", 49.99, 1, 0], // nothing holds
  ["West", "", "", -10], // a comparison with a missing value does not hold, its negation does
  ["", "abc", "n/a", -10],
  ["South", 100, "", 115.5],
])("region %j, value %j, other %j: %j points", (region, value, other, points) => {
  expect(measured([fit], "fit", ["region", "value", "other"], [[region, value, other]])).toEqual([points]);
});

test("decimals add up as they are written", () => {
  const tenth = { when: { measure: "value", ">": 0 }, add: 0.1 };
  const points = { id: "p", type: "points", add: Array.from({ length: 10 }, () => tenth) };
  expect(measured([points], "p", ["value"], [[1], [0]])).toEqual([1, 0]);
});

test("amounts stay as large as they are", () => {
  const add = [{ when: { measure: "value", ">": 0 }, add: 999_999_999_999_999 }];
  expect(measured([{ id: "p", type: "points", add }], "p", ["value"], [[1]])).toEqual([999_999_999_999_999]);
});

test("a condition may ask about another measure, wherever it stands", () => {
  const measures = [
    { id: "p", type: "points", add: [{ when: { measure: "stage", is: ["prospect"] }, add: 7 }] },
    { id: "stage", type: "lifecycle", firstPurchase: "first" },
  ];
  expect(measured(measures, "p", ["first"], [[""], ["2020-01-01"]])).toEqual([7, 0]);
});

test("points are a number to compare with", () => {
  const cells = [
    ["account", "region", "value"],
    ["in", "North", 1],
    ["out", "West", 1],
  ];
  expect(
    tiersOf(tiered(cells, { icp: { measure: "fit", ">": 0 } }, { measures: [{ ...fit, add: fit.add.slice(0, 3) }] })),
  ).toEqual(["icp", "rest"]);
});

test("the order of the list does not matter, and one more condition that holds adds what it says", () => {
  const rule = fc.record({
    when: fc.record({ measure: fc.constantFrom("value", "other"), ">=": fc.integer({ min: 0, max: 9 }) }),
    add: fc.integer({ min: -1000, max: 1000 }).map((n) => n / 100),
  });
  fc.assert(
    fc.property(
      fc.array(rule, { minLength: 1, maxLength: 8 }),
      fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: 1, maxLength: 5 }),
      (add, rows) => {
        const points = (rules: typeof add) =>
          measured([{ id: "p", type: "points", add: rules }], "p", ["value", "other"], rows);
        const straight = points(add);
        expect(points([...add].reverse())).toEqual(straight);
        const more = points([...add, { when: { measure: "value", ">=": 0 }, add: 3 }]);
        expect(more).toEqual(straight.map((each) => expect.closeTo(Number(each) + 3, 9) as number));
      },
    ),
    { numRuns: 50 },
  );
});

test("what no column holds is named once", () => {
  const { issues } = tiered(
    [
      ["account", "region"],
      ["a", "North"],
    ],
    {},
    { measures: [fit] },
  );
  expect(issues).toContainEqual(
    expect.objectContaining({ code: "measure-unmapped", params: { id: "fit", fields: ["value", "other"] } }),
  );
});

describe("what is refused", () => {
  const top = { measure: "value", top: { count: 1 } };
  const rule = (when: unknown, add: unknown = 1) => ({ add: [{ when, add }] });
  test.each([
    [{ add: [] }, ["too-few measures.0.add"]],
    [{ add: undefined }, ["missing measures.0.add"]],
    [rule({ measure: "value", ">": 1 }, 1e16), ["out-of-range measures.0.add.0.add"]],
    [rule({ measure: "value", ">": 1 }, "1"), ["wrong-type measures.0.add.0.add"]],
    [rule({ measure: "value", over: 1 }), ["unknown-condition measures.0.add.0.when"]],
    [rule(top), ["top-not-allowed measures.0"]],
    [rule({ any: [{ not: { all: [top] } }] }), ["top-not-allowed measures.0"]],
    [rule({ measure: "nothing", ">": 1 }), ["unknown-reference measures.0"]],
    [rule({ not: { all: [{ measure: "nothing", blank: true }] } }), ["unknown-reference measures.0"]],
    [rule({ measure: "region", ">": 1 }), ["wrong-measure-type measures.0"]],
    [rule({ measure: "value", is: ["x"] }), ["wrong-measure-type measures.0"]],
    [rule({ measure: "first", ">": 45_000 }), []], // a date is compared by its serial number
    [rule({ measure: "isClient", is: ["yes"] }), []],
    [rule({ measure: "fit", ">": 1 }), ["measure-cycle measures.0"]],
    [rule({ measure: "tier", is: ["all"] }), ["unknown-reference measures.0"]],
    [rule({ measure: "segment", is: ["all"] }), ["unknown-reference measures.0"]],
  ])("%j", (changes, refused) => {
    expect(refusals([{ ...fit, ...changes }])).toEqual(refused);
  });

  test("a circle through conditions, and once only what leads into it", () => {
    const measures = [
      { ...fit, ...rule({ not: { measure: "b", ">": 1 } }) },
      { id: "b", type: "sum", of: ["fit"] },
      { id: "c", type: "sum", of: ["fit"] },
    ];
    expect(refusals(measures)).toEqual(["measure-cycle measures.0", "measure-cycle measures.1"]);
  });
});
