import { describe, expect, test } from "vitest";
import type { CellValue, Run } from "../../../engine/index";
import { runsOver } from "../incremental/edits";
import { accepted, AS_OF, cellsOf, documentWith, membersOf, oneColumn } from "../samples";
import { byValue, fieldsWith, override, review, staged, tierOf, written } from "./staged";

/** Accounts that all seek a seat in t1. */
const rich = (...names: string[]) => cellsOf(Object.fromEntries(names.map((name, i) => [name, 200 - i])));
const withSeats = (cells: CellValue[][], capacities: Record<string, object>, options = {}) =>
  staged(cells, { tiers: byValue(capacities) }, options);

/** What an account was told: the tier that had no seat, its rank, the seats. */
function refusalsOf({ decision, table }: Run) {
  const { refusals } = decision.seated;
  const refused = Array.from(decision.final, (_, row) => row).filter((row) => refusals.has(row));
  return Object.fromEntries(
    refused.map((row) => [
      table.accounts.nameAt(row),
      refusals.of(row).map(({ tier, rank, seats }) => [tier, rank, seats]),
    ]),
  ) as Record<string, number[][]>;
}

describe("lists of seats", () => {
  const cells = [["account", "value", "region"], ["Acme", 200, "North"], ["Bolt", 150, "West"], ["Cyan", 150, "WEST"], ["Dune", 140, "North"]]; // prettier-ignore
  const gates = [{ id: "g", when: { measure: "value", "!=": 150 }, else: { exclude: "Out" } }];
  const per = (capacity: object, overrides: ReturnType<typeof override>[] = []) =>
    staged(cells, { gates, tiers: byValue({ t1: { per: "region", ...capacity } }) }, { overrides });

  test("are those of accounts in the race, and of those that an override lets in", () => {
    const shut = per({ min: 3, max: 4 });
    expect(shut.stats.tiers[0]?.seats).toEqual({ used: 2, min: 3, max: 4 });
    expect(shut.issues.filter(({ code }) => code === "seats-under-min")).toMatchObject([
      { count: 1, params: { used: 2, min: 3, within: "North" } },
    ]);
    const letIn = per({ min: 2, max: 4 }, [override("Cyan", "exact", "t1")]);
    expect(letIn.stats.tiers[0]?.seats).toEqual({ used: 3, min: 4, max: 8 });
    expect(letIn.issues.filter(({ code }) => code === "seats-under-min")).toMatchObject([
      { count: 1, params: { used: 1, min: 2, within: "WEST" } }, // as the account that is there spells it
    ]);
  });

  test("are also those in which an account in the race seeks no seat", () => {
    const withLow = [...cells, ["Echo", 5, "South"]];
    const result = staged(withLow, { tiers: byValue({ t1: { per: "region", min: 1, max: 4 } }) });
    expect(result.stats.tiers[0]?.seats).toEqual({ used: 4, min: 3, max: 12 });
    expect(result.issues.filter(({ code }) => code === "seats-under-min")).toMatchObject([
      { count: 1, params: { used: 0, min: 1, within: "South" } },
    ]);
  });

  test("have one for all who have no word", () => {
    const blank = [["account", "value", "region"], ["Acme", 200, ""], ["Bolt", 150, ""]]; // prettier-ignore
    const result = staged(blank, { tiers: byValue({ t1: { per: "region", min: 3, max: 4 } }) });
    expect(result.issues.filter(({ code }) => code === "seats-under-min")).toMatchObject([
      { count: 1, params: { used: 2, min: 3, within: "" } },
    ]);
  });
});

describe("seats", () => {
  test("go to the best; the others seek one in the next tier, and the next, and are told each time", () => {
    const result = withSeats(rich("A", "B", "C", "D"), { t1: { max: 1 }, t2: { max: 2 } });
    expect(membersOf(result)).toEqual({ t1: ["A"], t2: ["B", "C"], t3: ["D"] });
    expect(refusalsOf(result)).toEqual({ B: [[0, 2, 1]], C: [[0, 3, 1]], D: [[0, 4, 1], [1, 3, 2]] }); // prettier-ignore
    expect(result.stats.tiers.map(({ seats }) => seats)).toEqual([
      { used: 1, min: null, max: 1 },
      { used: 2, min: null, max: 2 },
      null,
    ]);
  });

  test("are sought from above and from within alike: an overflow that ranks higher takes the seat", () => {
    const cells = cellsOf({ A: 200, B: 150, C: 90, D: 80 });
    const result = withSeats(cells, { t1: { max: 1 }, t2: { max: 2 } });
    expect(membersOf(result)).toEqual({ t1: ["A"], t2: ["B", "C"], t3: ["D"] });
    expect(refusalsOf(result)).toMatchObject({ D: [[1, 3, 2]] });
  });

  test("of a tier that ranks by another number go by that one", () => {
    const cells = [["account", "value", "other"], ["A", 200, 1], ["B", 150, 2], ["C", 60, 3], ["D", 55, ""]]; // prettier-ignore
    const result = withSeats(cells, { t1: { max: 1, rankBy: "other" }, t2: { max: 2, rankBy: "other" } });
    expect(membersOf(result)).toEqual({ t1: ["B"], t2: ["A", "C"], t3: ["D"] }); // nothing to rank by is last
  });

  test("go last to whom has no number, also where its ranks are worked out for all", () => {
    const cells = [["account", "value", "other"], ["C", "", 1], ["A", 5, 1], ["D", 9, 0], ["B", 7, 1]]; // prettier-ignore
    const measures = [{ id: "rank", type: "scale", of: "value", method: "percentRank", to: 1 }];
    const seek = {
      id: "t1",
      label: "t1",
      when: {
        any: [
          { measure: "other", "=": 1 },
          { measure: "rank", ">": 2 },
        ],
      },
    };
    const seated = (max: number) => {
      const rungs = [{ ...seek, capacity: { max, rankBy: "value" } }, { id: "t2", label: "t2" }]; // prettier-ignore
      return membersOf(staged(cells, { measures, tiers: { rungs } }))["t1"];
    };
    expect([1, 2, 3].map(seated)).toEqual([["B"], ["A", "B"], ["C", "A", "B"]]); // in the order of the rows
  });

  test("that an account on more rows than there are seats leaves free are filled from far below", () => {
    const twins = Array.from({ length: 5 }, (): CellValue[] => ["Twin", 200]);
    const cells = [["account", "value"], ...twins, ["Lone", 190], ...twins.map(([, value]) => ["Pair", Number(value) - 20]), ["Last", 110]]; // prettier-ignore
    const result = withSeats(cells, { t1: { max: 2 } });
    expect(membersOf(result)).toMatchObject({ t1: ["Lone", "Last"] });
  });

  test("may be none, or without an end", () => {
    const cells = rich("A", "B");
    expect(membersOf(withSeats(cells, { t1: { max: 0 } }))).toEqual({ t1: [], t2: ["A", "B"], t3: [] });
    const open = withSeats(cells, { t1: { min: 1 } });
    expect(membersOf(open)).toMatchObject({ t1: ["A", "B"] });
    expect(open.stats.tiers[0]?.seats).toEqual({ used: 2, min: 1, max: null });
  });

  test("between equal numbers go by the tie-breaks of the ladder, missing last, then by account", () => {
    const cells = [["account", "value", "other"], ["D", 200, ""], ["C", 200, 1], ["B", 200, 2], ["A", 200, 1]]; // prettier-ignore
    const seatedBy = (max: number) => {
      const tiers = { ...byValue({ t1: { max } }), tieBreak: ["other"] };
      return membersOf(staged(cells, { tiers }))["t1"]?.join("");
    };
    expect([1, 2, 3].map(seatedBy)).toEqual(["B", "BA", "CBA"]); // in the order of the rows
  });

  test("hold an account on several equal rows whole or not at all", () => {
    const cells = oneColumn("value", [200, 190, 190, 180, 170]);
    for (const row of [2, 3]) cells[row] = ["Twin", 190];
    const tiersAt = (max: number) => written(withSeats(cells, { t1: { max } })).map(([, tier]) => tier).join(" "); // prettier-ignore
    expect(tiersAt(2)).toBe("t1 t2 t2 t1 t2"); // the twins do not fit, the next one does
    expect(tiersAt(3)).toBe("t1 t1 t1 t2 t2");
    expect(refusalsOf(withSeats(cells, { t1: { max: 2 } }))).toEqual({ Twin: [[0, 2, 2]], a5: [[0, 5, 2]] });
  });

  test("are sought one by one where the rows of an account differ", () => {
    const cells = [["account", "value"], ["Twin", 200], ["A", 190], ["Twin", 180]]; // prettier-ignore
    expect(written(withSeats(cells, { t1: { max: 2 } })).map(([, tier]) => tier)).toEqual(["t1", "t1", "t2"]);
  });

  test("are not sought by whom a gate has turned away", () => {
    const gates = [{ id: "g", when: { measure: "value", "<": 200 }, else: { exclude: "Out" } }];
    const result = staged(rich("A", "B", "C"), { gates, tiers: byValue({ t1: { max: 1 } }) });
    expect(tierOf(result)).toEqual({ A: "Out", B: "t1", C: "t2" });
    expect(refusalsOf(result)).toEqual({ C: [[0, 2, 1]] });
  });
});

describe("lists of seats", () => {
  const cells = [
    ["account", "value", "region", "owner"],
    ["A", 209, "North", "ann"],
    ["B", 208, "north ", "Ann "],
    ["C", 207, "North", "bob"],
    ["D", 206, "South", "cy"],
    ["E", 205, "", "cy"],
    ["F", 204, "n/a", ""],
    ["G", 203, "East", ""],
  ];
  const fields = fieldsWith({ owner: { type: "text" }, lead: { type: "text" } });
  const seated = (capacity: object, changes: Record<string, unknown> = {}, options = {}) =>
    staged(cells, { fields, tiers: byValue({ t1: capacity }), ...changes }, options);
  const inFirst = (...args: Parameters<typeof seated>) => membersOf(seated(...args))["t1"]?.join("");

  test("one per word, as words are compared; blanks are one list", () => {
    expect(inFirst({ max: 1, per: "region" })).toBe("ADEG");
    expect(inFirst({ max: 2, per: "region" })).toBe("ABDEFG");
    expect(seated({ max: 2, min: 1, per: "region" }).stats.tiers[0]?.seats).toEqual({ used: 6, min: 4, max: 8 });
    expect(refusalsOf(seated({ max: 1, per: "region" }))).toMatchObject({ B: [[0, 2, 1]], C: [[0, 3, 1]], F: [[0, 2, 1]] }); // prettier-ignore
  });

  test("so many per owner: by headcount, or by the owners there are", () => {
    expect(inFirst({ perOwner: 2, owners: 2 })).toBe("ABCD");
    expect(inFirst({ perOwner: 1 })).toBe("ABC"); // ann, bob and cy; a blank is nobody
    expect(inFirst({ perOwner: 1, owners: "region" })).toBe("ABC"); // North, South and East
    expect(inFirst({ perOwner: 1, owners: "lead" })).toBe(""); // no column, no owners, no seats
  });

  test("so many per owner of each list; a list without owners has no seats", () => {
    expect(inFirst({ perOwner: 1, per: "region" })).toBe("ABDE");
    expect(inFirst({ perOwner: 1, owners: 2, per: "region" })).toBe("ABDEFG");
    expect(inFirst({ perOwner: 1, per: "owner" })).toBe("ACD"); // F and G have no owner
  });

  test("count the owners of those in the race", () => {
    const noSouth = { id: "g", when: { not: { measure: "region", is: ["South"] } }, else: { exclude: "Out" } };
    const noBlank = { id: "h", when: { measure: "region", blank: false }, else: { exclude: "Out" } };
    expect(inFirst({ perOwner: 1 }, { gates: [noSouth] })).toBe("ABC"); // cy has another account
    expect(inFirst({ perOwner: 1 }, { gates: [noSouth, noBlank] })).toBe("AB");
  });

  test.each([
    ["an owner", {}, [4, 3, "dan"]],
    ["what they are counted by", { owners: "region" }, [5, 2, "West"]],
  ] as const)("are counted anew where %s was edited", (_, counted, [row, column, word]) => {
    const preset = accepted(documentWith({ fields, tiers: byValue({ t1: { perOwner: 1, ...counted } }) }));
    const edits = [[{ row, cells: new Map([[column, word]]) }]];
    const [runs] = runsOver(cells, preset, edits, { asOf: AS_OF });
    expect([runs?.onward, runs?.anew].map((each) => each && membersOf(each)["t1"]?.join(""))).toEqual(["ABCD", "ABCD"]);
  });

  test("with too few in them are told, and so are those with too many", () => {
    const { issues } = seated({ min: 2, per: "region" });
    expect(issues.filter(({ code }) => code.startsWith("seats"))).toEqual([
      {
        ...{ code: "seats-under-min", severity: "warning", count: 2, rows: [] },
        params: { rung: "t1", label: "t1", used: 1, min: 2, within: "South" },
      },
    ]);
    const overrides = ["B", "C", "D"].map((account) => override(account, "exact", "t1"));
    expect(
      seated({ max: 1, per: "region" }, {}, { overrides }).issues.find(({ code }) => code === "seats-over-max"),
    ).toEqual({
      // prettier-ignore
      ...{ code: "seats-over-max", severity: "warning", count: 1, rows: [] },
      params: { rung: "t1", label: "t1", used: 2, max: 1, within: "North" },
    });
    const all = seated({ min: 8, max: 9 }).issues.find(({ code }) => code === "seats-under-min");
    expect(all?.params).toEqual({ rung: "t1", label: "t1", used: 7, min: 8 });
  });
});

describe("the incumbent buffer", () => {
  const twelve = "ABCDEFGHIJKL".split("");
  const were = (...accounts: string[]) => [
    review(Object.fromEntries(accounts.map((name) => [name.toLowerCase(), "t1"]))),
  ];
  const kept = (incumbents: string[], capacity: object, names = twelve) => {
    const result = withSeats(rich(...names), { t1: capacity }, { history: were(...incumbents) });
    const sat = [...result.decision.seated.incumbents].map((row) => result.table.accounts.nameAt(row));
    return [membersOf(result)["t1"]?.join(""), sat.join("")];
  };

  test("keeps the seat of those just below the last one", () => {
    const capacity = { max: 10, incumbentBuffer: 0.1 };
    expect(kept([], capacity)).toEqual(["ABCDEFGHIJ", ""]);
    expect(kept(["K"], capacity)).toEqual(["ABCDEFGHIK", "K"]); // J would have been new
    expect(kept(["J", "K"], capacity)).toEqual(["ABCDEFGHIJ", ""]); // who ranks higher sits first
    expect(kept(["L"], capacity)).toEqual(["ABCDEFGHIJ", ""]); // 10 and a tenth is 11, not 12
    expect(kept(["K"], { max: 10 })).toEqual(["ABCDEFGHIJ", ""]);
  });

  test("leaves those alone who are safely in, and those who left the tier", () => {
    expect(kept(["C", "D"], { max: 2, incumbentBuffer: 0.5 })).toEqual(["AC", "C"]);
    expect(kept(["C", "D"], { max: 2, incumbentBuffer: 1 })).toEqual(["CD", "CD"]);
    const history = [...were("C"), review({ c: "t2" }, { date: "2025-12-31" })];
    const result = withSeats(rich("A", "B", "C"), { t1: { max: 2, incumbentBuffer: 0.5 } }, { history });
    expect(membersOf(result)["t1"]).toEqual(["A", "B"]);
  });

  test("goes by the tier that an account was in at last, whatever put it there", () => {
    const history = [review({ c: { ladderTier: "t2", finalTier: "t1" }, b: { ladderTier: "t1", finalTier: "t2" } })];
    const result = withSeats(rich("A", "B", "C"), { t1: { max: 2, incumbentBuffer: 0.5 } }, { history });
    expect(membersOf(result)["t1"]).toEqual(["A", "C"]);
  });

  test("is what keeps a seat that a better one would have had, also where a seat by right took one before", () => {
    const history = were("C");
    const overrides = [override("E", "exact", "t1")];
    const capacity = { max: 3, incumbentBuffer: 0.5 };
    const result = withSeats(rich("A", "B", "C", "D", "E"), { t1: capacity }, { history, overrides });
    expect(membersOf(result)["t1"]).toEqual(["A", "C", "E"]);
    expect([...result.decision.seated.incumbents]).toEqual([2]);
  });

  test("is not what seats an account in a seat that is free", () => {
    const cells = [["account", "value"], ["A", 200], ["Twin", 190], ["twin", 190], ["D", 180]]; // prettier-ignore
    const result = withSeats(cells, { t1: { max: 2 } }, { history: were("D") });
    expect(written(result).map(([, tier]) => tier)).toEqual(["t1", "t2", "t2", "t1"]);
    expect([...result.decision.seated.incumbents]).toEqual([]);
  });
});
