import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BUILT_IN, cutCurve, ladderCuts, presetDocument, suggestLadderCuts } from "../../../engine/index";
import { accepted, documentWith, rungs, tiered } from "../samples";

/** Value 50, 30, 15, 5 and no value: shares 50, 80, 95 and 100 %. */
const CELLS = [["account", "value"], ["a", 30], ["b", 5], ["c", 50], ["d", ""], ["e", 15]]; // prettier-ignore

describe("where a ladder cuts", () => {
  test("a share, a percentage, a count and a value, alone and within other conditions", () => {
    const preset = accepted(
      documentWith({
        tiers: {
          rungs: rungs(
            {
              share: { measure: "value", top: { share: 0.3 } },
              percent: {
                all: [
                  { measure: "region", is: ["EU"] },
                  { measure: "value", top: { percent: 0.2 } },
                ],
              },
              other: { measure: "other", ">=": 3 },
              count: { any: [{ measure: "region", is: ["EU"] }, { all: [{ measure: "value", top: { count: 7 } }] }] },
              lowest: { measure: "value", top: { percent: 0.2, order: "asc" } },
              value: { measure: "value", ">=": 100 },
              under: { not: { measure: "value", ">=": 1 } },
            },
            "rest",
          ),
        },
      }),
    );
    const when = (index: number) => ["tiers", "rungs", index, "when"];
    expect(ladderCuts(preset, "tiers")).toMatchObject({
      measure: "value",
      cuts: [
        { rung: "share", by: "share", at: 0.3, number: [...when(0), "top", "share"] },
        { rung: "percent", by: "percent", at: 0.2, condition: [...when(1), "all", 1], isPartial: false },
        {
          rung: "count",
          by: "count",
          at: 7,
          number: [...when(3), "any", 1, "all", 0, "top", "count"],
          isPartial: true,
        },
        { rung: "value", by: "value", at: 100, number: [...when(5), ">="], top: null },
      ],
    });
    expect(ladderCuts(preset, "segments")).toBeNull();
  });

  test("each number stands in the document where it is said to stand", () => {
    let cuts = 0;
    for (const preset of BUILT_IN.values()) {
      for (const name of ["segments", "tiers"] as const) {
        for (const { number, at } of ladderCuts(preset, name)?.cuts ?? []) {
          const there = number.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], presetDocument(preset)); // prettier-ignore
          expect(there).toBe(at);
          cuts++;
        }
      }
    }
    expect(cuts).toBeGreaterThan(10);
  });
});

describe("the curve", () => {
  test("rises by each account, best first; cuts stand after the accounts that are in", () => {
    const run = tiered(CELLS, {
      key: { measure: "value", top: { share: 0.6 } },
      big: { measure: "value", ">=": 15 },
    });
    const whole = { isPartial: false };
    const whenOf = (rung: number) => ["tiers", "rungs", rung, "when"];
    expect(cutCurve(run, "tiers")).toEqual({
      measure: "value",
      accounts: 4,
      points: [
        { accounts: 0, value: 50, share: 0 },
        { accounts: 1, value: 50, share: 0.5 },
        { accounts: 2, value: 30, share: 0.8 },
        { accounts: 3, value: 15, share: 0.95 },
        { accounts: 4, value: 5, share: 1 },
      ],
      cuts: [
        { ...whole, rung: "key", by: "share", at: 0.6, number: [...whenOf(0), "top", "share"], accounts: 2 },
        { ...whole, rung: "big", by: "value", at: 15, number: [...whenOf(1), ">="], accounts: 3 },
      ],
    });
  });

  test("is of those whom the ladder ranks", () => {
    const when = { key: { measure: "value", top: { share: 0.6 } } };
    const run = tiered(CELLS, when, { ladder: { among: { measure: "value", "<": 50 } } });
    expect(cutCurve(run, "tiers")).toMatchObject({ accounts: 3, cuts: [{ accounts: 1 }] }); // 30 of 50 is 60 %
  });

  test("there is none without a cut or a value", () => {
    expect(cutCurve(tiered(CELLS, {}), "tiers")).toBeNull();
    expect(cutCurve(tiered([["account", "value"], ["a", ""]], { key: { measure: "value", ">=": 1 } }), "tiers")).toBeNull(); // prettier-ignore
  });

  test("has at most 201 points, rises, and counts for a cut those that are in", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 1000 }), { minLength: 1, maxLength: 500 }),
        fc.integer({ min: -60, max: 1010 }),
        (values, least) => {
          const cells = [["account", "value"], ...values.map((value, i) => [`a${i}`, value])];
          const curve = cutCurve(tiered(cells, { key: { measure: "value", ">=": least } }), "tiers");
          const points = curve?.points ?? [];
          expect(points.length).toBeLessThanOrEqual(201);
          expect(points.at(-1)?.accounts).toBe(values.length);
          points.slice(1).forEach((point, i) => {
            expect(point.accounts).toBeGreaterThan(points[i]?.accounts ?? Infinity);
            expect(point.value).toBeLessThanOrEqual(points[i]?.value ?? -Infinity);
            expect(point.share ?? 0).toBeGreaterThanOrEqual(points[i]?.share ?? 0);
          });
          expect(curve?.cuts[0]?.accounts).toBe(values.filter((value) => value >= least).length);
        },
      ),
      { numRuns: 50 },
    );
  });
});

test("other cuts are suggested over the same accounts, for one class more than there are cuts", () => {
  const run = tiered(CELLS, { key: { measure: "value", ">=": 40 }, mid: { measure: "value", ">=": 20 } });
  const suggested = suggestLadderCuts(run, "tiers");
  expect(suggested).toMatchObject({ measure: "value", used: 4 });
  const quantile = suggested?.proposals.find(({ method }) => method === "quantile");
  expect(quantile?.classes.map(({ count }) => count)).toEqual([2, 1, 1]); // thirds of 5, 15, 30, 50 lie at 15 and 30
  expect(suggestLadderCuts(tiered(CELLS, {}), "tiers")).toBeNull();
});
