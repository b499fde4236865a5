import { describe, expect, test } from "vitest";
import { explain, run, type CellValue } from "../../../engine/index";
import { accepted, AS_OF, cellsOf, documentWith, membersOf, tableOf, tiered } from "../samples";

/** The accounts that a top holds on, as one word. */
function inTop(top: object, values: Record<string, CellValue>, ladder = {}): string {
  return membersOf(tiered(cellsOf(values), { in: { measure: "value", top } }, { ladder })).in?.join("") ?? "";
}

const ten = { A: 300, B: 200, C: 150, D: 120, E: 80, F: 60, G: 40, H: 30, I: 15, J: 5 };

describe("share of the sum", () => {
  test.each([
    [{ share: 0 }, ""],
    [{ share: 0.3 }, "A"],
    [{ share: 0.31 }, "AB"],
    [{ share: 0.31, crossing: "down" }, "A"],
    [{ share: 0.39, crossing: "nearest" }, "A"],
    [{ share: 0.41, crossing: "nearest" }, "AB"],
    [{ share: 0.8 }, "ABCDE"],
    [{ share: 0.8, crossing: "down" }, "ABCD"],
    [{ share: 1 }, "ABCDEFGHIJ"],
  ])("%j", (top, expected) => {
    expect(inTop(top, ten)).toBe(expected);
  });

  test("the cut is the decimal it is written as", () => {
    expect(inTop({ share: 0.8 }, { A: 0.7, B: 0.1, C: 0.1, D: 0.1 })).toBe("AB");
    expect(inTop({ share: 0.3, crossing: "down" }, { A: 0.1, B: 0.1, C: 0.1, D: 0.7 })).toBe("");
    expect(inTop({ share: 0.7, crossing: "down" }, { A: 0.1, B: 0.1, C: 0.1, D: 0.7 })).toBe("D");
  });

  test("doubles are never merged: a hair less ranks below", () => {
    expect(inTop({ count: 1 }, { A: 0.8999999999999999, B: 0.9 })).toBe("B");
  });

  test("large numbers do not swallow small ones", () => {
    const crumbs = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`x${i}`, 1]));
    const sums = explainTopOf(
      tiered(cellsOf({ A: 1e16, ...crumbs }), { in: { measure: "value", top: { share: 1 } } }),
      1,
    );
    expect(sums).toMatchObject({ sums: { total: 1e16 + 20 } });
  });

  test.each(["", "abc", 0, -5])("%j is in no share", (cell) => {
    expect(inTop({ share: 1 }, { A: 1, B: cell })).toBe("A");
  });

  test("nobody positive: nobody in", () => {
    expect(inTop({ share: 0.3 }, { A: 0, B: -1, C: "" })).toBe("");
  });
});

describe("a number of accounts", () => {
  const seven = { A: 95, B: 90, C: 85, D: 85, E: 85, F: 70, G: 60, H: "" };
  test.each([
    [{ count: 0 }, ""],
    [{ count: 4 }, "ABCD"],
    [{ count: 4, ties: "with" }, "ABCDE"],
    [{ count: 4, ties: "drop" }, "AB"],
    [{ count: 5, ties: "drop" }, "ABCDE"],
    [{ count: 99 }, "ABCDEFG"],
    [{ count: 2, order: "asc" }, "FG"],
    [{ percent: 0.5 }, "ABCD"], // 3.5 of 7: a missing value does not count
    [{ percent: 0.5, rounding: "floor" }, "ABC"],
    [{ percent: 0.5, rounding: "nearest" }, "ABCD"],
    [{ percent: 0.2, rounding: "nearest" }, "A"],
    [{ percent: 1 }, "ABCDEFG"],
    [{ percent: 0 }, ""],
    [{ percent: 0.001 }, "A"],
  ])("%j", (top, expected) => {
    expect(inTop(top, seven)).toBe(expected);
  });

  test("a percentage is the decimal it is written as", () => {
    const hundred = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`a${i}`, i + 1]));
    expect(tiered(cellsOf(hundred), { in: { measure: "value", top: { percent: 0.07 } } }).stats.tiers[0]?.count).toBe(
      7,
    );
  });

  test("negative values and zeros have a rank", () => {
    expect(inTop({ count: 2 }, { A: -5, B: 0, C: -1 })).toBe("BC");
  });
});

describe("equal values", () => {
  const tied = { b: 5, A: 5, "😀": 5, "～": 5, C: 1 };
  test("are in the order of their folded names, by code point", () => {
    expect([1, 2, 3, 4].map((count) => inTop({ count }, tied))).toEqual(["A", "bA", "bA～", "bA😀～"]);
  });

  test("are decided by the tie-breaks first, missing ones last", () => {
    const cells = [
      ["account", "value", "other"],
      ["A", 5, ""],
      ["B", 5, 1],
      ["C", 5, 2],
    ];
    const top = (count: number) =>
      tiered(cells, { in: { measure: "value", top: { count } } }, { ladder: { tieBreak: ["other"] } });
    expect([1, 2].map((count) => membersOf(top(count)).in)).toEqual([["C"], ["B", "C"]]);
  });

  test("of one account on two rows go together", () => {
    const cells = [
      ["account", "value"],
      ["B", 1],
      ["A", 5],
      ["C", 3],
      ["a ", 5],
    ];
    expect(membersOf(tiered(cells, { in: { measure: "value", top: { count: 1 } } })).in).toEqual(["A", "a "]);
  });

  test("of one account on two rows go together where its tie-breaks are equal too, and only then", () => {
    const cells = (other: number) => [
      ["account", "value", "other"],
      ["A", 5, 2],
      ["B", 5, 1],
      ["a ", 5, other],
    ];
    const inFirst = (other: number) =>
      membersOf(
        tiered(cells(other), { in: { measure: "value", top: { count: 1 } } }, { ladder: { tieBreak: ["other"] } }),
      ).in;
    expect([2, 1].map(inFirst)).toEqual([["A", "a "], ["A"]]);
  });

  test("of one account on two rows are ranked one by one where its numbers differ", () => {
    const rows = [["a ", 5], ["A", 9], ["B", 1]]; // prettier-ignore
    const top = { measure: "value", top: { count: 1 } };
    expect(membersOf(tiered([["account", "value"], ...rows], { in: top })).in).toEqual(["A"]);
  });

  test("are decided by the tie-breaks of their own ladder", () => {
    const rows = [["A", 5, 1, 9], ["B", 5, 2, 8]]; // prettier-ignore
    const first = { measure: "value", top: { count: 1 } };
    const ladder = (...tieBreak: string[]) => ({
      tieBreak,
      rungs: [{ id: "in", label: "in", when: first }, { id: "out", label: "out" }], // prettier-ignore
    });
    const measures = [{ id: "third", type: "sum", of: ["last"] }];
    const fields = { ...(documentWith()["fields"] as object), last: { type: "number", headers: ["last"] } };
    const preset = accepted(documentWith({ fields, measures, segments: ladder("other"), tiers: ladder("third") }));
    const result = run(tableOf([["account", "value", "other", "last"], ...rows], preset), preset, { asOf: AS_OF });
    expect([...(result.segment?.codes ?? [])]).toEqual([1, 0]);
    expect([...result.tier.codes]).toEqual([0, 1]);
  });

  test("on both sides of a cut are told; moved as a group they are not", () => {
    const issues = (ties: string) =>
      tiered(cellsOf(tied), { in: { measure: "value", top: { count: 2, ties } } }).issues;
    expect(issues("strict").find(({ code }) => code === "tie-at-cut")).toMatchObject({
      count: 4,
      rows: [2, 1, 4, 3],
      params: { value: 5, inside: 2, outside: 2 },
    });
    expect(issues("with").some(({ code }) => code === "tie-at-cut")).toBe(false);
    expect(issues("drop").map(({ code }) => code)).toEqual(["class-empty"]);
  });
});

describe("refill", () => {
  const refill = (share: number, ties = "order") => ({ measure: "value", top: { share, crossing: "refill", ties } });

  test("a class starts where the ties of the one above have ended", () => {
    const values = { A: 30, B: 30, C: 15, D: 15, E: 10 };
    const members = membersOf(tiered(cellsOf(values), { k: refill(0.3, "up"), e: refill(0.6, "up") }, { last: "c" }));
    expect(members).toEqual({ k: ["A", "B"], e: ["C", "D"], c: ["E"] });
  });

  test.each([
    ["all of", { all: [refill(0.3), { measure: "value", ">": 0 }] }],
    ["any of", { any: [{ measure: "value", "<": 0 }, refill(0.3)] }],
    ["not", { not: { not: refill(0.3) } }],
  ])("goes on from a rung that asks for it inside of %s", (_, first) => {
    const members = membersOf(tiered(cellsOf({ A: 90, B: 2.5 }), { k: first, e: refill(0.8) }));
    expect(members).toEqual({ k: ["A"], e: ["B"], rest: [] });
  });

  test.each([
    [
      "another population",
      { measure: "value", top: { share: 0.3, crossing: "refill", among: { measure: "value", ">": 0 } } },
    ],
    ["other lists", { measure: "value", top: { share: 0.3, crossing: "refill", within: "region" } }],
    ["another measure", { measure: "other", top: { share: 0.3, crossing: "refill" } }],
    ["another crossing", { measure: "value", top: { share: 0.3 } }],
    ["a number of accounts", { measure: "value", top: { count: 1 } }],
    ["a higher cut", { all: [refill(0.8), { measure: "value", ">": 20 }] }],
  ])("does not go on from a rung of %s", (_, first) => {
    const cells = [["account", "value", "other"], ["A", 60, 60], ["B", 20, 20], ["C", 20, 20]]; // prettier-ignore
    expect(membersOf(tiered(cells, { k: first, e: refill(0.6) }))).toEqual({ k: ["A"], e: [], rest: ["B", "C"] });
  });

  test("does not go on from a rung below", () => {
    const below = { all: [refill(0.3), { measure: "value", "<": 0 }] };
    const members = membersOf(tiered(cellsOf({ A: 40, B: 15, C: 15, D: 15, E: 15 }), { k: refill(0.5), e: below }));
    expect(members["k"]).toEqual(["A", "B"]); // 55 of 100
  });

  test("fills the classes above in the order of their shares, each with its own ties", () => {
    const nobody = { measure: "value", ">": 1000 };
    const above = { k: { all: [refill(0.3), nobody] }, e: { all: [refill(0.1), nobody] } };
    // To 10 %: A. To 30 %, 20 more: B and C. To 50 %: D and E.
    const members = membersOf(tiered(cellsOf({ A: 40, B: 15, C: 15, D: 15, E: 15 }), { ...above, c: refill(0.5) }));
    expect(members["c"]).toEqual(["A", "B", "C", "D", "E"]);
    const tied = membersOf(tiered(cellsOf({ A: 30, B: 30, C: 15, D: 15, E: 10 }), { k: refill(0.3, "up"), e: refill(0.6) })); // prettier-ignore
    expect(tied).toEqual({ k: ["A", "B"], e: ["C", "D"], rest: ["E"] });
  });
});

function explainTopOf(result: Parameters<typeof explain>[0], inputRow: number) {
  const explanation = explain(result, inputRow);
  return explanation.kind === "account" ? explanation.tier?.tried[0]?.reason : null;
}
