import { expect, test } from "vitest";
import {
  BUILT_IN,
  explain,
  parsePreset,
  readTable,
  recordReview,
  run,
  whyOf,
  type CellValue,
  type Edge,
  type RecordedReview,
} from "../../../engine/index";
import { namesOf } from "../../../addin/strings/names";
import { whySentence } from "../../../addin/strings/why";
import { edgeSentence, pathSentence, shownNames } from "../../../addin/strings/whyCard";
import { traceOf } from "../../../addin/strings/whyTrace";

const PRESET = BUILT_IN.get("revenue-share")!; // it is built in

function runOf(rows: CellValue[][], asOf: string, history: RecordedReview[] = []) {
  const read = readTable([["Account", "Revenue"], ...rows], PRESET);
  if (!read.ok) throw new Error(read.issues[0]?.code);
  return run(read.table, PRESET, { asOf, history });
}

test("what is no longer held is told by segments as they are called", () => {
  const history = recordReview([], runOf([["Acme", 900], ["Bolt", 100], ["Cyan", 90]], "2025-10-31")); // prettier-ignore
  const now = runOf([["Acme", 5], ["Bolt", 100], ["Cyan", 90]], "2026-01-31", history); // prettier-ignore
  const why = whyOf(explain(now, 1), PRESET);
  const sentence = why && whySentence(why, namesOf(PRESET));
  expect(sentence).toContain("No longer held in Tier 1");
  expect(sentence).toContain("Segment within the band is Commercial, not Key");
});

const fields = {
  account: { type: "text", headers: ["Account"] },
  sales: { type: "number", headers: ["Sales"] },
  renewal: { type: "date", headers: ["Renewal"] },
};
const rungs = [
  { id: "t1", label: "Tier 1", when: { measure: "sales", ">=": 100 } },
  { id: "t2", label: "Tier 2" },
];
const parsed = parsePreset({ format: 1, id: "own", name: "Own", fields, tiers: { rungs } });
const own = parsed.ok ? parsed.preset : PRESET;
const edge = (measure: string, value: number, cut: number): Edge => {
  return { tier: "t1", distance: Math.abs(cut - value) / Math.abs(cut), number: { measure, value, cut } };
};

test.each<[Edge | null, "up" | "down", string]>([
  [
    edge("sales", 79_000, 91_300),
    "up",
    "12,300 more Sales would lift it to Tier 1: it has 79,000, the edge is at 91,300.",
  ],
  [edge("sales", 120, 100.5), "down", "19.5 less Sales would drop it to Tier 1: it has 120, the edge is at 100.5."],
  [edge("sales", -5, 0), "up", "5 more Sales would lift it to Tier 1: it has -5, the edge is at 0."],
  // 1 Jan and 31 Jan 2026, as Excel counts days
  [
    edge("renewal", 46_023, 46_053),
    "up",
    "Renewal 30 days later would lift it to Tier 1: it has Jan 1, 2026, the edge is at Jan 31, 2026.",
  ],
  [
    { tier: "t1", distance: 0, number: null },
    "up",
    "Its numbers are good enough for Tier 1; the steps say what keeps it down.",
  ],
  [
    { tier: "t2", distance: 0, number: null },
    "down",
    "Its numbers are good enough for no more than Tier 2; the steps say what keeps it up.",
  ],
  [{ tier: "t2", distance: null, number: null }, "down", "No number leads down to Tier 2."],
  [null, "up", "It is in the first tier."],
  [null, "down", "It is in the last tier."],
])("%j %s: %s", (given, way, sentence) => {
  expect(edgeSentence(given, way, own, shownNames(own))).toBe(sentence);
});

test("a long path names its last reviews", () => {
  const tiers = ["t1", "t1", null, "t2", "t2", "t2", "t2", "t2", "t1"];
  const reviews = tiers.map((tier, i) => ({ date: `2024-0${i + 1}-01`, tier }));
  expect(pathSentence(reviews.slice(0, 4), namesOf(own))).toBe("Tier 1 → Tier 1 → no tier → Tier 2");
  expect(pathSentence(reviews, namesOf(own))).toBe(
    "… → Tier 1 → no tier → Tier 2 → Tier 2 → Tier 2 → Tier 2 → Tier 2 → Tier 1",
  );
});

test("the steps name the gates that were passed, the one that was not, and which of several conditions are enough", () => {
  const sales = (least: number) => ({ measure: "sales", ">=": least });
  const gates = [
    { id: "hasSales", when: { measure: "sales", blank: false }, else: { exclude: "No data" } },
    { id: "isLarge", when: sales(10), else: { exclude: "Too small" } },
  ];
  const when = { any: [sales(100), { all: [sales(50), { measure: "renewal", blank: false }] }] };
  const tiers = {
    rungs: [
      { id: "t1", label: "Tier 1", when },
      { id: "t2", label: "Tier 2" },
    ],
  };
  const gated = parsePreset({ format: 1, id: "gated", name: "Gated", fields, gates, tiers });
  if (!gated.ok) throw new Error(gated.issues[0]?.code);
  const { preset } = gated;
  const read = readTable([["Account", "Sales", "Renewal"], ["Acme", 60, ""], ["Bolt", 5, ""]], preset); // prettier-ignore
  if (!read.ok) throw new Error(read.issues[0]?.code);
  const result = run(read.table, preset, { asOf: "2026-01-31" });
  const stepsOf = (row: number) => {
    const explanation = explain(result, row);
    if (explanation.kind !== "account" && explanation.kind !== "excluded") throw new Error(explanation.kind);
    return traceOf(explanation, preset, shownNames(preset));
  };
  const [acmeGates, acmeTiers] = stepsOf(1);
  expect(acmeGates?.tried.map(({ name, verdict }) => `${name}: ${verdict}`)).toEqual(["Has sales: Passed", "Is large: Passed"]); // prettier-ignore
  expect(acmeTiers?.tried).toEqual([
    {
      ...{ name: "Tier 1", verdict: "No", holds: false },
      facts: [
        {
          ...{ text: "One of these is enough", holds: false },
          parts: [
            { text: "Sales 60 is under 100", holds: false, parts: [] },
            {
              ...{ text: "All of these", holds: false },
              parts: [
                { text: "Sales 60 is at least 50", holds: true, parts: [] },
                { text: "Renewal is blank", holds: false, parts: [] },
              ],
            },
          ],
        },
      ],
    },
    { name: "Tier 2", verdict: "Open to all", holds: true, facts: [] },
  ]);
  const bolt = stepsOf(2);
  expect(bolt.map(({ title }) => title)).toEqual(["Gates"]);
  expect(bolt[0]?.tried.at(-1)).toEqual({
    ...{ name: "Is large", verdict: "Failed", holds: false },
    facts: [{ text: "Sales 5 is under 10", holds: false, parts: [] }],
  });
});

test("the day of an override is written alike for everybody in a cell, and as in the rest of the pane on screen", () => {
  const overrides = [{ account: "Acme", kind: "exact", tier: "t3", until: "2026-03-31" }] as const;
  const read = readTable([["Account", "Revenue"], ["Acme", 900], ["Bolt", 100]], PRESET); // prettier-ignore
  if (!read.ok) throw new Error(read.issues[0]?.code);
  const explanation = explain(run(read.table, PRESET, { asOf: "2026-01-31", overrides }), 1);
  const told = JSON.stringify(explanation.kind === "account" && traceOf(explanation, PRESET, shownNames(PRESET)));
  expect(told).toContain("until Mar 31, 2026");
  const why = whyOf(explanation, PRESET);
  expect(why && whySentence(why, namesOf(PRESET))).toContain("until 2026-03-31");
});
