import fc from "fast-check";
import { expect, test } from "vitest";
import { compareCodePoints, fold } from "../../../engine/table/fold";

test.each([
  ["ACME ", "acme"],
  ["\u00a0Acme\u3000", "Acme"],
  ["Straße", "STRASSE"],
  ["STRAẞE", "Straße"],
  ["ΟΔΟΣ", "οδος"],
  ["οδός", "ΟΔΌΣ"],
  ["Ｆｕｌｌ　ｗｉｄｔｈ", "full width"],
  ["Cafe\u0301", "café"],
  ["ﬁrm", "FIRM"],
])("%j and %j are one name", (a, b) => {
  expect(fold(a)).toBe(fold(b));
});

test.each([
  ["Acme", "Acme Ltd"],
  ["Muller", "Müller"],
  ["A  B", "A B"],
])("%j and %j are two", (a, b) => {
  expect(fold(a)).not.toBe(fold(b));
});

test("folding a folded name changes nothing, and its case never decides", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 20 }), (text) => {
      const folded = fold(text);
      expect(fold(folded)).toBe(folded);
      expect(fold(folded.toUpperCase())).toBe(folded);
    }),
    { numRuns: 2000 },
  );
});

test("code-point order is that of UTF-32, also where UTF-16 has another", () => {
  const numbers = (text: string) => [...text].map((sign) => sign.codePointAt(0) ?? 0);
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (a, b) => {
      const [x, y] = [numbers(a), numbers(b)];
      const at = x.findIndex((number, i) => number !== y[i]);
      const byNumber = at < 0 ? x.length - y.length : (x[at] ?? 0) - (y[at] ?? -1);
      expect(Math.sign(compareCodePoints(a, b))).toBe(Math.sign(byNumber));
    }),
  );
  expect(compareCodePoints("😀", "～")).toBeGreaterThan(0);
});
