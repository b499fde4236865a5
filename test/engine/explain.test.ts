import { expect, test } from "vitest";
import { BUILT_IN, explain, run } from "../../engine/index";
import { AS_OF, cellsOf, tableOf, tiered } from "./samples";

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
