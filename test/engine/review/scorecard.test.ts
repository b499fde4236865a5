import { describe, expect, test } from "vitest";
import { conversion, scorecard, serialOfIso, type CellValue } from "../../../engine/index";
import { accepted, documentWith, rungs } from "../samples";
import { quarters } from "./quarters";

const [Q1, Q2] = ["2026-01-31", "2026-04-30"];
const day = (iso: string) => (iso === "" ? "" : serialOfIso(iso));
const cellsOf = (rows: readonly [string, number | "", string][]): CellValue[][] => [
  ["account", "value", "first"],
  ...rows.map(([name, value, first]) => [name, value, day(first)]),
];

const lifecycle = { id: "lifecycle", type: "lifecycle", firstPurchase: "first", newMonths: 0 };
const segments = { rungs: [{ id: "p", label: "Prospect", when: { measure: "lifecycle", is: ["prospect"] } }, { id: "c", label: "Customer", targets: { retention: 0.9 } }] }; // prettier-ignore
const tiers = {
  rungs: [
    {
      ...{ id: "t1", label: "1", when: { measure: "value", ">=": 100 } },
      targets: { growth: 0.1, revenue: 500, retention: 0.5 },
    },
    { id: "t2", label: "2", targets: { conversion: 0.25 } },
  ],
};
const preset = accepted(documentWith({ measures: [lifecycle], segments, tiers }));

const before = cellsOf([
  ["A", 300, "2020-01-01"],
  ["B", 100, "2020-01-01"],
  ["C", 100, "2020-01-01"],
  ["D", 50, "2020-01-01"],
  ["P", "", ""],
  ["Q", "", ""],
]);
/** A grows, B falls, C leaves, D rises, P buys, Q stays a prospect, N is new. */
const now = cellsOf([
  ["A", 360, "2020-01-01"],
  ["B", 40, "2020-01-01"],
  ["D", 120, "2020-01-01"],
  ["P", 20, "2026-03-01"],
  ["Q", "", ""],
  ["N", 5, "2026-02-02"],
]);
const { runs, history } = quarters({ [Q1]: before, [Q2]: now }, preset);
const found = scorecard(runs[1]!, history); // there are two
const [t1, t2] = found.tiers;
const [prospects, customers] = found.segments;

test("How much revenue sits in each tier, now and last quarter?", () => {
  expect(found.since).toBe(Q1);
  expect(found.tiers.map(({ id, value, before }) => [id, value, before?.value])).toEqual([
    ["t1", 480, 500],
    ["t2", 65, 50],
  ]);
  expect([t1?.share, t1?.mean, t2?.mean]).toEqual([480 / 545, 240, 65 / 3]);
  expect([t1?.valueGrowth, t2?.valueGrowth]).toEqual([-0.04, 0.3]);
  expect([t1?.countGrowth, t2?.countGrowth]).toEqual([-1 / 3, 1 / 3]);
});

test("retention is of those who were in it, whatever tier they are in now", () => {
  expect(t1?.flow).toEqual({ was: 3, stayed: 1, moved: 1, gone: 1, up: 0, down: 1, prospects: 0, converted: 0 });
  expect([t1?.retention, t1?.upgrades, t1?.downgrades]).toEqual([2 / 3, 0, 1 / 3]);
  expect(t2?.flow).toEqual({ was: 3, stayed: 2, moved: 1, gone: 0, up: 1, down: 0, prospects: 2, converted: 1 });
  expect([t2?.retention, t2?.upgrades, t2?.downgrades, t2?.conversion]).toEqual([1, 1 / 3, 0, 0.5]);
});

test("segments have the same figures, their moves up and down being those of the tier", () => {
  expect(prospects).toMatchObject({ count: 1, value: 0, mean: null, before: { count: 2, value: 0 }, conversion: 0.5 });
  expect(prospects?.flow).toMatchObject({ was: 2, stayed: 1, moved: 1, gone: 0, up: 0, down: 0 });
  expect(customers?.flow).toMatchObject({ was: 4, stayed: 3, moved: 0, gone: 1, up: 1, down: 1 });
  expect([prospects?.valueGrowth, customers?.retention]).toEqual([null, 0.75]);
});

test("targets and what they are missed by", () => {
  const variances = Object.entries({ ...t1?.targets }).map(([name, target]) => [name, target?.variance?.toFixed(3)]);
  expect(variances).toEqual([
    ["growth", "-0.140"],
    ["revenue", "-20.000"],
    ["retention", "0.167"],
    ["conversion", undefined],
  ]);
  expect(t2?.targets).toEqual({
    growth: null,
    revenue: null,
    retention: null,
    conversion: { target: 0.25, actual: 0.5, variance: 0.25 },
  });
});

test("tiers and segments each add up to all", () => {
  const { all } = found;
  expect(all).toMatchObject({ count: 6, value: 545, mean: 109, before: { count: 6, value: 550 } });
  for (const scores of [found.tiers, found.segments]) {
    expect(scores.reduce((sum, { count }) => sum + count, 0)).toBe(all.count);
    expect(scores.reduce((sum, { value }) => sum + value, 0)).toBe(all.value);
    for (const part of ["was", "gone", "up", "down", "prospects", "converted"] as const) {
      expect(scores.reduce((sum, { flow }) => sum + (flow?.[part] ?? 0), 0)).toBe(all.flow?.[part]);
    }
  }
});

test("a first review has nothing to compare with", () => {
  const first = scorecard(runs[0]!, []); // there are two
  expect(first.since).toBeNull();
  expect(first.tiers[0]).toMatchObject({ before: null, valueGrowth: null, flow: null, retention: null });
  expect(first.tiers[0]?.targets.retention).toEqual({ target: 0.5, actual: null, variance: null });
});

test("a tier that the last review did not know is compared with nothing; who was in one that is gone is in all alone", () => {
  const other = accepted(documentWith({ measures: [lifecycle], tiers: { rungs: rungs({ top: { measure: "value", ">=": 100 } }, "t2") } })); // prettier-ignore
  const again = scorecard(quarters({ [Q2]: now }, other).runs[0]!, history); // there is one
  expect(again.tiers[0]).toMatchObject({ id: "top", before: null, flow: null, retention: null });
  expect(again.tiers[1]?.flow).toMatchObject({ was: 3, stayed: 2, moved: 1, up: 1 });
  expect(again.all.flow).toMatchObject({ was: 6, gone: 1, moved: 3 });
});

describe("Which prospects became customers since the last run?", () => {
  test("who has left the segment of prospects for another one", () => {
    expect(conversion(runs[1]!, history)).toEqual({
      since: Q1,
      prospects: 2,
      converted: [{ account: "P", row: 4, from: "t2", to: "t2", value: 20 }],
      rate: 0.5,
    });
  });

  test("without such a segment by the first purchase: N was not on the list, whose date is later than the review", () => {
    const plain = accepted(documentWith({ measures: [lifecycle], tiers }));
    const { runs, history } = quarters({ [Q1]: before, [Q2]: now }, plain);
    expect(conversion(runs[1]!, history)).toMatchObject({ prospects: 2, converted: [{ account: "P" }], rate: 0.5 });
  });

  test("rules that know no prospects say nothing, and a first review neither", () => {
    const { runs: plain, history: kept } = quarters({ [Q1]: before, [Q2]: now }, accepted(documentWith()));
    expect(conversion(plain[1]!, kept)).toBeNull(); // there are two
    expect(conversion(runs[0]!, history)).toBeNull(); // likewise
  });
});
