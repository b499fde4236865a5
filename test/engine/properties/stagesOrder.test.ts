import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CellValue } from "../../../engine/index";
import { documentWith } from "../samples";
import { ran } from "./randomStages";

/** An account with a number that its tier goes by, one that it does not, and what it was. */
interface Account {
  readonly value: number;
  readonly other: number;
  readonly region: string;
  /** null where the last review did not know it. */
  readonly before: string | null;
}
const account = fc.record<Account>({
  value: fc.integer({ min: 1, max: 60 }),
  other: fc.nat(3),
  region: fc.constantFrom("North", "South"),
  before: fc.constantFrom("r0", "r1", "rest"),
});
const accounts = fc.array(account, { minLength: 1, maxLength: 15, size: "max" });

const value = (when: object) => ({ measure: "value", ...when });
const seats = fc.record(
  {
    max: fc.nat(5),
    incumbentBuffer: fc.constantFrom(0, 0.2, 1),
    per: fc.constantFrom("all", "region"),
    rankBy: fc.constant("value"),
  },
  { requiredKeys: ["max", "rankBy"] },
);
/** Every stage, as far as more of a value is better in it. */
const stages = fc.record({
  capacities: fc.tuple(fc.option(seats), fc.option(seats)),
  steadiness: fc.option(
    fc.record(
      { band: fc.constantFrom(0.1, 0.5), reviews: fc.constantFrom(1, 2), maxStep: fc.constantFrom(1, 2) },
      { requiredKeys: ["band"] },
    ),
  ),
  bumps: fc.option(
    fc.record(
      {
        budget: fc.nat(2),
        rules: fc.constant([{ id: "b", when: { measure: "other", "<=": 1 }, move: 1, reason: "Up" }]),
      },
      { requiredKeys: ["budget", "rules"] },
    ),
  ),
  gates: fc.constantFrom<object[][]>(
    [],
    [{ id: "g", when: value({ ">": 15 }), else: { maxTier: "r1" } }],
    [{ id: "g", when: { measure: "other", "<": 3 }, else: { exclude: "Out" } }],
  ),
});
type Stages = typeof stages extends fc.Arbitrary<infer T> ? T : never;

/** Positions of the final tiers under two conditions and any stages. */
function tiersOf(list: readonly Account[], conditions: readonly object[], { capacities, ...rest }: Stages): number[] {
  const closed = conditions.map((when, i) => ({
    ...{ id: `r${i}`, label: `r${i}`, when },
    ...(capacities[i as 0 | 1] && { capacity: capacities[i as 0 | 1] }),
  }));
  const document = documentWith({ ...rest, tiers: { rungs: [...closed, { id: "rest", label: "rest" }] } });
  const cells: CellValue[][] = [
    ["account", "value", "other", "region"],
    ...list.map(({ value, other, region }, i) => [`a${i}`, value, other, region]),
  ];
  const entries = new Map(
    list.flatMap(({ before }, i) =>
      before === null ? [] : [[`a${i}`, { ladderTier: before, finalTier: before, segment: null, failures: i % 2 }]],
    ),
  );
  const result = ran(cells, document, { history: [{ preset: "sample", date: "2025-12-31", entries }] });
  return [...result.decision.final];
}

const THRESHOLDS = [value({ ">=": 40 }), value({ between: [20, 1000] })];
const COUNTS = [value({ top: { count: 3 } }), value({ top: { count: 7 } })];
const SHARES = [value({ top: { share: 0.3 } }), value({ top: { share: 0.8 } })];
const SHARES_UP = [value({ top: { share: 0.3, ties: "up" } }), value({ top: { share: 0.8, ties: "up" } })];

describe("more euros never lower a tier, whatever the stages", () => {
  // A share grows with every euro: others may rise with it, and take the seat of one that is only held.
  const withoutSeats = stages.map((each): Stages => ({ ...each, capacities: [null, null] }));
  test.each([
    ["thresholds", THRESHOLDS, stages],
    ["counts", COUNTS, stages],
    ["shares, crossing up, without seats", SHARES, withoutSeats],
    ["shares, crossing up, ties up, without seats", SHARES_UP, withoutSeats],
  ])("by %s", (_, conditions, stages) => {
    fc.assert(
      fc.property(
        accounts,
        stages,
        fc.nat(),
        fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 40 })),
        (list, stages, pick, more) => {
          const row = pick % list.length;
          const richer = list.map((each, i) => (i === row ? { ...each, value: each.value + more } : each));
          const [before, after] = [list, richer].map((each) => tiersOf(each, conditions, stages)[row] ?? -1);
          if (before === -1) expect(after).toBe(-1);
          else expect(after).toBeLessThanOrEqual(before ?? -1);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("one more account that is new and worse than all changes nobody's tier, whatever the stages", () => {
  test.each([
    ["thresholds", THRESHOLDS],
    ["counts", COUNTS],
  ])("by %s", (_, conditions) => {
    fc.assert(
      fc.property(accounts, account, stages, (list, worst, stages) => {
        const before = tiersOf(list, conditions, stages);
        const after = tiersOf([...list, { ...worst, value: 0, before: null }], conditions, stages);
        expect(after.slice(0, -1)).toEqual(before);
      }),
      { numRuns: 150 },
    );
  });
});
