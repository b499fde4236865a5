import { describe, expect, test } from "vitest";
import { holds, oneColumn } from "../samples";

/** 1 for each value the condition holds on. */
const bits = (condition: unknown, header: string, values: readonly (string | number | boolean)[]) =>
  holds(condition, oneColumn(header, values)).map(Number).join("");

describe("comparisons", () => {
  const values = [99, 100, 101, -100, 0, "", "n/a", "abc", "#N/A", "100"];
  test.each([
    [{ ">=": 100 }, "0110000001"],
    [{ ">": 100 }, "0010000000"],
    [{ "<=": 100 }, "1101100001"],
    [{ "<": 100 }, "1001100000"],
    [{ "=": 100 }, "0100000001"],
    [{ "!=": 100 }, "1011100000"], // a missing value is not unequal either
    [{ between: [100, 101] }, "0100000001"],
    [{ between: [-100, 100] }, "1001100000"],
  ])("%j", (comparison, expected) => {
    expect(bits({ measure: "value", ...comparison }, "value", values)).toBe(expected);
  });

  test("minus zero is zero", () => {
    expect(bits({ measure: "value", "=": 0 }, "value", [-0, "-0", "(0)", 0])).toBe("1111");
  });

  test("a column that is not there is missing", () => {
    expect(bits({ measure: "other", "!=": 0 }, "value", [1, 2])).toBe("00");
  });
});

describe("is", () => {
  test.each([
    [["north"], ["North", " NORTH ", "Northern", "", "n/a", "ｎｏｒｔｈ"], "110001"],
    [["STRASSE"], ["Straße", "strasse", "STRAẞE", "Strase", "", ""], "111000"],
    [["7"], [7, "7", " 7", 70, "", true], "111000"],
    [["a", "b"], ["A", "B", "C", "AB", "", "b "], "110001"],
    [["constructor"], ["constructor", "__proto__", "toString", "x", "", ""], "100000"],
  ])("%j", (is, values, expected) => {
    expect(bits({ measure: "region", is }, "region", values)).toBe(expected);
  });

  test.each([
    [["yes"], "110000"],
    [["TRUE"], "110000"],
    [["1", "y"], "110000"],
    [["no"], "001100"],
    [["false"], "001100"],
    [["yes", "0"], "111100"],
    [["maybe"], "000000"], // says neither, and is nobody's word
  ])("%j on a yes/no column", (is, expected) => {
    expect(bits({ measure: "isClient", is }, "client", [true, "y", "No", 0, "maybe", ""])).toBe(expected);
  });
});

describe("blank and unreadable", () => {
  const values = [5, "", " ", "n/a", "abc", "#N/A", "5"];
  test.each([
    [{ blank: true }, "0111000"],
    [{ blank: false }, "1000111"],
    [{ unreadable: true }, "0000110"],
    [{ unreadable: false }, "1111001"],
  ])("%j of a number", (condition, expected) => {
    expect(bits({ measure: "value", ...condition }, "value", values)).toBe(expected);
  });

  test("a text date with two readings is unreadable, not blank", () => {
    expect(bits({ measure: "first", unreadable: true }, "first", ["3/4/2026", 45_000, ""])).toBe("100");
    expect(bits({ measure: "first", blank: true }, "first", ["3/4/2026", 45_000, ""])).toBe("001");
  });

  test("an error is unreadable in a text too", () => {
    expect(bits({ measure: "region", unreadable: true }, "region", ["#REF!", "x", ""])).toBe("100");
  });

  test("a computed measure is blank where it is missing, and never unreadable", () => {
    const measures = { measures: [{ id: "total", type: "sum", of: ["value"] }] };
    const cells = oneColumn("value", [5, "", "abc"]);
    expect(holds({ measure: "total", blank: true }, cells, measures)).toEqual([false, true, true]);
    expect(holds({ measure: "total", unreadable: true }, cells, measures)).toEqual([false, false, false]);
  });

  test("a column that is not there is blank throughout", () => {
    expect(bits({ measure: "other", blank: true }, "value", [1, 2])).toBe("11");
  });
});

describe("all, any, not", () => {
  const over1 = { measure: "value", ">": 1 };
  const over3 = { measure: "value", ">": 3 };
  const top1 = { measure: "value", top: { count: 1 } };
  test.each([
    [{ all: [over1, { not: over3 }] }, "0110_"],
    [{ any: [over3, { measure: "value", "=": 1 }] }, "1001_"],
    [{ not: over1 }, "1000N"], // plain negation: holds where the value is missing
    [{ not: { any: [over1, { measure: "value", "=": 1 }] } }, "0000N"],
    [{ all: [top1, over3] }, "0001_"],
    [{ not: top1 }, "1110N"],
    [{ not: { not: over1 } }, "0111_"],
    [{ all: [over1] }, "0111_"],
  ])("%j", (condition, expected) => {
    const missing = expected.endsWith("N") ? "1" : "0";
    expect(bits(condition, "value", [1, 2, 3, 4, ""])).toBe(expected.slice(0, 4) + missing);
  });
});
