import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readWorkbook } from "../../addin/playground/files/readWorkbook";
import { writeWorkbook } from "../../addin/playground/files/writeWorkbook";
import { anyWorkbook, comparable, roundTrip, sheet, workbook } from "./snapshots";

test("a workbook is the same after writing and reading", async () => {
  await fc.assert(
    fc.asyncProperty(anyWorkbook, async (snapshot) => {
      expect(comparable(await roundTrip(snapshot))).toEqual(comparable(snapshot));
    }),
    { numRuns: 150 },
  );
});

test("a workbook read once is exactly the same when read again", async () => {
  await fc.assert(
    fc.asyncProperty(anyWorkbook, async (snapshot) => {
      const once = await roundTrip(snapshot);
      expect(await roundTrip(once)).toEqual(once);
    }),
    { numRuns: 30 },
  );
});

test("written with the file it was read from, it is the same too", async () => {
  await fc.assert(
    fc.asyncProperty(anyWorkbook, async (snapshot) => {
      const original = await writeWorkbook(snapshot);
      const result = await readWorkbook(await writeWorkbook(snapshot, original));
      expect(result.ok && comparable(result.workbook)).toEqual(comparable(snapshot));
    }),
    { numRuns: 30 },
  );
});

test("the same snapshot gives the same bytes", async () => {
  const snapshot = workbook(sheet({ values: [["a", 1]] }));
  expect(await writeWorkbook(snapshot)).toEqual(await writeWorkbook(snapshot));
});

describe("values", () => {
  test.each([
    ["a number in text", "12"],
    ["leading zeros", "007"],
    ["a formula in text", "=1+1"],
    ["an apostrophe", "'x"],
    ["spaces", "  a  "],
    ["lines", "a\nb\r\nc"],
    ["an emoji", "😀"],
    ["half an emoji", "\ud83d"],
    ["control characters", "\u0000\u0007"],
    ["what looks like an escape", "_x0041_"],
    ["an error", "#N/A"],
    ["a new error", "#SPILL!"],
    ["a long text", "x".repeat(32_767)],
    ["a boolean", false],
    ["0.1 + 0.2", 0.1 + 0.2],
    ["a tiny number", 5e-324],
    ["a huge number", 1.7976931348623157e308],
  ])("%s stays as it is", async (_, value) => {
    const snapshot = workbook(sheet({ values: [[value]] }));
    expect(await roundTrip(snapshot)).toEqual(snapshot);
  });

  test.each([0, 1, 59, 60, 61, 43_533.371527777781, 46_053, -1, 1e15])(
    "serial number %d keeps all digits",
    async (serial) => {
      const snapshot = workbook(
        sheet({ values: [[serial]], numberFormats: [{ row: 0, column: 0, rows: 1, columns: 1, format: "m/d/yyyy" }] }),
      );
      expect(await roundTrip(snapshot)).toEqual(snapshot);
      expect(await roundTrip({ ...snapshot, date1904: true })).toEqual({ ...snapshot, date1904: true });
    },
  );

  test("text over Excel's limit is refused", async () => {
    await expect(writeWorkbook(workbook(sheet({ values: [["x".repeat(32_768)]] })))).rejects.toThrow(RangeError);
  });

  test("numbers that Excel does not have become #NUM!", async () => {
    const result = await roundTrip(workbook(sheet({ values: [[NaN, Infinity]] })));
    expect(result.sheets[0]?.values).toEqual([["#NUM!", "#NUM!"]]);
  });
});

test.each(["text ", 1.5, true, "#DIV/0!", ""])("a formula keeps its last result %j", async (result) => {
  const snapshot = workbook(
    sheet({ values: result === "" ? [] : [[result]], formulas: [{ row: 0, column: 0, formula: '=SUM(B1:B2)&"<é>"' }] }),
  );
  expect(await roundTrip(snapshot)).toEqual(snapshot);
});

test("what fills cells of its own accord keeps its area", async () => {
  const snapshot = workbook(
    sheet({
      values: [["a"], ["b"]],
      formulas: [{ row: 0, column: 0, formula: "=UNIQUE(C1:C9)" }],
      spills: [{ row: 0, column: 0, rows: 2, columns: 1 }],
    }),
  );
  expect(await roundTrip(snapshot)).toEqual(snapshot);
});

test("every width in pixels is kept", async () => {
  const columnWidths = Object.fromEntries(Array.from({ length: 1_780 }, (_, i) => [i, i + 10]));
  const snapshot = workbook(sheet({ columnWidths }));
  expect(await roundTrip(snapshot)).toEqual(snapshot);
});

test("the sheet in front, merges and names stay", async () => {
  const snapshot = {
    ...workbook(
      sheet({ name: "It's" }),
      sheet({ name: "B & C", merges: [{ row: 1, column: 1, rows: 2, columns: 3 }] }),
    ),
    activeSheet: "B & C",
    names: [
      { name: "hidden_one", formula: "='It''s'!$A$1:$A$9", isVisible: false, comment: "" },
      { name: "gone", formula: "=#REF!", isVisible: true, comment: 'a "note" <1>\nline' },
      { name: "own", formula: "='B & C'!$A$1", isVisible: true, comment: "", sheet: "B & C" },
      { name: "own", formula: '="text"&IFS(TRUE,1)', isVisible: false, comment: "", sheet: "It's" },
    ],
  };
  expect(await roundTrip(snapshot)).toEqual(snapshot);
});

test("settings of 300 KB come back, and leave no sheet behind", async () => {
  const snapshot = {
    ...workbook(sheet({ values: [["a"]] })),
    settings: {
      "tiering.preset.1": { text: "é😀\ud83d_x0041_".repeat(20_000) },
      __proto__x: null,
      list: [1, "b", { c: true }],
    },
  };
  expect(await roundTrip(snapshot)).toEqual(snapshot);
});
