import { expect, test } from "vitest";
import { builtIn, counts, flagged, rowsOf, runOn, shown } from "./builtIn";

const preset = builtIn("strategic-growth-standard");
const [STRATEGIC, GROWTH, STANDARD] = ["Strategic · Tier 1", "Growth · Tier 2", "Standard · Tier 3"];

/** Worth 1,000 together, largest first; `from` is where each begins. */
const ACCOUNTS = [
  { row: { Account: "a", Revenue: 300 }, from: 0, shown: STRATEGIC },
  { row: { Account: "b", Revenue: 250 }, from: 300, shown: STRATEGIC }, // row 2: begins under 500
  { row: { Account: "c", Revenue: 150, "Contract length (months)": 24 }, from: 550, shown: STRATEGIC }, // row 1: under 700
  { row: { Account: "d", Revenue: 100, "Contract length (months)": 36 }, from: 700, shown: GROWTH }, // row 4: under 800
  { row: { Account: "e", Revenue: 80, "Prior year revenue": 64 }, from: 800, shown: GROWTH }, // row 3: 25 %
  { row: { Account: "f", Revenue: 60, "Growth potential": 4 }, from: 880, shown: GROWTH },
  { row: { Account: "g", Revenue: 40, "Contract length (months)": 36, "Growth potential": 3 }, from: 940, shown: STANDARD },
  { row: { Account: "h", Revenue: 20, "Prior year revenue": 20 }, from: 980, shown: STANDARD },
  { row: { Account: "i", Revenue: "", "Growth potential": 5 }, from: null, shown: GROWTH }, // promising, whatever its size
  { row: { Account: "j", Revenue: 0, "Prior year revenue": 0 }, from: null, shown: STANDARD },
  { row: { Account: "k", Revenue: -40, "Prior year revenue": 10 }, from: null, shown: STANDARD },
  { row: { Account: "l", Revenue: "n/a" }, from: null, shown: STANDARD },
] as const; // prettier-ignore

test("the decision table, row by row", () => {
  const result = runOn(preset, rowsOf(ACCOUNTS.map(({ row }) => row)));
  expect(shown(result)).toEqual(ACCOUNTS.map(({ shown }) => shown));
  expect(result.stats.tiers.map(({ count }) => count)).toEqual([3, 4, 5]);
});

test("by revenue alone: under 500 Strategic, under 800 Growth", () => {
  const cells = ACCOUNTS.map(({ row: { Account, Revenue } }) => [Account, Revenue]);
  const result = runOn(preset, [["Account", "Revenue"], ...cells]);
  expect(counts(result, "tier")).toEqual({ "Tier 1": 2, "Tier 2": 2, "Tier 3": 8 });
});

test("a contract in words is not read, and takes nobody's tier", () => {
  const cells = [["Account", "Revenue", "Contract term"], ["a", 600, "Two years"], ["b", 400, "24 months"]]; // prettier-ignore
  expect(shown(runOn(preset, cells))).toEqual([STRATEGIC, GROWTH]);
});

test("an amount is not taken for a growth potential of 0 to 5", () => {
  const cells = [["Account", "Revenue", "Potential revenue"], ["a", 950, 5000], ["b", 50, 5000]]; // prettier-ignore
  expect(shown(runOn(preset, cells))).toEqual([STRATEGIC, STANDARD]);
});

test("who is asked to buy more, has no owner, is known by old data only", () => {
  const rows = [
    { Account: "a", Revenue: 600, Products: 1, Owner: "", "Modified on": "2025-10-30" },
    { Account: "b", Revenue: 390, Products: 2, Owner: "", "Modified on": "2025-10-30" },
    { Account: "c", Revenue: 10, Products: 1, Owner: "", "Modified on": "2020-01-01" },
  ];
  const result = runOn(preset, rowsOf(rows));
  expect(shown(result)).toEqual([STRATEGIC, GROWTH, STANDARD]);
  expect(["upsell", "noOwner", "staleData"].map((flag) => flagged(result, flag))).toEqual([["a"], ["a"], ["a"]]);
});
