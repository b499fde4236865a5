import { documentWith, rungs } from "../samples";

const isNew = { measure: "stage", is: ["new", "established"] };

/** Every kind of measure, and conditions of every kind on them. */
const measures = [
  { id: "total", type: "sum", of: ["value", "other"] },
  { id: "stage", type: "lifecycle", firstPurchase: "first", lastPurchase: "last", newMonths: 6 },
  { id: "worth", type: "expectedWhenNew", history: "value", expected: "other", lifecycle: "stage" },
  { id: "either", type: "firstOf", of: ["other", "value"] },
  { id: "growth", type: "change", current: "value", previous: "other" },
  { id: "quiet", type: "daysSince", of: "last" },
  { id: "cv", type: "variation", of: ["value", "other", "total"] },
  { id: "rows", type: "count" },
  { id: "regions", type: "count", distinct: "region" },
  { id: "known", type: "filled", of: ["value", "region", "quiet", "isClient"] },
  { id: "place", type: "field", of: "region" },
  { id: "banded", type: "bands", of: "total", bands: [{ from: 15, points: 1 }, { from: 40, points: 10 }] }, // prettier-ignore
  {
    id: "bonus",
    type: "points",
    add: [
      { when: { measure: "place", startsWith: "n" }, add: 10 },
      { when: { measure: "isClient", is: ["yes"] }, add: 5 },
      { when: { not: { measure: "total", "<": 20 } }, add: -3 },
    ],
  },
  { id: "ranked", type: "scale", of: "total", method: "percentRank", to: 15, among: isNew },
  { id: "held", type: "scale", of: "value", method: "range", range: [0, 40] },
  { id: "spread", type: "scale", of: "other", method: "minMax", winsorise: 0.1 },
  { id: "z", type: "scale", of: "total", method: "z" },
  { id: "quintile", type: "quantileScore", of: "value" },
  {
    id: "score",
    type: "weighted",
    minCompleteness: 0.3,
    parts: [
      { of: "ranked", weight: 2 },
      { of: "bonus", weight: 1 },
      { of: "spread", weight: 1 },
    ],
  },
];

export const everyMeasure = documentWith({
  measures,
  gates: [
    { id: "g0", when: { measure: "score.completeness", ">=": 0.3 }, else: { exclude: "Insufficient data" } },
    { id: "g1", when: { not: { measure: "value", unreadable: true } }, else: { maxTier: "r4" } },
  ],
  segments: {
    among: isNew,
    tieBreak: ["other"],
    rungs: rungs(
      {
        s0: { measure: "worth", top: { share: 0.3, outside: "compare" } },
        s1: { measure: "worth", top: { share: 0.7, ties: "up", outside: "compare" } },
        s2: { measure: "worth.basis", is: ["expected"] },
      },
      "sRest",
    ),
  },
  tiers: {
    tieBreak: ["value"],
    rungs: [
      {
        id: "r0",
        label: "r0",
        when: {
          all: [
            { measure: "segment", is: ["s0"] },
            { measure: "score", ">=": 5 },
          ],
        },
      },
      {
        id: "r1",
        label: "r1",
        when: {
          any: [
            { measure: "score", top: { count: 3 } },
            { measure: "quintile", between: [5, 6] },
          ],
        },
        capacity: { max: 3, rankBy: "score", per: "region" },
      },
      { id: "r2", label: "r2", when: { measure: "total", top: { percent: 0.3, within: "region", ties: "with" } } },
      { id: "r3", label: "r3", when: { measure: "total", top: { share: 0.5, crossing: "refill" } } },
      {
        id: "r4",
        label: "r4",
        when: {
          any: [
            { measure: "growth", ">": 0 },
            { measure: "cv", "<": 0.3 },
          ],
        },
      },
      { id: "rest", label: "rest" },
    ],
  },
  bumps: {
    budget: 3,
    rules: [{ id: "b0", reason: "b0", when: { measure: "known", ">=": 3 }, move: 1 }],
  },
  flags: [
    { id: "f0", label: "f0", when: { measure: "quiet", ">": 30 } },
    { id: "f1", label: "f1", when: { measure: "tier", is: ["r0", "r1"] } },
    { id: "f2", label: "f2", when: { any: ["banded", "z", "held", "regions"].map((measure) => ({ measure, ">=": 1 })) } }, // prettier-ignore
    { id: "f3", label: "f3", when: { measure: "region", blank: true } },
  ],
});
