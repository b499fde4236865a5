import { expect, test } from "vitest";
import { parsePreset } from "../../../engine/index";
import { documentWith } from "../samples";
import { everyPartWith } from "./hostile/family";

/** What the first issue names: without it the sentence about it would say nothing. */
function named(source: unknown): unknown {
  const parsed = parsePreset(source);
  const issue = parsed.ok ? null : parsed.issues[0];
  return issue && [issue.code, issue.params];
}

test.each<[string, string, unknown, string, object]>([
  ["a roll-up by nothing", "rollUp.by", "nothing", "unknown-reference", { id: "nothing" }],
  ["a roll-up by a number", "rollUp.by", "revenue", "wrong-measure-type", { id: "revenue", expected: "text" }],
  ["an amount twice", "currency.of", ["revenue", "revenue"], "repeated-id", { id: "revenue" }],
  ["a rate twice", "currency.rates", { USD: 1, usd: 1 }, "repeated-id", { id: "usd" }],
  ["a base that is not 1", "currency.rates", { EUR: 2 }, "not-an-option", { options: ["1"] }],
  ["a column twice", "columns", ["tier", "tier"], "repeated-id", { id: "tier" }],
])("%s is named", (_, path, value, code, params) => {
  expect(named(everyPartWith(path, value))).toEqual([code, params]);
});

const LAST = { id: "rest", label: "Rest" };
const first = (more: object) => ({ id: "a", label: "A", when: { measure: "value", ">": 0 }, ...more });
const tiers = (...rungs: object[]) => documentWith({ tiers: { rungs: [...rungs, LAST] } });

test.each<[string, unknown, string, object]>([
  ["an id twice", tiers(first({}), first({ id: "A", label: "B" })), "repeated-id", { id: "A" }],
  ["a label twice", tiers(first({}), first({ id: "b", label: "a" })), "repeated-id", { id: "a" }],
  ["a word of ours", tiers(first({ label: "unrated" })), "reserved-id", { id: "unrated" }],
  ["a tier that nobody reaches", tiers({ id: "a", label: "A" }), "rung-unreachable", { id: "rest" }],
  ["a column that is not there", documentWith({ columns: ["segment"] }), "unknown-reference", { id: "segment" }],
  [
    "two limits",
    tiers(first({ capacity: { rankBy: "value", max: 5, perOwner: 1 } })),
    "one-of",
    { keys: ["max", "perOwner"] },
  ],
  [
    "owners without a limit",
    tiers(first({ capacity: { rankBy: "value", max: 5, owners: 3 } })),
    "missing",
    { expected: "perOwner" },
  ],
  [
    "more than there is",
    tiers(first({ capacity: { rankBy: "value", min: 7, perOwner: 2, owners: 3 } })),
    "out-of-range",
    { most: 6 },
  ],
  ["more than the limit", tiers(first({ capacity: { rankBy: "value", min: 6, max: 5 } })), "out-of-range", { most: 5 }],
  ["a newer format", { ...documentWith(), format: 2 }, "newer-format", { format: 2, newest: 1 }],
  ["an older format", { ...documentWith(), format: 0 }, "unknown-format", { format: 0, newest: 1 }],
  ["a key twice", '{"format": 1, "format": 1}', "duplicate-key", { key: "format" }],
])("%s is named", (_, source, code, params) => {
  expect(named(source)).toEqual([code, params]);
});

test.each([
  [{ on: "rose", flag: "f" }, "not-an-option", { options: ["flagged"] }],
  [{ on: "flagged", flag: "nothing" }, "unknown-reference", { id: "nothing" }],
  [{ on: "growing" }, "unknown-reference", { id: "growing" }],
  [{ on: "rose", from: ["nothing"] }, "unknown-reference", { id: "nothing" }],
])("what an alert asks for is named: %j", (asked, code, params) => {
  const flags = [{ id: "f", label: "F", when: { measure: "value", ">": 0 } }];
  const alert = { id: "x", from: [], severity: "high", dueDays: 5, ...asked };
  expect(named(documentWith({ flags, review: { alerts: [alert] } }))).toEqual([code, params]);
});

const measured = (...measures: object[]) => documentWith({ measures });
const sum = (id: string, ...of: string[]) => ({ id, type: "sum", of });
const compared = (when: object) => tiers(first({ when }));

test.each<[string, unknown, string, object]>([
  ["what was meant in place of a number", { ...documentWith(), name: 5 }, "wrong-type", { expected: "string" }],
  ["what is not there", { ...documentWith(), name: undefined }, "missing", { expected: "string" }],
  ["what nobody knows", documentWith({ colour: "red", shape: "round" }), "unknown-key", { keys: ["colour", "shape"] }],
  ["how long a name may be", documentWith({ name: "x".repeat(65) }), "too-many", { most: 64 }],
  ["how many there must be", everyPartWith("currency.of", []), "too-few", { least: 1 }],
  ["how much there may be", everyPartWith("tiers.rungs.0.capacity.incumbentBuffer", 2), "out-of-range", { most: 1 }],
  ["how little there may be", everyPartWith("tiers.rungs.0.capacity.max", -1), "out-of-range", { least: 0 }],
  ["what it must be over", everyPartWith("currency.rates", { USD: 0 }), "out-of-range", { over: 0 }],
  [
    "what may be chosen",
    everyPartWith("fields.region.type", "word"),
    "not-an-option",
    { options: ["text", "number", "date", "boolean"] },
  ],
  [
    "what would have to be chosen",
    everyPartWith("fields.region.type"),
    "missing",
    { expected: "text | number | date | boolean" },
  ],
  ["a sign too many", documentWith({ name: "=1" }), "bad-text", {}],
  [
    "keys of which there is to be one",
    compared({ measure: "value", top: {} }),
    "one-of",
    { keys: ["share", "percent", "count"] },
  ],
  ["forms of which there is to be one", everyPartWith("gates.1.else", {}), "one-of", { keys: ["exclude", "maxTier"] }],
  ["a key that no form has", everyPartWith("gates.1.else", { move: 1 }), "unknown-key", { keys: ["move"] }],
  [
    "types of which one would do",
    everyPartWith("steadiness.band", "x"),
    "wrong-type",
    { expected: "number or object" },
  ],
  ["a measure that nobody knows", measured(sum("m", "score")), "unknown-reference", { id: "score" }],
  ["a text in a sum", measured(sum("m", "region")), "wrong-measure-type", { id: "region", expected: "number" }],
  [
    "a number as a day",
    measured({ id: "m", type: "lifecycle", firstPurchase: "value" }),
    "wrong-measure-type",
    { id: "value", expected: "date" },
  ],
  ["a measure in a circle", measured(sum("a", "b"), sum("b", "a")), "measure-cycle", { id: "b" }],
  ["a measure's word of ours", measured(sum("tier", "value")), "reserved-id", { id: "tier" }],
  [
    "a field's word of ours",
    everyPartWith("fields.segment", { type: "text", headers: [] }),
    "reserved-id",
    { id: "segment" },
  ],
  [
    "the account that is no text",
    everyPartWith("fields.account.type", "number"),
    "not-an-option",
    { options: ["text"] },
  ],
  ["the account that is not there", documentWith({ fields: {} }), "missing", { expected: "account" }],
  [
    "a top in a measure's condition",
    everyPartWith("measures.9.add.0.when", { measure: "revenue", top: { count: 1 } }),
    "top-not-allowed",
    {},
  ],
  [
    "a cut that does not rise",
    tiers(first({ when: { measure: "value", top: { share: 0.8 } } }), {
      ...first({ when: { measure: "value", top: { share: 0.3 } } }),
      id: "b",
      label: "B",
    }),
    "cuts-not-ascending",
    { cut: 0.3 },
  ],
  ["too deep", documentWith({ description: nested(40) }), "too-deep", { most: 32 }],
  ["too many", documentWith({ x: Array.from({ length: 20_000 }, () => 0) }), "too-many-nodes", { most: 20_000 }],
  ["too large", " ".repeat(300_000), "too-large", { most: 262_144 }],
  ["a key that would be a prototype", '{"a": {"__proto__": 1}}', "forbidden-key", { key: "__proto__" }],
])("%s is named", (_, source, code, params) => {
  expect(named(source)).toEqual([code, params]);
});

function nested(depth: number): unknown {
  return depth === 0 ? "in" : [nested(depth - 1)];
}

test("a fault is named once: not again of what reads it", () => {
  const parsed = parsePreset(measured(sum("a", "a"), sum("b", "a"), { id: "c", type: "field", of: "b" }));
  expect(parsed).toEqual({
    ok: false,
    issues: [{ path: ["measures", 0], code: "measure-cycle", params: { id: "a" } }],
  });
});
