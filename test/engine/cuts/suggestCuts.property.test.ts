import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { suggestCuts, type CutProposal } from "../../../engine/index";

const suggested = (values: readonly number[], classes: number, scale: "log" | "linear") =>
  suggestCuts(Float64Array.from(values), classes, { scale });
const cutsOf = ({ cuts }: CutProposal) => cuts.map(({ value }) => value);

describe("any values", () => {
  const value = fc.oneof(
    { arbitrary: fc.integer({ min: -5, max: 20 }), weight: 4 },
    { arbitrary: fc.double({ min: -12, max: 20, noNaN: true }).map(Math.exp), weight: 4 },
    fc.constant(NaN),
    fc.constant(-0),
  );
  const cases = fc.record({
    values: fc.array(value, { maxLength: 40 }),
    classes: fc.integer({ min: 2, max: 12 }),
    scale: fc.constantFrom("log" as const, "linear" as const),
  });

  test("are divided by their cuts, the rounded ones too, into the classes that are told", () => {
    fc.assert(
      fc.property(cases, ({ values, classes, scale }) => {
        const { proposals, used, missing, notPositive } = suggested(values, classes, scale);
        expect(used + missing + notPositive).toBe(values.length);
        const ranked = values.filter((value) => value > (scale === "log" ? 0 : -Infinity));
        for (const { cuts, classes: held, isShort } of proposals) {
          expect(held.map(({ count }) => count).reduce((sum, count) => sum + count)).toBe(used);
          expect([held.length, isShort]).toEqual([cuts.length + 1, held.length < classes]);
          expect(held.every(({ count }) => count > 0)).toBe(true);
          for (const by of ["value", "rounded"] as const) {
            const bounds = [...cuts.map((cut) => cut[by]), -Infinity];
            const classOf = (value: number) => bounds.findIndex((from) => value >= from);
            const members = bounds.map((_, i) => ranked.filter((value) => classOf(value) === i));
            expect(members.map(({ length }) => length)).toEqual(held.map(({ count }) => count));
            members.forEach((each, i) => {
              const size = each.reduce((sum, value) => sum + Math.abs(value), 0);
              const sum = each.reduce((sum, value) => sum + value, 0);
              expect(Math.abs((held[i]?.sum ?? NaN) - sum)).toBeLessThanOrEqual(1e-12 * size);
            });
          }
          cuts.forEach(({ value }) => expect(ranked).toContain(value));
        }
      }),
      { numRuns: 500 },
    );
  });

  test("have the same cuts in any order", () => {
    const shuffled = cases.chain((of) =>
      fc.tuple(fc.constant(of), fc.shuffledSubarray(of.values, { minLength: of.values.length })),
    );
    fc.assert(
      fc.property(shuffled, ([{ values, classes, scale }, others]) => {
        expect(suggested(others, classes, scale)).toEqual(suggested(values, classes, scale));
      }),
    );
  });

  test("have cuts that grow with them, at any magnitude", () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: -900, max: 900 }), ({ values, classes, scale }, exponent) => {
        const times = 2 ** exponent;
        const { proposals: plain } = suggested(values, classes, scale);
        const larger = values.map((value) => value * times);
        const { proposals: grown } = suggested(larger, classes, scale);
        expect(grown.map(cutsOf)).toEqual(plain.map((proposal) => cutsOf(proposal).map((cut) => cut * times)));
        expect(grown.map(({ classes }) => classes)).toEqual(
          plain.map(({ classes }) => classes.map((held) => ({ ...held, sum: held.sum * times }))),
        );
      }),
    );
  });
});
