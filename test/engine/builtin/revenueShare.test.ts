import { describe, expect, test } from "vitest";
import { run, type Review, type Standing } from "../../../engine/index";
import { AS_OF, tableOf, tiersOf } from "../samples";
import { builtIn, flagged, runOn, shown } from "./builtIn";

const preset = builtIn("revenue-share");
const OLD = "2019-04-01";

describe("nobody drops within three points of a cut", () => {
  // Of 1,000: Key begins under 300, Enterprise under 800; held, under 330 and 830.
  const cells = [
    ["Account", "Revenue"],
    ["Ann", 310],
    ["Bob", 250], // begins at 310
    ["Cid", 240], // at 560
    ["Dan", 200], // at 800
  ];
  const reviewed = (tiers: Record<string, string>): Review[] => {
    const entries = Object.entries(tiers).map(([key, tier]): [string, Standing] => [
      key,
      { ladderTier: tier, finalTier: tier, segment: null, failures: 0 },
    ]);
    return [{ preset: preset.id, date: "2025-10-31", entries: new Map(entries) }];
  };
  const tiersAfter = (history: Review[]) => tiersOf(run(tableOf(cells, preset), preset, { asOf: AS_OF, history }));

  test("without a review behind them they stand where their revenue puts them", () => {
    expect(shown(runOn(preset, cells))).toEqual([
      "Key · Tier 1",
      "Enterprise · Tier 2",
      "Enterprise · Tier 2",
      "Commercial · Tier 3",
    ]);
  });

  test("within the band they are held, beyond it they drop at once", () => {
    const history = reviewed({ ann: "t1", bob: "t1", cid: "t1", dan: "t2" });
    expect(tiersAfter(history)).toEqual(["Tier 1", "Tier 1", "Tier 2", "Tier 2"]);
  });

  test("nobody is held where it has not been", () => {
    expect(tiersAfter(reviewed({ ann: "t2", bob: "t2", cid: "t3", dan: "t3" }))).toEqual(tiersAfter([]));
  });
});

describe("flags", () => {
  const cells = [
    ["Account", "Revenue", "First purchase", "Last purchase", "Owner"],
    ["Big", 900, OLD, "2026-01-02", ""],
    ["Mid", 90, OLD, "2026-01-02", "Ada"],
    ["Small", 10, OLD, "2026-01-02", ""],
    ["Nil", 0, OLD, "", "Ada"],
    ["Minus", -5, OLD, "", "Ada"],
    ["Blank", "", OLD, "", "Ada"],
    ["Busy", 50, "2025-06-01", "2025-11-02", "Ada"], // 90 days ago
    ["Quiet", 50, "2025-06-01", "2025-11-01", "Ada"],
    ["Lead", "", "", "", ""],
  ];

  test("customers without revenue, New Starts without an order for 90 days, large accounts without an owner", () => {
    const result = runOn(preset, cells);
    expect(flagged(result, "noRevenue")).toEqual(["Nil", "Minus", "Blank"]);
    expect(flagged(result, "churnWatch")).toEqual(["Quiet"]);
    expect(flagged(result, "noOwner")).toEqual(["Big"]);
  });

  test("say nothing of what no column holds", () => {
    const without = cells.map((row) => row.slice(0, 3));
    const result = runOn(preset, without);
    expect([flagged(result, "churnWatch"), flagged(result, "noOwner")]).toEqual([[], []]);
  });
});
