import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mix, type CellValue } from "../../../engine/index";
import { tiered } from "../samples";

const CONDITIONS = { t1: { measure: "value", ">=": 100 } };
const mixed = (rows: readonly CellValue[][], limit?: number, changes = {}) =>
  mix(
    tiered([["account", "value", "region"], ...rows], CONDITIONS, changes),
    "region",
    limit === undefined ? {} : { limit },
  );

describe("tier by industry", () => {
  const found = mixed([
    ["A", 100, "Software"],
    ["B", 200, " software"],
    ["C", 50, "SOFTWARE"],
    ["D", 10, "Retail"],
    ["E", "", "Banking"],
    ["F", -5, ""],
    ["G", 300, "#N/A"],
  ]);

  test("words fold, most frequent first, equals by the alphabet, blanks last", () => {
    expect(found.columns).toEqual([
      { kind: "word", word: "Software", words: 1 },
      { kind: "word", word: "Banking", words: 1 },
      { kind: "word", word: "Retail", words: 1 },
      { kind: "blank", word: null, words: 0 },
    ]);
  });

  test("counts and values", () => {
    expect(found.tiers).toEqual([
      { id: "t1", label: "t1", count: 3, value: 600, counts: [2, 0, 0, 1], values: [300, 0, 0, 300] },
      { id: "rest", label: "rest", count: 4, value: 55, counts: [1, 1, 1, 1], values: [50, 0, 10, -5] },
    ]);
    expect(found.total).toEqual({ count: 7, value: 655, counts: [3, 1, 1, 2], values: [350, 0, 10, 295] });
  });
});

test("beyond the limit words are one column; of none there is no column", () => {
  const found = mixed([["A", 1, "x"], ["B", 2, "x"], ["C", 4, "y"], ["D", 8, "z"]], 1); // prettier-ignore
  expect(found.columns).toEqual([
    { kind: "word", word: "x", words: 1 },
    { kind: "others", word: null, words: 2 },
  ]);
  expect(found.total).toMatchObject({ counts: [2, 2], values: [3, 12] });
});

test("whom a gate turns away is in no mix, and a word that only such accounts have is none", () => {
  const gates = [{ id: "g", when: { measure: "value", blank: false }, else: { exclude: "Out" } }];
  const found = mixed([["A", 1, "x"], ["B", "", "y"]], 5, { gates }); // prettier-ignore
  expect(found.columns).toEqual([{ kind: "word", word: "x", words: 1 }]);
  expect(found.total.count).toBe(1);
});

test("without its column everybody is blank; a number is refused", () => {
  const result = tiered([["account", "value"], ["A", 1]], CONDITIONS); // prettier-ignore
  expect(mix(result, "region")).toMatchObject({ columns: [{ kind: "blank" }], total: { counts: [1] } });
  expect(() => mix(result, "value")).toThrow(TypeError);
  expect(() => mix(result, "nothing")).toThrow(ReferenceError);
});

test("rows and columns add up, whatever the limit and the order of the rows", () => {
  const row = fc.tuple(fc.constantFrom("", "a", "A ", "b", "c", "d"), fc.constantFrom<CellValue>("", -3, 50, 150));
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), fc.nat(5), (rows, limit) => {
      const cells = rows.map(([word, value], i): CellValue[] => [`k${i}`, value, word]);
      const { tiers, total, columns } = mixed(cells, limit);
      expect(total.count).toBe(rows.length);
      for (const each of [...tiers, total]) {
        expect(each.counts.reduce((sum, count) => sum + count, 0)).toBe(each.count);
        expect(each.values.reduce((sum, value) => sum + value, 0)).toBe(each.value);
      }
      columns.forEach((_, column) => {
        expect(tiers.reduce((sum, { counts }) => sum + (counts[column] ?? 0), 0)).toBe(total.counts[column]);
      });
      const turned = mixed([...cells].reverse(), limit);
      expect([turned.total.counts, turned.tiers.map(({ counts }) => counts)]).toEqual([
        total.counts,
        tiers.map(({ counts }) => counts),
      ]);
    }),
    { numRuns: 60 },
  );
});
