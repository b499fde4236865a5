import { expect, test } from "vitest";
import { CARRIER_NAME, carrierRows, isCarrier, readCarrier } from "../../addin/playground/files/carrier";
import { readWorkbook } from "../../addin/playground/files/readWorkbook";
import { writeWorkbook } from "../../addin/playground/files/writeWorkbook";
import { openArchive } from "../../addin/playground/files/zipReading";
import { sheet, workbook } from "./snapshots";

const values = new Map<string, unknown>([
  ["setting:a", { text: "x".repeat(70_000) }],
  ["setting:b", [1, 2]],
]);

test("a long value takes several rows, none over Excel's limit", () => {
  const rows = carrierRows(values);
  expect(rows).toHaveLength(2 + 3 + 1);
  expect(Math.max(...rows.flat().map((cell) => String(cell).length))).toBeLessThanOrEqual(32_000);
  expect(isCarrier(rows)).toBe(true);
  expect(readCarrier(rows)).toEqual({ values, damaged: [] });
});

test("an emoji is never cut in two", () => {
  for (const start of ["", "x"]) {
    const value = new Map([["setting:a", start + "😀".repeat(20_000)]]);
    const rows = carrierRows(value);
    for (const row of rows) expect(String(row[3] ?? "")).not.toMatch(/\p{Surrogate}/u);
    expect(readCarrier(rows).values).toEqual(value);
  }
});

test.each([
  ["a part is missing", (rows: (string | number)[][]) => rows.filter((_, i) => i !== 3)],
  [
    "its text was changed",
    (rows: (string | number)[][]) => rows.map((row, i) => (i === 3 ? [...row.slice(0, 3), "zz"] : row)),
  ],
  ["a cell was emptied", (rows: (string | number)[][]) => rows.map((row, i) => (i === 3 ? row.slice(0, 1) : row))],
])("when %s, that value is named and the others are read", (_, damage) => {
  expect(readCarrier(damage(carrierRows(values)))).toEqual({
    values: new Map([["setting:b", [1, 2]]]),
    damaged: ["setting:a"],
  });
});

test("a workbook with nothing to carry has no sheet of ours", async () => {
  const archive = openArchive(await writeWorkbook(workbook(sheet({ values: [["a"]] }))));
  expect(archive.names.filter((name) => name.includes("worksheets/sheet"))).toEqual(["xl/worksheets/sheet1.xml"]);
});

test("a sheet that someone called like ours is an ordinary sheet", async () => {
  const snapshot = { ...workbook(sheet({ name: CARRIER_NAME, values: [["a"]] })), settings: { a: 1 } };
  const result = await readWorkbook(await writeWorkbook(snapshot));
  expect(result.ok && result.workbook).toEqual(snapshot);
});

test("a damaged list gives a warning with its name", async () => {
  const broken = {
    ...sheet({ name: "Account Tiering Data", values: carrierRows(new Map([["tableIds", 5]])) }),
    visibility: "VeryHidden" as const,
  };
  const result = await readWorkbook(await writeWorkbook(workbook(sheet({ name: "A" }), broken)));
  expect(result).toMatchObject({ ok: true, warnings: [{ code: "carrierDamaged", params: { what: "tableIds" } }] });
  expect(result.ok && result.workbook.sheets.map(({ name }) => name)).toEqual(["A"]);
});
