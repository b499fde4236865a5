import { describe, expect, test } from "vitest";
import type { CellValue, Run } from "../../../engine/index";
import { cellsOf } from "../samples";
import { byValue, staged, tierOf, written } from "./staged";

const rule = (id: string, when: unknown, move: number) => ({ id, when, move, reason: `Because of ${id}` });
const everybody = { measure: "account", blank: false };
const other = (at: number) => ({ measure: "other", "=": at });

/** Accounts with a value and another number. */
function bumped(
  rows: readonly (readonly [string, CellValue, CellValue])[],
  bumps: object,
  changes: Record<string, unknown> = {},
): Run {
  return staged([["account", "value", "other"], ...rows], { tiers: byValue(), bumps, ...changes });
}

describe("the moves of the rules that hold", () => {
  const rules = [
    rule("one", other(1), 1),
    rule("two", other(1), 1),
    rule("down", other(2), -2),
    rule("up", other(2), 1),
  ];
  test.each([
    ["add up", 1, { maxUp: 2, maxDown: 2 }, "t1"],
    ["are held to maxUp, 1 where it is not given", 1, {}, "t2"],
    ["are held to maxDown", 2, { maxUp: 2, maxDown: 0 }, "t3"],
    ["add up to none", 3, { maxUp: 2, maxDown: 2 }, "t3"],
  ])("%s", (_, at, limits, tier) => {
    expect(tierOf(bumped([["Acme", 10, at]], { ...limits, rules }))).toEqual({ Acme: tier });
  });

  test("downward stop at the last tier, upward at the first", () => {
    const bumps = { maxUp: 5, maxDown: 5, rules: [rule("up", other(1), 5), rule("down", other(2), -5)] };
    expect(tierOf(bumped([["Acme", 60, 1], ["Bolt", 60, 2]], bumps))).toEqual({ Acme: "t1", Bolt: "t3" }); // prettier-ignore
  });

  test("may ask about segments and ranks, not about the tier", () => {
    const segments = {
      rungs: [
        { id: "key", label: "Key", when: { measure: "other", ">": 5 } },
        { id: "none", label: "None" },
      ],
    };
    const isKey = rule("key", { measure: "segment", is: ["key"] }, 1);
    const isFirst = rule("first", { measure: "value", top: { count: 1 } }, 1);
    const rows = [["Acme", 20, 9], ["Bolt", 30, 1], ["Cyan", 10, 1]] as const; // prettier-ignore
    expect(tierOf(bumped(rows, { rules: [isKey, isFirst] }, { segments }))).toEqual({
      ...{ Acme: "t2", Bolt: "t2", Cyan: "t3" },
    });
  });

  test("move nobody whom a gate has turned away", () => {
    const gates = [{ id: "g", when: { measure: "value", ">": 0 }, else: { exclude: "Out" } }];
    const bumps = { budget: 1, rules: [rule("up", everybody, 1)] };
    const rows = [["Acme", 10, 1], ["Bolt", -10, 1]] as const; // prettier-ignore
    expect(tierOf(bumped(rows, bumps, { gates }))).toEqual({ Acme: "t2", Bolt: "Out" });
    const large = [{ id: "g", when: { measure: "value", "<": 100 }, else: { exclude: "Out" } }];
    const down = { budget: 1, rules: [rule("down", everybody, -1)] };
    const first = [["Acme", 60, 1], ["Bolt", 200, 1]] as const; // prettier-ignore
    expect(tierOf(bumped(first, down, { gates: large }))).toEqual({ Acme: "t3", Bolt: "Out" }); // the budget is Acme's
  });
});

describe("a budget", () => {
  const up = [rule("up", everybody, 1)];

  test("goes to the best by value, ties by account, missing last; up and down alike", () => {
    const rows = [["Cyan", 20, 1], ["Dune", "", 1], ["Acme", 20, 1], ["Bolt", 60, 2]] as const; // prettier-ignore
    const rules = [rule("up", other(1), 1), rule("down", other(2), -1)];
    const moved = (budget: number) => tierOf(bumped(rows, { budget, rules }));
    expect(moved(0)).toEqual({ Acme: "t3", Bolt: "t2", Cyan: "t3", Dune: "t3" });
    expect(moved(1)).toEqual({ Acme: "t3", Bolt: "t3", Cyan: "t3", Dune: "t3" });
    expect(moved(2)).toEqual({ Acme: "t2", Bolt: "t3", Cyan: "t3", Dune: "t3" });
    expect(moved(3)).toEqual({ Acme: "t2", Bolt: "t3", Cyan: "t2", Dune: "t3" });
    expect(moved(4)).toEqual({ Acme: "t2", Bolt: "t3", Cyan: "t2", Dune: "t2" });
  });

  test("goes by what the first tier that has a capacity ranks by", () => {
    const tiers = byValue({ t2: { max: 9, rankBy: "other" }, t3: { rankBy: "value" } });
    const rows = [["Acme", 20, 1], ["Bolt", 10, 2]] as const; // prettier-ignore
    expect(tierOf(bumped(rows, { budget: 1, rules: up }, { tiers }))).toEqual({ Acme: "t3", Bolt: "t2" });
  });

  test("is not spent on whom nothing moves: at the top, at its ceiling", () => {
    const gates = [{ id: "g", when: other(1), else: { maxTier: "t2" } }];
    const rows = [["Acme", 120, 1], ["Bolt", 60, 2], ["Cyan", 10, 1]] as const; // prettier-ignore
    expect(tierOf(bumped(rows, { budget: 1, rules: up }, { gates }))).toEqual({ Acme: "t1", Bolt: "t2", Cyan: "t2" });
  });

  test("moves an account on several equal rows whole or not at all, and then goes on to the next", () => {
    const rows = [["Twin", 30, 1], ["Acme", 40, 1], ["twin", 30, 1], ["Bolt", 20, 1]] as const; // prettier-ignore
    const moved = (budget: number) => written(bumped(rows, { budget, rules: up }));
    const tiersAt = (budget: number) => moved(budget).map(([, tier]) => tier);
    expect(tiersAt(2)).toEqual(["t3", "t2", "t3", "t2"]);
    expect(tiersAt(3)).toEqual(["t2", "t2", "t2", "t3"]);
    expect(tiersAt(4)).toEqual(["t2", "t2", "t2", "t2"]);
  });
});

test("without rules or a number to rank by there is nothing to go wrong", () => {
  const changes = { bumps: { budget: 1, rules: [] } };
  expect(tierOf(staged(cellsOf({ A: 1 }), changes))).toEqual({ A: "All" });
  const fields = { account: { type: "text", headers: ["account"] } };
  const rungs = [
    { id: "b", label: "B", when: { measure: "account", is: ["b"] } },
    { id: "c", label: "C" },
  ];
  const bumps = { budget: 1, rules: [rule("up", everybody, 1)] };
  expect(tierOf(staged([["account"], ["z"], ["y"]], { fields, tiers: { rungs }, bumps }))).toEqual({ z: "C", y: "B" });
});
