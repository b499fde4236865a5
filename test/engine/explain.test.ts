import { describe, expect, test } from "vitest";
import { BUILT_IN, EXCLUDED, explain, run } from "../../engine/index";
import { AS_OF, accepted, cellsOf, documentWith, tableOf, tiered } from "./samples";
import { byValue, override, staged } from "./stages/staged";

const result = tiered([...cellsOf({ Acme: 60, Bolt: 30, Cyan: 10, Dune: "n/a" }), ["", 5]], {
  key: { measure: "value", top: { share: 0.5 } },
  mid: { all: [{ measure: "value", ">=": 20 }, { not: { measure: "region", is: ["West"] } }] },
});

test.each([
  [-1, "outside"],
  [0, "header"],
  [5, "unrated"],
  [6, "outside"],
  [1.5, "outside"],
  [NaN, "outside"],
])("row %d is %s", (row, kind) => {
  expect(explain(result, row)).toEqual({ kind });
});

test("an account: every rung tried, with the numbers that decided", () => {
  const share = { kind: "top", measure: "value", target: { by: "share", of: 0.5 }, standing: "ranked", marginal: 60 };
  expect(explain(result, 2)).toMatchObject({
    ...{ kind: "account", account: "Bolt", value: 30, basis: null, segment: null },
    tier: {
      rung: "mid",
      label: "mid",
      tried: [
        {
          ...{ rung: "key", label: "key" },
          reason: {
            ...{ ...share, holds: false, value: 30 },
            ...{ rank: { rank: 2, of: 3, in: 1 }, sums: { before: 60, after: 90, total: 100 } },
          },
        },
        {
          ...{ rung: "mid", label: "mid" },
          reason: {
            ...{ kind: "all", holds: true },
            parts: [
              { kind: "compare", holds: true, measure: "value", value: 30, operator: ">=", cut: 20 },
              {
                kind: "not",
                holds: true,
                part: { kind: "is", holds: false, measure: "region", value: null, words: ["West"] },
              },
            ],
          },
        },
      ],
    },
  });
});

test("a missing value stands in no rank and in no comparison", () => {
  expect(explain(result, 4)).toMatchObject({
    value: null,
    tier: {
      rung: "rest",
      tried: [
        { reason: { standing: "missing", holds: false, value: null, rank: null, sums: null } },
        { reason: { kind: "all", holds: false, parts: [{ holds: false, value: null }, {}] } },
        { reason: null },
      ],
    },
  });
});

test("what the value rests on is said", () => {
  const preset = BUILT_IN.get("revenue-share")!; // the registry's own
  const cells = [
    ["Account", "Revenue", "Expected revenue", "Customer since"],
    ["A", 5, 9, "2026-01-01"],
    ["B", 5, 9, "2020-01-01"],
    ["C", "", "", ""],
  ];
  const run1 = run(tableOf(cells, preset), preset, { asOf: AS_OF });
  expect([1, 2, 3].map((row) => explain(run1, row))).toMatchObject([
    { value: 9, basis: "expected", segment: { rung: "new" } },
    { value: 5, basis: "history", segment: { rung: "key" } },
    { value: null, basis: null, segment: { rung: "prospect" } },
  ]);
});

describe("rows that are no account", () => {
  const cells = [
    ["Accounts of 2026", ""],
    ["", ""],
    ["account", "value"],
    ["Acme", 60],
    ["", 5],
    ["n/a", ""],
    ["", ""],
    ["Bolt", 35],
    ["Total", 100],
  ];
  const preset = accepted(documentWith());
  const result = run(tableOf(cells, preset, { header: { row: 2, rows: 1 } }), preset, { asOf: AS_OF });

  test.each([
    ["title", 0],
    ["title", 1],
    ["header", 2],
    ["account", 3],
    ["unrated", 4],
    ["unrated", 5], // somebody has seen the row, and named nobody
    ["blank", 6],
    ["account", 7],
    ["total", 8],
    ["outside", 9],
  ])("%s: row %d", (kind, row) => {
    expect(explain(result, row).kind).toBe(kind);
  });

  test("both rows of a header are", () => {
    const header = [["account", "value"], ["", "Euro"], ["Acme", 60]]; // prettier-ignore
    const two = run(tableOf(header, preset, { header: { row: 0, rows: 2 } }), preset, { asOf: AS_OF });
    expect([0, 1, 2].map((row) => explain(two, row).kind)).toEqual(["header", "header", "account"]);
  });
});

test("a row of an account on several rows is explained at the first of them, with how many there are", () => {
  const cells = [["account", "value", "region"], ["", "", ""], ["a", 5, "North"], ["b", 6, "north "], ["c", 7, ""]]; // prettier-ignore
  const joined = staged(cells, { rollUp: { by: "region" } });
  expect([1, 2, 3, 4].map((row) => explain(joined, row))).toMatchObject([
    { kind: "blank" },
    { kind: "account", account: "North", rows: 2, value: 6 },
    { kind: "merged", into: 2 },
    { kind: "account", account: "c", rows: 1, value: 7 },
  ]);
  const apart = staged([["account", "value"], ["a", 5], ["a", 6]], {}); // prettier-ignore
  expect([1, 2].map((row) => explain(apart, row))).toMatchObject([
    { kind: "account", rows: 1, value: 5 },
    { kind: "account", rows: 1, value: 6 },
  ]);
});

describe("an account in no tier", () => {
  const gates = [
    { id: "data", when: { measure: "value", blank: false }, else: { exclude: "Insufficient data" } },
    { id: "icp", when: { measure: "value", "<": 100 }, else: { exclude: "Not ICP" } },
    { id: "low", when: { measure: "value", "<": 80 }, else: { maxTier: "t2" } },
  ];
  const segments = { rungs: [{ id: "all", label: "Everybody" }] };
  const explained = (value: number | string, ...overrides: ReturnType<typeof override>[]) =>
    explain(staged(cellsOf({ Acme: value }), { gates, segments, tiers: byValue() }, { overrides }), 1);
  const notIcp = {
    ...{ id: "icp", label: "Not ICP" },
    reason: { kind: "compare", holds: false, measure: "value", value: 120, operator: "<", cut: 100 },
  };

  test("was turned away by a gate: which one, and why", () => {
    expect(explained(120)).toEqual({ kind: "excluded", account: "Acme", label: "Not ICP", gate: notIcp, steps: [] });
    expect(explained("")).toMatchObject({ label: "Insufficient data", gate: { id: "data", reason: { holds: false } } });
  });

  test("was taken out by an override: what it would have been", () => {
    const overrides = [override("Acme", "exclude")];
    expect(explained(60, ...overrides)).toEqual({
      ...{ kind: "excluded", account: "Acme", label: EXCLUDED, gate: null },
      steps: [{ stage: "override", from: "t2", to: null, overrides }],
    });
    expect(explained(120, ...overrides)).toMatchObject({ label: EXCLUDED, gate: notIcp });
  });

  test("was let in by an override: it climbed nothing, and the gate is told all the same", () => {
    const overrides = [override("Acme", "exact", "t2")];
    expect(explained(120, ...overrides)).toEqual({
      ...{ kind: "account", account: "Acme", value: 120, basis: null, rows: 1, segment: null, tier: null },
      ...{ gate: notIcp, steps: [{ stage: "override", from: null, to: "t2", overrides }] },
    });
  });

  test("a ceiling turns nobody away", () => {
    expect(explained(60)).toMatchObject({ kind: "account", gate: null, tier: { rung: "t2" }, steps: [] });
  });
});
