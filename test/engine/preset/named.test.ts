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
