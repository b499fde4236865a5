import { describe, expect, test } from "vitest";
import { ISSUE_CODES, PRESET_CODES, type IssueCode } from "../../../engine/index";
import { PROBLEM_CODES, type ProblemParams, type Written } from "../../../addin/excel/problem";
import { issueSentence } from "../../../addin/strings/issues";
import { presetIssueSentence } from "../../../addin/strings/presetIssues";
import { problemSentence, whatHappened } from "../../../addin/strings/problems";

/** Every param that any code carries, with a typical value. */
const PARAMS = {
  ...{
    account: "Acme",
    actual: 0.34,
    address: "C5",
    asText: 3,
    candidates: ["Sales", "Income"],
    column: "D",
    count: 2,
  },
  ...{ expected: "number", field: "income", fields: ["income", "expected"], format: 2, from: 0.3, header: "Tier" },
  ...{
    headerRow: 1,
    id: "value",
    inside: 2,
    key: "__proto__",
    keys: ["a", "b"],
    label: "Key",
    least: 1,
    missing: ["Revenue"],
  },
  ...{
    most: 200_000,
    newest: 1,
    options: ["asc", "desc"],
    outside: 3,
    part: "freeze",
    preset: "Ours",
    row: 4,
    rows: 12,
  },
  ...{
    sheet: "Accounts",
    table: "Table1",
    target: 0.3,
    to: 0.8,
    before: 5,
    now: 6,
    name: "TierOverrides",
    savedAt: "2026-01-31T12:00:00.000Z",
    type: "boolean",
    unclear: [],
    value: 12,
    version: 3,
    columns: 3,
  },
  ...{
    accounts: ["Acme", "Bolt"],
    base: "EUR",
    currencies: ["CHF"],
    max: 20,
    min: 10,
    of: 40,
    tiers: ["t9"],
    used: 8,
    within: "North",
  },
};

/** A sentence, or the part of one after a place, as people write it. */
function expectWords(sentence: string): void {
  expect(sentence).not.toMatch(/undefined|NaN|null|\[object|\{|\}| {2}|\( ?\)/);
  expect(sentence.length).toBeGreaterThan(5);
}

describe("every code has a sentence", () => {
  test.each(PROBLEM_CODES)("problem %s", (code) => {
    for (const written of ["nothing", "restored", "partly", "unknown"] satisfies Written[]) {
      const sentence = problemSentence({ code, params: PARAMS, written });
      expectWords(sentence);
      expect(sentence).toMatch(/^[A-Z].*[.?]$/);
    }
  });

  test("no problem speaks with the words of another, and each says what to do next", () => {
    const said = PROBLEM_CODES.map((code) => whatHappened({ code, params: PARAMS, written: "nothing" }));
    expect(new Set(said).size).toBe(PROBLEM_CODES.length);
    for (const sentence of said) expect(sentence).toMatch(/[.!?] \S.*[.?]$/); // what happened, then what to do
    const [generic = ""] = said.at(-1)?.split(". ") ?? [];
    expect(said.filter((sentence) => sentence.startsWith(generic))).toHaveLength(1);
  });

  test.each(ISSUE_CODES)("issue %s", (code: IssueCode) => {
    for (const count of [1, 12]) {
      const issue = { code, severity: "warning", count, rows: [1], params: PARAMS } as const;
      const sentence = issueSentence(issue, (field) => field.toUpperCase());
      expectWords(sentence);
      expect(sentence).not.toMatch(/\bincome\b/); // labels, not ids
    }
  });

  test.each(PRESET_CODES)("preset issue %s", (code) => {
    expectWords(presetIssueSentence({ path: ["tiers", "rungs", 0, "when"], code, params: PARAMS }));
    const problem = { code: "preset-refused", params: {}, written: "nothing" } as const;
    expectWords(problemSentence({ ...problem, presetIssues: [{ path: [], code, params: PARAMS }] }));
  });
});

test.each<{ params: ProblemParams; says: RegExp }>([
  { params: { missing: ["Account"], unclear: [] }, says: /there is no column for Account among them/ },
  {
    params: { missing: [], unclear: ["Revenue"], candidates: ["A", "B"] },
    says: /no single column for Revenue \(A or B\)/,
  },
  { params: { repeated: ["Revenue"] }, says: /and several columns are headed Revenue: rename one\. Choose/ },
  { params: { lost: ["Umsatz"], missing: ["Account"] }, says: /Account among them and Umsatz is no longer among them/ },
])("what a field lacks is said in full: $says", ({ params, says }) => {
  const all = { ...params, sheet: "S", headerRow: 1 };
  expect(problemSentence({ code: "fields-unmapped", params: all, written: "nothing" })).toMatch(says);
});
