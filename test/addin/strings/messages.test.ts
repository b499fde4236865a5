import { expect, test } from "vitest";
import { BUILT_IN, parsePreset } from "../../../engine/index";
import { messageSentence, type Message } from "../../../addin/strings/messages";
import { purposeOf } from "../../../addin/strings/pane";

const moves = { up: 12, down: 5, new: 0, same: 483 };
const nobody = { up: 0, down: 0, new: 0, same: 500 };

test.each<[Message, string]>([
  [
    { kind: "tiered", accounts: 1500, moves, cells: 20, withoutColours: false, saved: null },
    "Tiered 1,500 accounts. 12 up, 5 down.",
  ],
  [
    { kind: "tiered", accounts: 1, moves: nobody, cells: 0, withoutColours: true, saved: "Ours" },
    'Tiered 1 account. Nobody changed tier. The colours could not be set. The rules were saved as "Ours".',
  ],
  [
    { kind: "refreshed", moves, cells: 17, withoutColours: false },
    "Refreshed 17 cells. Changes: 12 up · 5 down · 0 new · 483 same.",
  ],
  [{ kind: "refreshed", moves: nobody, cells: 0, withoutColours: false }, "Refreshed: every tier was right already."],
  [{ kind: "undone", sheet: null, unmatched: [] }, "The last run was undone."],
  [{ kind: "undone", sheet: "Tier History", unmatched: [] }, "What was written last in Tier History was undone."],
  [
    { kind: "undone", sheet: null, unmatched: ["A", "B", "C", "D", "E", "F", "G"] },
    "The last run was undone. No row was found any more for A, B, C, D, E, and 2 more.",
  ],
  [{ kind: "cancelled" }, "Cancelled. The sheet is as it was."],
  [
    { kind: "problem", problem: { code: "filter-active", params: { sheet: "S" }, written: "nothing" } },
    "A filter hides rows of S. Clear the filter and try again. Nothing was written.",
  ],
])("%j", (message, sentence) => {
  expect(messageSentence(message)).toBe(sentence);
});

test("every field of every built-in says what it is for where no column was found", () => {
  for (const preset of BUILT_IN.values()) {
    for (const field of preset.fields.keys()) expect(purposeOf(field, preset), field).not.toBe("not needed");
  }
});

test("a field that only a condition inside a measure reads counts, one that nothing reads does not", () => {
  const field = { type: "number", label: "Engagement", headers: ["Engagement"] };
  const parsed = parsePreset({
    format: 1,
    id: "points",
    name: "Points",
    fields: { account: { type: "text", headers: ["Account"], required: true }, engagement: field, idle: field },
    measures: [{ id: "score", type: "points", add: [{ when: { measure: "engagement", ">": 1 }, add: 5 }] }],
    tiers: {
      rungs: [
        { id: "t1", label: "Tier 1", when: { measure: "score", ">": 1 } },
        { id: "t2", label: "Tier 2" },
      ],
    },
  });
  if (!parsed.ok) throw new Error(parsed.issues[0]?.code);
  expect(purposeOf("engagement", parsed.preset)).toBe("counts towards Score");
  expect(purposeOf("idle", parsed.preset)).toBe("not needed");
});
