import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { explain, parsePreset, type CellValue } from "../../../engine/index";
import { accepted, documentWith, holds, oneColumn, rungs, tiered } from "../samples";

/** 1 for each text the condition holds on. */
const bits = (condition: object, values: readonly CellValue[], header = "region") =>
  holds({ measure: header === "client" ? "isClient" : header, ...condition }, oneColumn(header, values))
    .map(Number)
    .join("");

describe("contains", () => {
  test.each([
    ["bank", ["Bank", "Banking", "Investment BANK", "Ban k", "", "n/a"], "111000"],
    [["bank", "insur"], ["Banking", "Insurance", "reinsurers", "Retail", "", "#N/A"], "111000"],
    [" bank ", ["bank", "rebanked", "  BANK", "ban", "b ank", "x"], "111000"], // spaces around are no part of a word
    ["ｂａｎｋ", ["a bank", "ＢＡＮＫ", "bånk", "x", "", ""], "110000"],
    ["STRASSE", ["Hauptstraße 1", "Strasse", "STRAẞE", "Strase", "", ""], "111000"],
    ["a.c", ["abc", "a.c", "xa.cx", "a", "", ""], "011000"], // no pattern
    [".*", ["anything", ".*", "", "a.*b", "(", ""], "010100"],
    ["7", [7, "17", 70, 1, true, ""], "111000"],
    ["constructor", ["constructor", "__proto__", "toString", "x", "", ""], "100000"],
  ])("%j", (contains, values, expected) => {
    expect(bits({ contains }, values)).toBe(expected);
  });
});

describe("startsWith", () => {
  test.each([
    ["north", ["North", "Northern", "  north-west", "Far North", "", "n/a"], "111000"],
    [["DE", "AT"], ["de-10115", "AT-1010", "CH-8001", "Ode", "", ""], "110000"],
    [" de ", ["DE 1", "de", "d e", "", "", ""], "110000"],
    ["ß", ["SS-1", "ssa", "ẞ", "s", "", ""], "111000"],
    ["^a", ["a", "^a", "^abc", "", "", ""], "011000"],
    ["7", [7, 70, 17, "7a", "", ""], "110100"],
  ])("%j", (startsWith, values, expected) => {
    expect(bits({ startsWith }, values)).toBe(expected);
  });
});

describe.each(["contains", "startsWith"])("%s", (key) => {
  test.each([
    ["yes", "110000"],
    ["TRUE", "110000"],
    [["0", "x"], "001100"],
    [["1", "n"], "111100"],
    ["e", "000000"], // yes and no have no parts
  ])("%j on a yes/no column", (words, expected) => {
    expect(bits({ [key]: words }, [true, "y", "No", 0, "maybe", ""], "client")).toBe(expected);
  });

  test("one word and a list of one are the same preset", () => {
    const presets = ["x", ["x"]].map((words) => {
      const tiers = { rungs: rungs({ a: { measure: "region", [key]: words } }, "b") };
      return accepted(documentWith({ tiers }));
    });
    expect(presets[0]).toEqual(presets[1]);
  });

  test("explains itself with the text as it stands and the words as they were written", () => {
    const cells = oneColumn("region", ["North East", "South", ""]);
    const result = tiered(cells, { a: { measure: "region", [key]: "NORTH" } });
    const reasons = [1, 2, 3].map((row) => {
      const explanation = explain(result, row);
      return explanation.kind === "account" ? explanation.tier?.tried[0]?.reason : null;
    });
    const reason = { kind: key, measure: "region", words: ["NORTH"] };
    expect(reasons).toEqual([
      { ...reason, holds: true, value: "North East" },
      { ...reason, holds: false, value: "South" },
      { ...reason, holds: false, value: null },
    ]);
  });

  test.each([
    [{ [key]: "" }, "bad-text"],
    [{ [key]: " " }, "bad-text"], // it would be in every text
    [{ [key]: ["x", "\u3000"] }, "bad-text"],
    [{ [key]: [] }, "too-few"],
    [{ [key]: 7 }, "wrong-type"],
    [{ [key]: "x".repeat(256) }, "too-many"],
    [{ [key]: Array.from({ length: 101 }, (_, i) => `w${i}`) }, "too-many"],
    [{ [key]: "x", is: ["x"] }, "two-conditions"],
    [{ [key]: "x", measure: "value" }, "wrong-measure-type"],
  ])("%j is refused", (condition, code) => {
    const tiers = { rungs: rungs({ a: { measure: "region", ...condition } }, "b") };
    const parsed = parsePreset(documentWith({ tiers }));
    expect(parsed.ok ? [] : parsed.issues.map((issue) => issue.code)).toEqual([code]);
  });
});

test("`is` makes `startsWith`, and that makes `contains`; case and spaces around never matter", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "B", "ß", "é", " ", ".", "北"), minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), text, (values, word) => {
      fc.pre(word.trim() !== "");
      const [is, startsWith, contains] = [{ is: [word] }, { startsWith: word }, { contains: word }].map((each) =>
        bits(each, values),
      );
      for (let row = 0; row < values.length; row++) {
        expect(Number(is?.[row])).toBeLessThanOrEqual(Number(startsWith?.[row]));
        expect(Number(startsWith?.[row])).toBeLessThanOrEqual(Number(contains?.[row]));
      }
      expect(bits({ contains: ` ${word.toUpperCase()} ` }, values)).toBe(contains);
      expect(bits({ startsWith: word.toLowerCase() }, values)).toBe(startsWith);
    }),
    { numRuns: 100 },
  );
});
