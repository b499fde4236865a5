import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { recordReview, reviewOf, run, type CellValue, type Recorded } from "../../../engine/index";
import { reviewsOf, standingsBefore } from "../../../engine/review/history";
import { accepted, cellsOf, documentWith, rungs, tableOf, type Cells } from "../samples";
import { quarters, tierPreset } from "./quarters";

const DAYS = ["2025-01-31", "2025-04-30", "2025-07-31", "2025-10-31"];
const LATER = 60_000;

const tables = fc.array(
  fc.dictionary(fc.constantFrom("a", "b", "c", "d", "e"), fc.constantFrom("1", "2", "3"), { minKeys: 1 }),
  {
    minLength: 2,
    maxLength: 4,
  },
);
const byDay = (all: readonly Record<string, string>[]) =>
  Object.fromEntries(all.map((accounts, i) => [DAYS[i] ?? "", cellsOf(accounts, "region")]));

/** Rules in which all that a review keeps of an account can change: what is reached and what is held, flags, who is turned away. */
const rich = accepted(
  documentWith({
    measures: [{ id: "score", type: "sum", of: ["other"] }],
    gates: [{ id: "g", when: { measure: "region", blank: false }, else: { exclude: "Out" } }],
    segments: { rungs: rungs({ north: { measure: "region", is: ["n"] } }, "south") },
    tiers: {
      rungs: rungs({ t1: { measure: "value", ">=": 10 }, t2: { measure: "value", top: { percent: 0.5 } } }, "t3"),
    },
    steadiness: { band: 0.2, reviews: 2 },
    flags: [1, 2].map((least) => ({ id: `f${least}`, label: `F${least}`, when: { measure: "other", ">=": least } })),
  }),
);
const account = fc.tuple(fc.integer({ min: 6, max: 12 }), fc.nat(2), fc.constantFrom("n", "s", ""));
const lists = fc
  .array(fc.dictionary(fc.constantFrom("a", "b", "c", "d", "e"), fc.option(account, { freq: 6 })), { minLength: 2, maxLength: 4 })
  .map((changes) => changes.map((_, i) => Object.assign({ z: [9, 0, "n"] }, ...changes.slice(0, i + 1)) as Rows)); // prettier-ignore

/** By account; null for one that is not there. */
type Rows = Record<string, readonly CellValue[] | null>;

function cellsOfRows(rows: Rows): Cells {
  const there = Object.entries(rows).flatMap(([name, row]) => (row ? [[name, ...row]] : []));
  return [["account", "value", "other", "region"], ...there];
}

describe("reviews are kept as what has changed", () => {
  // Value and score are as of the review in which the standing changed last.
  test("replayed, they are what each review found, in full", () => {
    fc.assert(
      fc.property(lists, (all) => {
        const { runs, history } = quarters(Object.fromEntries(all.map((each, i) => [DAYS[i] ?? "", cellsOfRows(each)])), rich); // prettier-ignore
        let expected = new Map<string, Recorded>();
        runs.forEach((each, i) => {
          const before = expected;
          const found = [...reviewOf(each).entries].map(([key, entry]): [string, Recorded] => {
            if (!entry) throw new Error("a run has found nobody");
            const { value, score } = entry;
            const earlier = before.get(key);
            const isSame = earlier && isDeepStrictEqual({ ...earlier, value, score }, entry);
            return [key, isSame ? earlier : entry];
          });
          expected = new Map(found);
          expect(standingsBefore(history, "sample", runs[i + 1]?.asOf ?? LATER)).toEqual(expected);
          const told = [...expected].filter(([key, entry]) => entry !== before.get(key));
          const left = [...before.keys()].filter((key) => !expected.has(key));
          expect(history[i]?.entries).toEqual(new Map([...told, ...left.map((key): [string, null] => [key, null])]));
        });
      }),
      { numRuns: 100 },
    );
  });

  test("the first says everybody, the next only who has moved, come or gone", () => {
    const { history } = quarters(
      byDay([
        { a: "1", b: "2", c: "3" },
        { a: "1", b: "1", d: "3" },
      ]),
      tierPreset(),
    );
    const [first, second] = history.map(({ entries }) => [...entries].map(([key, entry]) => `${key} ${entry?.finalTier ?? "left"}`)); // prettier-ignore
    expect(first).toEqual(["a t1", "b t2", "c t3"]);
    expect(second?.sort()).toEqual(["b t1", "c left", "d t3"]);
    expect(history[1]?.tiers.map(({ count }) => count)).toEqual([2, 0, 1]);
  });

  test("recording twice on a day replaces, also one that others follow", () => {
    fc.assert(
      fc.property(
        tables,
        fc.nat(3),
        fc.dictionary(fc.constantFrom("a", "b", "f"), fc.constantFrom("1", "2"), { minKeys: 1 }),
        (all, at, changed) => {
          const preset = tierPreset();
          const position = at % all.length;
          const { history } = quarters(byDay(all), preset);
          const day = DAYS[position] ?? "";
          const again = recordReview(
            history,
            run(tableOf(cellsOf(changed, "region"), preset), preset, { asOf: day, history }),
          );
          const { history: straight } = quarters(byDay(all.with(position, changed)), preset);
          expect(reviewsOf(again, "sample")).toEqual(reviewsOf(straight, "sample"));
        },
      ),
      { numRuns: 100 },
    );
  });

  test("another preset's reviews are left alone", () => {
    const { history } = quarters(byDay([{ a: "1" }]), tierPreset());
    const other = quarters(byDay([{ a: "2" }]), tierPreset({ id: "other" })).history;
    const preset = tierPreset();
    const again = recordReview([...history, ...other], run(tableOf(cellsOf({ a: "3" }, "region"), preset), preset, { asOf: DAYS[0] ?? "" })); // prettier-ignore
    expect(again.filter((review) => review.preset === "other")).toEqual(other);
    expect(again).toHaveLength(2);
  });
});
