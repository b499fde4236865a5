import fc from "fast-check";
import { expect, test } from "vitest";
import { encode } from "../../../engine/table/column";
import { fold } from "../../../engine/table/fold";
import { nameIndex } from "../../../engine/table/nameIndex";

const letters = fc.string({
  unit: fc.constantFrom("a", "A", " ", "ß", "SS", "ﬁ", "İ", "😀", "Ａ", "\u00a0"),
  maxLength: 4,
});

test("tells apart the same names as folding all of them", () => {
  fc.assert(
    fc.property(fc.array(fc.option(letters, { nil: undefined })), letters, (texts, asked) => {
      const { codes, count, keyAt, firstAt, codeOf } = nameIndex(texts);
      const folded = encode(texts, fold);
      expect(codes).toEqual(folded.codes);
      expect(Array.from({ length: count }, (_, code) => keyAt(code))).toEqual(folded.words);
      expect(folded.words.map((_, code) => firstAt(code))).toEqual(
        folded.words.map((_, code) => texts[folded.codes.indexOf(code)]),
      );
      expect(codeOf(asked)).toBe(folded.words.indexOf(fold(asked)));
    }),
  );
});
