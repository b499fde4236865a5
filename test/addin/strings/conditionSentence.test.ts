import { expect, test } from "vitest";
import { conditionPhrase, conditionSentence } from "../../../addin/strings/conditionSentence";
import { parsePreset, type Preset } from "../../../engine/index";

const preset = presetOf({
  format: 1,
  id: "p",
  name: "P",
  fields: {
    account: { type: "text", label: "Account", headers: [] },
    revenue: { type: "number", label: "Revenue", headers: [] },
    before: { type: "number", label: "Revenue before", headers: [] },
    since: { type: "date", label: "Customer since", headers: [] },
    industry: { type: "text", label: "Industry", headers: [] },
    logo: { type: "boolean", label: "Logo", headers: [] },
  },
  measures: [
    { id: "growth", type: "change", current: "revenue", previous: "before" },
    { id: "life", type: "lifecycle", firstPurchase: "since" },
  ],
  segments: { rungs: [{ id: "s1", label: "Strategic", when: { measure: "revenue", ">": 1 } }, { id: "s2", label: "Rest" }] },
  tiers: { rungs: [{ id: "t1", label: "Tier 1" }] },
}); // prettier-ignore

function presetOf(document: unknown): Preset {
  const parsed = parsePreset(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.preset;
}

/** 31 January 2026, as Excel counts days. */
const DAY = 46053;
const big = { measure: "revenue", ">=": 100_000 };
const grows = { measure: "growth", ">": 0.125 };

test.each([
  [big, "Revenue is at least 100,000"],
  [grows, "Growth is over 12.5%"],
  [{ measure: "since", "<": DAY }, "Customer since is before Jan 31, 2026"],
  [{ measure: "revenue", "!=": 0.000001 }, "Revenue is other than 0.000001"],
  [{ measure: "revenue", between: [10, 20] }, "Revenue is from 10 to under 20"],
  [{ measure: "since", between: [DAY, DAY + 1] }, "Customer since is from Jan 31, 2026 to before Feb 1, 2026"],
  [{ measure: "segment", is: ["s1"] }, "Segment is Strategic"],
  [{ measure: "tier", is: ["t1"] }, "Tier is Tier 1"],
  [{ measure: "logo", is: ["yes"] }, "Logo is yes"],
  [{ measure: "industry", is: ["Bank", "Shop"] }, 'Industry is "Bank" or "Shop"'],
  [{ measure: "industry", contains: "bank" }, 'Industry contains "bank"'],
  [{ measure: "industry", startsWith: [..."abcdef"] }, 'Industry begins with "a", "b", "c", "d", or 2 other words'],
  [{ measure: "revenue", blank: true }, "Revenue is blank"],
  [{ measure: "revenue", blank: false }, "Revenue is filled"],
  [{ measure: "revenue", unreadable: true }, "Revenue cannot be read"],
  [{ measure: "revenue", top: { share: 0.3 } }, "Among the top 30% of Revenue"],
  [{ measure: "revenue", top: { percent: 0.2, order: "asc" } }, "Among the lowest 20% of accounts by Revenue"],
  [
    { measure: "revenue", top: { count: 1, within: "industry", among: { measure: "life", is: ["new"] } } },
    'Among the top 1 account by Revenue, by each Industry, of accounts where Life is new',
  ],
  [{ all: [big, { any: [grows, big] }] }, "All of: Revenue is at least 100,000; (any of: Growth is over 12.5%; Revenue is at least 100,000)"],
  [{ not: { all: [big] } }, "Not: (all of: Revenue is at least 100,000)"],
])("%j reads: %s", (condition, sentence) => expect(conditionSentence(condition, preset)).toBe(sentence)); // prettier-ignore

test.each([
  [undefined, "Nothing is asked yet"],
  [{ all: [] }, "All of: nothing yet"],
  [{ measure: "industry", is: [] }, "Industry is …"],
  [{ measure: "revenue", ">=": "many" }, "Revenue is at least …"],
  [{ measure: "revenue", ">": 1, "<": 2 }, 'Kept as it is: {"measure":"revenue",">":1,"<":2}'],
  [{ measure: "revenue", top: { share: 0.3, by: 1 } }, 'Kept as it is: {"measure":"revenue","top":{"share":0.3,"by":1}}'],
  [{ measure: "gone", ">=": 1 }, "Gone is at least 1"],
])("what is not complete, %j, reads: %s", (condition, sentence) => expect(conditionSentence(condition, preset)).toBe(sentence)); // prettier-ignore

test("within another sentence a list stands in brackets, and nothing is capitalised", () => {
  expect(conditionPhrase({ any: [big] }, preset)).toBe("(any of: Revenue is at least 100,000)");
  expect(conditionPhrase({ measure: "revenue", top: { share: 0.3 } }, preset)).toBe("among the top 30% of Revenue");
});
