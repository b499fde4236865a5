import fc from "fast-check";
import { expect, test } from "vitest";
import { rank, type RankBy } from "../../../engine/ladder/rank";
import { percentRanks, percentRanksAgain } from "../../../engine/measures/percentRank";
import { accountKeys } from "../../../engine/table/accounts";
import { TextCells, type KindArray } from "../../../engine/table/column";
import { fresh } from "../../../engine/workspace";

/** Few numbers, so that most are equal to others. */
const value = fc.oneof({ weight: 60, arbitrary: fc.constantFrom(-10, -0, 0, 10, 20, 30) }, { weight: 1, arbitrary: fc.constant(NaN) }); // prettier-ignore
const cases = fc.array(fc.record({ before: value, edited: fc.option(value), isNamed: fc.constantFrom(...Array<number>(60).fill(1), 0) }), { minLength: 1, maxLength: 30 }); // prettier-ignore

test("percent ranks after an edit are those of all, and are there where nobody came in or went out", () => {
  fc.assert(
    fc.property(cases, (rows) => {
      const names = rows.map((_, row) => `name ${row}`);
      const accounts = accountKeys(
        new TextCells(names, new Uint8Array(names.length) as KindArray),
        names.length,
        fresh,
      );
      const population = Uint8Array.from(rows, ({ isNamed }) => isNamed);
      const by = (each: readonly number[]): RankBy => {
        return { values: Float64Array.from(each), direction: "desc", tieBreaks: [], population };
      };
      const byBefore = by(rows.map(({ before }) => before));
      const now = by(rows.map(({ before, edited }) => edited ?? before));
      const orderOf = (each: RankBy) => rank({ accounts, buffers: fresh }, each).splitAt(0);
      const ranksOf = (each: RankBy) => percentRanks(each.values, orderOf(each), 15, fresh);
      const edited = Int32Array.from(rows.flatMap((each, row) => (each.edited === null ? [] : [row])));
      const found = percentRanksAgain(ranksOf(byBefore), { by: now, byBefore, order: orderOf(now), rows: edited }, 15);
      const areIn = [...byBefore.values, ...now.values].every((each) => !Number.isNaN(each)) && !population.includes(0);
      if (areIn || found) expect(found).toEqual(ranksOf(now));
    }),
    { numRuns: 500 },
  );
});
