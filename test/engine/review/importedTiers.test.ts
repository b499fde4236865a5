import { describe, expect, test } from "vitest";
import { importedTiers, pathsOf, quality, run, type CellValue } from "../../../engine/index";
import { builtIn, runOn } from "../builtin/builtIn";
import { AS_OF, tableOf, type Cells } from "../samples";
import { quarters, tierPreset } from "./quarters";

const text = (id: string) => ({ [id]: { type: "text", headers: [id] } });
const fields = { ...text("account"), ...text("region"), ...text("initialTier"), ...text("highestTier") };
const rung = (number: string, name?: string) => ({
  ...{ id: `t${number}`, label: `Tier ${number}`, ...(name === undefined ? {} : { name }) },
  ...(number === "3" ? {} : { when: { measure: "region", is: [number] } }),
});
const tiers = { rungs: [rung("1", "Gold"), rung("2", "Silver"), rung("3")] };
const gates = [{ id: "g", when: { not: { measure: "region", is: ["out"] } }, else: { exclude: "Not ICP" } }];
const preset = tierPreset({ fields, tiers, gates });
const HEADER: CellValue[] = ["account", "region", "initialTier", "highestTier"];
const imported = (rows: CellValue[][], by = preset, header = HEADER) =>
  importedTiers(run(tableOf([header, ...rows], by), by, { asOf: AS_OF }));

describe("What were the initial and the highest tier before the first review?", () => {
  test("by label, name or id, in any case, whatever the spaces", () => {
    const { tiers: found, issues } = imported([
      ["A", "1", "Tier 3", "gold"],
      ["B", "1", " TIER 2 ", ""],
      ["C", "1", "", "t1"],
      ["D", "1", "", ""],
    ]);
    expect(Object.fromEntries(found)).toEqual({
      a: { initial: "t3", highest: "t1" },
      b: { initial: "t2", highest: null },
      c: { initial: null, highest: "t1" },
    });
    expect(issues).toEqual([]);
  });

  test("a label that no tier has is told with its rows, and loses nothing else", () => {
    const { tiers: found, issues } = imported([
      ["A", "1", "Platinum", "Gold"],
      ["B", "1", "platinum", ""],
      ["C", "1", "Tier 1", "Bronze"],
    ]);
    expect(Object.fromEntries(found)).toEqual({
      a: { initial: null, highest: "t1" },
      c: { initial: "t1", highest: null },
    });
    expect(issues).toEqual([
      { code: "imported-tier-unknown", severity: "warning", count: 2, rows: [1, 2], params: { field: "initialTier", tiers: ["Platinum", "platinum"] } }, // prettier-ignore
      { code: "imported-tier-unknown", severity: "warning", count: 1, rows: [3], params: { field: "highestTier", tiers: ["Bronze"] } }, // prettier-ignore
    ]);
  });

  test("words for no tier say nothing; a name that two tiers have is none", () => {
    expect(imported([["A", "1", "Not ICP", "Unrated"], ["B", "1", "excluded", "n/a"]])).toEqual({ tiers: new Map(), issues: [] }); // prettier-ignore
    const twins = tierPreset({ fields, tiers: { rungs: [rung("1", "Gold"), rung("2", "gold"), rung("3")] } });
    expect(imported([["A", "1", "Gold", "Tier 2"]], twins)).toMatchObject({
      tiers: new Map([["a", { initial: null, highest: "t2" }]]),
      issues: [{ code: "imported-tier-unknown", rows: [1] }],
    });
  });

  test("a label goes before the id or the name of another tier", () => {
    const crossed = [{ ...rung("1"), label: "t2" }, { ...rung("2"), label: "t1", name: "t3" }, rung("3")]; // prettier-ignore
    const { tiers: found } = imported([["A", "1", "t2", "t3"]], tierPreset({ fields, tiers: { rungs: crossed } }));
    expect(found.get("a")).toEqual({ initial: "t1", highest: "t3" });
  });

  test("of rows that are one account the first that names a tier", () => {
    const rows: CellValue[][] = [["A", "1", "", "Tier 2"], ["a", "1", "Copper", "Tier 1"], ["A", "1", "Tier 3", ""], ["A", "1", "Tier 1", ""]]; // prettier-ignore
    for (const rollUp of [null, { by: "account" }]) {
      const found = imported(rows, tierPreset({ fields, tiers, rollUp }));
      expect(Object.fromEntries(found.tiers)).toEqual({ a: { initial: "t3", highest: "t2" } });
      expect(found.issues).toMatchObject([{ count: 1, rows: [2], params: { tiers: ["Copper"] } }]);
    }
  });

  test("nothing without the columns or the fields", () => {
    expect(imported([["A", "1"]], preset, ["account", "region"])).toEqual({ tiers: new Map(), issues: [] });
    const plain = tierPreset();
    expect(imported([["A", "1", "Tier 1", ""]], plain)).toEqual({ tiers: new Map(), issues: [] });
  });

  test("the path of an account begins with them", () => {
    const cells: Cells = [HEADER, ["A", "2", "Tier 3", "Tier 1"], ["B", "2", "", ""]];
    const { runs, history } = quarters({ [AS_OF]: cells }, preset);
    const known = importedTiers(runs[0]!).tiers; // there is one
    const paths = pathsOf(history, preset, { imported: known });
    expect(paths.get("a")).toMatchObject({ initial: "t3", current: "t2", highest: "t1" });
    expect(paths.get("b")).toMatchObject({ initial: "t2", current: "t2", highest: "t2" });
  });
});

test("they are no input whose quality counts", () => {
  const found = quality(run(tableOf([HEADER, ["A", "1", "", ""]], preset), preset, { asOf: AS_OF }));
  expect(found.fields.map(({ id }) => id)).toEqual(["region"]);
});

test("client-value reads them", () => {
  const cells: Cells = [
    ["Client", "Income", "Onboarding tier", "Highest tier"],
    ["A", 10, "Tier 4", "Tier 1"],
  ];
  const { tiers: found } = importedTiers(runOn(builtIn("client-value"), cells));
  expect(found.get("a")).toEqual({ initial: "t4", highest: "t1" });
});
