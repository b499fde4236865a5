import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { concentration, concentrationRatio } from "../../engine/index";

const of = (values: readonly number[]) => concentration(Float64Array.from(values));

test("one account has everything, and the least number of accounts", () => {
  expect(of([7])).toEqual({
    count: 1,
    zero: 0,
    negative: 0,
    missing: 0,
    gini: 0,
    giniUnbiased: null,
    hhi: 1,
    hhi10000: 10_000,
    effectiveNumber: 1,
    cr1: 1,
    cr5: 1,
    cr10: 1,
    accountsFor80: 1,
  });
});

test("of eight equal accounts an eighth is one's share, and seven hold 80 %", () => {
  expect(of(Array<number>(8).fill(0.1))).toMatchObject({
    gini: 0,
    giniUnbiased: 0,
    hhi: expect.closeTo(1 / 8, 15) as number,
    effectiveNumber: expect.closeTo(8, 13) as number,
    cr1: expect.closeTo(1 / 8, 15) as number,
    cr5: expect.closeTo(5 / 8, 15) as number,
    cr10: 1,
    accountsFor80: 7,
  });
});

test("an account that reaches the line of 80 % as it is written ends it", () => {
  expect(of([70, 10, 9, 8, 3].map((value) => value / 100)).accountsFor80).toBe(2);
});

test("zeros count as accounts; negative and missing values are left out", () => {
  const [some, more] = [of([30, 10]), of([-5, 30, NaN, 0, 10, Infinity, -0, -7, -Infinity])];
  expect(more).toMatchObject({ count: 4, zero: 2, negative: 2, missing: 3 });
  expect([some.gini, more.gini]).toEqual([0.25, 0.625]);
  const { hhi, effectiveNumber, cr1, accountsFor80 } = some;
  expect(more).toMatchObject({ hhi, effectiveNumber, cr1, accountsFor80 });
});

test.each([[[]], [[0, 0]], [[-1, NaN]]])("%j: no figure", (values) => {
  const { count: _, zero: _zero, negative: _negative, missing: _missing, ...figures } = of(values);
  expect(new Set(Object.values(figures))).toEqual(new Set([null]));
  expect(concentrationRatio(Float64Array.from(values), 3)).toBeNull();
});

test.each([0, -1, 1.5, NaN, Infinity])("a ratio of the %d largest is refused", (top) => {
  expect(() => concentrationRatio(Float64Array.of(1, 2), top)).toThrow(RangeError);
});

describe("any values", () => {
  const values = fc
    .array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.double({ min: -9, max: 14, noNaN: true }).map(Math.exp)), {
      minLength: 2,
      maxLength: 50,
    })
    .filter((values) => values.some((value) => value > 0));
  const close = (expected: number) => expect.closeTo(expected, 12) as number;

  test("have the figures of the definitions", () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 60 }), (values, top) => {
        const total = values.reduce((sum, value) => sum + value, 0);
        const pairs = values.flatMap((a) => values.map((b) => Math.abs(a - b)));
        const gini = pairs.reduce((sum, value) => sum + value, 0) / (2 * values.length * total);
        const hhi = values.reduce((sum, value) => sum + (value / total) ** 2, 0);
        expect(of(values)).toMatchObject({
          gini: close(gini),
          giniUnbiased: close((gini * values.length) / (values.length - 1)),
          hhi: close(hhi),
        });
        const ranked = [...values].sort((a, b) => b - a);
        const largest = ranked.slice(0, top).reduce((sum, value) => sum + value, 0);
        expect(concentrationRatio(Float64Array.from(values), top)).toEqual(close(largest / total));
      }),
    );
  });

  test("are as concentrated in any order and at any magnitude", () => {
    const cases = values.chain((values) =>
      fc.tuple(fc.constant(values), fc.shuffledSubarray(values, { minLength: values.length })),
    );
    fc.assert(
      fc.property(cases, fc.integer({ min: -900, max: 900 }), ([values, others], exponent) => {
        expect(of(others.map((value) => value * 2 ** exponent))).toEqual(of(values));
      }),
    );
  });

  test("lie within their bounds", () => {
    fc.assert(
      fc.property(values, (values) => {
        const { count, gini, hhi, effectiveNumber, accountsFor80 } = of(values);
        expect(gini).toBeGreaterThanOrEqual(0);
        expect(gini).toBeLessThanOrEqual(1 - 1 / count + 1e-12);
        expect((hhi ?? NaN) * count).toBeGreaterThan(1 - 1e-12);
        expect(effectiveNumber).toBeGreaterThan(1 - 1e-12);
        expect(accountsFor80).toBeLessThanOrEqual(count);
      }),
    );
  });
});
