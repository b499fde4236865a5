import { describe, expect, test } from "vitest";
import { explain, type CellValue, type Run, type Step } from "../../../engine/index";
import { cellsOf } from "../samples";
import { byValue, override, review, staged } from "./staged";

/** The steps of the account in a row. */
function stepsOf(result: Run, row = 1): readonly Step[] {
  const explanation = explain(result, row);
  if (explanation.kind !== "account") throw new Error(`a row that is ${explanation.kind}`);
  return explanation.steps;
}
const atLeast = (cut: number, value: number | null) => ({
  ...{ kind: "compare", measure: "value", operator: ">=" },
  ...{ holds: value !== null && value >= cut, value, cut },
});

describe("steadiness", () => {
  const step = (value: CellValue, before: string | { ladderTier: string; failures: number }, steadiness = {}) => {
    const changes = { tiers: byValue(), steadiness: { band: 0.1, ...steadiness } };
    return stepsOf(staged(cellsOf({ Acme: value }), changes, { history: [review({ acme: before })] }));
  };
  const stage = "steadiness";
  const two = { reviews: 2 };

  test("held in its band: by the relaxed condition of the tier before", () => {
    const held = { failures: 0, reviews: 1, previous: "t1", reason: atLeast(90, 92) };
    expect(step(92, "t1")).toEqual([{ stage, kind: "in-band", from: "t2", to: "t1", ...held }]);
  });

  test("failing one of two", () => {
    const failing = { failures: 1, reviews: 2, previous: "t1", reason: atLeast(90, 88) };
    expect(step(88, "t1", two)).toEqual([{ stage, kind: "failing", from: "t2", to: "t1", ...failing }]);
  });

  test("ended with the second one, also where a band further down still holds it", () => {
    const before = { ladderTier: "t1", failures: 1 };
    const ended = { failures: 2, reviews: 2, previous: "t1" };
    expect(step(88, before, two)).toEqual([
      { stage, kind: "ended", from: "t2", to: "t2", ...ended, reason: atLeast(90, 88) },
    ]);
    expect(step(47, before, two)).toEqual([
      { stage, kind: "ended", from: "t3", to: "t2", ...ended, reason: atLeast(90, 47) },
    ]);
  });

  test("moved no more than maxStep, up and down", () => {
    const once = { maxStep: 1 };
    expect(step(120, "t3", once)).toEqual([
      { stage, kind: "max-step", from: "t1", to: "t2", previous: "t3", failures: 0, reviews: 1, reason: null },
    ]);
    expect(step("", "t1", once)).toMatchObject([{ kind: "ended", from: "t3", to: "t2", reason: atLeast(90, null) }]);
  });

  test("says nothing where it changed nothing", () => {
    expect([step(120, "t1"), step(120, "t3"), step(60, "gold")]).toEqual([[], [], []]);
  });
});

describe("bumps", () => {
  const other = (at: number) => ({ measure: "other", "=": at });
  const rules = [
    { id: "one", when: other(1), move: 1, reason: "Logo" },
    { id: "more", when: { measure: "other", "<": 3 }, move: 1, reason: "Growth" },
    { id: "less", when: other(2), move: -2, reason: "Late payer" },
  ];
  const told = rules.map(({ id, move, reason }) => ({ id, move, reason }));
  const [one, more, less] = told;
  const steps = (rows: [string, number, number][], bumps = {}, row = 1) =>
    stepsOf(staged([["account", "value", "other"], ...rows], { tiers: byValue(), bumps: { rules, ...bumps } }), row);

  test("moved, by rules that hold and by so many levels as may be", () => {
    const stage = "bumps";
    expect(steps([["Acme", 60, 1]])).toEqual([
      { stage, kind: "moved", from: "t2", to: "t1", move: 1, rules: [one, more] },
    ]);
    expect(steps([["Acme", 60, 2]])).toEqual([
      { stage, kind: "moved", from: "t2", to: "t3", move: -1, rules: [more, less] },
    ]);
  });

  test("at its end, and without a budget", () => {
    expect(steps([["Acme", 120, 1]])).toMatchObject([{ kind: "at-end", from: "t1", to: "t1", move: 1 }]);
    const rows: [string, number, number][] = [["Acme", 60, 1], ["Bolt", 61, 1]]; // prettier-ignore
    expect(steps(rows, { budget: 1 })).toMatchObject([{ kind: "no-budget", from: "t2", to: "t2", move: 1 }]);
    expect(steps(rows, { budget: 1 }, 2)).toMatchObject([{ kind: "moved", from: "t2", to: "t1" }]);
  });

  test("says nothing where no rule holds", () => {
    expect(steps([["Acme", 60, 3]])).toEqual([]);
  });
});

describe("a ceiling", () => {
  const gates = [
    { id: "far", when: { measure: "value", "<": 1000 }, else: { maxTier: "t2" } },
    { id: "low", when: { measure: "value", "<": 110 }, else: { maxTier: "t3" } },
  ];

  test("lowers, by the gate that holds it lowest", () => {
    const reason = { kind: "compare", holds: false, measure: "value", value: 2000, operator: "<", cut: 110 };
    expect(stepsOf(staged(cellsOf({ Acme: 2000 }), { gates, tiers: byValue() }))).toEqual([
      { stage: "ceiling", from: "t1", to: "t3", gate: "low", reason },
    ]);
    expect(stepsOf(staged(cellsOf({ Acme: 105 }), { gates, tiers: byValue() }))).toEqual([]);
  });
});

describe("seats", () => {
  const capacity = (max: number, more: object = {}) => byValue({ t1: { max, ...more }, t2: { max: 1 } });

  test("refused, tier by tier, with its rank and the seats there are", () => {
    const result = staged(cellsOf({ A: 200, B: 190, C: 180 }), { tiers: capacity(1) });
    const first = { tier: "t1", seats: 1 };
    expect([1, 2, 3].map((row) => stepsOf(result, row))).toEqual([
      [],
      [{ stage: "capacity", kind: "refused", from: "t1", to: "t2", refusals: [{ ...first, rank: 2 }] }],
      [
        {
          ...{ stage: "capacity", kind: "refused", from: "t1", to: "t3" },
          refusals: [
            { ...first, rank: 3 },
            { tier: "t2", rank: 2, seats: 1 },
          ],
        },
      ],
    ]);
  });

  test("kept because it had one before", () => {
    const history = [review({ c: "t1" })];
    const result = staged(cellsOf({ A: 200, B: 190, C: 180 }), { tiers: capacity(2, { incumbentBuffer: 0.5 }) }, { history }); // prettier-ignore
    expect(stepsOf(result, 3)).toEqual([{ stage: "capacity", kind: "incumbent", from: "t1", to: "t1", refusals: [] }]);
    expect(stepsOf(result, 2)).toMatchObject([{ kind: "refused", refusals: [{ rank: 2, seats: 2 }] }]);
  });
});

describe("overrides", () => {
  const overridden = (...overrides: ReturnType<typeof override>[]) =>
    stepsOf(staged(cellsOf({ Acme: 180, Bolt: 190 }), { tiers: byValue({ t1: { max: 1 } }) }, { overrides }));

  test("moved it, or only stand beside it; all that act are told, the strongest first", () => {
    const one = override("Acme", "exact", "t3");
    expect(overridden(one)).toEqual([{ stage: "override", from: "t1", to: "t3", overrides: [one] }]);
    const [floor, ceiling] = [override("Acme", "floor", "t3"), override("Acme", "ceiling", "t2")];
    expect(overridden(floor, ceiling)).toEqual([
      { stage: "override", from: "t1", to: "t2", overrides: [ceiling, floor] },
    ]);
    expect(overridden(override("Acme", "floor", "t2"))).toMatchObject([
      { stage: "override", from: "t1", to: "t1" },
      { stage: "capacity", from: "t1", to: "t2", refusals: [{ tier: "t1", rank: 2, seats: 1 }] },
    ]);
    expect(overridden(override("Acme", "exact", "t3", "2025-01-01"))).toMatchObject([{ stage: "capacity" }]);
  });
});

test("all of them in their order, each going on from the one before", () => {
  const gates = [{ id: "g", when: { measure: "other", ">": 5 }, else: { maxTier: "t2" } }];
  const bumps = { rules: [{ id: "b", when: { measure: "other", "<": 5 }, move: -1, reason: "Late payer" }] };
  const changes = { gates, bumps, steadiness: { band: 0.1 }, tiers: byValue({ t2: { max: 0 } }) };
  const cells = [["account", "value", "other"], ["Acme", 92, 5], ["Bolt", 92, 4]]; // prettier-ignore
  const options = { history: [review({ acme: "t1", bolt: "t1" })], overrides: [override("Bolt", "floor", "t2")] };
  const result = staged(cells, changes, options);
  expect(stepsOf(result, 1)).toMatchObject([
    { stage: "steadiness", from: "t2", to: "t1" },
    { stage: "ceiling", from: "t1", to: "t2" },
    { stage: "capacity", from: "t2", to: "t3" },
  ]);
  expect(stepsOf(result, 2)).toMatchObject([
    { stage: "steadiness", from: "t2", to: "t1" },
    { stage: "bumps", from: "t1", to: "t2" },
    { stage: "override", from: "t2", to: "t2" },
  ]);
});
