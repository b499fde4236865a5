import { expect, test } from "vitest";
import { readables } from "../../../engine/preset/values";
import { isLabel } from "../../../engine/preset/parts";
import { accepted, documentWith } from "../samples";

test("what conditions can look at: fields, measures and what they tell beside, each with its type and words", () => {
  const measures = [
    { id: "growth", type: "change", current: "value", previous: "other" },
    { id: "again", type: "field", of: "growth" },
    { id: "since", type: "field", of: "first" },
    { id: "life", type: "lifecycle", firstPurchase: "since" },
    { id: "worth", type: "expectedWhenNew", history: "value", expected: "other", lifecycle: "life" },
    { id: "score", type: "weighted", parts: [{ of: "value", weight: 1 }] },
  ];
  const found = readables(accepted(documentWith({ measures })));
  const none = { isFraction: false, words: null };
  expect(found).toEqual([
    { id: "account", type: "text", ...none },
    { id: "value", type: "number", ...none },
    { id: "other", type: "number", ...none },
    { id: "region", type: "text", ...none },
    { id: "isClient", type: "boolean", ...none },
    { id: "first", type: "date", ...none },
    { id: "last", type: "date", ...none },
    { id: "growth", type: "number", isFraction: true, words: null },
    { id: "again", type: "number", isFraction: true, words: null },
    { id: "since", type: "date", ...none },
    { id: "life", type: "text", isFraction: false, words: ["prospect", "new", "lapsed", "established"] },
    { id: "worth", type: "number", ...none },
    { id: "worth.basis", type: "text", isFraction: false, words: ["history", "expected"] },
    { id: "score", type: "number", ...none },
    { id: "score.completeness", type: "number", isFraction: true, words: null },
  ]);
});

test.each([
  ["", false],
  ["A", true],
  ["x".repeat(64), true],
  ["x".repeat(65), false],
  ["=A", false],
])("%j may stand where a label does: %s", (text, expected) => {
  expect(isLabel(text)).toBe(expected);
});
