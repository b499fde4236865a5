import { describe, expect, test } from "vitest";
import { BUILT_IN, edgesOf, run, type CellValue } from "../../../engine/index";
import { AS_OF, cellsOf, tableOf, tiered } from "../samples";

const value = (cut: object) => ({ measure: "value", ...cut });
const other = (cut: object) => ({ measure: "other", ...cut });

test.each<[string, unknown, CellValue[], unknown]>([
  ["a comparison", value({ ">=": 100 }), [95], { measure: "value", value: 95, cut: 100 }],
  ["from above", value({ "<=": 100 }), [130], { measure: "value", value: 130, cut: 100 }],
  ["the nearer bound", value({ between: [100, 200] }), [210], { measure: "value", value: 210, cut: 200 }],
  ["a cut of 0", value({ ">=": 0 }), [-5], { measure: "value", value: -5, cut: 0 }],
  ["the farthest of all", { all: [value({ ">=": 100 }), other({ ">=": 10 })] }, [95, 8], { measure: "other", value: 8, cut: 10 }], // prettier-ignore
  ["the nearest of any", { any: [value({ ">=": 100 }), other({ ">=": 10 })] }, [95, 8], { measure: "value", value: 95, cut: 100 }], // prettier-ignore
  ["a word", { measure: "region", is: ["North"] }, [95, 8, "South"], null],
  ["a missing value", value({ ">=": 100 }), [""], null],
])("%s says which number has to come how far", (_, when, cells, number) => {
  const result = tiered(
    [
      ["account", "value", "other", "region"],
      ["it", ...cells],
    ],
    { in: when },
  );
  expect(edgesOf(result, 1)?.up).toMatchObject({ tier: "in", number });
});

describe("edges of a share of the revenue", () => {
  // Of 690 Acme has 43.5 %, which is beyond 30 %; with Cyan it is 94.2 %, beyond 80 %.
  const cells: CellValue[][] = [
    ["Account", "Revenue"],
    ["Acme", 300],
    ["Bolt", 200],
    ["Cyan", 150],
    ["Dune", 40],
  ];
  const preset = BUILT_IN.get("revenue-share")!; // it is built in
  const result = run(tableOf(cells, preset), preset, { asOf: AS_OF });

  test("up it is the last account inside, down the first one outside", () => {
    expect(edgesOf(result, 1)).toEqual({
      up: null,
      down: { tier: "t2", distance: 0.5, number: { measure: "value", value: 300, cut: 200 } },
    });
    expect(edgesOf(result, 3)?.up).toEqual({
      tier: "t1",
      distance: 0.5,
      number: { measure: "value", value: 150, cut: 300 },
    });
    expect(edgesOf(result, 4)).toMatchObject({ up: { number: { value: 40, cut: 150 } }, down: null });
  });

  test("the header and what is below the accounts have none", () => {
    expect([edgesOf(result, 0), edgesOf(result, 5)]).toEqual([null, null]);
  });
});

test("an account whose numbers are there already is 0 away, whatever keeps it", () => {
  const capacity = { max: 1, rankBy: "value" };
  const tiers = [
    { id: "top", label: "Top", when: value({ ">=": 100 }), capacity },
    { id: "rest", label: "Rest" },
  ];
  const result = tiered(cellsOf({ Acme: 300, Bolt: 200 }), {}, { tiers: { rungs: tiers } });
  expect(edgesOf(result, 2)?.up).toEqual({ tier: "top", distance: 0, number: null });
});
