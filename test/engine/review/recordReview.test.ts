import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { recordReview, reviewOf, run, type RecordedReview } from "../../../engine/index";
import { reviewsOf, standingsBefore } from "../../../engine/review/history";
import { cellsOf, tableOf } from "../samples";
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
const present = ({ entries }: RecordedReview) => new Map([...entries].filter(([, entry]) => entry !== null));

describe("reviews are kept as what has changed", () => {
  test("replayed, they are what each review found", () => {
    fc.assert(
      fc.property(tables, (all) => {
        const { runs, history } = quarters(byDay(all), tierPreset());
        runs.forEach((each, i) => {
          const next = runs[i + 1]?.asOf ?? LATER;
          const found = present(reviewOf(each));
          const kept = standingsBefore(history, "sample", next);
          expect([...kept.keys()].sort()).toEqual([...found.keys()].sort());
          for (const [key, { finalTier }] of kept) expect(finalTier).toBe(found.get(key)?.finalTier);
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
