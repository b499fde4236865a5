import { describe, expect, test } from "vitest";
import { alerts, BUILT_IN, freshnessOf, run, type CellValue } from "../../../engine/index";
import { runOn } from "../builtin/builtIn";
import { tableOf } from "../samples";
import { tierPreset } from "./quarters";

const AS_OF = "2026-01-31";
const review = { freshnessDays: { t1: 92, t2: 366 } };
const aged = tierPreset({ measures: [{ id: "dataAge", type: "daysSince", of: "last" }], review });
const CELLS: CellValue[][] = [
  ["account", "region", "last", "value"],
  ["Old", "1", "2025-10-30", 1],
  ["Older", "1", "2025-10-01", 1],
  ["AsOld", "1", "2025-10-30", 2],
  ["Fresh", "1", "2025-10-31", 9],
  ["Second", "2", "2025-01-29", 9],
  ["Third", "3", "2000-01-01", 9],
  ["Blank", "1", "", 9],
  ["Later", "2", "2027-01-01", 9],
  ["LowBlank", "3", "", 9],
];
const result = run(tableOf(CELLS, aged), aged, { asOf: AS_OF });

describe("Whose data are older than their tier allows?", () => {
  test("the best tier first, in it the oldest; how many nothing tells of", () => {
    const found = freshnessOf(result);
    expect(found?.accounts.map(({ account, tier, days, allowed }) => [account, tier, days, allowed])).toEqual([
      ["Older", "t1", 122, 92],
      ["AsOld", "t1", 93, 92],
      ["Old", "t1", 93, 92],
      ["Second", "t2", 367, 366],
    ]);
    expect(found).toMatchObject({ count: 4, unknown: 2 });
    expect(freshnessOf(result, { shown: 1 })).toMatchObject({ count: 4, accounts: [{ account: "Older" }] });
  });

  test("those and nobody else are told", () => {
    const told = alerts(result, []).filter(({ code }) => code === "staleData");
    const listed = freshnessOf(result)?.accounts.map(({ account, days }) => [account, days]);
    expect(told.map(({ account, days }) => [account, days]).sort()).toEqual(listed?.sort());
  });

  test("null where no column tells the age, or the rules allow any", () => {
    const withoutColumn = CELLS.map(([account = "", region = ""]) => [account, region]);
    expect(freshnessOf(run(tableOf(withoutColumn, aged), aged, { asOf: AS_OF }))).toBeNull();
    const anyAge = tierPreset({ measures: [{ id: "dataAge", type: "daysSince", of: "last" }] });
    expect(freshnessOf(run(tableOf(CELLS, anyAge), anyAge, { asOf: AS_OF }))).toBeNull();
  });
});

test.each([...BUILT_IN])(
  "%s: data that were last updated two years ago are old in its first two tiers",
  (_, preset) => {
    const needed = [...preset.fields].flatMap(
      ([
        ,
        {
          required,
          headers: [first = ""],
        },
      ]) => (required ? [first] : []),
    );
    const numbers = [900, 800, 700, 600, 50, 40, 30, 20, 10, 5];
    const rows = numbers.map((number, i) => [...needed.map((_, at) => (at === 0 ? `a${i}` : number)), "2024-01-31"]);
    const found = runOn(preset, [[...needed, "Last modified"], ...rows], { asOf: AS_OF });
    const upper = found.stats.tiers.slice(0, 2).reduce((sum, { count }) => sum + count, 0);
    expect(freshnessOf(found)).toMatchObject({ count: upper, unknown: 0 });
    expect(alerts(found, []).filter(({ code }) => code === "staleData")).toHaveLength(upper);
  },
);
