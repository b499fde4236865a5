import { describe, expect, test } from "vitest";
import { customerReason, run, type CellValue, type RunOptions } from "../../../engine/index";
import { accepted, documentWith, tableOf, tiered } from "../samples";
import { quarters } from "./quarters";

const CONDITIONS = {
  t1: { any: [{ measure: "value", ">=": 100 }, { all: [{ measure: "growth", ">=": 0.2 }, { measure: "region", is: ["north"] }] }] }, // prettier-ignore
  t2: { not: { measure: "age", "<": 365 } },
};
const measures = [
  { id: "growth", type: "change", current: "value", previous: "other" },
  { id: "age", type: "daysSince", of: "first" },
];
const CELLS: CellValue[][] = [
  ["account", "value", "other", "region", "first"],
  ["A", 100, "", "", ""],
  ["B", 60, 50, "North", ""],
  ["C", 1, 1, "", 40_000],
  ["D", 1, 1, "", 46_000],
];

test("the kinds of criteria that counted, and none where nothing was asked for", () => {
  const result = tiered(CELLS, CONDITIONS, { measures });
  expect([1, 2, 3, 4].map((row) => customerReason(result, row))).toEqual([
    ["size"],
    ["growth", "fit"],
    ["engagement"],
    ["standard"],
  ]);
  expect([0, 9].map((row) => customerReason(result, row))).toEqual([null, null]);
});

describe("stages after the ladder", () => {
  const bumps = { rules: [{ id: "b", when: { measure: "region", is: ["star"] }, move: 1, reason: "Star" }] };
  const rungs = [
    { id: "t1", label: "1", when: { measure: "value", ">=": 100 } },
    { id: "t2", label: "2" },
  ];
  const preset = accepted(documentWith({ tiers: { rungs }, bumps, steadiness: { band: 0.1 } }));
  const reasons = (cells: CellValue[][], options: Partial<RunOptions> = {}) => {
    const result = run(tableOf(cells, preset), preset, { asOf: "2026-04-30", ...options });
    return cells.slice(1).map((_, i) => customerReason(result, i + 1));
  };

  test("lifted for what it is worth beside money", () => {
    expect(reasons([["account", "value", "region"], ["A", 1, "star"], ["B", 100, "star"]])).toEqual([["strategic"], ["size"]]); // prettier-ignore
  });

  test("moved by people: that alone; a decision that changes nothing is not told", () => {
    const decided = { kind: "exact", tier: "t1", reason: "asked for", by: "me" } as const;
    const overrides = [{ account: "A", ...decided }, { account: "B", ...decided }, { account: "C", kind: "exclude", reason: "gone", by: "me" } as const]; // prettier-ignore
    const cells: CellValue[][] = [
      ["account", "value"],
      ["A", 1],
      ["B", 100],
      ["C", 100],
    ];
    expect(reasons(cells, { overrides })).toEqual([["team"], ["size"], null]);
  });

  test("held from the review before: for what it nearly is, and for having been there", () => {
    const tables = { "2026-01-31": [["account", "value"], ["A", 100]], "2026-04-30": [["account", "value"], ["A", 95]] }; // prettier-ignore
    expect(customerReason(quarters(tables, preset).runs[1]!, 1)).toEqual(["size", "relationship"]); // there are two
  });
});

test("of a segment it is what the segment asks; of a score what it is made of and the account has; rows of one account are one", () => {
  const score = {
    id: "score",
    type: "weighted",
    parts: [
      { of: "value", weight: 50 },
      { of: "usage", weight: 50 },
    ],
  };
  const document = documentWith({
    fields: {
      account: { type: "text", headers: ["account"] },
      value: { type: "number", headers: ["value"] },
      usage: { type: "number", headers: ["usage"] },
    },
    measures: [score],
    rollUp: { by: "account" },
    segments: {
      rungs: [
        { id: "s", label: "S", when: { measure: "score", ">=": 10 } },
        { id: "r", label: "R" },
      ],
    },
    tiers: {
      rungs: [
        { id: "t1", label: "1", when: { measure: "segment", is: ["s"] } },
        { id: "t2", label: "2" },
      ],
    },
  });
  const preset = accepted(document);
  const cells: CellValue[][] = [["account", "value", "usage"], ["A", 50, ""], ["B", 50, 50], ["b", 0, ""]]; // prettier-ignore
  const result = run(tableOf(cells, preset), preset, { asOf: "2026-01-31" });
  expect([1, 2, 3].map((row) => customerReason(result, row))).toEqual([
    ["size"],
    ["size", "engagement"],
    ["size", "engagement"],
  ]);
});
