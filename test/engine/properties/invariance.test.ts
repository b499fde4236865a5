import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePreset, run, type CellValue, type Run } from "../../../engine/index";
import { AS_OF, accepted, documentWith, tableOf, tiersOf } from "../samples";
import { accountRows, cellsOfRows, HEADER, ladder, measures } from "./randomTables";

type Cells = readonly (readonly CellValue[])[];

/** A random preset with two ladders; those that the gate refuses (unordered cuts) are not of interest here. */
const document = fc
  .record({ tiers: ladder, segments: fc.option(ladder, { nil: undefined }) })
  .map((ladders) => documentWith({ measures, ...ladders }))
  .filter((each) => parsePreset(each).ok);

function ran(cells: Cells, source: unknown): Run {
  const preset = accepted(source);
  return run(tableOf(cells, preset), preset, { asOf: AS_OF });
}

/** Segment and tier of every row. */
function classesOf(result: Run): string[] {
  const { segment } = result;
  return tiersOf(result).map((tier, row) => `${segment?.labels[segment.codes[row] ?? -1] ?? ""} / ${tier}`);
}

describe("what never decides", () => {
  test("the order of the rows", () => {
    const shuffled = accountRows.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray([...rows.keys()], { minLength: rows.length })),
    );
    fc.assert(
      fc.property(shuffled, document, ([rows, order], source) => {
        const straight = classesOf(ran(cellsOfRows(rows), source));
        const mixed = classesOf(ran(cellsOfRows(order.map((i) => rows[i]!)), source)); // order holds positions of rows
        expect(mixed).toEqual(order.map((i) => straight[i]));
      }),
      { numRuns: 300 },
    );
  });

  test("the unit: powers of two of every amount", () => {
    const scaled = (cell: CellValue, power: number) => (typeof cell === "number" ? cell * 2 ** power : cell);
    const top = fc.constantFrom("up", "down", "nearest", "refill").chain((crossing) =>
      fc.constantFrom(0.1, 0.3, 0.5).map((share) => ({
        k: { measure: "value", top: { share, crossing } },
        e: { measure: "value", top: { share: 0.8, crossing, within: "region" } },
      })),
    );
    fc.assert(
      fc.property(accountRows, top, fc.integer({ min: -40, max: 40 }), (rows, { k, e }, power) => {
        const rungs = [
          { id: "k", label: "K", when: k },
          { id: "e", label: "E", when: e },
          { id: "c", label: "C" },
        ];
        const plain = rows.map((row) => ({ ...row, value: typeof row.value === "number" ? row.value : "" }));
        const other = plain.map((row) => ({ ...row, value: scaled(row.value, power) }));
        const source = documentWith({ tiers: { rungs } });
        expect(classesOf(ran(cellsOfRows(other), source))).toEqual(classesOf(ran(cellsOfRows(plain), source)));
      }),
    );
  });

  test("columns that the preset does not read", () => {
    fc.assert(
      fc.property(
        accountRows,
        document,
        fc.array(fc.string(), { minLength: 25, maxLength: 25 }),
        (rows, source, noise) => {
          const cells = cellsOfRows(rows);
          const noisy = cells.map((row, i) => [i === 0 ? "note" : (noise[i - 1] ?? ""), ...row, i === 0 ? "x" : i]);
          expect(classesOf(ran(noisy, source))).toEqual(classesOf(ran(cells, source)));
        },
      ),
    );
  });

  test("the order of the columns", () => {
    fc.assert(
      fc.property(
        accountRows,
        document,
        fc.shuffledSubarray([...HEADER.keys()], { minLength: 5 }),
        (rows, source, order) => {
          const cells = cellsOfRows(rows);
          const moved = cells.map((row) => order.map((i) => row[i] ?? ""));
          expect(classesOf(ran(moved, source))).toEqual(classesOf(ran(cells, source)));
        },
      ),
    );
  });

  test("labels: other words, the same codes", () => {
    const backwards = (_: string, label: string) => `"label":"${[...label].reverse().join("")}"`;
    const renamed = (source: unknown) =>
      JSON.parse(JSON.stringify(source).replace(/"label":"([^"]*)"/g, backwards)) as unknown;
    fc.assert(
      fc.property(accountRows, document, (rows, source) => {
        const [before, after] = [ran(cellsOfRows(rows), source), ran(cellsOfRows(rows), renamed(source))];
        expect(after.tier.labels).not.toEqual(before.tier.labels);
        expect([after.tier.codes, after.segment?.codes]).toEqual([before.tier.codes, before.segment?.codes]);
      }),
    );
  });
});

test("every row has one segment and one tier, and only rows without a name are Unrated", () => {
  fc.assert(
    fc.property(accountRows, document, (rows, source) => {
      const result = ran(cellsOfRows(rows), source);
      for (const classes of [result.segment, result.tier]) {
        if (!classes) continue;
        const words = [...classes.codes].map((code) => classes.labels[code]);
        expect(words).not.toContain(undefined);
        expect(words.map((word) => word === "Unrated")).toEqual(rows.map(({ account }) => account === ""));
      }
      const counted = result.stats.tiers.reduce((sum, tier) => sum + tier.count, 0);
      expect(counted).toBe(rows.filter(({ account }) => account !== "").length);
    }),
  );
});
