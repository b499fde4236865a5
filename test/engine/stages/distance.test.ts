import { describe, expect, test } from "vitest";
import { distancesOf, type CellValue, type Override, type Run } from "../../../engine/index";
import { cellsOf, tiered } from "../samples";
import { byValue, override, review, staged, tierOf } from "./staged";

/** Distances as numbers, null for none, and the measure that each is of. */
function up(result: Run, row = 0) {
  return shown(distancesOf(result).up, row);
}
function down(result: Run, row = 0) {
  return shown(distancesOf(result).down, row);
}
function shown({ values, by, measures }: ReturnType<typeof distancesOf>["up"], row: number) {
  const value = values[row] ?? NaN;
  return [Number.isNaN(value) ? null : Math.round(value * 1e9) / 1e9, measures[by[row] ?? -1] ?? null];
}

const header = ["account", "value", "other", "region", "client"];
/** How far an account that is not in a tier is from it, or that is in it from falling out. */
function gap(when: unknown, cells: readonly CellValue[]) {
  const result = tiered([header, ["it", ...cells]], { in: when });
  const isIn = result.tier.codes[0] === 0;
  expect(isIn ? up(result) : down(result)).toEqual([null, null]); // nothing above the best, nothing under the last
  return isIn ? ["out", ...down(result)] : ["in", ...up(result)];
}
const value = (cut: object) => ({ measure: "value", ...cut });
const other = (cut: object) => ({ measure: "other", ...cut });

describe("a comparison", () => {
  test.each([
    [{ ">=": 100 }, 95, ["in", 0.05, "value"]],
    [{ ">=": 100 }, 120, ["out", 0.2, "value"]],
    [{ ">": 100 }, 100, ["in", 0, "value"]], // on the cut: next to nothing away
    [{ "<=": 100 }, 130, ["in", 0.3, "value"]],
    [{ "<": -100 }, -80, ["in", 0.2, "value"]],
    [{ ">=": 0 }, -5, ["in", 5, "value"]], // from a cut of 0 as it is
    [{ "=": 100 }, 90, ["in", 0.1, "value"]],
    [{ "=": 100 }, 100, ["out", 0, "value"]],
    [{ "!=": 100 }, 100, ["in", null, null]],
    [{ "!=": 100 }, 150, ["out", 0.5, "value"]],
    [{ ">=": 100 }, "", ["in", null, null]],
    [{ "!=": 100 }, "abc", ["in", null, null]],
    [{ between: [100, 200] }, 90, ["in", 0.1, "value"]],
    [{ between: [100, 200] }, 210, ["in", 0.05, "value"]],
    [{ between: [0, 1000] }, -5, ["in", 5, "value"]], // the bound that is crossed, though 1000 is nearer as a part of it
    [{ between: [100, 200] }, 120, ["out", 0.2, "value"]],
    [{ between: [100, 200] }, 190, ["out", 0.05, "value"]],
  ])("%j of %j is %j", (cut, cell, expected) => {
    expect(gap(value(cut), [cell])).toEqual(expected);
  });
});

describe("words, blanks and what cannot be read", () => {
  test.each([
    [{ measure: "region", is: ["North"] }, "South"],
    [{ measure: "region", contains: ["No"] }, "South"],
    [{ measure: "region", startsWith: ["No"] }, ""],
    [{ measure: "region", blank: true }, "North"],
    [{ measure: "region", unreadable: true }, "North"],
    [{ measure: "region", is: ["North"] }, "North"],
    [{ measure: "region", blank: true }, ""],
  ])("%j of %j has no distance", (when, region) => {
    expect(gap(when, [1, 1, region]).slice(1)).toEqual([null, null]);
  });
});

describe("several conditions", () => {
  const north = { measure: "region", is: ["North"] };
  test.each([
    ["all: the farthest one into it", { all: [value({ ">=": 100 }), other({ ">=": 10 })] }, [95, 8, ""], ["in", 0.2, "other"]], // prettier-ignore
    ["what holds is no distance away", { all: [value({ ">=": 100 }), other({ ">=": 10 })] }, [95, 20, ""], ["in", 0.05, "value"]], // prettier-ignore
    ["all: the nearest one out of it", { all: [value({ ">=": 100 }), other({ ">=": 10 })] }, [110, 15, ""], ["out", 0.1, "value"]], // prettier-ignore
    ["any: the nearest one into it", { any: [value({ ">=": 100 }), other({ ">=": 10 })] }, [95, 8, ""], ["in", 0.05, "value"]], // prettier-ignore
    ["any: the farthest one out of it", { any: [value({ ">=": 100 }), other({ ">=": 10 })] }, [110, 15, ""], ["out", 0.5, "other"]], // prettier-ignore
    ["no number leads into all of them", { all: [value({ ">=": 100 }), north] }, [95, 8, ""], ["in", null, null]],
    ["a word that holds is in no way", { all: [value({ ">=": 100 }), north] }, [95, 8, "North"], ["in", 0.05, "value"]],
    ["a word out of all is left out", { all: [value({ ">=": 100 }), north] }, [110, 8, "North"], ["out", 0.1, "value"]],
    ["a word into any is left out", { any: [value({ ">=": 100 }), north] }, [95, 8, ""], ["in", 0.05, "value"]],
    ["no number leads out of any of them", { any: [value({ ">=": 100 }), north] }, [110, 8, "North"], ["out", null, null]], // prettier-ignore
    ["of one within another the measure that binds", { all: [value({ ">=": 1 }), { any: [value({ ">=": 100 }), other({ ">=": 10 })] }] }, [50, 9.5, ""], ["in", 0.05, "other"]], // prettier-ignore
    ["not: out of what it denies", { not: value({ ">=": 100 }) }, [120, 1, ""], ["in", 0.2, "value"]],
    ["not: into what it denies", { not: value({ ">=": 100 }) }, [90, 1, ""], ["out", 0.1, "value"]],
    ["not: of all, out of the nearest", { not: { all: [value({ ">=": 100 }), other({ ">=": 10 })] } }, [110, 15, ""], ["in", 0.1, "value"]], // prettier-ignore
    ["not: of words none", { not: north }, [1, 1, "North"], ["in", null, null]],
    ["not: of a missing number none", { not: value({ ">=": 100 }) }, ["", 1, ""], ["out", null, null]],
  ])("%s", (_, when, cells, expected) => {
    expect(gap(when, cells)).toEqual(expected);
  });
});

describe("a top", () => {
  /** Distances of each account: up for those outside, down for those inside. */
  const gaps = (top: object, values: Record<string, CellValue>) => {
    const result = tiered(cellsOf(values), { in: { measure: "value", top } });
    return Object.keys(values).map((_, row) => (result.tier.codes[row] === 0 ? down(result, row) : up(result, row))[0]);
  };

  test("is as far as the last account inside, and the first one outside", () => {
    const values = { A: 200, B: 100, C: 80, D: 50, E: "", F: -50 };
    expect(gaps({ count: 2 }, values)).toEqual([1.5, 0.25, 0.2, 0.5, null, 1.5]);
    expect(gaps({ share: 0.6 }, values)).toEqual([1.5, 0.25, 0.2, 0.5, null, 1.5]); // 200 and 100 of 430
    expect(gaps({ percent: 0.2, order: "asc" }, { A: 5, B: 10, C: 20, D: 40, E: 80 })).toEqual([0.5, 1, 3, 7, 15]);
  });

  test("is never reached where nobody is inside, nor left where nobody is outside", () => {
    expect(gaps({ count: 0 }, { A: 2, B: 1 })).toEqual([null, null]);
    expect(gaps({ count: 2 }, { A: 2, B: 1 })).toEqual([null, null]);
  });

  test("is of its list and its population; whom it compares may come from outside", () => {
    const cells = [header, ["A", 100, 1, "North"], ["B", 80, 1, "North"], ["C", 50, 1, "South"], ["D", 40, 2, "South"]]; // prettier-ignore
    const among = other({ "=": 1 });
    const ups = (top: object) => {
      const result = tiered(cells, { in: value({ top }) });
      return [1, 3].map((row) => up(result, row)[0]);
    };
    expect(ups({ share: 0.3, among, within: "region" })).toEqual([0.2, null]);
    expect(ups({ share: 0.3, among, within: "region", outside: "compare" })).toEqual([0.2, 0.2]);
  });

  test("is left to the first one outside of the account's own list, and never where all of it is inside", () => {
    const cells = [["account", "value", "region"], ["A", 100, "n"], ["B", 80, "n"], ["C", 50, "s"], ["D", 25, "s"], ["E", 30, "w"], ["F", 20, "x"], ["G", 10, "x"]]; // prettier-ignore
    const result = tiered(cells, { in: value({ top: { count: 1, within: "region" } }) });
    expect([0, 2, 4, 5].map((row) => down(result, row)[0])).toEqual([0.25, 1, null, 1]);
  });

  test("asks nothing of whom it need not let go, within other conditions", () => {
    const cells = [header, ["A", 8, 100], ["B", 6, 100], ["C", 4, 90]]; // prettier-ignore
    const result = tiered(cells, { in: { all: [{ not: value({ top: { count: 1 } }) }, other({ ">=": 100 })] } });
    expect(up(result, 2)).toEqual([0.1, "other"]);
  });
});

describe("a segment", () => {
  const segments = {
    rungs: [
      { id: "key", label: "Key", when: value({ ">=": 100 }) },
      { id: "ent", label: "Enterprise", when: value({ ">=": 50 }) },
      { id: "com", label: "Commercial" },
    ],
  };
  const isIn = (...is: string[]) => ({ measure: "segment", is });
  test.each([
    ["into the one asked for", isIn("key"), 80, ["in", 0.2, "value"]],
    ["into the nearest of them", isIn("key", "ent"), 40, ["in", 0.2, "value"]],
    ["out of its own", isIn("key", "ent"), 60, ["out", 0.2, "value"]],
    ["never into the open one", isIn("com"), 60, ["in", null, null]],
    ["never out of the open one", isIn("com"), 40, ["out", null, null]],
    ["not: out of its own", { not: isIn("ent") }, 60, ["in", 0.2, "value"]],
    ["not: into what it denies", { not: isIn("ent") }, 40, ["out", 0.2, "value"]],
  ])("%s", (_, when, cell, expected) => {
    const result = tiered(cellsOf({ it: cell }), { in: when }, { segments });
    expect(result.tier.codes[0] === 0 ? ["out", ...down(result)] : ["in", ...up(result)]).toEqual(expected);
  });
});

test("words that a segment is not asked for by its id have no distance, though they be the ids of segments", () => {
  const segments = { rungs: [{ id: "key", label: "Key", when: value({ ">=": 100 }) }, { id: "com", label: "Com" }] }; // prettier-ignore
  const upTo = (when: object) => up(tiered([header, ["it", 80, 1, "com"]], { in: when }, { segments }));
  expect(upTo({ measure: "segment", is: ["key"] })).toEqual([0.2, "value"]);
  expect(upTo({ measure: "segment", startsWith: ["k"] })).toEqual([null, null]);
  expect(upTo({ measure: "region", is: ["key"] })).toEqual([null, null]);
});

test("out of a segment that it has left already it is no way, and no measure is named", () => {
  const rungs = [
    { id: "key", label: "Key", when: value({ ">=": 100 }) },
    { id: "com", label: "Com" },
  ];
  const ladder = { rungs: [{ id: "t1", label: "t1", when: { measure: "segment", is: ["key"] } }, { id: "t2", label: "t2" }] }; // prettier-ignore
  const overrides = [override("Bolt", "exact", "t1")];
  const result = staged(cellsOf({ Acme: 120, Bolt: 80 }), { segments: { rungs }, tiers: ladder }, { overrides });
  expect([down(result), down(result, 1)]).toEqual([[0.2, "value"], [0, null]]); // prettier-ignore
});

test("the measure is that of the account's own tier", () => {
  const result = tiered([header, ["A", 120, 1], ["B", 50, 12], ["C", 50, 5]], {
    t1: value({ ">=": 100 }),
    t2: other({ ">=": 10 }),
  });
  expect([0, 1, 2].map((row) => down(result, row))).toEqual([[0.2, "value"], [0.2, "other"], [null, null]]); // prettier-ignore
  expect([0, 1, 2].map((row) => up(result, row))).toEqual([[null, null], [0.5, "value"], [0.5, "other"]]); // prettier-ignore
});

describe("distances are from the tier in the end, by conditions that are not relaxed", () => {
  const distanced = (changes: object, options: { overrides?: Override[]; history?: ReturnType<typeof review>[] }) =>
    staged(cellsOf({ Acme: 92, Bolt: 60, Cyan: 10 }), { tiers: byValue(), ...changes }, options);

  test("held in its tier it has fallen out already", () => {
    const result = distanced({ steadiness: { band: 0.1 } }, { history: [review({ acme: "t1" })] });
    expect(tierOf(result)["Acme"]).toBe("t1");
    expect([up(result), down(result)]).toEqual([[null, null], [0, "value"]]); // prettier-ignore
  });

  test("lowered by an override it is there already; taken out it is nowhere", () => {
    const overrides = [override("Acme", "exact", "t3"), override("Bolt", "exclude")];
    const result = distanced({}, { overrides });
    expect([up(result), down(result)]).toEqual([[0, "value"], [null, null]]); // prettier-ignore
    expect([up(result, 1), down(result, 1)]).toEqual([[null, null], [null, null]]); // prettier-ignore
    expect([up(result, 2), down(result, 2)]).toEqual([[0.8, "value"], [null, null]]); // prettier-ignore
  });

  test("pinned beside a range it is there, or has fallen out, already", () => {
    const rungs = [
      { id: "t1", label: "t1", when: { measure: "value", between: [50, 90] } },
      { id: "t2", label: "t2" },
    ];
    const overrides = [
      override("Bolt", "exact", "t2"),
      override("Acme", "exact", "t1"),
      override("Cyan", "exact", "t1"),
    ];
    const result = distanced({ tiers: { rungs } }, { overrides });
    expect(up(result, 1)).toEqual([0, "value"]); // 60 is within
    expect([down(result, 0), down(result, 2)]).toEqual([[0, "value"], [0, "value"]]); // prettier-ignore
  });

  test("turned away by a gate it has none, let in again it has", () => {
    const gates = [{ id: "g", when: value({ "<": 90 }), else: { exclude: "Out" } }];
    expect(up(distanced({ gates }, {}))).toEqual([null, null]);
    const letIn = distanced({ gates }, { overrides: [override("Acme", "exact", "t2")] });
    expect([up(letIn), down(letIn)]).toEqual([[0.08, "value"], [0.84, "value"]]); // prettier-ignore
  });

  test("of joined rows stand beside each of them", () => {
    const cells = [header, ["a", 60, 1, "North"], ["b", 80, 1, "north"], ["", 9, 1, ""]];
    const result = staged(cells, { tiers: byValue(), rollUp: { by: "region" } });
    expect([0, 1, 2].map((row) => up(result, row)[0])).toEqual([0.2, 0.2, null]);
    expect([0, 1, 2].map((row) => down(result, row)[0])).toEqual([0.6, 0.6, null]);
  });
});
