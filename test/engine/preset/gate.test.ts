import { describe, expect, test } from "vitest";
import { BUILT_IN, parsePreset, presetDocument } from "../../../engine/index";
import { documentWith, rungs } from "../samples";

const tiers = (conditions: Record<string, unknown>, more = {}) => ({
  tiers: { ...more, rungs: rungs(conditions, "rest") },
});
const value = (rest: object) => ({ measure: "value", ...rest });
const nested = (depth: number): unknown => (depth === 0 ? value({ ">": 0 }) : { not: nested(depth - 1) });
const words = (count: number) => Array.from({ length: count }, (_, i) => `w${i}`);
const labelled = (label: string) => ({ tiers: { rungs: [{ id: "all", label }] } });

/** The first issue as `code path`, or `accepted`. */
function verdict(source: unknown): string {
  const parsed = parsePreset(source);
  const issue = parsed.ok ? null : parsed.issues[0];
  return issue ? `${issue.code} ${issue.path.join(".")}`.trim() : "accepted";
}

describe("the text", () => {
  const text = JSON.stringify(documentWith());
  const padded = (bytes: number) => text.replace(/}$/, " ".repeat(bytes - text.length) + "}");
  test.each([
    ["256 KB", padded(256 * 1024), "accepted"],
    ["a byte more", padded(256 * 1024 + 1), "too-large"],
    ["a byte order mark", `\uFEFF${text}`, "accepted"],
    ["two of them", `\uFEFF\uFEFF${text}`, "not-json"],
    ["cut short", text.slice(0, -1), "not-json"],
    ["nothing", "", "not-json"],
    ["with a comment", `${text} // mine`, "not-json"],
    ["a word", '"preset"', "wrong-type"],
    ["a list", "[]", "wrong-type"],
    ["null", "null", "wrong-type"],
    ["a key that would be a prototype", '{"format": 1, "__proto__": {}}', "forbidden-key"],
    ["250,000 brackets", "[".repeat(250_000), "not-json"],
    ["250,000 brackets, closed", "[".repeat(125_000) + "]".repeat(125_000), /^too-deep/],
    ["big in bytes, not in signs", JSON.stringify(documentWith({ description: "€".repeat(90_000) })), "too-large"],
  ])("%s", (_, source, expected) => {
    expect(verdict(source)).toMatch(expected);
  });
});

describe("shape before meaning", () => {
  test.each([
    ["32 levels", { tiers: { rungs: rungs({ a: nested(27) }, "rest") } }, "accepted"],
    ["33 levels", { tiers: { rungs: rungs({ a: nested(28) }, "rest") } }, /^too-deep tiers/],
    [
      "11,000 words",
      tiers(Object.fromEntries(words(11).map((id) => [id, { measure: "region", is: words(1000).map((w) => w + id) }]))),
      "accepted",
    ],
    ["20,000 nodes", { x: Array.from({ length: 20_000 }, () => 0) }, "too-many-nodes"],
    ["constructor", { fields: { constructor: {} } }, "forbidden-key fields"],
    ["prototype", { play: [{ prototype: 1 }] }, "forbidden-key play.0"],
    [
      "toString as a field",
      { fields: { ...(documentWith().fields as object), toString: { type: "text", headers: [] } } },
      "accepted",
    ],
    ["constructor as a rung", { tiers: { rungs: [{ id: "constructor", label: "All" }] } }, "accepted"],
    ["__proto__ as a rung", { tiers: { rungs: [{ id: "__proto__", label: "All" }] } }, "bad-text tiers.rungs.0.id"],
  ])("%s", (_, changes, expected) => {
    expect(verdict(documentWith(changes as Record<string, unknown>))).toMatch(expected);
  });
});

describe("the format", () => {
  test.each([
    [1, "accepted"],
    [2, "newer-format format"],
    [0, "unknown-format format"],
    ["1", "not-an-option format"],
    [null, "not-an-option format"],
    [undefined, "missing format"],
  ])("%j", (format, expected) => {
    expect(verdict({ ...documentWith(), format })).toBe(expected);
  });
});

describe("one wrong thing, and its near miss", () => {
  test.each([
    [{ name: 5 }, "wrong-type name"],
    [{ name: undefined }, "missing name"],
    [{ name: "" }, "bad-text name"],
    [{ name: "x".repeat(64) }, "accepted"],
    [{ name: "x".repeat(65) }, "too-many name"],
    [{ version: 1.5 }, "wrong-type version"],
    [{ version: 0 }, "out-of-range version"],
    [{ colour: "red" }, "unknown-key"],
    [{ fields: {} }, "missing fields"],
    [{ fields: { account: { type: "number", headers: [] } } }, "not-an-option fields.account.type"],
    [{ fields: { "a b": { type: "text", headers: [] } } }, "bad-text fields.a b"],
    [{ tiers: { rungs: [] } }, "too-few tiers.rungs"],
    [tiers(Object.fromEntries(words(11).map((id, i) => [id, value({ top: { count: i } })]))), "accepted"],
    [tiers(Object.fromEntries(words(12).map((id, i) => [id, value({ top: { count: i } })]))), "too-many tiers.rungs"],
    [{ measures: [{ id: "m", type: "sum", of: [] }] }, "too-few measures.0.of"],
    [{ measures: [{ id: "m", type: "sum" }] }, "missing measures.0.of"],
    [{ measures: [{ id: "m", type: "eval", of: "value" }] }, "unknown-measure measures.0.type"],
    [tiers({ a: "value > 5" }), "not-a-condition tiers.rungs.0.when"],
    [tiers({ a: { measure: "value" } }), "unknown-condition tiers.rungs.0.when"],
    [tiers({ a: { measure: "value", matches: ".*" } }), "unknown-condition tiers.rungs.0.when"],
    [tiers({ a: value({ ">=": 1, "<": 5 }) }), "two-conditions tiers.rungs.0.when"],
    [tiers({ a: value({ ">=": "5" }) }), "wrong-type tiers.rungs.0.when.>="],
    [tiers({ a: value({ ">=": 1e15 }) }), "accepted"],
    [tiers({ a: value({ ">=": 1.1e15 }) }), "out-of-range tiers.rungs.0.when.>="],
    [tiers({ a: { ">=": 5 } }), "missing tiers.rungs.0.when.measure"],
    [tiers({ a: value({ between: [5, 5] }) }), "cuts-not-ascending tiers.rungs.0.when.between"],
    [tiers({ a: { any: [] } }), "too-few tiers.rungs.0.when.any"],
    [
      tiers({ a: { all: [{ not: value({ top: { share: 2 } }) }] } }),
      "out-of-range tiers.rungs.0.when.all.0.not.top.share",
    ],
    [tiers({ a: value({ top: { share: 0.3, percent: 0.3 } }) }), "one-of tiers.rungs.0.when.top"],
    [tiers({ a: value({ top: { share: 0.3, ties: "with" } }) }), "not-an-option tiers.rungs.0.when.top.ties"],
    [tiers({ a: value({ top: { count: 1.5 } }) }), "wrong-type tiers.rungs.0.when.top.count"],
  ])("%j: %s", (changes, expected) => {
    expect(verdict(documentWith(changes))).toBe(expected);
  });
});

describe("labels are written into cells", () => {
  test.each(["Tier 1", "1", "(none)", "[A]", "{x}", "<1M", "Ä", "מפתח", "重点", "A=B", "x-1", "A 😀"])(
    "%j may",
    (label) => {
      expect(verdict(documentWith(labelled(label)))).toBe("accepted");
    },
  );
  test.each([
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "'A",
    " A",
    "\tA",
    "",
    "😀",
    "A\u0000",
    "A\nB",
    "A\u202eB",
    "A\u200f",
    "A\u2066B",
    "A\ud800",
    "A\uffff",
  ])("%j may not", (label) => {
    expect(verdict(documentWith(labelled(label)))).toBe("bad-text tiers.rungs.0.label");
  });
});

test("at most twenty issues are given", () => {
  const parsed = parsePreset(
    documentWith(tiers(Object.fromEntries(words(11).map((id) => [id, { a: 1, b: 2 }])), { x: 1 })),
  );
  expect(parsed.ok ? 0 : parsed.issues.length).toBe(12);
  const many = documentWith({ measures: words(30).map((id) => ({ id, type: "eval" })) });
  expect(parsePreset(many)).toMatchObject({ ok: false, issues: { length: 20 } });
});

test.each([...BUILT_IN])("%s is accepted again from its document, unchanged", (_, preset) => {
  const text = JSON.stringify(presetDocument(preset));
  const parsed = parsePreset(text);
  expect(parsed.ok && JSON.stringify(presetDocument(parsed.preset))).toBe(text);
});

describe("what is no condition or no measure is named", () => {
  const measured = (measure: unknown) => ({ measures: [measure] });
  const two = value({ ">=": 1, is: ["a"] });
  test.each([
    [{ gates: [{ id: "g", else: { exclude: "Out" } }] }, "missing", "gates.0.when", { expected: "condition" }],
    [tiers({ a: null }), "not-a-condition", "tiers.rungs.0.when", {}],
    [tiers({ a: [] }), "not-a-condition", "tiers.rungs.0.when", {}],
    [tiers({ a: {} }), "not-a-condition", "tiers.rungs.0.when", {}],
    [tiers({ a: value({ matches: ".*" }) }), "unknown-condition", "tiers.rungs.0.when", { keys: ["measure", "matches"] }], // prettier-ignore
    [tiers({ a: two }), "two-conditions", "tiers.rungs.0.when", { keys: [">=", "is"] }],
    [measured(5), "wrong-type", "measures.0", { expected: "object" }],
    [measured(null), "wrong-type", "measures.0", { expected: "object" }],
    [measured([]), "wrong-type", "measures.0", { expected: "object" }],
    [measured({ id: "m" }), "missing", "measures.0.type", { expected: "string" }],
    [measured({ id: "m", type: 5 }), "wrong-type", "measures.0.type", { expected: "string" }],
    [measured({ id: "m", type: "eval" }), "unknown-measure", "measures.0.type", { part: "eval" }],
  ])("%j: %s", (changes, code, path, params) => {
    const parsed = parsePreset(documentWith(changes));
    const found = parsed.ok ? [] : parsed.issues.map((issue) => ({ ...issue, path: issue.path.join(".") }));
    expect(found).toMatchObject([{ code, path, params }]);
  });
});
