import { expect, test } from "vitest";
import { isDate } from "../../../engine/measures/dates";
import { isFraction } from "../../../engine/measures/fractions";
import { accepted, documentWith, issueCodes, rungs, tiered } from "../samples";
import { parsePreset } from "../../../engine/index";
import { refusals } from "./refusals";

const preset = accepted(
  documentWith({
    measures: [
      { id: "growth", type: "change", current: "value", previous: "other" },
      { id: "unsteady", type: "variation", of: ["value", "other", "growth"] },
      { id: "score", type: "weighted", parts: [{ of: "value", weight: 1 }] },
      { id: "sameGrowth", type: "field", of: "growth" },
      { id: "filledTo", type: "field", of: "score.completeness" },
      { id: "sameValue", type: "field", of: "value" },
      { id: "since", type: "field", of: "first" },
      { id: "sinceAgain", type: "field", of: "since" },
      { id: "age", type: "daysSince", of: "first" },
      { id: "total", type: "sum", of: ["growth", "value"] },
    ],
  }),
);

test("a date is a date field, or a measure that passes one on", () => {
  const dates = ["first", "since", "sinceAgain"];
  const others = ["age", "value", "sameValue", "nobody", "score.completeness"];
  expect([...dates, ...others].filter((id) => isDate(id, preset))).toEqual(dates);
});

test("a part of a whole is a growth, an unsteadiness, a completeness, or a measure that passes one on", () => {
  const parts = ["growth", "unsteady", "score.completeness", "sameGrowth", "filledTo"];
  const others = ["value", "sameValue", "score", "score.basis", "total", "since", "nobody"];
  expect([...parts, ...others].filter((id) => isFraction(id, preset))).toEqual(parts);
});

test.each([
  [{ type: "lifecycle", firstPurchase: "first", lastPurchase: "nobody" }, "unknown-reference"],
  [{ type: "lifecycle", firstPurchase: "first", lastPurchase: "region" }, "wrong-measure-type"],
  [{ type: "expectedWhenNew", history: "nobody", expected: "value", lifecycle: "region" }, "unknown-reference"],
  [{ type: "expectedWhenNew", history: "value", expected: "first", lifecycle: "region" }, "wrong-measure-type"],
  [{ type: "expectedWhenNew", history: "value", expected: "other", lifecycle: "value" }, "wrong-measure-type"],
])("%j is refused for what it reads: %s", (measure, code) => {
  expect(refusals([{ id: "m", ...measure }])).toEqual([`${code} measures.0`]);
});

test("a top within a number is refused", () => {
  const top = { measure: "value", top: { count: 1, within: "other" } };
  const parsed = parsePreset(documentWith({ tiers: { rungs: rungs({ a: top }, "rest") } }));
  expect(parsed.ok ? [] : issueCodes(parsed)).toEqual(["wrong-measure-type"]);
});

test("a score of a number without a column is reported", () => {
  const measures = [{ id: "score", type: "quantileScore", of: "value" }];
  const { issues } = tiered([["account"], ["a"]], {}, { measures });
  expect(issues.filter(({ code }) => code === "measure-unmapped")).toMatchObject([
    { params: { id: "score", fields: ["value"] } },
  ]);
});
