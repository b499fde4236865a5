import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { numberInText, type NumberSigns } from "../../../engine/table/number";

const ENGLISH: NumberSigns = { decimal: ".", group: "," };
const GERMAN: NumberSigns = { decimal: ",", group: "." };
const SWISS: NumberSigns = { decimal: ".", group: "’" };
const FRENCH: NumberSigns = { decimal: ",", group: " " };

describe("numbers written as text", () => {
  test.each([
    ["1,234.50", 1234.5],
    ["$1,234.50", 1234.5],
    ["$9.99 ", 9.99],
    ["\u00a09.99\u00a0", 9.99],
    ["1\u202f234\u00a0567.5", 1234567.5],
    ["(500)", -500],
    ["($1,234.50)", -1234.5],
    ["$(1,234.50)", -1234.5],
    ["-$5", -5],
    ["$-5", -5],
    ["5-", -5],
    ["−5", -5],
    ["+5", 5],
    ["EUR 12", 12],
    ["12 USD", 12],
    ["12USD", 12],
    ["US$5", 5],
    ["R$ 5", 5],
    ["kr 1 234", 1234],
    ["1 234 kr", 1234],
    ["30%", 0.3],
    ["12.3 %", 0.123],
    ["(5%)", -0.05],
    ["1E5", 100000],
    ["1.5e-3", 0.0015],
    ["12,34,567", 1234567],
    ["1'234'567", 1234567],
    [".5", 0.5],
    ["5.", 5],
    ["007", 7],
    ["0", 0],
    ["(0)", 0],
    ["-0", 0],
    [`${" ".repeat(200)}5${" ".repeat(200)}`, 5],
  ])("%j is %d", (text, number) => {
    expect(numberInText(text, ENGLISH)).toBe(number);
  });

  test.each([
    ["1.234,50 €", GERMAN, 1234.5],
    ["1.234", GERMAN, 1234],
    ["1,234", GERMAN, 1.234],
    ["0,123", GERMAN, 0.123],
    ["-1.234.567,8", GERMAN, -1234567.8],
    ["1,5E3", GERMAN, 1500],
    ["CHF 1’234.50", SWISS, 1234.5],
    ["1 234,50", FRENCH, 1234.5],
  ])("%j is read with the signs of its culture", (text, signs, number) => {
    expect(numberInText(text, signs)).toBe(number);
  });

  test.each([
    ...[
      "",
      " ",
      "$",
      "-",
      "()",
      "abc",
      "12k",
      "INV 123",
      "5 kg",
      "1.2.3",
      "--5",
      "-(5)",
      "(-5)",
      "(5)-",
      "-5-",
      "1,23",
      "1234,567",
    ],
    ...[
      "1,2,345",
      "1.234,50",
      "0,123",
      "00,123",
      "1E5%",
      "5 %%",
      "1E999",
      "9".repeat(400),
      "12/5",
      "1e",
      "NaN",
      "Infinity",
    ],
  ])("%j is no number in English", (text) => {
    expect(numberInText(text, ENGLISH)).toBeNaN();
  });

  test.each(["0.123", "1.23", "1,234.50", "1.234.5"])(
    "%j is no number in German: the decimal sign is another's",
    (text) => {
      expect(numberInText(text, GERMAN)).toBeNaN();
    },
  );
});

describe("a number that is written and read again is the same", () => {
  const written = fc.record({
    size: fc.integer({ min: 0, max: 1e12 }).map((thousandths) => thousandths / 1000),
    isNegative: fc.boolean(),
    isBracketed: fc.boolean(),
    currency: fc.constantFrom("", "$", "€ ", "EUR ", "kr "),
  });
  test.each([
    ["en-US", ENGLISH],
    ["de-DE", GERMAN],
    ["de-CH", SWISS],
    ["fr-FR", FRENCH],
    ["en-IN", ENGLISH],
  ] as const)("in %s", (locale, signs) => {
    const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 20 });
    fc.assert(
      fc.property(written, ({ size, isNegative, isBracketed, currency }) => {
        const text = currency + format.format(size);
        const signed = !isNegative ? text : isBracketed ? `(${text})` : `-${text}`;
        return numberInText(signed, signs) === (isNegative ? 0 - size : size);
      }),
    );
  });
});
