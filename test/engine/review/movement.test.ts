import { describe, expect, test } from "vitest";
import { movement } from "../../../engine/index";
import vectors from "../../fixtures/movement.json";
import { accepted, cellsOf, documentWith, rungs } from "../samples";
import { quarters, tierPreset } from "./quarters";

const [Q1, Q2] = ["2026-01-31", "2026-04-30"];

describe("accounts of eleven names, before and now (D10)", () => {
  const { input, expected } = vectors.find(({ id }) => id === "D10") as unknown as {
    input: { prev: Record<string, number>; now: Record<string, number> };
    expected: {
      matrix: number[][];
      common: number;
      stable: number;
      up: number;
      down: number;
      left: string[];
      new: string[];
    };
  };
  const words = (tiers: Record<string, number>) => Object.fromEntries(Object.entries(tiers).map(([k, tier]) => [k, String(tier)])); // prettier-ignore
  const { runs, history } = quarters(
    { [Q1]: cellsOf(words(input.prev), "region"), [Q2]: cellsOf(words(input.now), "region") },
    tierPreset(),
  );
  const found = movement(runs[1]!, history); // there are two
  const named = (kind: string) => found.moves.filter((move) => move.kind === kind).map(({ account }) => account);

  test("the matrix, who is new and who has left", () => {
    expect(found.since).toBe(Q1);
    expect(found.counts).toEqual(expected.matrix);
    expect([named("new"), named("left")]).toEqual([expected.new, expected.left]);
    expect([found.entered, found.left, found.leftUnknown]).toEqual([[1, 0, 1], [0, 0, 1], 0]);
  });

  test("rates are parts of those in a tier both times", () => {
    const { common, stable, up, down } = expected;
    expect([found.stableRate, found.upgradeRate, found.downgradeRate]).toEqual([stable, up, down].map((n) => n / common)); // prettier-ignore
    expect([found.entryRate, found.exitRate]).toEqual([2 / 11, 1 / 10]);
    expect(found.churn).toBe((up + down + 2 + 1) / 10);
  });
});

describe("why an account moved", () => {
  const preset = accepted(documentWith({ tiers: { rungs: rungs({ top: { measure: "value", top: { count: 2 } } }, "rest") } })); // prettier-ignore
  const causes = (before: Record<string, number>, now: Record<string, number>) => {
    const { runs, history } = quarters({ [Q1]: cellsOf(before), [Q2]: cellsOf(now) }, preset);
    const { moves } = movement(runs[1]!, history); // there are two
    return Object.fromEntries(
      moves.flatMap(({ account, kind, cause }) => (cause ? [[account, `${kind}, ${cause}`]] : [])),
    );
  };

  test("by the cuts of the review before it would have moved as well: its own change", () => {
    expect(causes({ A: 100, B: 90, C: 50 }, { A: 100, B: 40, C: 50 })).toEqual({ B: "down, own", C: "up, others" });
  });

  test("others have overtaken it", () => {
    expect(causes({ A: 100, B: 90, C: 50 }, { A: 100, B: 90, C: 95 })).toEqual({ B: "down, others", C: "up, own" });
  });
});

test("a first review: everybody is new, and there are no rates", () => {
  const { runs } = quarters({ [Q1]: cellsOf({ A: "1", B: "2" }, "region") }, tierPreset());
  const found = movement(runs[0]!, []); // there is one
  expect(found).toMatchObject({ since: null, entered: [1, 1, 0], upgradeRate: null, churn: null, isOverChurn: false });
});

test("a changed list is compared with what the rules allow", () => {
  const preset = tierPreset({ review: { cadence: "quarterly", listChurn: 0.2 } });
  const tables = { [Q1]: cellsOf({ A: "1", B: "2", C: "2", D: "2", E: "3" }, "region"), [Q2]: cellsOf({ A: "1", B: "1", C: "2", D: "2", E: "2" }, "region") }; // prettier-ignore
  const { runs, history } = quarters(tables, preset);
  expect(movement(runs[1]!, history)).toMatchObject({ churn: 0.4, isOverChurn: true }); // there are two
});

test("one that a gate turns away has left, and one that it lets in again is new", () => {
  const preset = tierPreset({
    gates: [{ id: "g", when: { measure: "region", blank: false }, else: { exclude: "Out" } }],
  });
  const tables = { [Q1]: cellsOf({ A: "1", B: "" }, "region"), [Q2]: cellsOf({ A: "", B: "2" }, "region") };
  const { runs, history } = quarters(tables, preset);
  expect(movement(runs[1]!, history).moves).toMatchObject([
    { account: "A", kind: "left", from: "t1", to: null },
    { account: "B", kind: "new", from: null, to: "t2" },
  ]);
});
