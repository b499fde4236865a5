import fc from "fast-check";
import { expect, test } from "vitest";
import { rankAgain } from "../../../engine/edited/rankAgain";
import { rank, type RankBy } from "../../../engine/ladder/rank";
import { accountKeys } from "../../../engine/table/accounts";
import { fresh } from "../../../engine/workspace";
import { TextCells, type KindArray } from "../../../engine/table/column";

const account = fc.record({
  value: fc.constantFrom(NaN, -10, -0, 0, 10, 20),
  tieBreak: fc.constantFrom(NaN, 1, 2),
  isRanked: fc.constantFrom(true, true, true, false),
});
const cases = fc.array(fc.tuple(account, fc.option(account), fc.nat(2)), { minLength: 1, maxLength: 40 });

test.each([
  { direction: "desc", isSplit: false },
  { direction: "asc", isSplit: false },
  { direction: "desc", isSplit: true },
] as const)(
  "a ranking, $direction, of edited accounts is that of all (in lists: $isSplit)",
  ({ direction, isSplit }) => {
    fc.assert(
      fc.property(cases, fc.boolean(), (rows, hasSums) => {
        const names = rows.map((_, row) => `name ${(row * 7) % 11}`); // some stand on several rows
        const accounts = accountKeys(
          new TextCells(names, new Uint8Array(names.length) as KindArray),
          names.length,
          fresh,
        );
        const list = isSplit ? Int32Array.from(rows, ([, , list]) => list - 1) : undefined;
        const by = (each: readonly { value: number; tieBreak: number; isRanked: boolean }[]): RankBy => ({
          values: Float64Array.from(each, ({ value }) => value),
          tieBreaks: [Float64Array.from(each, ({ tieBreak }) => tieBreak)],
          population: Uint8Array.from(each, ({ isRanked }) => (isRanked ? 1 : 0)),
          ...{ direction, list },
        });
        const before = rank({ accounts, buffers: fresh }, by(rows.map(([own]) => own)));
        if (hasSums) before.sumsOf(0);
        const now = by(rows.map(([own, edited]) => edited ?? own));
        const edited = Int32Array.from(rows.flatMap(([, edited], row) => (edited ? [row] : [])));
        const again = rankAgain(before, accounts, now, edited);
        const anew = rank({ accounts, buffers: fresh }, now);
        expect(again.order).toEqual(anew.order);
        expect(again.starts).toEqual(anew.starts);
        expect(again.sumsOf(0)).toEqual(anew.sumsOf(0));
      }),
      { numRuns: 500 },
    );
  },
);
