import { expect, test } from "vitest";
import { measureSentence, weightShare } from "../../../addin/strings/measureSentence";
import { MEASURE_KINDS } from "../../../addin/strings/rules/measures";
import { parsePreset, type Preset } from "../../../engine/index";

const number = { type: "number", headers: [] };
const date = { type: "date", headers: [] };
const preset = presetOf({
  format: 1,
  id: "p",
  name: "P",
  fields: { account: { type: "text", headers: [] }, a: number, b: number, c: number, start: date, last: date },
  tiers: { rungs: [{ id: "t1", label: "Tier 1" }] },
});

function presetOf(document: unknown): Preset {
  const parsed = parsePreset(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.preset;
}

const over = { measure: "a", ">": 1 };
const SENTENCES = [
  [{ type: "sum", of: ["a", "b"] }, "the sum of A and B"],
  [{ type: "sum", of: ["a", "b", "c", "a", "b", "c"] }, "the sum of A, B, C, A, and 2 others"],
  [{ type: "field", of: "a" }, "A as it is"],
  [{ type: "firstOf", of: ["a", "b"] }, "A, else B"],
  [{ type: "lifecycle", firstPurchase: "start", newMonths: 1 }, "new for 1 month from Start"],
  [{ type: "lifecycle", firstPurchase: "start", lastPurchase: "last", lapsedMonths: 24 }, "new for 12 months from Start, lapsed 24 months after Last"],
  [{ type: "expectedWhenNew", history: "a", expected: "b", lifecycle: "account" }, "A, or B while Account is prospect or new"],
  [{ type: "change", current: "a", previous: "b" }, "growth of A over B"],
  [{ type: "daysSince", of: "start" }, "days since Start"],
  [{ type: "variation", of: ["a", "b", "c"] }, "how much A, B, and C differ"],
  [{ type: "count" }, "rows of the account"],
  [{ type: "count", distinct: "a" }, "different values of A"],
  [{ type: "filled", of: ["a", "b"] }, "how many are filled of A and B"],
  [{ type: "points", add: [{ when: over, add: 5 }] }, "+5 where A is over 1"],
  [{ type: "points", add: [{ when: over, add: -2 }, { when: over, add: 1 }] }, "-2 where A is over 1, and 1 other condition"],
  [{ type: "bands", of: "a", bands: [{ from: 0, points: 1 }, { from: 5, points: 2 }] }, "points by 2 bands of A"],
  [{ type: "quantileScore", of: "a", direction: "lower" }, "A as a score of 1 to 5, the lowest best"],
  [{ type: "scale", of: "a", method: "range", range: [0, 20], to: 5 }, "A from 0 to 5, for 0 to 20"],
  [{ type: "scale", of: "a", method: "minMax" }, "A from 0 to 100, from the lowest to the highest"],
  [{ type: "scale", of: "a", method: "percentRank" }, "A from 0 to 100, by rank"],
  [{ type: "scale", of: "a", method: "z" }, "A in standard deviations from the mean"],
  [{ type: "scale", of: "a", method: "z", to: 10 }, "A from 0 to 10, by distance from the mean"],
  [{ type: "weighted", parts: [{ of: "a", weight: 1 }, { of: "b", weight: 2 }] }, "the weighted mean of A (33.3%) and B (66.7%)"],
] as const; // prettier-ignore

test.each(SENTENCES)("%j reads: %s", (measure, sentence) => expect(measureSentence(measure, preset)).toBe(sentence));

test("every kind of measure has a sentence here", () => {
  expect(new Set(SENTENCES.map(([{ type }]) => type))).toEqual(new Set(Object.keys(MEASURE_KINDS)));
});

test.each([
  [{ type: "sum" }, "the sum of …"],
  [{ type: "points", add: [] }, "no points yet"],
  [{ type: "change", current: "a" }, "growth of A over …"],
  [{ type: "later", of: 1 }, 'kept as it is: {"type":"later","of":1}'],
  [null, "kept as it is: null"],
])("what is not complete, %j, reads: %s", (measure, sentence) => {
  expect(measureSentence(measure, preset)).toBe(sentence);
});

test("weights without a sum have no shares", () => {
  expect(weightShare([{ weight: 0 }, { weight: 0 }], 0)).toBeNull();
  expect(weightShare([{ weight: 1 }, { weight: "x" }], 0)).toBe(1);
});
