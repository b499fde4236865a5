import { describe, expect, test } from "vitest";
import { parsePreset } from "../../../engine/index";
import { documentWith, rungs } from "../samples";

const tiers = (conditions: Record<string, unknown>, more = {}) => ({
  tiers: { ...more, rungs: rungs(conditions, "rest") },
});
const value = (rest: object) => ({ measure: "value", ...rest });
const sum = (id: string, ...of: string[]) => ({ id, type: "sum", of });
const segments = {
  rungs: [
    { id: "key", label: "Key", when: value({ ">": 5 }) },
    { id: "other", label: "Other" },
  ],
};

function verdicts(changes: Record<string, unknown>): string[] {
  const parsed = parsePreset(documentWith(changes));
  return parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path.join(".")}`);
}

describe("references", () => {
  test.each([
    ["to nothing", tiers({ a: { measure: "score", ">": 1 } }), ["unknown-reference tiers.rungs.0.when"]],
    [
      "to a prototype's property",
      tiers({ a: { measure: "toString", blank: true } }),
      ["unknown-reference tiers.rungs.0.when"],
    ],
    [
      "to a side there is not",
      { measures: [sum("m", "value")], ...tiers({ a: { measure: "m.basis", is: ["x"] } }) },
      ["unknown-reference tiers.rungs.0.when"],
    ],
    [
      "deep inside",
      tiers({ a: { any: [{ not: value({ top: { count: 1, among: { measure: "who", blank: true } } }) }] } }),
      ["unknown-reference tiers.rungs.0.when"],
    ],
    [
      "of a list",
      tiers({ a: value({ top: { count: 1, within: "owner" } }) }),
      ["unknown-reference tiers.rungs.0.when"],
    ],
    [
      "to a word that a life stage never is",
      {
        measures: [
          { id: "m", type: "lifecycle", firstPurchase: "first" },
          {
            id: "p",
            type: "points",
            add: [{ when: { not: { measure: "m", is: ["Established", "establised"] } }, add: 1 }],
          },
        ],
      },
      ["unknown-reference measures.1"],
    ],
    ["of a list to a number", tiers({}, { within: "value" }), ["wrong-measure-type tiers.within"]],
    ["of a tie-break to text", tiers({}, { tieBreak: ["value", "region"] }), ["wrong-measure-type tiers.tieBreak.1"]],
    ["a number as text", tiers({ a: value({ is: ["5"] }) }), ["wrong-measure-type tiers.rungs.0.when"]],
    ["text as a number", tiers({ a: { measure: "region", ">": 5 } }), ["wrong-measure-type tiers.rungs.0.when"]],
    ["the sum of text", { measures: [sum("m", "region")] }, ["wrong-measure-type measures.0"]],
    ["the sum of dates", { measures: [sum("m", "first")] }, ["wrong-measure-type measures.0"]],
    [
      "a lifecycle by a number",
      { measures: [{ id: "m", type: "lifecycle", firstPurchase: "value" }] },
      ["wrong-measure-type measures.0"],
    ],
    [
      "a lifecycle by a date under another name",
      {
        measures: [
          { id: "d", type: "field", of: "first" },
          { id: "m", type: "lifecycle", firstPurchase: "d" },
        ],
      },
      [],
    ],
    ["a date that is compared", tiers({ a: { measure: "first", ">": 45000 } }), []],
    ["to the segment from a tier", { segments, ...tiers({ a: { measure: "segment", is: ["KEY"] } }) }, []],
    [
      "to a segment there is not",
      { segments, ...tiers({ a: { not: { measure: "segment", is: ["key", "kye"] } } }) },
      ["unknown-reference tiers.rungs.0.when"],
    ],
    [
      "to the segment, without any",
      tiers({ a: { measure: "segment", is: ["key"] } }),
      ["unknown-reference tiers.rungs.0.when"],
    ],
    [
      "to the segment from a segment",
      { segments: { ...segments, among: { measure: "segment", is: ["key"] } } },
      ["unknown-reference segments.among"],
    ],
    [
      "to the tier from a tier",
      tiers({ a: { measure: "tier", is: ["rest"] } }),
      ["unknown-reference tiers.rungs.0.when"],
    ],
    [
      "to a tier of the review",
      { review: { freshnessDays: { t9: 30 } } },
      ["unknown-reference review.freshnessDays.t9"],
    ],
    ["to the column of segments, without any", { columns: ["segment"] }, ["unknown-reference columns.0"]],
  ])("%s", (_, changes, expected) => {
    expect(verdicts(changes)).toEqual(expected);
  });
});

describe("measures that read each other", () => {
  test.each([
    ["in any order", [sum("a", "b"), sum("b", "c"), sum("c", "value")], []],
    ["itself", [sum("a", "a")], ["measure-cycle measures.0"]],
    [
      "in a circle",
      [sum("a", "b"), sum("b", "c"), sum("c", "a")],
      ["measure-cycle measures.0", "measure-cycle measures.1", "measure-cycle measures.2"],
    ],
    ["into a circle", [sum("a", "b"), sum("b", "b")], ["measure-cycle measures.1"]],
    ["into nothing", [sum("a", "b"), sum("b", "nothing")], ["unknown-reference measures.1"]],
  ])("%s", (_, measures, expected) => {
    expect(verdicts({ measures, ...tiers({ t: { measure: "a", ">": 1 } }) })).toEqual(expected);
  });
});

describe("ids", () => {
  test.each([
    ["of a measure and a field", { measures: [sum("value", "other")] }, ["repeated-id measures.0.id"]],
    ["of two measures", { measures: [sum("m", "other"), sum("m", "value")] }, ["repeated-id measures.1.id"]],
    ["segment", { measures: [sum("segment", "other")] }, ["reserved-id measures.0.id"]],
    [
      "of two rungs",
      {
        tiers: {
          rungs: [
            { id: "a", label: "A", when: value({ ">": 1 }) },
            { id: "A", label: "B" },
          ],
        },
      },
      ["repeated-id tiers.rungs.1.id"],
    ],
    [
      "labels of two rungs",
      {
        tiers: {
          rungs: [
            { id: "a", label: "Key", when: value({ ">": 1 }) },
            { id: "b", label: "KEY" },
          ],
        },
      },
      ["repeated-id tiers.rungs.1.label"],
    ],
    [
      "a label that rows without an account get",
      { tiers: { rungs: [{ id: "t", label: "UNRATED" }] } },
      ["reserved-id tiers.rungs.0.label"],
    ],
    ["of a segment and a tier", { segments, tiers: { rungs: [{ id: "key", label: "Key" }] } }, []],
    ["columns", { columns: ["tier", "tier"] }, ["repeated-id columns.1"]],
  ])("%s", (_, changes, expected) => {
    expect(verdicts(changes)).toEqual(expected);
  });
});

describe("rungs that nobody can reach", () => {
  const at = (...shares: number[]) =>
    tiers(Object.fromEntries(shares.map((share, i) => [`r${i}`, value({ top: { share } })])));
  const by = (...tests: object[]) => tiers(Object.fromEntries(tests.map((each, i) => [`r${i}`, value(each)])));
  test.each([
    [at(0.3, 0.8), []],
    [at(0.8, 0.3), ["cuts-not-ascending tiers.rungs.1.when.top"]],
    [at(0.3, 0.3), ["cuts-not-ascending tiers.rungs.1.when.top"]],
    [by({ top: { count: 10 } }, { top: { percent: 0.1 } }), []],
    [by({ top: { count: 10 } }, { top: { count: 5, order: "asc" } }), []],
    [by({ top: { count: 10 } }, { top: { count: 5, within: "region" } }), []],
    [by({ ">=": 100 }, { ">=": 50 }), []],
    [by({ ">=": 50 }, { ">=": 100 }), ["rung-unreachable tiers.rungs.1.when"]],
    [by({ ">=": 50 }, { ">": 50 }), ["rung-unreachable tiers.rungs.1.when"]],
    [by({ ">": 50 }, { ">=": 50 }), []],
    [by({ "<": 50 }, { "<=": 50 }, { "<": 40 }), ["rung-unreachable tiers.rungs.2.when"]],
    [by({ ">=": 50 }, { "<": 10 }), []],
    [
      {
        tiers: {
          rungs: [
            { id: "a", label: "A" },
            { id: "b", label: "B" },
          ],
        },
      },
      ["rung-unreachable tiers.rungs.0.when"],
    ],
    [{ tiers: { rungs: [{ id: "a", label: "A", when: value({ ">": 1 }) }] } }, ["last-rung-closed tiers.rungs.0.when"]],
  ])("%j", (changes, expected) => {
    expect(verdicts(changes)).toEqual(expected);
  });
});

test.each([
  [tiers({}, { among: value({ top: { count: 1 } }) }), ["top-not-allowed tiers.among"]],
  [
    tiers({ a: value({ top: { count: 1, among: { not: value({ top: { count: 2 } }) } } }) }),
    ["top-not-allowed tiers.rungs.0.when"],
  ],
  [tiers({ a: { not: { any: [value({ top: { count: 1 } })] } } }), []],
])("a top stands in rungs, not in populations: %j", (changes, expected) => {
  expect(verdicts(changes)).toEqual(expected);
});
