import { describe, expect, test } from "vitest";
import { cellText } from "../../../addin/excel/text";

/** What a cell holds at most. */
const MOST = 32_767;

describe("an apostrophe goes before what Excel would take for something else", () => {
  test.each([
    ["a formula, or the start of one", ["=1+1", "+a", "-a", "@sum", "＝1", "＋a", "=\u0338x"]],
    ["an error", ["#N/A", "#anything"]],
    ["its own apostrophe", ["'", "'quoted"]],
    ["signs that it swallows", ["\ta", "\ra", "\na", "\0a"]],
    ["a number", ["007", "5", " 5 ", "1.5", "1,234.5", "1'234", "1 234", "1E5", "1e-3", "(5)", "5-", "１２", "٣"]],
    ["money or a share", ["$5", "5 €", "R$ 5", "kr 5", "5 kr.", "Fr. 5", "5%", "%5", "٪5"]],
    ["a date or a time", ["1-2", "2024-05-01", "1/2", "1. 2", "12:30", "1 - 2", "10:", "1  -  2", "2024年5月"]],
    ["a fraction", ["1 1/2", "12 3/4"]],
    ["an hour", ["5 p", "12am", "5 p.m.", "5 P. M."]],
    ["an emperor's year", ["H30.1", "r1/5", "平成3"]],
    ["a truth", ["TRUE", " False ", "wahr", "ложь"]],
    ["a day with its month", ["5 May", "May-24", "3.Mai", "7 Dezember", "1 août", "5 févr. 2024", "5 мая", "3 Ocak"]],
  ])("%s", (_, texts) => {
    expect(texts.map(cellText)).toEqual(texts.map((text) => `'${text}`));
  });

  test("months are known in the languages that Excel is mostly used in", () => {
    const days = [
      ...["2 enero", "2 gennaio", "2 maart", "2 fevereiro", "2 stycznia", "2 ledna", "2 januára", "2 január"],
      ...["2 ianuarie", "2 augusti", "2 marts", "2 desember", "2 tammikuuta", "2 Ιανουαρίου", "2 января", "2 січня"],
      ...["2 януари", "2 siječnja", "2 avgust", "2 jaanuar", "2 janvāris", "2 sausio", "2 tháng 1", "2 Agustus"],
    ];
    expect(days.map(cellText)).toEqual(days.map((day) => `'${day}`));
    const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec january december".split(" ");
    expect(months.map((month) => cellText(`${month} 3`))).toEqual(months.map((month) => `'${month} 3`));
  });
});

test("ordinary text goes in as it is", () => {
  const texts = [
    ...["", " ", "Tier 1", "Key", "a=b", "a-1", "1b", "x5", "5x", "No. 1", "A/B", "Q1 focus", "Top 5", "12 apples"],
    ...["May", "Maybe 5", "mayor 5", "truly", "not true", "p", "123 pm", "5 px", "12345-6", "1-a", "12345年", "H300.1"],
    ...["1 1/x", "1 1/2 of it", "x 1 1/2", "%", "()", "kr", "€", ".", "5 5 x", "e5", "1e"],
  ];
  expect(texts.map(cellText)).toEqual(texts);
});

test("nothing longer than a number can be is looked at as one", () => {
  expect(cellText("5".repeat(400))).toBe(`'${"5".repeat(400)}`);
  expect(cellText("5".repeat(401))).toBe("5".repeat(401));
  expect(cellText(`=${"5".repeat(401)}`)).toBe(`'=${"5".repeat(401)}`);
});

test("a longer text is cut to what a cell holds, and never within a character", () => {
  const x = (count: number) => "x".repeat(count);
  expect(cellText(x(MOST))).toBe(x(MOST));
  expect(cellText(x(MOST + 1))).toBe(x(MOST));
  expect(cellText(`${x(MOST - 2)}😀`)).toBe(`${x(MOST - 2)}😀`);
  expect(cellText(`${x(MOST - 1)}😀`)).toBe(x(MOST - 1));
  expect(cellText(`${x(MOST - 2)}😀x`)).toBe(`${x(MOST - 2)}😀`);
  expect(cellText(`=${x(MOST - 2)}`)).toBe(`'=${x(MOST - 2)}`); // the apostrophe takes up a place
  expect(cellText(`=${x(MOST - 1)}`)).toBe(`'=${x(MOST - 2)}`);
});
