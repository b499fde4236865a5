import { describe, expect, test } from "vitest";
import type { CellValue, TableOptions } from "../../../engine/index";
import { CellKind } from "../../../engine/table/cell";
import { accepted, documentWith, oneColumn, tableOf } from "../samples";

const preset = accepted(documentWith());
const GERMAN: TableOptions = { signs: { decimal: ",", group: "." } };

/** One column read as the field of its header: values (null is missing) and issues, without those of the accounts. */
function read(header: string, values: readonly CellValue[], options: TableOptions = {}) {
  const table = tableOf(oneColumn(header, values), preset, options);
  const id = header === "client" ? "isClient" : header;
  const column = table.fields.get(id)!; // every field has one
  const shown =
    column.type === "number"
      ? [...column.values].map((value) => (Number.isNaN(value) ? null : value))
      : [...column.codes].map((code) => column.words[code] ?? null);
  const issues = table.issues.map(({ code, count, rows }) => ({ code, count, rows: [...rows] }));
  return { shown, issues, kinds: [...(column.kinds ?? [])] };
}

describe("numbers", () => {
  test("are taken as they are; text that shows one is converted and counted, with input rows", () => {
    expect(read("value", [5, "$1,234.50", "", "n/a", "abc", "#DIV/0!", true, "(500)"])).toEqual({
      shown: [5, 1234.5, null, null, null, null, null, -500],
      kinds: [
        ...[CellKind.read, CellKind.converted, CellKind.blank, CellKind.missingWord],
        ...[CellKind.unreadable, CellKind.error, CellKind.unreadable, CellKind.converted],
      ],
      issues: [
        { code: "missing-word", count: 1, rows: [4] },
        { code: "number-as-text", count: 2, rows: [2, 8] },
        { code: "unreadable", count: 2, rows: [5, 7] },
        { code: "error-value", count: 1, rows: [6] },
      ],
    });
  });

  test("in text follow the culture of the workbook", () => {
    expect(read("value", ["1.234,50 €", "1,234.50"], GERMAN).shown).toEqual([1234.5, null]);
  });

  test.each([NaN, Infinity, -Infinity, 1e101, "1e300"])("%j cannot be added up, and is unreadable", (cell) => {
    expect(read("value", [cell, 1])).toMatchObject({ shown: [null, 1], issues: [{ code: "unreadable", rows: [1] }] });
  });

  test("no more than ten rows are named", () => {
    const { issues } = read(
      "value",
      Array.from({ length: 25 }, () => "abc"),
    );
    expect(issues).toEqual([{ code: "unreadable", count: 25, rows: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] }]);
  });
});

describe("dates", () => {
  test("are serial numbers; text in a stated order is converted", () => {
    const { shown, issues } = read("first", [45_351, "29.2.2024", "2024-02-29", "30.2.2024"], { dateOrder: "dmy" });
    expect(shown).toEqual([45_351, 45_351, 45_351, null]);
    expect(issues.map(({ code, count }) => [code, count])).toEqual([
      ["date-as-text", 2],
      ["unreadable", 1],
      ["dates-mixed", 1],
    ]);
  });

  test("with two readings are missing, and said to be", () => {
    expect(read("first", ["3/4/2026"])).toMatchObject({ shown: [null], issues: [{ code: "date-ambiguous" }] });
  });

  test.each([
    [0, null],
    [1461, null],
    [60, 60],
    [-1, null],
    [2_958_466, null],
  ])("of the 1900 system: %d", (cell, serial) => {
    expect(read("first", [cell]).shown).toEqual(cell === 1461 ? [1461] : [serial]);
  });

  test.each([
    [0, 1462],
    [43_889, 45_351],
    [-1, null],
    [2_957_003, 2_958_465],
    [2_957_004, null],
  ])("of the 1904 system: %d", (cell, serial) => {
    expect(read("first", [cell], { date1904: true }).shown).toEqual([serial]);
  });
});

describe("words", () => {
  test("are kept as they were written; numbers and booleans are the text they show", () => {
    expect(read("region", ["North", " North", 7, 1e21, true, "", "NA", "#REF!"]).shown).toEqual([
      ...["North", " North", "7", "1e+21", "TRUE"],
      ...[null, null, null],
    ]);
  });

  test.each([
    [[true, "TRUE", "yes", "Y", 1, "1"], "yes"],
    [[false, "false", "No", "n", 0, "0"], "no"],
    [["maybe", 2, "", "x", "#N/A"], null],
  ])("%j say %s on a yes/no column", (cells, word) => {
    expect(read("client", cells).shown).toEqual(cells.map(() => word));
  });
});

describe("several columns of one field", () => {
  const many = accepted(
    documentWith({
      fields: {
        account: { type: "text", headers: [] },
        value: { type: "number", headers: [], many: true },
        region: { type: "text", headers: [], many: true },
        isClient: { type: "boolean", headers: [], many: true },
        first: { type: "date", headers: [], many: true },
      },
    }),
  );
  const columnOf = (id: string, rows: CellValue[][]) => {
    const chosen = new Map([
      ["account", ["account"]],
      [id, ["x", "y"]],
    ]);
    return tableOf([["account", "x", "y"], ...rows.map((row, i) => [`a${i}`, ...row])], many, { chosen }).fields.get(
      id,
    );
  };

  test("numbers add up, a missing one adds nothing", () => {
    const column = columnOf("value", [
      [1, 2],
      [1, ""],
      ["", ""],
      ["abc", 2],
      [-1, "1"],
    ]);
    expect(column).toMatchObject({ values: Float64Array.of(1 + 2, 1, NaN, 2, 0) });
    expect([...(column?.kinds ?? [])]).toEqual([2, 2, 0, CellKind.unreadable, CellKind.converted]);
  });

  test("of dates the first that can be read, never their sum", () => {
    expect(
      columnOf("first", [
        [45_000, 46_000],
        ["", 46_000],
      ]),
    ).toMatchObject({ values: Float64Array.of(45_000, 46_000) });
  });

  test("of words the first that is not blank", () => {
    expect(
      columnOf("region", [
        ["N", "S"],
        ["", "S"],
        ["n/a", "S"],
      ]),
    ).toMatchObject({ codes: Int32Array.of(0, 1, 1) });
  });

  test("a yes is not blank where the second column is", () => {
    const column = columnOf("isClient", [
      ["yes", ""],
      ["", "no"],
    ]);
    expect([...(column?.kinds ?? [])]).toEqual([CellKind.read, CellKind.read]);
  });
});
