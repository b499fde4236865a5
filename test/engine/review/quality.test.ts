import { describe, expect, test } from "vitest";
import { quality, run, withoutValue, type CellValue } from "../../../engine/index";
import { accepted, AS_OF, documentWith, tableOf } from "../samples";

const field = (type: string, id: string, more = {}) => ({ [id]: { type, headers: [id], ...more } });
const number = (id: string, more = {}) => field("number", id, more);
const tiers = {
  rungs: [
    { id: "t1", label: "1", when: { measure: "value", ">=": 100 } },
    { id: "t2", label: "2" },
  ],
};
const found = (cells: CellValue[][], changes: Record<string, unknown> = {}) => {
  const fields = { ...field("text", "account"), ...number("value", { required: true }), ...field("text", "industry"), ...number("staff"), ...((changes.fields as object | undefined) ?? {}) }; // prettier-ignore
  const preset = accepted(documentWith({ tiers, ...changes, fields }));
  return run(tableOf(cells, preset), preset, { asOf: AS_OF });
};

const CELLS: CellValue[][] = [
  ["account", "value", "industry", "staff"],
  ["A", 200, "Retail", 10],
  ["B", 100, "", "n/a"],
  ["C", "soon", "Retail", "#N/A"],
  ["D", "", "", 5],
  ["", 50, "", ""],
];

describe("What is missing, by field and tier", () => {
  const { fields, tiers, all, outside, unmapped } = quality(found(CELLS));

  test("blockers first, then what lacks most; a row that names nobody counts nothing", () => {
    expect(fields.map(({ id, isBlocker }) => [id, isBlocker])).toEqual([
      ["value", true],
      ["industry", false],
      ["staff", false],
    ]);
    expect(fields[0]).toMatchObject({
      all: { needed: 4, blank: 1, unreadable: 1 },
      tiers: [
        { needed: 2, blank: 0, unreadable: 0 },
        { needed: 2, blank: 1, unreadable: 1 },
      ],
      rows: [3, 4],
    });
    expect(fields[2]?.all).toEqual({ needed: 4, blank: 1, unreadable: 1 });
  });

  test("scores: the required field counts twice", () => {
    expect(tiers.map(({ accounts, score }) => [accounts, score])).toEqual([
      [2, 6 / 8], // of B's four, industry and staff are not there
      [2, 2 / 8], // of C's and D's, one each of the plain ones is
    ]);
    expect(all).toEqual({ accounts: 4, score: 8 / 16 });
    expect([outside, unmapped]).toEqual([{ accounts: 0, score: null }, []]);
  });
});

test("a field without a column is told, and lowers no score", () => {
  const { fields, all, unmapped } = quality(found([["account", "value"], ["A", 1]])); // prettier-ignore
  expect(unmapped).toEqual(["industry", "staff"]);
  expect(fields[1]).toMatchObject({ isMapped: false, isBlocker: false, all: { needed: 1, blank: 1 } });
  expect(all.score).toBe(1);
});

test("accounts that a gate turns away have a score of their own", () => {
  const gates = [{ id: "g", when: { measure: "industry", blank: false }, else: { exclude: "Insufficient data" } }];
  const { outside, tiers, all } = quality(found(CELLS, { gates }));
  expect(outside).toEqual({ accounts: 2, score: 3 / 8 });
  expect(tiers.map(({ accounts }) => accounts)).toEqual([1, 1]);
  expect(all.accounts).toBe(4);
});

describe("blank is an answer", () => {
  const lacks = (measures: unknown[], cells: CellValue[][], fields: object) =>
    Object.fromEntries(
      quality(found(cells, { measures, fields })).fields.map(({ id, all }) => [id, all.blank + all.unreadable]),
    );

  test("in a yes/no column, and for who has not bought yet", () => {
    const fields = { ...field("boolean", "partner"), ...field("date", "first") };
    const measures = [{ id: "stage", type: "lifecycle", firstPurchase: "first" }];
    const cells: CellValue[][] = [["account", "value", "partner", "first"], ["A", 1, "", ""], ["B", 1, "perhaps", "soon"]]; // prettier-ignore
    expect(lacks(measures, cells, fields)).toMatchObject({ partner: 1, first: 1 });
  });

  test("in a product that is not bought, but not in a field that something else reads", () => {
    const measures = [{ id: "bought", type: "filled", of: ["crm", "staff"] }, { id: "size", type: "field", of: "staff" }]; // prettier-ignore
    const cells: CellValue[][] = [["account", "value", "crm", "staff"], ["A", 1, "", ""]]; // prettier-ignore
    expect(lacks(measures, cells, field("text", "crm"))).toMatchObject({ crm: 0, staff: 1 });
  });

  test("the new need what is expected of them, the others what they brought in", () => {
    const fields = { ...field("date", "first"), ...number("past"), ...number("expected") };
    const measures = [
      { id: "stage", type: "lifecycle", firstPurchase: "first" },
      { id: "worth", type: "expectedWhenNew", history: "past", expected: "expected", lifecycle: "stage" },
    ];
    const cells: CellValue[][] = [
      ["account", "value", "first", "past", "expected"],
      ["established", 1, 40_000, 5, ""],
      ["prospect", 1, "", "", 5],
      ["bare prospect", 1, "", "", ""],
      ["bare client", 1, 40_000, "", 5],
    ];
    expect(lacks(measures, cells, fields)).toMatchObject({ past: 1, expected: 1 });
  });
});

test("Which accounts have no usable revenue?", () => {
  const cells: CellValue[][] = [["account", "value"], ["A", 200], ["B", 0], ["C", -5], ["D", "soon"], ["", ""]]; // prettier-ignore
  expect(withoutValue(found(cells))).toEqual([
    { account: "B", row: 2, tier: "t2", why: "zero", value: 0 },
    { account: "C", row: 3, tier: "t2", why: "negative", value: -5 },
    { account: "D", row: 4, tier: "t2", why: "missing", value: null },
  ]);
});
