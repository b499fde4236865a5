import { describe, expect, test } from "vitest";
import { csvValue } from "../../addin/playground/files/csvValue";
import { readCsv } from "../../addin/playground/files/readCsv";

function rows(source: string | Uint8Array) {
  const result = readCsv(source, { name: "A" });
  if (!result.ok) throw new Error(result.code);
  return result.workbook.sheets[0]?.values;
}

test.each([
  ["12", 12],
  ["-0.5", -0.5],
  ["+5", 5],
  [".5", 0.5],
  ["5.", 5],
  [" 3 ", 3],
  ["0", 0],
  ["-0", 0],
  ["0.007", 0.007],
  ["1.5e-05", 0.000015],
  ["2E+3", 2000],
  ["123456789012345", 123456789012345],
  ["0.8999999999999999", 0.8999999999999999],
  ["true", true],
  ["FALSE", false],
  ["007", "007"],
  ["12E5", "12E5"],
  ["1234567890123456", "1234567890123456"],
  ["1e400", "1e400"],
  ["$1,234", "$1,234"],
  ["1,234", "1,234"],
  ["12%", "12%"],
  ["1/31/2026", "1/31/2026"],
  ["2026-01-31", "2026-01-31"],
  ["#N/A", "#N/A"],
  ["=A1", "=A1"],
  ["-", "-"],
  [".", "."],
  [" a ", " a "],
  ["NaN", "NaN"],
  ["Infinity", "Infinity"],
  ["0x10", "0x10"],
  ["", ""],
])("the field %j is %j", (field, value) => {
  expect(csvValue(field)).toBe(value);
});

describe("RFC 4180", () => {
  test.each([
    [
      "quotes",
      'a,"b ""c"", d"\n1,2\n',
      [
        ["a", 'b "c", d'],
        [1, 2],
      ],
    ],
    [
      "line breaks in quotes",
      'a,"b\r\nc"\r\n1,2',
      [
        ["a", "b\r\nc"],
        [1, 2],
      ],
    ],
    ["rows of unequal length", "a,b,c\n1\n1,2,3,4\n", [["a", "b", "c"], [1], [1, 2, 3, 4]]],
    ["blank ends", "a,,\n,,\nb,,\n,,\n", [["a"], [], ["b"]]],
    ["nothing", "", []],
  ])("%s", (_, text, expected) => {
    expect(rows(text)).toEqual(expected);
  });

  test.each([",", ";", "\t", "|"])("fields divided by %j", (sign) => {
    expect(rows(["a", "b"].join(sign) + "\n" + [1, "x"].join(sign) + "\n")).toEqual([
      ["a", "b"],
      [1, "x"],
    ]);
  });

  test("a semicolon wins over decimal commas", () => {
    expect(rows("Account;Revenue\na;1,5\nb;2,5\n")).toEqual([
      ["Account", "Revenue"],
      ["a", "1,5"],
      ["b", "2,5"],
    ]);
  });

  test("a first line can name the divider, as Excel has it", () => {
    expect(rows("sep=|\na,b|c\n")).toEqual([["a,b", "c"]]);
  });
});

describe("bytes", () => {
  const expected = [["é", 1]];
  test.each([
    ["UTF-8", Buffer.from("é,1")],
    ["UTF-8 with a mark", Buffer.from("\uFEFFé,1")],
    ["UTF-16 LE", Buffer.from("\uFEFFé,1", "utf16le")],
    ["UTF-16 BE", Buffer.from("\uFEFFé,1", "utf16le").swap16()],
  ])("%s", (_, bytes) => {
    expect(rows(bytes)).toEqual(expected);
  });

  test("Windows-1252 is read with a warning", () => {
    expect(readCsv(Buffer.from("é,1", "latin1"), { name: "A" })).toMatchObject({
      ok: true,
      warnings: [{ code: "csvNotUtf8" }],
      workbook: { sheets: [{ values: expected }] },
    });
  });

  test("binary data is refused", () => {
    expect(readCsv(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), { name: "A" })).toMatchObject({ ok: false, code: "notText" });
  });
});

test("a quote that is never closed gives a warning with its row", () => {
  expect(readCsv('a,b\n1,"x\n2,y\n', { name: "A" })).toMatchObject({
    warnings: [{ code: "csvOpenQuote", params: { row: 2 } }],
  });
});

test("more columns than a sheet has are refused", () => {
  expect(readCsv(",".repeat(16_384) + "1", { name: "A" })).toMatchObject({ ok: false, params: { what: "columns" } });
});

test("a column whose texts are longer than a standard one has room for is wider, but not without end", () => {
  const result = readCsv(`Account,N,Note\nNorthwind Traders Ltd,1,${"x".repeat(400)}\n`, { name: "A" });
  if (!result.ok) throw new Error(result.code);
  const { 0: account, ...others } = result.workbook.sheets[0]?.columnWidths ?? {};
  expect(account).toBeGreaterThan(21 * 7); // its longest text, in digits of Calibri 11
  expect(others).toEqual({ 2: 240 });
});
