import { describe, expect, test } from "vitest";
import { lowUse, missingProducts, nearDrops, nearMisses, rankInTier, type CellValue } from "../../../engine/index";
import { cellsOf, tiered } from "../samples";

const CONDITIONS = { t1: { measure: "value", ">=": 100 }, t2: { measure: "value", ">=": 50 } };
const named = ({ accounts }: { accounts: readonly { account: string }[] }) => accounts.map(({ account }) => account);

describe("who is near the edge", () => {
  const result = tiered(cellsOf({ A: 200, B: 103, C: 98, D: 96, E: 60, F: 49, G: "", H: 104 }), CONDITIONS);

  test("Which accounts have just missed the tier above?", () => {
    expect(nearMisses(result)).toEqual({
      count: 3,
      accounts: [
        { account: "C", row: 3, tier: "t2", value: 98, other: "t1", distance: 0.02, measure: "value" },
        { account: "F", row: 6, tier: "rest", value: 49, other: "t2", distance: 0.02, measure: "value" },
        { account: "D", row: 4, tier: "t2", value: 96, other: "t1", distance: 0.04, measure: "value" },
      ],
    });
    expect(named(nearMisses(result, { within: 0.03, tiers: ["t2"] }))).toEqual(["C"]);
    expect(nearMisses(result, { shown: 1 })).toMatchObject({ count: 3, accounts: [{ account: "C" }] });
  });

  test("Which Tier 1 accounts are within 5 % of dropping?", () => {
    const near = nearDrops(result, { tiers: ["t1"] });
    expect(named(near)).toEqual(["B", "H"]);
    expect(near.accounts[0]).toMatchObject({ other: "t2", distance: 0.03, measure: "value" });
    expect(named(nearDrops(result, { within: 0.2 }))).toEqual(["B", "H", "E"]);
  });

  test("the rules say how near is near, where nothing else is asked for", () => {
    const review = { nearEdge: 0.03 };
    expect(named(nearDrops(tiered(cellsOf({ B: 103, H: 104 }), CONDITIONS, { review })))).toEqual(["B"]);
  });
});

describe("high tier with low use", () => {
  const rows: CellValue[][] = [["account", "value", "other"], ["A", 100, 0.2], ["B", 300, 0.5], ["C", 200, 0.9], ["D", 60, 0.1], ["E", 150, ""], ["F", 1, 0]]; // prettier-ignore
  const flags = [{ id: "low", label: "Low", when: { measure: "other", "<": 0.3 } }];
  const result = tiered(rows, CONDITIONS, { flags });

  test("under a threshold, the best first; without a number one is not in the list, nor in a low tier", () => {
    const list = lowUse(result, { measure: "other", under: 0.6 });
    expect(list.accounts.map(({ account, tier, use }) => [account, tier, use])).toEqual([
      ["B", "t1", 0.5],
      ["A", "t1", 0.2],
      ["D", "t2", 0.1],
    ]);
    expect(named(lowUse(result, { measure: "other", under: 0.6 }, { tiers: ["rest"] }))).toEqual(["F"]);
  });

  test("by a flag of the rules; an unknown one is refused", () => {
    expect(lowUse(result, { flag: "low" })).toMatchObject({ count: 2, accounts: [{ account: "A", use: null }, { account: "D" }] }); // prettier-ignore
    expect(() => lowUse(result, { flag: "none" })).toThrow(ReferenceError);
  });
});

describe("which products does an account of an upper tier lack?", () => {
  const rows: CellValue[][] = [
    ["account", "value", "other", "region", "client"],
    ["A", 100, 0, "x", "yes"],
    ["B", 300, 5, "", "no"],
    ["C", 200, 5, "x", "yes"],
    ["D", 60, "?", "n/a", "yes"],
    ["E", 1, "", "", ""],
  ];
  const measures = [{ id: "bought", type: "filled", of: ["other", "region", "isClient", "last"] }];
  const result = tiered(rows, CONDITIONS, { measures });

  test("blank, no and zero are not bought; what cannot be read is something", () => {
    const found = missingProducts(result, "bought");
    expect(found).toMatchObject({ products: ["other", "region", "isClient"], without: [1, 2, 1], of: 4, count: 3 });
    expect(found.accounts.map(({ account, missing }) => [account, missing])).toEqual([
      ["B", ["region", "isClient"]],
      ["A", ["other"]],
      ["D", ["region"]],
    ]);
  });

  test("products one by one, of the tiers asked for", () => {
    const found = missingProducts(result, ["region"], { tiers: ["rest"] });
    expect(found).toMatchObject({ of: 1, accounts: [{ account: "E", missing: ["region"] }] });
  });
});

describe("the place in the tier", () => {
  test("by value, then by account; none for who is in no tier", () => {
    const gates = [{ id: "g", when: { not: { measure: "value", "=": 7 } }, else: { exclude: "Out" } }];
    const cells = cellsOf({ A: 100, B: 300, C: "", D: 60, E: 7, F: 1, G: 100, H: "" });
    expect([...rankInTier(tiered(cells, CONDITIONS, { gates }))]).toEqual([2, 1, 2, 1, 0, 1, 3, 3]);
  });

  test("by what gives the seats, every row of a joined account", () => {
    const capacity = { max: 5, rankBy: "other" };
    const tiers = { rungs: [{ id: "t1", label: "1", when: { measure: "value", ">": 0 }, capacity }, { id: "t2", label: "2" }] }; // prettier-ignore
    const rows: CellValue[][] = [["account", "value", "other"], ["A", 9, 1], ["B", 1, 5], ["a", 9, 2], ["C", 5, ""]]; // prettier-ignore
    expect([...rankInTier(tiered(rows, {}, { tiers, rollUp: { by: "account" } }))]).toEqual([2, 1, 2, 3]);
  });
});
