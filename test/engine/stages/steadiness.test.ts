import { describe, expect, test } from "vitest";
import { run, type CellValue, type Standing } from "../../../engine/index";
import { Hold } from "../../../engine/stages/steadiness";
import { AS_OF, accepted, cellsOf, documentWith, oneColumn, tableOf } from "../samples";
import { byValue, review, segmentOf, staged, tierOf, written } from "./staged";

/** What became of one account: its ladder tier after steadiness, failures, and how it was held. */
function after(value: CellValue, before: string | Partial<Standing> | null, steadiness: object) {
  const history = [review({ acme: before })];
  const changes = { tiers: byValue(), steadiness: { band: 0.1, ...steadiness } };
  const result = staged(cellsOf({ Acme: value }), changes, { history });
  const { holds, failures } = result.decision.steadied;
  return [tierOf(result)["Acme"], failures[0] ?? 0, holds[0] ?? Hold.none]; // empty where nobody was steadied
}

describe("an account that the ladder lets fall", () => {
  test.each([
    ["keeps its tier within the band", 92, 0, {}, "t1", 0, Hold.inBand],
    ["keeps it on the edge of the band", 90, 0, {}, "t1", 0, Hold.inBand],
    ["is let go below it", 89.99, 0, {}, "t2", 0, Hold.ended],
    ["is let go with nothing to compare", "", 0, {}, "t3", 0, Hold.ended],
    ["keeps it in its first failure of two", 88, 0, { reviews: 2 }, "t1", 1, Hold.failing],
    ["is let go in its second", 88, 1, { reviews: 2 }, "t2", 0, Hold.ended],
    ["begins to count anew once it is in the band again", 92, 1, { reviews: 2 }, "t1", 0, Hold.inBand],
    ["begins to count anew once it is up again", 100, 1, { reviews: 2 }, "t1", 0, Hold.none],
    ["falls to the best tier that it is in the band of", 47, 0, {}, "t2", 0, Hold.ended],
    ["falls to its own where it is in no band", 44, 0, {}, "t3", 0, Hold.ended],
    ["falls no more than maxStep", 10, 0, { maxStep: 1 }, "t2", 0, Hold.ended],
    ["is held by maxStep no longer than it says", 10, 0, { maxStep: 2 }, "t3", 0, Hold.ended],
  ])("%s: %j", (_, value, failures, steadiness, ...expected) => {
    expect(after(value, { ladderTier: "t1", failures }, steadiness)).toEqual(expected);
  });
});

test.each([
  ["rises at once", 120, "t3", {}, "t1", 0, Hold.none],
  ["rises no more than maxStep", 120, "t3", { maxStep: 1 }, "t2", 0, Hold.none],
  ["stays where it is", 60, "t2", {}, "t2", 0, Hold.none],
])("an account %s", (_, value, before, steadiness, ...expected) => {
  expect(after(value, before, steadiness)).toEqual(expected);
});

describe("nobody is held", () => {
  test.each([
    ["whom the review does not know", 92, null],
    ["who was in no tier", 92, { ladderTier: null, finalTier: "t1" }],
    ["whose tier there is no more", 92, "gold"],
    ["by a tier that only an override or a bump gave", 92, { ladderTier: "t2", finalTier: "t1" }],
  ])("%s", (_, value, before) => {
    expect(after(value, before, { reviews: 3, maxStep: 1 })).toEqual(["t2", 0, Hold.none]);
  });

  test("who stands on several rows", () => {
    const changes = { tiers: byValue(), steadiness: { band: 0.1 } };
    const cells = [["account", "value"], ["Twin", 92], ["twin ", 95], ["Acme", 92]]; // prettier-ignore
    const result = staged(cells, changes, { history: [review({ twin: "t1", acme: "t1" })] });
    expect(written(result).map(([, tier]) => tier)).toEqual(["t2", "t2", "t1"]);
  });

  test("whom a gate turns away now", () => {
    const gates = [{ id: "g", when: { measure: "value", ">": 95 }, else: { exclude: "Out" } }];
    const changes = { tiers: byValue(), steadiness: { band: 0.1 }, gates };
    const outAfter = (before: string, steadiness = changes.steadiness) =>
      tierOf(staged(cellsOf({ Acme: 92 }), { ...changes, steadiness }, { history: [review({ acme: before })] }));
    expect(outAfter("t1")).toEqual({ Acme: "Out" });
    expect(outAfter("t3", { band: 0.1, maxStep: 1 } as typeof changes.steadiness)).toEqual({ Acme: "Out" });
  });

  test("and where there is nothing to compare, nothing is said of before", () => {
    const changes = { tiers: byValue(), steadiness: { band: 0.1 } };
    const before = (history: ReturnType<typeof review>[]) => [
      ...staged(cellsOf({ Acme: 92, Bolt: 60 }), changes, { history }).decision.steadied.previous,
    ];
    expect(before([])).toEqual([]);
    expect(before([review({ bolt: "t2" })])).toEqual([-1, 1]);
  });

  test("by a preset without steadiness", () => {
    const history = [review({ acme: "t1" })];
    expect(tierOf(staged(cellsOf({ Acme: 92 }), { tiers: byValue() }, { history }))).toEqual({ Acme: "t2" });
  });
});

describe("the review before", () => {
  const changes = { tiers: byValue(), steadiness: { band: 0.1 } };
  const heldBy = (...history: ReturnType<typeof review>[]) =>
    tierOf(staged(cellsOf({ Acme: 92 }), changes, { history, asOf: "2026-01-31" }))["Acme"] === "t1";

  test("is the latest one of this preset dated before the day, in whatever order they come", () => {
    const held = review({ acme: "t1" }, { date: "2025-10-31" });
    const earlier = review({ acme: "t2" }, { date: "2025-07-31" });
    expect(heldBy(held)).toBe(true);
    expect(heldBy(held, earlier)).toBe(true);
    expect(heldBy(held, review({ acme: "t2" }, { date: "2025-12-31" }))).toBe(false);
    expect(heldBy(review({ acme: "t1" }, { preset: "other" }))).toBe(false);
  });

  test("is not that of the day itself, nor a later one: a back-dated run stays as it was", () => {
    expect(heldBy(review({ acme: "t1" }, { date: "2026-01-30" }))).toBe(true);
    expect(heldBy(review({ acme: "t1" }, { date: "2026-01-31" }))).toBe(false);
    expect(heldBy(review({ acme: "t1" }, { date: "2026-02-01" }))).toBe(false);
  });

  test("may say nothing of an account, which then stands as it did; or that it has left", () => {
    const first = review({ acme: "t1" }, { date: "2025-04-30" });
    expect(heldBy(first, review({ bolt: "t2" }))).toBe(true);
    expect(heldBy(first, review({ acme: null }))).toBe(false);
  });
});

describe("a band", () => {
  test("around a rank lets so many more in", () => {
    const values = Array.from({ length: 30 }, (_, i) => 1000 - i); // a1 is the best
    const tiers = {
      rungs: [
        { id: "t1", label: "t1", when: { measure: "value", top: { count: 20 } } },
        { id: "t2", label: "t2" },
      ],
    };
    const history = [review(Object.fromEntries(values.map((_, i) => [`a${i + 1}`, "t1"])))];
    const changes = { tiers, steadiness: { band: 0.1 } };
    const result = staged(oneColumn("value", values), changes, { history });
    expect(result.stats.tiers.map(({ count }) => count)).toEqual([22, 8]);
  });

  test("of points moves shares only", () => {
    const cells = cellsOf({ A: 30, B: 3, C: 2, D: 65 }); // D has 65 %, A ends at 95 %, B at 98 %
    const share = (share: number) => ({ measure: "value", top: { share, crossing: "down" } });
    const rungs = [
      { id: "t1", label: "t1", when: share(0.95) },
      { id: "t2", label: "t2", when: { measure: "value", ">=": 3 } },
      { id: "t3", label: "t3" },
    ];
    const history = [review({ a: "t1", b: "t1", c: "t2", d: "t1" })];
    const changes = { tiers: { rungs }, steadiness: { band: { points: 0.03 } } };
    expect(tierOf(staged(cells, changes, { history }))).toEqual({ A: "t1", B: "t1", C: "t3", D: "t1" });
    const narrow = { ...changes, steadiness: { band: { points: 0.02 } } };
    expect(tierOf(staged(cells, narrow, { history }))).toMatchObject({ B: "t2" });
  });
});

test("a band moves no day: not of a tier, nor of a segment that a tier asks for", () => {
  const since = { measure: "first", ">=": 46_000 };
  const segments = { rungs: [{ id: "new", label: "New", when: since }, { id: "old", label: "Old" }] }; // prettier-ignore
  const tierUnder = (when: object, first: number) => {
    const rungs = [{ id: "t1", label: "t1", when }, { id: "t2", label: "t2" }]; // prettier-ignore
    const changes = { segments, tiers: { rungs }, steadiness: { band: 0.1 } };
    const options = { history: [review({ acme: "t1" })] };
    return tierOf(staged([["account", "first"], ["Acme", first]], changes, options))["Acme"]; // prettier-ignore
  };
  for (const when of [since, { measure: "segment", is: ["new"] }]) {
    expect(tierUnder(when, 46_000)).toBe("t1");
    expect(tierUnder(when, 45_999)).toBe("t2");
  }
});

describe("a tier that asks for segments", () => {
  const segments = {
    rungs: [
      { id: "risk", label: "Risk", when: { measure: "other", "<": 0 } },
      { id: "key", label: "Key", when: { measure: "value", ">=": 100 } },
      { id: "ent", label: "Enterprise", when: { measure: "value", ">=": 50 } },
      { id: "com", label: "Commercial" },
    ],
  };
  const isIn = (...is: string[]) => ({ measure: "segment", is });
  const held = (tiers: readonly object[], value: number, other: number, before: string) => {
    const closed = tiers.map((when, i) => ({ id: `t${i + 1}`, label: `t${i + 1}`, when }));
    const rungs = [...closed, { id: "rest", label: "rest" }];
    const changes = { segments, tiers: { rungs }, steadiness: { band: 0.1 } };
    const history = [review({ acme: before })];
    const result = staged([["account", "value", "other"], ["Acme", value, other]], changes, { history }); // prettier-ignore
    return [tierOf(result)["Acme"], segmentOf(result)["Acme"]];
  };
  const byOne = [isIn("key"), isIn("ent")];

  test("holds those whose segment, its cut relaxed, it is; the segment itself is never held", () => {
    expect(held(byOne, 92, 1, "t1")).toEqual(["t1", "Enterprise"]);
    expect(held(byOne, 89, 1, "t1")).toEqual(["t2", "Enterprise"]);
    expect(held(byOne, 46, 1, "t2")).toEqual(["t2", "Commercial"]);
  });

  test("does not hold whom a segment further up has taken, which is not relaxed", () => {
    expect(held(byOne, 92, -1, "t1")).toEqual(["rest", "Risk"]);
  });

  test("relaxes all the segments that it asks for together", () => {
    expect(held([isIn("KEY", "ent")], 46, 1, "t1")).toEqual(["t1", "Commercial"]);
  });

  test("holds whom a gate has let in since the run before, of which all that has not changed is taken over", () => {
    const gate = { id: "g", when: { measure: "value", ">": 95 }, else: { exclude: "Out" } };
    const presetWith = (gates: object[]) => {
      const rungs = [
        { id: "t1", label: "t1", when: isIn("key") },
        { id: "rest", label: "rest" },
      ];
      return accepted(documentWith({ gates, segments, tiers: { rungs }, steadiness: { band: 0.1 } }));
    };
    const options = { asOf: AS_OF, history: [review({ acme: "t1" })] };
    const table = tableOf(cellsOf({ Acme: 92 }), presetWith([]));
    const previousRun = run(table, presetWith([gate]), options);
    expect(tierOf(previousRun)).toEqual({ Acme: "Out" });
    expect(tierOf(run(table, presetWith([]), { ...options, previousRun }))).toEqual({ Acme: "t1" });
  });

  test("holds by the segments of these rules, whatever those of the run before were", () => {
    const presetWith = (cut: number) => {
      const rungs = [
        { id: "key", label: "Key", when: { measure: "value", ">=": cut } },
        { id: "com", label: "Commercial" },
      ];
      const tiers = { rungs: [{ id: "t1", label: "t1", when: isIn("key") }, { id: "rest", label: "rest" }] }; // prettier-ignore
      return accepted(documentWith({ segments: { rungs }, tiers, steadiness: { band: 0.1 } }));
    };
    const options = { asOf: AS_OF, history: [review({ acme: "t1" })] };
    const table = tableOf(cellsOf({ Acme: 92 }), presetWith(100));
    const previousRun = run(table, presetWith(100), options);
    expect(tierOf(previousRun)).toEqual({ Acme: "t1" });
    expect(tierOf(run(table, presetWith(200), { ...options, previousRun }))).toEqual({ Acme: "rest" });
  });

  test("tells the segments relaxed from the same ones tightened", () => {
    const isEnt = { all: [isIn("ent"), { measure: "other", ">": 0 }] };
    const notEnt = { all: [{ not: isIn("ent") }, { measure: "other", ">": 0 }] };
    expect(held([notEnt, isEnt], 52, 1, "t1")).toEqual(["t1", "Enterprise"]); // not in the tightened ones, from 55
    expect(held([isEnt, notEnt], 46, 1, "t1")).toEqual(["t1", "Commercial"]); // in the relaxed ones, from 45
    expect(held([isEnt, notEnt], 44, 1, "t1")).toEqual(["t2", "Commercial"]);
  });

  test("tightens them under not: who is clearly in them is let go", () => {
    const notEnt = [{ not: isIn("ent") }];
    expect(held(notEnt, 52, 1, "t1")).toEqual(["t1", "Enterprise"]); // 50 tightened is 55
    expect(held(notEnt, 56, 1, "t1")).toEqual(["rest", "Enterprise"]);
  });
});
