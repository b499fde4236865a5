import { beforeAll, describe, expect, test } from "vitest";
import { cellText } from "../../../../addin/excel/text";
import { readWorkbook } from "../../../../addin/playground/files/readWorkbook";
import { writeWorkbook } from "../../../../addin/playground/files/writeWorkbook";
import { DE_DE } from "../../../../addin/playground/host/rules/culture";
import { sheetOf, workbookOf } from "../../../../addin/playground/host/simpleSnapshot";
import { opened, type Opened } from "../workbooks";
import { held } from "./held";
import { HOSTILE, HOSTILE_STRINGS, MOST, ORDINARY } from "./strings";

const BOOKS: Record<string, Opened> = {};
beforeAll(() => {
  BOOKS["en-US"] = opened(workbookOf([sheetOf("S")]));
  BOOKS["de-DE"] = opened(workbookOf([sheetOf("S")]), { culture: DE_DE });
});

/** Writes each text into a cell of its own and reads the cells back, none of which may hold a formula. */
async function written(culture: string, texts: readonly string[]): Promise<unknown[]> {
  const book = BOOKS[culture];
  if (!book) throw new Error(culture);
  return book.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("S").getRangeByIndexes(0, 0, texts.length, 1);
    range.clear();
    range.values = texts.map((text) => [cellText(text)]);
    range.load("values, formulas");
    await context.sync();
    expect(range.formulas).toEqual(range.values);
    expect(book.workbook.snapshot().sheets[0]?.formulas).toEqual([]);
    return range.values.flat() as unknown[];
  });
}

test("there are hundreds of both", () => {
  expect(HOSTILE_STRINGS.length).toBeGreaterThanOrEqual(900);
  expect(new Set(ORDINARY).size).toBeGreaterThanOrEqual(140);
});

describe.each(["en-US", "de-DE"])("texts that go into cells, in %s", (culture) => {
  test.each(Object.entries(HOSTILE))("%s", async (_, texts) => {
    expect(await written(culture, texts)).toEqual(texts.map(held));
  });

  test("ordinary ones", async () => {
    expect(await written(culture, ORDINARY)).toEqual(ORDINARY);
  });
});

test("no apostrophe goes before ordinary text", () => {
  expect(ORDINARY.filter((text) => cellText(text) !== text)).toEqual([]);
});

/** What is in these classes for its look alone, and what no Excel takes for anything. */
const AS_IS = new Set([
  ...[
    "Ⅻ",
    "½",
    "一",
    "1_000",
    "0x1F",
    "&H1F",
    "1e",
    "e1",
    "NaN",
    "Infinity",
    "1D5",
    "1e1e1",
    "1⁄2",
    "¾",
    "1½",
    "1 1⁄2",
  ],
  ...["10000-01-01", "1\u20102", ":30", "10h30", "오후 5시", "yes", "no", "Y", "N", "on", "off", "TRUE()", " #N/A"],
]);

test.each([
  ...(["numbers", "scientific", "percent", "currency", "dates", "times", "fractions", "booleans", "errors"] as const),
])("an apostrophe goes before each of the %s", (name) => {
  const bare = HOSTILE[name].filter((text) => !AS_IS.has(text) && cellText(text) !== `'${text}`);
  expect(bare).toEqual([]);
});

test("no text takes long to be looked at", () => {
  const spaces = " ".repeat(199);
  const texts = [`${spaces}5${spaces}x`, "5 ".repeat(199) + "x", "+ ".repeat(99) + "5 " + "- ".repeat(99) + "x"];
  const start = performance.now();
  texts.forEach(cellText);
  expect(performance.now() - start).toBeLessThan(1_000);
});

test("a longer text is cut to what a cell holds, and never within a character", () => {
  expect(cellText("x".repeat(MOST))).toHaveLength(MOST);
  expect(cellText("x".repeat(MOST + 1))).toHaveLength(MOST);
  expect(cellText("=".repeat(MOST))).toBe(`'${"=".repeat(MOST - 1)}`);
  expect(cellText(`${"x".repeat(MOST - 1)}😀`)).toHaveLength(MOST - 1);
});

test("files keep every text, also what XML has no form for", async () => {
  const texts = [...HOSTILE_STRINGS, ...ORDINARY].map(held);
  const workbook = workbookOf([
    sheetOf(
      "S",
      texts.map((text) => [text]),
    ),
  ]);
  const read = await readWorkbook(await writeWorkbook(workbook));
  if (!read.ok) throw new Error(read.code);
  expect(read.workbook.sheets[0]?.values.map(([value]) => value ?? "")).toEqual(texts);
  expect(read.workbook.sheets[0]?.formulas).toEqual([]);
});
