import { describe, expect, test } from "vitest";
import { run, type CellValue } from "../../../engine/index";
import { AS_OF, tableOf } from "../samples";
import { builtIn, counts, flagged, rowsOf, runOn, shown, warnings } from "./builtIn";

const preset = builtIn("abm-score");

/**
 * Eleven revenues and eleven engagements, all different: their percent ranks are 0, 10, 20 and so on to 100. Growth from
 * 80 to 110 is 37.5 %, from 90 to 100 11 %.
 */
const HEADER = ["Account", "Industry", "Employees", "Annual revenue", "Revenue last year", "Engagement", "Engaged people", "Exclude"]; // prettier-ignore
const TARGETS: [row: CellValue[], score: number | null, shown: string][] = [
  [["A", "Software", 1500, 110, 80, 100, 5, ""], 100, "ICP · Tier 1"],
  [["B", "Banking", 300, 100, 90, 80, 5, "no"], 25 + 14 + 18 + 9 + 16, "ICP · Tier 1"],
  [["C", "Retail", 2000, 90, 90, 90, 1, ""], 12.5 + 20 + 16 + 4.5 + 18, "Adjacent · Tier 2"],
  [["D", "Insurance", 60, 80, "", 70, 5, ""], 71.7647, "ICP · Tier 2"], // (25 + 8 + 14 + 14) / 0.85: growth is unknown
  [["E", "Education", 5000, 70, 10, 40, 5, ""], null, "Not ICP · Not ICP"],
  [["F", "Manufacturing", 10, 60, 70, 30, 5, ""], 12.5 + 0 + 10 + 0 + 6, "Adjacent · Tier 3"],
  [["G", "software", 49, 50, 50, 60, 5, ""], 25 + 0 + 8 + 4.5 + 12, "ICP · Tier 3"],
  [["H", "SaaS software", 50, 40, 40, 50, 5, ""], 25 + 8 + 6 + 4.5 + 10, "ICP · Tier 2"],
  [["I", "Software", 5000, 30, 10, 20, 5, "yes"], null, "Excluded · Excluded"],
  [["J", "", 5000, 20, 10, 10, 5, ""], null, "Insufficient data · Insufficient data"],
  [["K", "Software", "", "", "", 0, 5, ""], null, "Insufficient data · Insufficient data"], // 45 % of the score
  [["L", "Software", "", "", "", "", "", ""], null, "Insufficient data · Insufficient data"],
  [["M", "Software", 100, 10, "", "", "", ""], 50.7692, "ICP · Tier 2"], // (25 + 8 + 0) / 0.65
];
const cells = [HEADER, ...TARGETS.map(([row]) => row)];

describe("thirteen target accounts", () => {
  const result = runOn(preset, cells);

  test.each(TARGETS.map(([[name], score, shown], row) => ({ name, score, shown, row })))(
    "$name: $score, $shown",
    ({ score, shown: expected, row }) => {
      expect(shown(result)[row]).toBe(expected);
      if (score !== null) expect(result.score?.[row]).toBeCloseTo(score, 4);
    },
  );

  test("fewer than the tiers are meant for is said of each", () => {
    expect(warnings(result)).toEqual(["seats-under-min", "seats-under-min"]);
  });

  test("the most engaged fifth are MQAs, but for whom only one person is known to care", () => {
    expect(flagged(result, "mqa")).toEqual(["A"]); // A and C are the first two of seven
    const unknown = cells.map((row) => row.filter((_, at) => at !== 6));
    expect(flagged(runOn(preset, unknown), "mqa")).toEqual(["A", "C"]);
  });

  test("nobody is one that was last seen more than 90 days ago, or shows no engagement", () => {
    const seen = (day: string) => [[...HEADER, "Last activity"], ...cells.slice(1).map((row) => [...row, day])];
    expect(flagged(runOn(preset, seen("2025-11-01")), "mqa")).toEqual([]);
    expect(flagged(runOn(preset, seen("2025-11-02")), "mqa")).toEqual(["A"]);
    const idle = cells.map((row, i) => (i === 0 ? row : row.map((cell, at) => (at === 5 ? 0 : cell))));
    expect(flagged(runOn(preset, idle), "mqa")).toEqual([]);
  });
});

describe("seats", () => {
  /** Accounts by rank: 49 with scores of 100 down to 60, of which 25 reach 80. */
  const fit = { Industry: "Software", Employees: 5000, "Revenue last year": 1 };
  const ranked = Array.from({ length: 49 }, (_, i) => ({
    Account: `n${String(i + 1).padStart(2, "0")}`,
    ...fit,
    Revenue: 1000 - i,
    Engagement: 1000 - i,
  }));
  const table = tableOf(rowsOf(ranked), preset);
  const namesIn = (label: string, result: ReturnType<typeof run>) =>
    ranked.flatMap(({ Account }, row) => (result.tier.labels[result.tier.codes[row] ?? -1] === label ? [Account] : []));

  test("25 reach Tier 1, 20 find a seat, the rest is first in Tier 2", () => {
    const result = run(table, preset, { asOf: AS_OF });
    expect(counts(result, "tier")).toEqual({ "Tier 1": 20, "Tier 2": 29 });
    expect(namesIn("Tier 1", result)).toEqual(ranked.slice(0, 20).map(({ Account }) => Account));
  });

  test("who had a seat keeps it up to rank 22, at the cost of the last who had none", () => {
    const standing = { ladderTier: "t1", finalTier: "t1", segment: "ideal", failures: 0 };
    const entries = new Map(["n22", "n23"].map((name) => [name, standing]));
    const result = run(table, preset, { asOf: AS_OF, history: [{ preset: preset.id, date: "2025-10-31", entries }] });
    const expected = [...ranked.slice(0, 19).map(({ Account }) => Account), "n22"];
    expect(namesIn("Tier 1", result)).toEqual(expected);
  });
});

test("industries as other systems write them find their kind", () => {
  const industries = ["COMPUTER_SOFTWARE", "Information Technology and Services", "financial_services", "Fintech", "HEALTHCARE", "real_estate", "Public sector"]; // prettier-ignore
  const result = runOn(preset, [
    ["Company name", "Industry", "Number of Employees", "Annual Revenue"],
    ...industries.map((industry, i) => [`c${i}`, industry, 500, 100]),
  ]);
  expect(shown(result).map((each) => each.split(" · ")[0])).toEqual(["ICP", "ICP", "ICP", "Not ICP", "Adjacent", "Adjacent", "Not ICP"]); // prettier-ignore
});

test("with nothing but an industry nothing can be told", () => {
  const result = runOn(preset, [["Account", "Industry"], ["A", "Software"], ["B", "Farming"]]); // prettier-ignore
  expect(counts(result, "tier")).toEqual({ "Insufficient data": 2 });
});

test("stale data is older than a quarter in Tier 1, than a year in Tier 2; an owner is asked for in Tier 1", () => {
  const rows = TARGETS.map(([row]) => row);
  const dated = (day: string) => [[...HEADER, "Last modified", "Owner"], ...rows.map((row) => [...row, day, ""])];
  expect(flagged(runOn(preset, dated("2025-10-31")), "staleData")).toEqual([]);
  expect(flagged(runOn(preset, dated("2025-10-30")), "staleData")).toEqual(["A", "B"]);
  expect(flagged(runOn(preset, dated("2025-01-01")), "staleData")).toEqual(["A", "B", "C", "D", "H", "M"]);
  expect(flagged(runOn(preset, dated("2025-01-01")), "noOwner")).toEqual(["A", "B"]);
  expect(flagged(runOn(preset, cells), "staleData")).toEqual([]);
});
