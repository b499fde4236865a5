import { describe, expect, test } from "vitest";
import { BUILT_IN, type CellValue, type Preset } from "../../../engine/index";
import { boundTo, builtIn, runOn } from "./builtIn";
import { DYNAMICS, HUBSPOT, OWN_TABLE, SALESFORCE } from "./exports";

test("the built-ins, the one a new user starts with first", () => {
  expect([...BUILT_IN.keys()]).toEqual([
    "revenue-share",
    "abm-score",
    "client-value",
    "strategic-growth-standard",
    "high-medium-low",
    "rfm",
    "abc-xyz",
    "top-accounts",
  ]);
});

/** A header for each required field, the first it goes by. */
function neededHeaders({ fields }: Preset): string[] {
  return [...fields.values()].flatMap(({ required, headers: [first = ""] }) => (required ? [first] : []));
}

describe.each([...BUILT_IN])("%s", (id, preset) => {
  test("finds its columns in common exports without a question", () => {
    for (const headers of [SALESFORCE, HUBSPOT, DYNAMICS, OWN_TABLE]) boundTo(preset, headers);
  });

  test("tiers a table that has the needed columns and no other, blanks and all", () => {
    const headers = neededHeaders(preset);
    const numbers: CellValue[] = [90, 50, 20, 5, 0, -10, "", "n/a", "many", "#N/A", "1,000"];
    const rows = numbers.map((cell, i) => headers.map((_, at) => (at === 0 ? `a${i}` : cell)));
    const { tier, segment, size } = runOn(preset, [headers, ...rows]);
    expect(size).toBe(numbers.length);
    for (const classes of [tier, ...(segment ? [segment] : [])]) {
      for (const code of classes.codes) expect(classes.labels[code]).toMatch(/\w/);
    }
  });

  test("has what each tier is promised, and the hours it takes", () => {
    for (const { play } of preset.tiers.rungs) expect(play?.hoursPerAccountMonth).toBeGreaterThan(0);
    const hours = preset.tiers.rungs.map(({ play }) => play?.hoursPerAccountMonth ?? 0);
    expect(hours).toEqual([...hours].sort((a, b) => b - a));
  });

  test("is reviewed: how often, how old data may be, and who slipped", () => {
    const [first, second] = preset.tiers.rungs;
    expect(preset.review?.cadence).toBe("quarterly");
    expect(preset.review?.freshnessDays).toEqual({ [first?.id ?? ""]: 92, [second?.id ?? ""]: 366 });
    expect(preset.review?.alerts[0]).toEqual({ id: "slipped", from: [first?.id], severity: "high", dueDays: 5 });
  });

  test("has dossiers renewed each quarter, and the data of the second tier each year, where its plays promise them", () => {
    const [first, second] = preset.tiers.rungs;
    const hasDossiers = first?.play?.entitlements?.includes("Account dossier") === true;
    const days = hasDossiers ? { [first.id]: 92, [second?.id ?? ""]: 366 } : {};
    expect(preset.review?.dossierDays).toEqual(days);
  });

  test("says what it does, and what may be edited", () => {
    expect(preset.description.length).toBeGreaterThan(80);
    expect(preset.description.length).toBeLessThanOrEqual(400);
    expect(preset.id).toBe(id);
  });
});

test.each([
  ["revenue-share", { income: "Revenue", expected: "Expected revenue", firstPurchase: "First purchase", lastPurchase: "Last purchase", owner: "Owner" }],
  ["abm-score", { industry: "Industry", revenue: "Revenue", employees: "Employees", previous: "Revenue last year", engagement: "Engagement", people: "Engaged people", exclude: "Exclude", owner: "Owner" }],
  ["client-value", { income: "Revenue", expected: "Expected revenue", firstPurchase: "First purchase", previous: "Revenue last year", seo: "SEO", coMarketing: "Co-marketing", logo: "Logo strength", growthPotential: "Growth potential", usage: "Usage %", tickets: "Tickets", owner: "Owner" }],
  ["strategic-growth-standard", { income: "Revenue", previous: "Revenue last year", contractMonths: "Contract months", growthPotential: "Growth potential", owner: "Owner" }],
  ["high-medium-low", { metric: "Revenue" }],
  ["rfm", { amount: "Revenue", lastPurchase: "Last purchase", orders: "Orders" }],
  ["abc-xyz", { total: "Revenue" }],
  ["top-accounts", { metric: "Revenue", owner: "Owner" }],
])("%s reads of an analyst's own table what it can", (id, expected) => {
  expect(boundTo(builtIn(id), OWN_TABLE)).toEqual({ account: "Account", ...expected });
}); // prettier-ignore
