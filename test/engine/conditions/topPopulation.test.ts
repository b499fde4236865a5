import { describe, expect, test } from "vitest";
import { explain } from "../../../engine/index";
import { cellsOf, holds, membersOf, tiered } from "../samples";

describe("the population", () => {
  const cells = [
    ["account", "value", "region", "client"],
    ...[
      ["A", 50, "North", "y"],
      ["B", 30, "north ", "y"],
      ["C", 20, "", "y"],
      ["D", 10, "South", "y"],
      ["E", 40, "South", "n"],
    ],
    ...[
      ["F", 5, "n/a", "y"],
      ["G", 50, "East", "n"],
      ["", 99, "North", "y"],
    ],
  ];
  const clients = { measure: "isClient", is: ["yes"] };
  const inWith = (top: object, ladder = {}) =>
    membersOf(tiered(cells, { in: { measure: "value", top } }, { ladder })).in?.join("");

  test.each([
    [{ count: 2 }, {}, "AG"],
    [{ count: 2, among: clients }, {}, "AB"],
    [{ count: 2 }, { among: clients }, "AB"],
    [{ count: 1, within: "region" }, {}, "ACEG"], // blanks are one list; North and north are one
    [{ count: 1 }, { within: "region", among: clients }, "ACD"],
    [{ share: 0.4, outside: "compare", among: clients }, {}, "AG"], // G equals the lowest inside, E does not reach it
    [{ share: 0.4, outside: "compare", among: clients, within: "region" }, {}, "ACDE"], // nobody to compare G with
  ])("%j in a ladder of %j", (top, ladder, expected) => {
    expect(inWith(top, ladder)).toBe(expected);
  });

  test("an outsider is told what it was compared with, also within a list", () => {
    const top = { share: 0.4, outside: "compare", among: clients, within: "region" };
    const result = tiered(cells, { in: { measure: "value", top } });
    expect(explainTopOf(result, 5)).toMatchObject({ standing: "outside", holds: true, marginal: 10, rank: null });
    expect(explainTopOf(result, 7)).toMatchObject({ standing: "outside", holds: false, marginal: null });
    expect(explainTopOf(result, 2)).toMatchObject({ standing: "ranked", rank: { rank: 2, of: 2, in: 1 } });
  });

  test("an outsider of a list is in from the lowest value inside of it on", () => {
    const rows = [["N1", 9, "n", "y"], ["N2", 4, "n", "y"], ["X", 9, "n", "n"], ["Y", 8, "n", "n"], ["S1", 8, "s", "y"], ["Z", 8, "s", "n"]]; // prettier-ignore
    const among = [["account", "value", "region", "client"], ...rows];
    const top = { share: 0.5, outside: "compare", among: clients, within: "region" };
    expect(membersOf(tiered(among, { in: { measure: "value", top } })).in).toEqual(["N1", "X", "S1", "Z"]);
  });

  test("ties at a cut end where the list ends, though the next one goes on with the same value", () => {
    const rows = [["A", 9, "n"], ["B", 5, "n"], ["C", 5, "n"], ["D", 5, "s"], ["E", 5, "s"], ["F", 5, "s"]]; // prettier-ignore
    const told = (ties: string) => {
      const top = { count: 2, ties, within: "region" };
      const result = tiered([["account", "value", "region"], ...rows], { in: { measure: "value", top } });
      const ranks = [1, 4].map((row) => explainTopOf(result, row));
      return ranks.map((reason) => (reason?.kind === "top" ? [reason.rank?.of, reason.rank?.in] : null));
    };
    expect(told("strict")).toEqual([[3, 2], [3, 2]]); // prettier-ignore
    expect(told("with")).toEqual([[3, 3], [3, 3]]); // prettier-ignore
    expect(told("drop")).toEqual([[3, 1], [3, 0]]); // prettier-ignore
  });

  describe("in lists", () => {
    const lists = [["account", "value", "region", "client"], ["A", 9, "n", "y"], ["B", 9, "n", "y"], ["C", 5, "n", "y"], ["D", 5, "s", "y"], ["E", 4, "s", "y"], ["F", 3, "s", "n"]]; // prettier-ignore
    const inTop = (top: object) => {
      const result = tiered(lists, { in: { measure: "value", top: { within: "region", ...top } } });
      const reasons = [1, 4].map((row) => explainTopOf(result, row));
      const ranks = reasons.map((reason) => (reason?.kind === "top" ? [reason.rank?.in, reason.marginal] : null));
      return [membersOf(result).in?.join(""), ranks, result.issues.some(({ code }) => code === "tie-at-cut")];
    };
    test.each([
      ["percents are of the list", { percent: 0.34, rounding: "nearest" }, ["AD", [[1, 9], [1, 5]], true]],
      ["a list may have nobody inside", { percent: 0.3, rounding: "floor" }, ["", [[0, null], [0, null]], false]],
      ["nobody is in by a tie with the list before", { count: 0, ties: "with" }, ["", [[0, null], [0, null]], false]],
      ["who ties at the cut is no outsider", { share: 0.3, outside: "compare", among: clients }, ["AD", [[1, 9], [1, 5]], true]],
    ])("%s", (_, top, expected) => {
      expect(inTop(top)).toEqual(expected);
    }); // prettier-ignore
  });

  test.each([
    ["one list and several of one number are kept apart", {}, { k: ["A"], e: ["C"] }],
    [
      "also where all is ranked for a percent rank",
      { measures: [{ id: "p", type: "scale", of: "value", method: "percentRank" }] },
      { k: ["A"], e: ["C"] },
    ],
  ])("%s", (_, changes, expected) => {
    const rows = [["A", 9, "n"], ["B", 8, "n"], ["C", 7, "s"], ["D", "", "s"]]; // prettier-ignore
    const top = (more: object) => ({ measure: "value", top: { count: 1, ...more } });
    const result = tiered([["account", "value", "region"], ...rows], { k: top({}), e: top({ within: "region" }) }, changes); // prettier-ignore
    expect(membersOf(result)).toMatchObject(expected);
  });

  test("the order of all, at hand for a percent rank, changes no top: of some, from below, of shares", () => {
    const measures = [{ id: "p", type: "scale", of: "value", method: "percentRank" }];
    const tops = [{ count: 2 }, { count: 2, order: "asc" }, { count: 2, among: clients }, { share: 0.4 }, { percent: 0.5, among: clients }]; // prettier-ignore
    const members = tops.map((top) => {
      const result = tiered(cells, { in: { measure: "value", top } }, { measures });
      return membersOf(result).in?.join("");
    });
    expect(members).toEqual(["AG", "DF", "AB", "AG", "ABC"]); // 82 of 205 are 40 %: A has 50, G is in; five clients
  });

  test("somebody inside without a positive value is not compared", () => {
    const top = { share: 0.5, outside: "compare", among: { measure: "value", "<=": 10 } };
    expect(holds({ measure: "value", top }, cellsOf({ A: 10, B: -5, C: 0, D: 11, E: 9 }))).toEqual([
      true,
      false,
      false,
      true,
      false,
    ]);
  });
});

function explainTopOf(result: Parameters<typeof explain>[0], inputRow: number) {
  const explanation = explain(result, inputRow);
  return explanation.kind === "account" ? explanation.tier?.tried[0]?.reason : null;
}
