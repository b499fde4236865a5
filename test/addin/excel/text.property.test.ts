import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { cellText } from "../../../addin/excel/text";
import { DE_DE } from "../../../addin/playground/host/rules/culture";
import { sheetOf, workbookOf } from "../../../addin/playground/host/simpleSnapshot";
import { opened, type Opened } from "./workbooks";

/** What a cell holds at most. */
const MOST = 32_767;

/**
 * Texts go through Microsoft's client into a host whose rules for typed text are our model of Excel, made from its
 * documentation: a real Excel has not confirmed them.
 */
const HOSTILE = [
  ...["=1+1", "+1", "-1", "-Key", "@SUM(A1)", "=", "+", "-", "@", "'quoted", "''", "'", "＝1+1", "－5", "＋A1"],
  ...["1", "007", "1.5", "1,5", "1,234", "1.234,5", "1E5", "1e-3", " 5", "5 ", " -5", "$5", "$-5", "-$5", "5 €", "(5)"],
  ...["5%", "%5", "1 1/2", "1/2", "10:30", "10:30 PM", "5 p", "12 AM", "1:", "１２３", "½", "٣"],
  ...[
    "1-2",
    "1/2/2024",
    "2024-05-01",
    "5 May",
    "May-24",
    "Mar 2",
    "3.Mai",
    "1er mars",
    "5 mayo 2024",
    "5 мая",
    "2024年5月",
  ],
  ...["Monday, May 5, 2024", "5. toukokuuta", "12 října", "TRUE", "false", " True ", "#N/A", "#DIV/0!", "#NV", "#REF!"],
  ...["\ttab", "\rreturn", "\nline", "\0nul", "\u0001", "a\u0000b", "\u200e=1", "😀", "=😀", "a\nb", "é", "e\u0301"],
  ...[
    "x".repeat(MOST),
    "x".repeat(MOST + 1),
    "=".repeat(MOST + 5),
    `${"x".repeat(MOST - 1)}😀`,
    `=${"x".repeat(MOST - 2)}😀`,
  ],
];

const ORDINARY = [
  ...["Tier 1", "Tier 2", "Key", "New Start", "A-1", "C3PO", "Enterprise", "Unrated", "Can't Lose", "At Risk", "Top 5"],
  ...[
    "Q1 focus",
    "Growth (new)",
    "80/20",
    "May",
    "March",
    "Decide",
    "A/B",
    "(none)",
    "Größe L",
    "重要",
    "No. 1 choice",
  ],
];

let book: Opened;
let german: Opened;
beforeAll(() => {
  book = opened(workbookOf([sheetOf("S")]));
  german = opened(workbookOf([sheetOf("S")]), { culture: DE_DE });
});

/** Writes each text into a cell of its own and reads the cells back, with their formulas. */
async function written({ Excel }: Opened, texts: readonly string[]): Promise<unknown[]> {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("S").getRangeByIndexes(0, 0, texts.length, 1);
    range.clear();
    range.values = texts.map((text) => [cellText(text)]);
    range.load("values, formulas");
    await context.sync();
    expect(range.formulas).toEqual(range.values);
    return range.values.flat() as unknown[];
  });
}

/** As much of a text as a cell holds, without half of a character at its end. */
const held = (text: string): string => {
  const most = cellText(text).startsWith("'") ? MOST - 1 : MOST;
  const cut = text.slice(0, most);
  return text.length > most && /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
};

describe("a text that goes into a cell comes out of it as it was", () => {
  test.each(["en-US", "de-DE"])("hostile and ordinary texts in %s", async (culture) => {
    const texts = [...HOSTILE, ...ORDINARY];
    expect(await written(culture === "de-DE" ? german : book, texts)).toEqual(texts.map(held));
  });

  test("any text", async () => {
    const token = fc.constantFrom(
      ...HOSTILE.filter((text) => text.length < 40),
      ...ORDINARY,
      " ",
      "/",
      "-",
      ".",
      ":",
      ",",
      "(",
      ")",
      "%",
      "e",
      "0",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: "grapheme" }),
      fc.array(token, { maxLength: 4 }).map((tokens) => tokens.join("")),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 50 }), async (texts) => {
        expect(await written(book, texts)).toEqual(texts.map(held));
      }),
      { numRuns: 60 },
    );
  });
});
