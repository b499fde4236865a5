import { describe, expect, test } from "vitest";
import { run, type CellValue, type Override } from "../../../engine/index";
import { AS_OF, tableOf, tiersOf } from "../samples";
import { builtIn, counts, flagged, runOn } from "./builtIn";

const preset = builtIn("top-accounts");

/** Accounts of one owner, the first the largest: Ann01 999, Ann02 998 and so on. */
const accountsOf = (owner: string, count: number, name = owner): CellValue[][] =>
  Array.from({ length: count }, (_, i) => [`${name}${String(i + 1).padStart(2, "0")}`, 999 - i, owner]);
const withHeader = (rows: CellValue[][]) => [["Account", "Revenue", "Account Owner"], ...rows];
const byOwner = (cells: CellValue[][], tiers: readonly string[], owner: string) =>
  ["Tier 1", "Tier 2", "Tier 3"].map(
    (tier) => cells.slice(1).filter((row, at) => row[2] === owner && tiers[at] === tier).length,
  );

describe("seats per owner", () => {
  const cells = withHeader([
    ...accountsOf("Ann", 33),
    ...accountsOf("Bob", 7),
    ...accountsOf("Cid", 3),
    ...accountsOf("", 6, "Nobody"),
  ]);

  test("five in Tier 1, the next 25 in Tier 2, the rest in Tier 3; blanks are one owner", () => {
    const result = runOn(preset, cells);
    const tiers = tiersOf(result);
    expect(["Ann", "Bob", "Cid", ""].map((owner) => byOwner(cells, tiers, owner))).toEqual([
      [5, 25, 3],
      [5, 2, 0],
      [3, 0, 0],
      [5, 1, 0],
    ]);
    const ofAnn = tiers.slice(0, 33);
    expect(ofAnn).toEqual([...ofAnn].sort()); // best first
    expect(result.stats.tiers.map(({ count }) => count)).toEqual([18, 28, 3]);
  });

  test("without an owner column one list for all", () => {
    const result = runOn(preset, cells.map((row) => row.slice(0, 2))); // prettier-ignore
    expect(counts(result, "tier")).toEqual({ "Tier 1": 5, "Tier 2": 25, "Tier 3": 19 });
    expect(flagged(result, "noOwner")).toEqual([]);
  });

  test("per region where the analyst says so", () => {
    const regions = cells.map((row, i) => [row[0] ?? "", row[1] ?? "", i === 0 ? "Region" : i % 2 === 0 ? "N" : "S"]);
    const result = runOn(preset, regions, { chosen: new Map([["owner", ["Region"]]]) });
    expect(counts(result, "tier")).toEqual({ "Tier 1": 10, "Tier 2": 39 });
  });

  test("who has no owner is flagged where there are owners", () => {
    expect(flagged(runOn(preset, cells), "noOwner")).toHaveLength(6);
  });
});

test("zero, negative and missing values take no seat, and equal ones only while there are any", () => {
  const rows = [["Eve", 5, "x"], ["Ada", 5, "x"], ["Bea", 5, "x"], ["Dan", 9, "x"], ["Cid", 5, "x"], ["Fay", 5, "x"], ["Nil", 0, "x"], ["Minus", -5, "x"], ["Blank", "", "x"]]; // prettier-ignore
  const tiers = tiersOf(runOn(preset, withHeader(rows)));
  // Dan, then Ada, Bea, Cid, Eve by name; Fay is the sixth.
  expect(tiers).toEqual(["Tier 1", "Tier 1", "Tier 1", "Tier 1", "Tier 1", "Tier 2", "Tier 3", "Tier 3", "Tier 3"]);
});

describe("who had a seat, and who is given one", () => {
  const table = tableOf(withHeader(accountsOf("Ann", 8)), preset);
  const tier1 = (options: { overrides?: Override[]; before?: string[] }) => {
    const standing = { ladderTier: "t1", finalTier: "t1", segment: null, failures: 0 };
    const entries = new Map((options.before ?? []).map((key) => [key, standing]));
    const history = [{ preset: preset.id, date: "2025-10-31", entries }];
    const tiers = tiersOf(run(table, preset, { asOf: AS_OF, history, overrides: options.overrides ?? [] }));
    return tiers.flatMap((tier, row) => (tier === "Tier 1" ? [row + 1] : []));
  };

  test.each([
    { of: "nobody had one", before: [], seated: [1, 2, 3, 4, 5] },
    { of: "the sixth had one: within 10 % of five", before: ["ann06"], seated: [1, 2, 3, 4, 6] },
    { of: "the seventh had one", before: ["ann07"], seated: [1, 2, 3, 4, 5] },
    { of: "the fifth and sixth had one", before: ["ann05", "ann06"], seated: [1, 2, 3, 4, 5] },
  ])("$of: $seated", ({ before, seated }) => {
    expect(tier1({ before })).toEqual(seated);
  });

  test("a pin takes a seat, one that is moved out leaves its own", () => {
    expect(tier1({ overrides: [{ account: "Ann08", kind: "exact", tier: "t1" }] })).toEqual([1, 2, 3, 4, 8]);
    expect(tier1({ overrides: [{ account: "Ann01", kind: "exact", tier: "t3" }] })).toEqual([2, 3, 4, 5, 6]);
  });
});
