import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BUILT_IN, distancesOf, explain, parsePreset, presetDocument, run, type Run } from "../../../engine/index";
import { OPEN_SCOPE } from "../../../engine/facts";
import { accepted, documentWith, oneColumn, rungs, tableOf } from "../samples";
import { cellsOfStaged, knownOf, stagedDocument, stagedRows } from "./randomStages";
import { accountRows, cellsOfRows, condition, topCondition } from "./randomTables";

/** A run of edits to one preset: a cut, the population, the tie-break, a rung, a measure, the day. */
const refill = fc
  .constantFrom(0.1, 0.2, 0.4)
  .map((share) => ({ measure: "value", top: { share, crossing: "refill" } }));
/** Scores that read what the edits change, in their conditions too. */
const scores = ({ among, weight }: { among: object | undefined; weight: number }) => [
  {
    id: "bonus",
    type: "points",
    add: [
      { when: { measure: "stage", is: ["new"] }, add: 10 },
      { when: { not: { measure: "total", "<": 20 } }, add: 5 },
    ],
  },
  { id: "banded", type: "bands", of: "total", bands: [{ from: 15, points: 1 }, { from: 40, points: 10 }] }, // prettier-ignore
  { id: "scaled", type: "scale", of: "total", method: "percentRank", to: 15, among },
  { id: "quintile", type: "quantileScore", of: "value", among },
  {
    id: "score",
    type: "weighted",
    minCompleteness: 0.5,
    parts: [
      { of: "scaled", weight },
      { of: "bonus", weight: 1 },
      { of: "other", weight: 1 },
    ],
  },
];
const SCORES = ["bonus", "banded", "scaled", "quintile", "score", "score.completeness"];
/** Nobody comes in here, so that the explanation of everybody says all scores. */
const saysScores = SCORES.map((measure) => ({ measure, ">=": 1e9 }));
/** Asks about a score, which nothing but what it reads may change. */
const byScore = fc.oneof(
  fc.record({ measure: fc.constantFrom(...SCORES), ">=": fc.constantFrom(0.4, 1, 5, 15) }),
  fc.record({ measure: fc.constantFrom(...SCORES), top: fc.record({ count: fc.nat(4) }) }),
);
const edit = fc.record({
  first: fc.oneof(refill, condition, byScore),
  among: fc.constantFrom(undefined, { measure: "other", ">": 15 }, { measure: "stage", is: ["new"] }),
  within: fc.constantFrom(undefined, undefined, "region"),
  tieBreak: fc.constantFrom([], ["other"]),
  scoring: fc.record({
    among: fc.constantFrom(undefined, { measure: "stage", is: ["new"] }, { measure: "total", ">": 30 }),
    weight: fc.constantFrom(1, 3),
  }),
  newMonths: fc.constantFrom(3, 240),
  of: fc.constantFrom(["value", "other"], ["other"]),
  hasSegments: fc.boolean(),
  asOf: fc.constantFrom("2026-01-31", "2026-06-30"),
});
const steps = fc
  .tuple(
    fc.array(fc.oneof(refill, topCondition, condition, byScore), { maxLength: 2 }),
    fc.array(edit, { minLength: 2, maxLength: 4 }),
  )
  .map(([kept, edits]) =>
    edits.map(({ first, scoring, newMonths, of, hasSegments, asOf, ...scope }) => {
      const last = { measure: "value", top: { share: 0.7, crossing: "refill" } };
      const conditions = Object.fromEntries([...saysScores, first, ...kept, last].map((when, i) => [`r${i}`, when]));
      const tiers = { ...scope, rungs: rungs(conditions, "rest") };
      const measures = [
        { id: "total", type: "sum", of },
        { id: "stage", type: "lifecycle", firstPurchase: "first", newMonths },
        ...scores(scoring),
      ];
      return { source: documentWith({ measures, tiers, ...(hasSegments && { segments: tiers }) }), asOf };
    }),
  )
  .map((each) => each.filter(({ source }) => parsePreset(source).ok));

/** Measures of the same kinds over other columns, on another day. */
const measuring = fc.record({
  total: fc.record({ of: fc.constantFrom(["value", "other"], ["other"]) }),
  growth: fc.record({ previous: fc.constantFrom("value", "other"), minBase: fc.constantFrom(0, 15) }),
  quiet: fc.record({ of: fc.constantFrom("first", "last") }),
  cv: fc.record({ of: fc.constantFrom(["value", "other", "total"], ["total", "other", "other"]) }),
  kinds: fc.constantFrom({}, { distinct: "region" }, { distinct: "area" }),
  known: fc.record({ of: fc.constantFrom(["value", "growth"], ["region", "quiet"]) }),
  area: fc.record({ of: fc.constantFrom("region", "account") }),
  asOf: fc.constantFrom("2026-01-31", "2026-06-30"),
});
const KINDS = {
  total: { type: "sum" },
  growth: { type: "change", current: "total" },
  quiet: { type: "daysSince" },
  cv: { type: "variation" },
  kinds: { type: "count" },
  known: { type: "filled" },
  area: { type: "field" },
};
const asked = Object.entries({ total: 20, growth: 0, quiet: 30, cv: 0.2, kinds: 1, known: 2 }).map(
  ([measure, cut]) => ({ measure, ">=": cut }),
);
/** Every measure is asked for in every step, and words of one of them are looked for. */
const measuringSteps = fc.array(measuring, { minLength: 2, maxLength: 3 }).map((steps) =>
  steps.map(({ asOf, ...reads }) => {
    const measures = Object.entries(KINDS).map(([id, kind]) => ({ id, ...kind, ...reads[id as keyof typeof reads] }));
    const conditions = {
      a: { measure: "area", contains: "1" },
      b: { measure: "area", startsWith: ["n", "a2"] },
      c: { any: asked },
    };
    return { source: documentWith({ measures, tiers: { rungs: rungs(conditions, "rest") } }), asOf };
  }),
);

/** Two presets with any stages, and versions of the one with some of its parts taken from the other. */
const PARTS = ["gates", "segments", "tiers", "steadiness", "bumps", "flags", "rollUp", "currency"];
const stageSteps = stagedRows.chain((rows) =>
  fc
    .record({
      one: stagedDocument(),
      other: stagedDocument(),
      steps: fc.array(
        fc.record({
          taken: fc.oneof(fc.subarray(PARTS, { maxLength: 2 }), fc.constant<string[]>(["gates"])),
          asOf: fc.constantFrom("2026-01-31", "2026-01-31", "2026-06-30"),
          known: fc.constantFrom(0, 0, 1),
        }),
        { minLength: 2, maxLength: 5 },
      ),
      known: fc.tuple(knownOf(rows), knownOf(rows)),
    })
    .map(({ one, other, steps, known }) => ({
      rows,
      steps: steps
        .map(({ taken, asOf, known: which }) => ({
          source: { ...one, ...Object.fromEntries(taken.map((part) => [part, other[part]])) },
          options: { asOf, ...known[which as 0 | 1] },
        }))
        .filter(({ source }) => parsePreset(source).ok),
    })),
);

/** All that a run says, in one text. */
function saying(result: Run, rows: number, explained: Run): string {
  const { segment, tier, computedTier, flags, value, issues, stats } = result;
  const explanations = Array.from({ length: rows + 2 }, (_, row) => explain(explained, row));
  return JSON.stringify([
    [...(segment?.codes ?? [])],
    segment?.labels,
    [...tier.codes],
    tier.labels,
    [...computedTier.codes],
    flags.map(({ mask }) => [...mask]),
    Object.values(distancesOf(result)).map(({ values, by, measures }) => [[...values], [...by], measures]),
    [...value],
    issues,
    stats,
    explanations,
  ]);
}

describe("a run that takes over from an earlier one", () => {
  test("says the same as a fresh one, whatever was changed in between", () => {
    fc.assert(
      fc.property(accountRows, steps, (rows, steps) => {
        const table = tableOf(cellsOfRows(rows), accepted(documentWith()));
        let previousRun: Run | undefined;
        for (const { source, asOf } of steps) {
          const preset = accepted(source);
          const next = run(table, preset, { asOf, ...(previousRun && { previousRun }) });
          const fresh = run(table, preset, { asOf });
          expect(saying(next, rows.length, next)).toBe(saying(fresh, rows.length, fresh));
          previousRun = next;
        }
      }),
      { numRuns: 200 },
    );
  });

  test("measures what has changed, in itself or in what it reads", () => {
    fc.assert(
      fc.property(accountRows, measuringSteps, (rows, steps) => {
        const table = tableOf(cellsOfRows(rows), accepted(documentWith()));
        let previousRun: Run | undefined;
        for (const { source, asOf } of steps) {
          const preset = accepted(source);
          const next = run(table, preset, { asOf, ...(previousRun && { previousRun }) });
          const fresh = run(table, preset, { asOf });
          for (const condition of asked) {
            expect(next.facts.holds(condition, OPEN_SCOPE)).toEqual(fresh.facts.holds(condition, OPEN_SCOPE));
          }
          expect(saying(next, rows.length, next)).toBe(saying(fresh, rows.length, fresh));
          previousRun = next;
        }
      }),
      { numRuns: 100 },
    );
  });

  test("goes through the stages anew where gates, rows, currencies, overrides or reviews have changed", () => {
    fc.assert(
      fc.property(stageSteps, ({ rows, steps }) => {
        const [first] = steps;
        fc.pre(first !== undefined);
        const table = tableOf(cellsOfStaged(rows), accepted(first?.source));
        let previousRun: Run | undefined;
        for (const { source, options } of steps) {
          const preset = accepted(source);
          const next = run(table, preset, { ...options, ...(previousRun && { previousRun }) });
          const fresh = run(table, preset, options);
          expect(saying(next, rows.length, next)).toBe(saying(fresh, rows.length, fresh));
          previousRun = next;
        }
      }),
      { numRuns: 250 },
    );
  });

  const builtIn = BUILT_IN.get("revenue-share")!; // always there
  const table = tableOf([["Account", "Revenue"], ...oneColumn("value", [5, 4, 3, 2, 1]).slice(1)], builtIn);
  const first = run(table, builtIn, { asOf: "2026-01-31" });

  test.each([
    ["nothing", (text: string) => text, "2026-01-31", 0],
    ["a label", (text: string) => text.replace('"label":"Key"', '"label":"Top"'), "2026-01-31", 0],
  ])("computes nothing again where %s was changed", (_, edit, asOf, computed) => {
    const preset = accepted(edit(JSON.stringify(presetDocument(builtIn))));
    const { work } = run(table, preset, { asOf, previousRun: first });
    expect(work).toMatchObject({ computed });
    expect(work.reused).toBeGreaterThan(0);
  });

  test("works out a changed cut alone: its top, its mask, the climb", () => {
    const preset = BUILT_IN.get("high-medium-low")!; // always there
    const changed = accepted(JSON.stringify(presetDocument(preset)).replace('"percent":0.2', '"percent":0.4'));
    const table = tableOf(
      [
        ["Account", "Revenue"],
        ["x", 1],
        ["y", 2],
      ],
      preset,
    );
    const previousRun = run(table, preset, { asOf: "2026-01-31" });
    expect(run(table, changed, { asOf: "2026-01-31", previousRun }).work).toMatchObject({ computed: 3 });
  });

  test("takes nothing over from another table", () => {
    const other = tableOf(
      [
        ["Account", "Revenue"],
        ["x", 1],
      ],
      builtIn,
    );
    expect(run(other, builtIn, { asOf: "2026-01-31", previousRun: first }).work.reused).toBe(0);
  });
});
