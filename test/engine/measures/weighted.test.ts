import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePreset, type CellValue } from "../../../engine/index";
import vectors from "../../fixtures/scores.json";
import { documentWith, tiered, tiersOf } from "../samples";
import { measured } from "./measured";
import { refusals } from "./refusals";

const fields = {
  ...(documentWith()["fields"] as object),
  ...Object.fromEntries(
    ["p0", "p1", "p2", "p3", "p4", "p5", "p6"].map((id) => [id, { type: "number", headers: [id] }]),
  ),
};
const weighing = (weights: readonly number[], changes = {}) => ({
  id: "score",
  type: "weighted",
  parts: weights.map((weight, i) => ({ of: `p${i}`, weight })),
  ...changes,
});
/** Score and completeness of one account. */
function scored(weights: readonly number[], cells: readonly CellValue[], changes = {}) {
  const header = weights.map((_, i) => `p${i}`);
  const of = (id: string) => measured([weighing(weights, changes)], id, header, [cells], { fields })[0];
  return [of("score"), of("score.completeness")];
}

describe("the weighted mean of what is there", () => {
  test.each([
    ["per cent", [25, 25, 50], [100, 0, 50], [50, 1]],
    ["any weights count as parts of their sum", [3, 1], [100, 0], [75, 1]],
    ["a part without weight counts for nothing", [1, 0], [80, 20], [80, 1]],
    ["also where it alone is there", [1, 0], ["", 20], [null, 0]],
    ["decimals as they are written", [0.1, 0.2, 0.7], [80, 80, 80], [80, 1]],
    ["and so is a mean of them", [0.7, 0.1, 0.2], [0.1, 0.1, 0.1], [0.1, 1]],
    ["to 4 decimals", [1, 1, 1], [1, 1, 0], [0.6667, 1]],
    ["of negative numbers", [1, 1], [-10, 5], [-2.5, 1]],
  ])("%s", (_, weights, cells, expected) => {
    expect(scored(weights, cells)).toEqual(expected);
  });
});

describe("a missing part", () => {
  test.each([
    ["renormalise", ["", 80, 40], [70, 0.8]], // (60 · 80 + 20 · 40) / 80
    ["zero", ["", 80, 40], [56, 0.8]],
    ["neutral", ["", 80, 40], [66, 0.8]],
    ["renormalise", ["n/a", "", "abc"], [null, 0]],
    ["zero", ["n/a", "", "abc"], [0, 0]],
    ["neutral", ["n/a", "", "abc"], [50, 0]],
    ["renormalise", [0, 0, 0], [0, 1]], // zero is there
  ])("%s of %j", (missing, cells, expected) => {
    expect(scored([20, 60, 20], cells, { missing })).toEqual(expected);
  });

  test("is left out where nothing is said", () => {
    expect(scored([20, 60, 20], ["", 80, 40])).toEqual([70, 0.8]);
  });

  test("is as neutral as is said", () => {
    expect(scored([1, 1], ["", 4], { missing: "neutral", neutral: 2.5 })).toEqual([3.25, 0.5]);
  });

  test.each(["renormalise", "zero", "neutral"])("too many leave no score: %s", (missing) => {
    const least = { missing, minCompleteness: 0.6 };
    expect(scored([0.25, 0.2, 0.15, 0.4], [50, 50, 50, ""], least)[0]).not.toBeNull(); // 0.25 + 0.2 + 0.15 is 0.6
    expect(scored([0.15, 0.2, 0.25, 0.4], [50, 50, 50, ""], least)[0]).not.toBeNull();
    expect(scored([0.25, 0.2, 0.14, 0.41], [50, 50, 50, ""], least)).toEqual([null, 0.59]);
    expect(scored([1, 1, 1], [50, 50, ""], { missing, minCompleteness: 2 / 3 })[0]).not.toBeNull();
    expect(scored([1, 1, 1], [50, "", ""], { missing, minCompleteness: 1 / 3 })[0]).not.toBeNull();
    expect(scored([1, 1, 1], [50, 50, ""], { missing, minCompleteness: 1 })[0]).toBeNull();
  });

  test("a gate can ask for the completeness", () => {
    const cells = [
      ["account", "value", "other"],
      ["whole", 1, 1],
      ["half", 1, ""],
      ["nothing", "", ""],
    ];
    const parts = ["value", "other"].map((of) => ({ of, weight: 0.5 }));
    const conditions = {
      known: { measure: "score.completeness", ">=": 1 },
      some: { measure: "score.completeness", ">": 0 },
    };
    const result = tiered(cells, conditions, { measures: [{ ...weighing([]), parts }] });
    expect(tiersOf(result)).toEqual(["known", "some", "rest"]);
  });
});

describe("published scores", () => {
  const vector = (name: string) => vectors.find(({ id }) => id === name)!; // it stands in the fixture
  test("weights that add up to 0.9 though the page says 100 %: normalised, and said so", () => {
    const { weights, points } = vector("V21").input as { weights: number[]; points: number[] };
    const { normalised, published } = vector("V21").expected as { normalised: number; published: number };
    const [score] = scored(weights, points);
    expect(score).toBeCloseTo(normalised, 2);
    expect(Number(score) * 0.9).toBeCloseTo(published, 3);
    expect(issuesOf(weights)).toEqual([
      { code: "weights-normalised", severity: "info", count: 1, rows: [], params: { id: "score", value: 0.9 } },
    ]);
  });

  test("equal weights are a mean", () => {
    const { points } = vector("V23").input as { points: number[] };
    expect(scored([1, 1, 1], points)[0]).toBeCloseTo(vector("V23").expected as number, 4);
  });
});

/** What a run reports about the weights. */
function issuesOf(weights: readonly number[]) {
  const cells = [
    ["account", ...weights.map((_, i) => `p${i}`)],
    ["a", ...weights.map(() => 1)],
  ];
  const { issues } = tiered(cells, {}, { fields, measures: [weighing(weights)] });
  return issues.filter(({ code }) => code === "weights-normalised");
}

test.each([
  [[25, 20, 20, 15, 20], []],
  [[0.1, 0.2, 0.7], []],
  [[0.7, 0.1, 0.2], []], // 0.9999999999999999
  [[1], []],
  [[3, 2, 1], [6]],
  [[50, 49.5], [99.5]],
])("weights of %j: what they add up to is reported as %j", (weights, totals) => {
  expect(issuesOf(weights).map(({ params }) => params["value"])).toEqual(totals);
});

test("parts without a column are reported", () => {
  const { issues } = tiered([["account", "p0"], ["a", 1]], {}, { fields, measures: [weighing([50, 50])] }); // prettier-ignore
  expect(issues).toContainEqual(
    expect.objectContaining({ code: "measure-unmapped", params: { id: "score", fields: ["p1"] } }),
  );
});

const part = fc.record({ weight: fc.integer({ min: 1, max: 50 }), value: fc.option(fc.integer({ min: 0, max: 100 })) });
const account = fc.array(part, { minLength: 1, maxLength: 6 });
const missing = fc.constantFrom("renormalise", "zero", "neutral");
const scoreOf = (parts: readonly { weight: number; value: number | null }[], changes: object) => {
  const [score, completeness] = scored(parts.map(({ weight }) => weight), parts.map(({ value }) => value ?? ""), changes); // prettier-ignore
  return { score: score as number | null, completeness: Number(completeness) };
};

describe("properties", () => {
  test("a score is within the values it is made of, and more of a part is never less", () => {
    fc.assert(
      fc.property(account, missing, fc.nat(5), (parts, missing, at) => {
        const { score } = scoreOf(parts, { missing });
        const values = parts.map(({ value }) => value ?? (missing === "zero" ? 0 : missing === "neutral" ? 50 : null));
        const there = values.filter((value) => value !== null);
        if (there.length === 0) {
          expect(score).toBeNull();
          return;
        }
        expect(score).toBeGreaterThanOrEqual(Math.min(...there));
        expect(score).toBeLessThanOrEqual(Math.max(...there));
        const more = parts.map((each, i) =>
          i === at && each.value !== null ? { ...each, value: each.value + 1 } : each,
        );
        expect(scoreOf(more, { missing }).score).toBeGreaterThanOrEqual(score!); // there is something
      }),
      { numRuns: 60 },
    );
  });

  test("the order of the parts and the unit of the weights change nothing", () => {
    fc.assert(
      fc.property(account, missing, fc.integer({ min: -20, max: 20 }), (parts, missing, power) => {
        const straight = scoreOf(parts, { missing });
        expect(scoreOf([...parts].reverse(), { missing })).toEqual(straight);
        expect(scoreOf(parts.map((each) => ({ ...each, weight: each.weight * 2 ** power })), { missing })).toEqual(straight); // prettier-ignore
      }),
      { numRuns: 60 },
    );
  });

  test("leaving missing parts out is the score of the others alone", () => {
    fc.assert(
      fc.property(
        account.filter((parts) => parts.some(({ value }) => value !== null)),
        (parts) => {
          const known = parts.filter(({ value }) => value !== null);
          const { score, completeness } = scoreOf(parts, {});
          expect(score).toBe(scoreOf(known, {}).score);
          const weight = (each: typeof parts) => each.reduce((sum, { weight }) => sum + weight, 0);
          expect(completeness).toBeCloseTo(weight(known) / weight(parts), 8);
        },
      ),
      { numRuns: 60 },
    );
  });
});

test.each([
  [{ parts: [] }, ["too-few measures.0.parts"]],
  [{ parts: [{ of: "value", weight: -1 }] }, ["out-of-range measures.0.parts.0.weight"]],
  [{ parts: [{ of: "value", weight: 0 }, { of: "other", weight: 0 }] }, ["missing measures.0.parts"]], // prettier-ignore
  [{ parts: [{ of: "region", weight: 1 }] }, ["wrong-measure-type measures.0"]],
  [{ parts: [{ of: "score", weight: 1 }] }, ["measure-cycle measures.0"]],
  [{ parts: [{ of: "score.completeness", weight: 1 }] }, ["measure-cycle measures.0"]],
  [{ missing: "skip" }, ["not-an-option measures.0.missing"]],
  [{ minCompleteness: 60 }, ["out-of-range measures.0.minCompleteness"]],
])("%j", (changes, refused) => {
  expect(refusals([{ ...weighing([]), parts: [{ of: "value", weight: 1 }], ...changes }])).toEqual(refused);
});

const example = new URL("../../../../shared/design/example-preset.jsonc", import.meta.url);
test.skipIf(!existsSync(example))(
  "the measures of the example are all read (skipped where ../shared is absent)",
  () => {
    const text = readFileSync(example, "utf8").replace(/\/\/.*$/gm, "");
    const { fields, measures } = JSON.parse(text) as { fields: object; measures: { type: string }[] };
    const parsed = parsePreset(documentWith({ fields, measures }));
    expect(parsed).toMatchObject({ ok: true, preset: { measures } });
  },
);
