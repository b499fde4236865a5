import { describe, expect, test } from "vitest";
import { BUILT_IN, run, valueMeasure } from "../../engine/index";
import { AS_OF, accepted, cellsOf, documentWith, issueCodes, membersOf, tableOf, tiered, tiersOf } from "./samples";

const over10 = { measure: "value", ">": 10 };

describe("a ladder", () => {
  test("the first rung that holds, from the top; the last one takes everybody else", () => {
    const values = { A: 15, B: 25, C: 5, D: "", E: "abc" };
    const conditions = {
      high: { measure: "value", ">": 20 },
      middle: over10,
      odd: { measure: "value", unreadable: true },
    };
    expect(membersOf(tiered(cellsOf(values), conditions, { last: "low" }))).toEqual({
      ...{ high: ["B"], middle: ["A"], odd: ["E"], low: ["C", "D"] },
    });
  });

  test("a row without an account is Unrated, and in no population", () => {
    const cells = [
      ["account", "value"],
      ["A", 1],
      ["", 100],
      ["B", 2],
    ];
    const result = tiered(cells, { top: { measure: "value", top: { percent: 0.5 } } });
    expect(tiersOf(result)).toEqual(["rest", "Unrated", "top"]);
    expect(result.stats.tiers.map(({ count, sum }) => [count, sum])).toEqual([
      [1, 2],
      [1, 1],
    ]);
  });

  test("tiers read what the segments decided; their among is not inherited", () => {
    const segments = {
      among: { measure: "region", is: ["North"] },
      rungs: [
        { id: "key", label: "Key", when: { measure: "value", top: { count: 1 } } },
        { id: "other", label: "Other" },
      ],
    };
    const cells = [
      ["account", "value", "region"],
      ["A", 9, "South"],
      ["B", 5, "North"],
      ["C", 1, "North"],
    ];
    const conditions = { t1: { measure: "segment", is: ["key"] }, t2: { measure: "value", top: { count: 1 } } };
    const result = tiered(cells, conditions, { segments });
    expect(result.segment && [...result.segment.codes]).toEqual([1, 0, 1]);
    expect(tiersOf(result)).toEqual(["t2", "t1", "rest"]);
  });
});

describe("statistics", () => {
  test("segments count whom the sheet shows in them, and no base has whom only an override let in", () => {
    const open = [{ id: "s", label: "S" }];
    const preset = accepted(
      documentWith({
        segments: { rungs: open },
        tiers: { among: { measure: "value", ">=": 0 }, rungs: [{ id: "t", label: "T" }] },
        gates: [{ id: "g", when: { measure: "value", "<": 90 }, else: { exclude: "Out" } }],
      }),
    );
    const table = tableOf(cellsOf({ A: 60, B: 40, C: 95 }), preset);
    const overrides = [
      { account: "A", kind: "exclude" },
      { account: "C", kind: "exact", tier: "t" },
    ] as const;
    const { stats } = run(table, preset, { asOf: AS_OF, overrides });
    expect(stats.segments).toMatchObject([{ id: "s", count: 1, sum: 40, share: 1 }]);
    expect(stats.tiers).toMatchObject([{ id: "t", count: 2, sum: 135, share: 1 }]);
    expect(stats.outside).toEqual([{ id: "Excluded", label: "Excluded", count: 1, sum: 60, share: null, mean: 60 }]);
  });

  test("a rung whose own accounts have no share has that of those who went there for want of a seat", () => {
    const north = { measure: "region", is: ["north"] };
    const preset = accepted(
      documentWith({
        tiers: {
          among: north,
          rungs: [
            { id: "a", label: "A", when: north, capacity: { max: 0, rankBy: "value" } },
            { id: "b", label: "B", when: { measure: "region", is: ["south"] } },
            { id: "c", label: "C" },
          ],
        },
      }),
    );
    const { stats } = run(
      tableOf(
        [
          ["account", "value", "region"],
          ["X", 3, "north"],
        ],
        preset,
      ),
      preset,
      { asOf: AS_OF },
    );
    expect(stats.tiers.map(({ share }) => share)).toEqual([0, 1, 0]);
  });

  test("count, net sum, share of the positive sum, mean", () => {
    const { stats } = tiered(cellsOf({ A: 60, B: 40, C: -20, D: "" }), { high: { measure: "value", ">": 50 } });
    expect(stats.tiers).toMatchObject([
      { id: "high", label: "high", count: 1, sum: 60, share: 0.6, mean: 60 },
      { id: "rest", label: "rest", count: 3, sum: 20, share: 0.4, mean: 10 },
    ]);
  });

  test("no share outside of the population, nor where nothing is positive", () => {
    const ladder = { among: { measure: "value", "<": 50 } };
    const { stats } = tiered(cellsOf({ A: 60, B: 40 }), { high: { measure: "value", ">": 50 } }, { ladder });
    expect(stats.tiers.map(({ share }) => share)).toEqual([null, 1]);
    expect(tiered(cellsOf({ A: 0 }), {}).stats.tiers[0]?.share).toBeNull();
  });

  test("an empty class has no mean", () => {
    expect(tiered(cellsOf({ A: 1 }), { high: over10 }).stats.tiers[0]).toMatchObject({
      count: 0,
      sum: 0,
      share: 0,
      mean: null,
    });
  });
});

describe("which number is the value", () => {
  const text = { type: "text" };
  const number = { type: "number" };
  const fieldsWith = (more: Record<string, object>) => {
    const all = Object.entries({ account: text, ...more });
    return { fields: Object.fromEntries(all.map(([id, field]) => [id, { headers: [id], ...field }])) };
  };
  test.each([
    [
      "the measure of that name",
      { ...fieldsWith({ x: number }), measures: [{ id: "value", type: "sum", of: ["x"] }] },
      "value",
    ],
    ["the field of that name", fieldsWith({ x: number, value: number }), "value"],
    ["else a required number", fieldsWith({ x: number, y: { ...number, required: true } }), "y"],
    ["else the first number", fieldsWith({ x: number, y: number }), "x"],
    ["not a text of that name", fieldsWith({ value: text, x: number }), "x"],
    [
      "nor a measure of text",
      { ...fieldsWith({ x: text, y: number }), measures: [{ id: "value", type: "field", of: "x" }] },
      "y",
    ],
    [
      "a side column that a measure of that name passes on",
      {
        ...fieldsWith({ x: number }),
        measures: [
          { id: "score", type: "weighted", parts: [{ of: "x", weight: 1 }] },
          { id: "value", type: "field", of: "score.completeness" },
        ],
      },
      "value",
    ],
    ["none", fieldsWith({}), null],
  ])("%s", (_, changes, id) => {
    const preset = accepted(documentWith(changes));
    expect(valueMeasure(preset)).toBe(id);
    const table = tableOf(
      [
        ["account", "x", "y", "value"],
        ["A", 1, 2, 3],
      ],
      preset,
    );
    const result = run(table, preset, { asOf: AS_OF });
    expect(issueCodes(result).includes("value-missing")).toBe(false);
    expect(tiersOf(result)).toEqual(["All"]);
  });
});

test("values that are in no share are told by kind", () => {
  const result = tiered(cellsOf({ A: 5, B: 0, C: -1, D: "", E: "abc", F: "(0)" }), {});
  expect(result.issues.map(({ code, count, rows }) => [code, count, rows])).toEqual([
    ["number-as-text", 1, [6]],
    ["unreadable", 1, [5]],
    ["value-missing", 2, [4, 5]],
    ["value-zero", 2, [2, 6]],
    ["value-negative", 1, [3]],
  ]);
});

test("who comes into the best of several tiers without a value is told, and only then", () => {
  const when = {
    any: [
      { measure: "value", ">=": 100 },
      { measure: "account", startsWith: "x" },
    ],
  };
  const cells = cellsOf({ A: 500, Xa: "", B: "", Xb: 7, Xc: "abc" });
  const told = (conditions: Record<string, unknown>) =>
    tiered(cells, conditions).issues.filter(({ code }) => code === "best-without-value");
  expect(told({ top: when })).toMatchObject([
    { severity: "warning", count: 2, rows: [2, 5], params: { label: "top" } },
  ]);
  expect(told({})).toEqual([]);
});

test.each(["", "31.1.2026", "2026-02-30", "today"])("there is no run on %j", (asOf) => {
  expect(() => tiered(cellsOf({ A: 1 }), {}, { asOf })).toThrow(RangeError);
});

describe("built-ins", () => {
  const revenue = BUILT_IN.get("revenue-share")!; // the registry's own
  test("revenue-share: new accounts and prospects stand apart, and find their tier by what is expected of them", () => {
    const cells = [
      ["Customer", "Sales", "Expected revenue", "Customer since"],
      ...[
        ["Old1", 300, "", "2019-05-01"],
        ["Old2", 500, 9999, "2020-05-01"],
        ["Old3", 150, "", "2021-05-01"],
      ],
      ...[
        ["Old4", 50, "", "2022-05-01"],
        ["New1", 5, 500, "2025-11-01"],
        ["New2", 5, 300, "2025-12-01"],
      ],
      ...[
        ["Lead1", "", 299, ""],
        ["Lead2", "", "", ""],
        ["New3", 900, "", "2026-01-01"],
      ],
    ];
    const result = run(tableOf(cells, revenue), revenue, { asOf: AS_OF });
    const rows = tiersOf(result).map((tier, row) => [
      result.table.accounts.nameAt(row),
      result.segment?.labels[result.segment.codes[row] ?? -1],
      tier,
    ]);
    expect(rows).toEqual([
      ["Old1", "Enterprise", "Tier 2"],
      ["Old2", "Key", "Tier 1"],
      ["Old3", "Commercial", "Tier 3"],
      ["Old4", "Commercial", "Tier 3"],
      ["New1", "New Start", "Tier 1"],
      ["New2", "New Start", "Tier 2"],
      ["Lead1", "Prospect", "Tier 3"],
      ["Lead2", "Prospect", "Tier 3"],
      ["New3", "New Start", "Tier 3"], // sold much, but nothing is expected of it: no forecast, no tier by forecast
    ]);
    expect(result.stats.segments.map(({ share }) => share)).toEqual([null, null, 0.5, 0.3, 0.2]);
  });

  test("high-medium-low: a fifth, a half, the rest", () => {
    const preset = BUILT_IN.get("high-medium-low")!; // the registry's own
    const cells = [["Company", "ARR"], ...Array.from({ length: 10 }, (_, i) => [`c${i}`, 100 - i])];
    const { stats } = run(tableOf(cells, preset), preset, { asOf: AS_OF });
    expect(stats.tiers.map(({ label, count }) => [label, count])).toEqual([
      ["High", 2],
      ["Medium", 3],
      ["Low", 5],
    ]);
  });
});
