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
