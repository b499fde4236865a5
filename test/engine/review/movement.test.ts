import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { movement, run, type CellValue, type Override, type Preset, type RecordedReview } from "../../../engine/index";
import { standingsBefore } from "../../../engine/review/history";
import vectors from "../../fixtures/movement.json";
import { accepted, cellsOf, documentWith, rungs, tableOf, type Cells } from "../samples";
import { quarters, tierPreset } from "./quarters";

const DAYS = ["2026-01-31", "2026-04-30", "2026-07-31", "2026-10-31"] as const;
const [Q1, Q2] = DAYS;

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
  const counted = accepted(documentWith({ tiers: { rungs: rungs({ top: { measure: "value", top: { count: 2 } } }, "rest") } })); // prettier-ignore
  const cut = { t1: { measure: "value", ">=": 100 }, t2: { measure: "value", ">=": 50 } };
  const withCuts = (changes: Record<string, unknown>) => accepted(documentWith({ tiers: { rungs: rungs(cut, "t3") }, ...changes })); // prettier-ignore
  const values = (...all: Record<string, number>[]) => all.map((each) => cellsOf(each));

  /** Moves up and down of the last of the tables, and their causes. */
  function causes(
    tables: readonly Cells[],
    preset: Preset,
    overrides: readonly Override[] = [],
  ): Record<string, string> {
    const earlier = Object.fromEntries(tables.slice(0, -1).map((cells, i) => [DAYS[i] ?? "", cells]));
    const { history } = quarters(earlier, preset, { overrides });
    return causesOf(tables.at(-1) ?? [], preset, history, overrides);
  }

  function causesOf(cells: Cells, preset: Preset, history: readonly RecordedReview[], overrides: readonly Override[]) {
    const now = run(tableOf(cells, preset), preset, { asOf: DAYS[history.length] ?? "", history, overrides });
    const { moves } = movement(now, history);
    return Object.fromEntries(
      moves.flatMap(({ account, kind, cause }) => (cause ? [[account, `${kind}, ${cause}`]] : [])),
    );
  }

  test("by the cuts of the review before it reaches another tier: its own change", () => {
    expect(causes(values({ A: 100, B: 90, C: 50 }, { A: 100, B: 40, C: 50 }), counted)).toEqual({
      B: "down, own",
      C: "up, others",
    });
  });

  test("others have overtaken it", () => {
    expect(causes(values({ A: 100, B: 90, C: 50 }, { A: 100, B: 90, C: 95 }), counted)).toEqual({
      B: "down, others",
      C: "up, own",
    });
  });

  test("out by a cut between equals, and in when one of them has left", () => {
    expect(causes(values({ A: 100, B: 90, C: 90 }, { B: 90, C: 90 }), counted)).toEqual({ C: "up, others" });
  });

  test("its change is older than the review before, in which it was held", () => {
    const twice = withCuts({ steadiness: { band: 0.1, reviews: 2 } });
    expect(causes(values({ A: 120 }, { A: 80 }, { A: 80 }), twice)).toEqual({ A: "down, held" });
    expect(causes(values({ A: 120 }, { A: 80 }, { A: 75 }), twice)).toEqual({ A: "down, held" });
    const inBand = values({ A: 120 }, { A: 95 }, { A: 85 });
    expect(causes(inBand, withCuts({ steadiness: { band: 0.1, reviews: 1 } }))).toEqual({ A: "down, held" });
  });

  test("held, but it has changed again since", () => {
    const twice = withCuts({ steadiness: { band: 0.1, reviews: 2 } });
    expect(causes(values({ A: 120 }, { A: 80 }, { A: 40 }), twice)).toEqual({ A: "down, own" });
  });

  test("one level at a time: the second is of the same change", () => {
    const slow = withCuts({ steadiness: { band: 0, reviews: 1, maxStep: 1 } });
    expect(causes(values({ A: 10 }, { A: 200 }, { A: 200 }), slow)).toEqual({ A: "up, held" });
    expect(causes(values({ A: 200 }, { A: 10 }, { A: 10 }), slow)).toEqual({ A: "down, held" });
  });

  test("what bumps it, or holds it down, is its own; what they leave over for it is not", () => {
    const row = (name: string, value: number, other: number, region: string) => [name, value, other, region];
    const cells = (...rows: Cells) => [["account", "value", "other", "region"], ...rows];
    const bumps = (budget: object) => ({ maxUp: 1, maxDown: 0, rules: [{ id: "b", when: { measure: "other", ">": 0 }, move: 1, reason: "B" }], ...budget }); // prettier-ignore
    const bumped = withCuts({ bumps: bumps({}) });
    const [without, with1] = [cells(row("A", 60, 0, "")), cells(row("A", 60, 1, ""))];
    expect(causes([without, with1], bumped)).toEqual({ A: "up, own" });
    expect(causes([with1, without], bumped)).toEqual({ A: "down, own" });
    const [both, alone] = [cells(row("A", 60, 1, ""), row("B", 70, 1, "")), cells(row("A", 60, 1, ""), row("B", 70, 0, ""))]; // prettier-ignore
    expect(causes([both, alone], withCuts({ bumps: bumps({ budget: 1 }) }))).toEqual({
      A: "up, others",
      B: "down, own",
    });
    const capped = withCuts({ gates: [{ id: "g", when: { measure: "region", blank: false }, else: { maxTier: "t2" } }] }); // prettier-ignore
    expect(causes([cells(row("A", 100, 0, "")), cells(row("A", 100, 0, "x"))], capped)).toEqual({ A: "up, own" });
  });

  describe("where seats are short", () => {
    const seats = { max: 1, rankBy: "value" };
    const seated = (capacity: object) => accepted(documentWith({ tiers: { rungs: rungs({ t1: { measure: "value", ">": 0 } }, "t2").map((rung, i) => (i === 0 ? { ...rung, capacity } : rung)) } })); // prettier-ignore

    test("who has lost what earned the seat, and who got it", () => {
      expect(causes(values({ A: 9, B: 5 }, { A: 3, B: 5 }), seated(seats))).toEqual({ A: "down, own", B: "up, others" }); // prettier-ignore
      expect(causes(values({ A: 9, B: 5 }, { A: 9, B: 12 }), seated(seats))).toEqual({ A: "down, others", B: "up, own" }); // prettier-ignore
      expect(causes(values({ A: 9, B: 5 }, { B: 5 }), seated(seats))).toEqual({ B: "up, others" });
    });

    test("list by list, blanks being one", () => {
      const cells = (...rows: Cells) => [["account", "value", "region"], ...rows];
      const before = cells(["A", 9, "n"], ["B", 5, "n"], ["C", 3, ""], ["D", 2, ""]);
      const now = cells(["A", 4, "n"], ["B", 5, "n"], ["C", 3, ""], ["D", 4, ""]);
      expect(causes([before, now], seated({ ...seats, per: "region" }))).toEqual({
        ...{ A: "down, own", B: "up, others" },
        ...{ C: "down, others", D: "up, own" },
      });
    });

    test("which people had taken", () => {
      const pin: Override = { account: "B", kind: "exact", tier: "t1", until: DAYS[0] };
      expect(causes(values({ A: 9, B: 5 }, { A: 9, B: 5 }), seated(seats), [pin])).toEqual({ A: "up, others", B: "down, others" }); // prettier-ignore
    });
  });

  test("where people have decided", () => {
    const preset = withCuts({});
    const pin = (tier: string, until?: string): Override => ({ account: "A", kind: "exact", tier, until });
    const { history } = quarters({ [Q1]: cellsOf({ A: 120 }) }, preset);
    expect(causesOf(cellsOf({ A: 120 }), preset, history, [pin("t3")])).toEqual({ A: "down, others" });
    expect(causesOf(cellsOf({ A: 10 }), preset, history, [pin("t2")])).toEqual({ A: "down, others" });
    expect(causes(values({ A: 60 }, { A: 60 }), preset, [pin("t1", Q1)])).toEqual({ A: "down, others" });
    expect(causes(values({ A: 60 }, { A: 10 }), preset, [pin("t1", Q1)])).toEqual({ A: "down, own" });
    expect(causes(values({ A: 60 }, { A: 120 }), preset, [pin("t3", Q1)])).toEqual({ A: "up, own" });
    const floor: Override = { account: "A", kind: "floor", tier: "t2" };
    expect(causesOf(cellsOf({ A: 10 }), preset, history, [floor])).toEqual({ A: "down, own" });
    expect(causes(values({ A: 10 }, { A: 120 }), preset, [floor])).toEqual({ A: "up, own" });
  });

  test("other rules, in which nothing of the account has changed", () => {
    const { history } = quarters({ [Q1]: cellsOf({ A: 60 }) }, withCuts({}));
    const lower = withCuts({ tiers: { rungs: rungs({ t1: { measure: "value", ">=": 60 }, t2: { measure: "value", ">=": 50 } }, "t3") } }); // prettier-ignore
    expect(causesOf(cellsOf({ A: 60 }), lower, history, [])).toEqual({ A: "up, others" });
  });

  test("unknown where the cuts of the review before were not kept", () => {
    const { history } = quarters({ [Q1]: cellsOf({ A: 120 }) }, withCuts({}));
    const without = history.map((each) => ({ ...each, cuts: null }));
    expect(causesOf(cellsOf({ A: 10 }), withCuts({}), without, [])).toEqual({});
  });

  test("never its own where its row is the same, only held where the review before held it", () => {
    const tops = [{ count: 2 }, { percent: 0.5 }, { share: 0.6 }, { share: 0.6, crossing: "down", ties: "up" }, { share: 0.5, within: "region" }]; // prettier-ignore
    const bumps = { maxUp: 1, maxDown: 1, budget: 1, rules: [{ id: "b", when: { measure: "other", ">=": 3 }, move: 1, reason: "B" }, { id: "c", when: { measure: "value", top: { count: 1, order: "asc" } }, move: -1, reason: "C" }] }; // prettier-ignore
    const gates = [{ id: "g", when: { measure: "other", ">": 0 }, else: { maxTier: "t2" } }, { id: "h", when: { measure: "value", "!=": 5 }, else: { exclude: "Out" } }]; // prettier-ignore
    const capacity = fc.option(fc.record({ max: fc.nat(3), rankBy: fc.constantFrom("value", "other"), per: fc.constantFrom("all", "region"), incumbentBuffer: fc.constantFrom(0, 0.5) }), { nil: undefined }); // prettier-ignore
    const documents = fc.record({
      tiers: fc.tuple(fc.constantFrom(...tops), fc.constantFrom(2, 4), capacity).map(([top, least, seats]) => ({
        rungs: rungs({ t1: { measure: "value", top }, t2: { measure: "value", ">=": least } }, "t3").map((rung, i) => (i === 0 && seats ? { ...rung, capacity: seats } : rung)), // prettier-ignore
      })),
      steadiness: fc.constantFrom(null, { band: 0.3 }, { band: { points: 0.1 }, reviews: 2 }, { band: 0.2, reviews: 2, maxStep: 1 }), // prettier-ignore
      bumps: fc.constantFrom(null, bumps),
      gates: fc.constantFrom([], gates),
    });
    const row = fc.tuple(fc.integer({ min: -1, max: 8 }), fc.nat(3), fc.constantFrom("n", "s", ""));
    const list = fc.dictionary(fc.constantFrom("a", "b", "c", "d", "e", "f"), row, { minKeys: 1 });
    const told = { own: 0, held: 0, others: 0 };
    fc.assert(
      fc.property(documents, fc.array(list, { minLength: 2, maxLength: 4 }), (changes, changed) => {
        const preset = accepted(documentWith(changes));
        let now: Record<string, readonly CellValue[]> = {};
        const lists = changed.map((each) => (now = { ...now, ...each }));
        const tables = lists.map((each, i) => [DAYS[i] ?? "", [["account", "value", "other", "region"], ...Object.entries(each).map(([name, cells]) => [name, ...cells])]]); // prettier-ignore
        const { runs, history } = quarters(Object.fromEntries(tables) as Record<string, Cells>, preset);
        runs.slice(1).forEach((each, i) => {
          const before = standingsBefore(history, preset.id, each.asOf);
          for (const { account, cause } of movement(each, history).moves) {
            if (cause === null) continue;
            told[cause]++;
            const isTouched = String(lists[i]?.[account]) !== String(lists[i + 1]?.[account]);
            if (cause === "own") expect(isTouched).toBe(true);
            if (cause === "held") expect(before.get(account)?.isHeld).toBe(true);
          }
        });
      }),
      { numRuns: 150 },
    );
    expect(Math.min(...Object.values(told))).toBeGreaterThan(0);
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
