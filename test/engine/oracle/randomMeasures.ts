import fc from "fast-check";
import { joined, maybe, pick, some } from "./choices";
import type { Measure } from "./document";
import { FIELDS, FIRST, PERIODS, plain, SECOND } from "./randomConditions";

/** Numbers that no division has made. */
const WHOLE = FIRST.numbers.filter((id) => id !== "growth" && id !== "rhythm");
const weight = pick([1, 2, 3, 5, 25, 0.5, 0.2, 0]);
/** Of what doubles hold exactly: quantiles of these are then exact as well. Tenths are added up elsewhere. */
const add = pick([5, 10, 2.5, -5, 0.25, 100]);

/** One of each kind, of fields and of each other; what nothing reads is left out of the preset. */
export const measures: fc.Arbitrary<Measure[]> = fc
  .tuple(
    joined(
      fc.constant({ id: "total", type: "sum" }),
      some(["income", "expected", "before", "seats"]).map((of) => ({ of })),
    ),
    fc
      .uniqueArray(pick(FIELDS.numbers), { minLength: 2, maxLength: 4 })
      .map((of) => ({ id: "known", type: "firstOf", of })),
    joined(
      fc.constant({ id: "growth", type: "change" }),
      fc.record({ current: pick(FIELDS.numbers), previous: pick(FIELDS.numbers) }),
      maybe("minBase", pick([0, 2, 10])),
    ),
    fc.constant({ id: "age", type: "daysSince", of: "since" }),
    joined(
      fc.constant({ id: "rhythm", type: "variation" }),
      fc.subarray(PERIODS, { minLength: 3 }).map((of) => ({ of })),
    ),
    fc.constant({ id: "rows", type: "count" }),
    pick(["region", "owner", "seats", "since", "active", "account"]).map((distinct) => ({
      ...{ id: "kinds", type: "count" },
      distinct,
    })),
    joined(
      fc.constant({ id: "filled", type: "filled" }),
      some([...FIELDS.numbers, ...FIELDS.texts, "since", "active", "age"]).map((of) => ({ of })),
    ),
    fc
      .array(fc.record({ when: plain(FIELDS, 1), add }), { minLength: 1, maxLength: 3 })
      .map((adds) => ({ id: "points", type: "points", add: adds })),
    fc.constant({ id: "sinceToo", type: "field", of: "since" }),
    joined(
      fc.constant({ id: "life", type: "lifecycle", firstPurchase: "since" }),
      maybe("newMonths", pick([0, 1, 6, 12])),
      fc.oneof(fc.constant({}), joined(fc.constant({ lastPurchase: "last" }), maybe("lapsedMonths", pick([1, 12])))),
    ),
    pick(["region", "owner"]).map((of) => ({ id: "place", type: "field", of })),
    fc.constant({ id: "activeToo", type: "field", of: "active" }),
    pick(["income", "total", "before", "known"]).map((history) => ({
      ...{ id: "potential", type: "expectedWhenNew", expected: "expected", lifecycle: "life" },
      history,
    })),
    fc
      .tuple(
        pick(FIRST.numbers),
        fc.uniqueArray(pick([0, 1, 2, 10, 50, -5, 0.5]), { minLength: 1, maxLength: 4 }),
        pick([0, 10, 20]),
      )
      .map(([of, froms, high]) => ({
        ...{ id: "band", type: "bands", of },
        bands: froms.map((from, i) => ({ from, points: i === 0 ? high : 10 * i })),
      })),
    joined(
      fc.constant({ id: "quantile", type: "quantileScore" }),
      fc.oneof(
        pick(FIRST.numbers).map((of) => ({ of })),
        // A cut that is moved may land on a value: where that is a quotient, it hits or misses by its last bits.
        joined(
          pick(WHOLE).map((of) => ({ of })),
          pick([0, 1, -0.5]).map((offset) => ({ offset })),
        ),
      ),
      maybe("k", pick([2, 3, 4, 5, 10])),
      maybe("direction", pick(["higher", "lower"])),
      fc.oneof(
        { weight: 2, arbitrary: fc.constant({}) },
        plain(FIRST, 1).map((among) => ({ among })),
      ),
    ),
    fc.oneof(
      { weight: 3, arbitrary: scaleAmong() },
      joined(
        fc.constant({ id: "scaled", type: "scale", method: "range" }),
        pick(FIRST.numbers).map((of) => ({ of })),
        pick([
          [0, 100],
          [1, 10],
          [-5, 50],
        ]).map((range) => ({ range })),
        maybe("to", pick([1, 10])),
      ),
    ),
    pick(FIRST.numbers).map((of) => ({ id: "copy", type: "field", of })),
    joined(
      fc.constant({ id: "score", type: "weighted" }),
      fc
        .uniqueArray(fc.record({ of: pick(SECOND.numbers), weight }), {
          minLength: 1,
          maxLength: 4,
          selector: ({ of }) => of,
        })
        .map((parts) => ({
          parts: parts.some((part) => part.weight > 0) ? parts : parts.map((part) => ({ ...part, weight: 1 })),
        })),
      maybe("missing", pick(["renormalise", "zero", "neutral"])),
      maybe("neutral", pick([0, 10, 50])),
      maybe("minCompleteness", pick([0, 0.25, 0.5, 0.6, 1])),
    ),
    fc
      .array(fc.record({ when: plain(SECOND, 1), add: pick([0, 7, 0.1, 0.1]) }), { minLength: 1, maxLength: 4 })
      .map((adds) => ({ id: "extra", type: "points", add: adds })),
    fc
      .oneof(
        { weight: 2, arbitrary: pick(["income", "income", "total"]) },
        { weight: 2, arbitrary: pick([...SECOND.numbers, "score", "score.completeness", "extra"]) },
      )
      .map((of) => ({ id: "value", type: "field", of })),
  )
  .map((all) => all as unknown as Measure[]);

function scaleAmong(): fc.Arbitrary<object> {
  return joined(
    fc.constant({ id: "scaled", type: "scale" }),
    fc.record({ of: pick(FIRST.numbers), method: pick(["minMax", "percentRank", "z"]) }),
    maybe("to", pick([1, 10])),
    fc.oneof(
      { weight: 2, arbitrary: fc.constant({}) },
      pick([0.05, 0.25, 0.4]).map((winsorise) => ({ winsorise })),
    ),
    fc.oneof(
      { weight: 2, arbitrary: fc.constant({}) },
      plain(FIRST, 1).map((among) => ({ among })),
    ),
  );
}
