import { describe, expect, test } from "vitest";
import { run } from "../../../engine/index";
import { AS_OF, accepted, cellsOf, documentWith, membersOf, tableOf } from "../samples";
import { byValue, segmentOf, staged, tierOf } from "./staged";

const has = (measure: string) => ({ measure, blank: false });
const isClient = { measure: "isClient", is: ["yes"] };
const rows = [
  ["account", "value", "client"],
  ["Acme", 120, "y"],
  ["Bolt", "", "n"], // fails both gates
  ["Cyan", 60, "n"],
  ["Dune", "", "y"],
  ["", 200, "n"],
];

describe("a gate that excludes", () => {
  const gates = [
    { id: "data", when: has("value"), else: { exclude: "Insufficient data" } },
    { id: "icp", when: isClient, else: { exclude: "Not ICP" } },
  ];
  const segments = { rungs: [{ id: "all", label: "Everybody" }] };

  test("of those failed the first in the list decides, in both columns; who has no name is Unrated all the same", () => {
    const result = staged(rows, { gates, segments, tiers: byValue() });
    const words = { Bolt: "Insufficient data", Cyan: "Not ICP", Dune: "Insufficient data", "": "Unrated" };
    expect(tierOf(result)).toEqual({ Acme: "t1", ...words });
    expect(segmentOf(result)).toEqual({ Acme: "Everybody", ...words });
    expect(tierOf(staged(rows, { gates: [...gates].reverse(), tiers: byValue() }))).toMatchObject({ Bolt: "Not ICP" });
  });

  test("takes its accounts out of every population, but not out of the measures, which come before it", () => {
    const cells = [
      ["account", "value", "client"],
      ["Acme", 200, "n"],
      ["Bolt", 100, "y"],
      ["Cyan", 50, "y"],
      ["Dune", 0, "y"],
    ];
    const scaled = { id: "scaled", type: "scale", of: "value", method: "minMax", to: 100 };
    const top = (count: number) => ({ measure: "value", top: { count } });
    const rungs = [
      { id: "first", label: "first", when: top(1) },
      { id: "half", label: "half", when: { measure: "scaled", ">": 24 } },
      { id: "rest", label: "rest" },
    ];
    const result = staged(cells, { measures: [scaled], gates: gates.slice(1), tiers: { rungs } });
    expect(membersOf(result)).toEqual({ "Not ICP": ["Acme"], first: ["Bolt"], half: ["Cyan"], rest: ["Dune"] });
    expect([...result.facts.number("scaled")]).toEqual([100, 50, 25, 0]);
    expect(result.stats.tiers.map(({ share }) => share)).toEqual([100 / 150, 50 / 150, 0]);
    expect(result.issues.find(({ code }) => code === "value-zero")).toMatchObject({ count: 1 });
  });

  test("decides who is ranked by these rules, whatever those of the run before were", () => {
    const presetWith = (under: number) => {
      const gate = { id: "g", when: { measure: "value", "<": under }, else: { exclude: "Out" } };
      const rungs = [
        { id: "first", label: "first", when: { measure: "value", top: { count: 1 } } },
        { id: "rest", label: "rest" },
      ];
      return accepted(documentWith({ gates: [gate], tiers: { rungs } }));
    };
    const table = tableOf(cellsOf({ Acme: 200, Bolt: 100 }), presetWith(150));
    const previousRun = run(table, presetWith(150), { asOf: AS_OF });
    expect(tierOf(previousRun)).toEqual({ Acme: "Out", Bolt: "first" });
    expect(tierOf(run(table, presetWith(300), { asOf: AS_OF, previousRun }))).toEqual({ Acme: "first", Bolt: "rest" });
  });

  test("asks as conditions do: a comparison with nothing fails, and so the gate is not passed", () => {
    const gate = { id: "big", when: { measure: "value", "!=": 7 }, else: { exclude: "Review" } };
    expect(tierOf(staged(cellsOf({ A: "", B: "abc", C: 7, D: 8 }), { gates: [gate] }))).toEqual({
      ...{ A: "Review", B: "Review", C: "Review", D: "All" },
    });
    const readable = { id: "ok", when: { not: { measure: "value", unreadable: true } }, else: { exclude: "Review" } };
    expect(tierOf(staged(cellsOf({ A: "", B: "abc" }), { gates: [readable] }))).toEqual({ A: "All", B: "Review" });
  });

  test("may use the word that an override writes, and the word of another gate", () => {
    const same = gates.map((gate) => ({ ...gate, else: { exclude: "Excluded" } }));
    const result = staged(rows, { gates: same });
    expect(tierOf(result)).toMatchObject({ Acme: "All", Bolt: "Excluded", Cyan: "Excluded" });
    expect(result.tier.labels.filter((label) => label === "Excluded")).toHaveLength(1);
  });
});

describe("a ceiling", () => {
  const heldTo = (...maxTiers: string[]) =>
    maxTiers.map((maxTier, i) => ({ id: `g${i}`, when: isClient, else: { maxTier } }));
  const held = (gates: unknown, more: Record<string, unknown> = {}) =>
    tierOf(
      staged(
        [
          ["account", "value", "client"],
          ["Acme", 120, "n"],
          ["Bolt", 60, "n"],
          ["Cyan", 10, "n"],
          ["Dune", 120, "y"],
        ],
        { gates, tiers: byValue(), ...more },
      ),
    );

  test("lowers who stands above it, and raises nobody", () => {
    expect(held(heldTo("t2"))).toEqual({ Acme: "t2", Bolt: "t2", Cyan: "t3", Dune: "t1" });
    expect(held(heldTo("t1"))).toEqual({ Acme: "t1", Bolt: "t2", Cyan: "t3", Dune: "t1" });
  });

  test("is told with the gate that set it, and of nobody else", () => {
    const cells = [["account", "value", "client"], ["Acme", 120, "n"], ["Dune", 120, "y"]]; // prettier-ignore
    const told = (...maxTiers: string[]) => {
      const { gated } = staged(cells, { gates: heldTo(...maxTiers), tiers: byValue() }).decision;
      return [[...gated.ceilings], [...gated.ceilingBy]];
    };
    expect(told("t2", "t3")).toEqual([[2, 0], [1, -1]]); // prettier-ignore
    expect(told("t2", "t2")).toEqual([[1, 0], [0, -1]]); // prettier-ignore
  });

  test("of several the lowest holds, wherever it stands in the list", () => {
    expect(held(heldTo("t2", "t3"))).toMatchObject({ Acme: "t3" });
    expect(held(heldTo("t3", "t2"))).toMatchObject({ Acme: "t3" });
  });

  test("beats a bump", () => {
    const rules = [{ id: "up", when: { measure: "value", ">": 0 }, move: 2, reason: "Strategic" }];
    expect(held(heldTo("t2"), { bumps: { maxUp: 2, rules } })).toEqual({
      ...{ Acme: "t2", Bolt: "t2", Cyan: "t2", Dune: "t1" },
    });
  });
});
