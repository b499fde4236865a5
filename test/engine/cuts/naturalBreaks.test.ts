import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { Deviations } from "../../../engine/cuts/deviations";
import { naturalBreaks } from "../../../engine/cuts/naturalBreaks";
import { divisions, isLess, ratio, squaresOf } from "./divisions";

/** Breaks of ascending values, times a unit; values that are equal stand one after another and count once each. */
function breaksOf(values: readonly number[], classes: number, unit = 1): number[] {
  const distinct = [...new Set(values)];
  const counts = distinct.map((value) => values.filter((each) => each === value).length);
  const lowest = distinct[0] ?? 0;
  const points = Float64Array.from(distinct, (value) => (value - lowest) * unit);
  const breaks = naturalBreaks(points, Int32Array.from(counts), classes);
  return breaks.map((index) => values.indexOf(distinct[index] ?? NaN));
}

const ascending = (values: readonly number[]) => [...values].sort((a, b) => a - b);
const classesOf = (values: readonly number[], most: number) =>
  fc.integer({ min: 1, max: Math.min(most, new Set(values).size) });

describe("natural breaks", () => {
  test.each([
    ["equally good ways: fewest in the highest class", [1, 2, 3], 2, [0, 2]],
    ["and then in the next", [1, 2, 3, 4], 3, [0, 2, 3]],
    ["equal values weigh as many", [1, 2, 2, 2, 3, 3], 2, [0, 4]],
    ["as many classes as values", [1, 5, 5, 7], 3, [0, 1, 3]],
    ["one class", [1, 5], 1, [0]],
  ])("%s", (_, values, classes, breaks) => {
    expect(breaksOf(values, classes)).toEqual(breaks);
  });

  test("are the best of all divisions, and of the best the one that is smallest at the top", () => {
    const cases = fc
      .array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 10 })
      .chain((values) => fc.tuple(fc.constant(ascending(values)), classesOf(values, 6)));
    fc.assert(
      fc.property(cases, ([values, classes]) => {
        const exact = values.map(BigInt);
        const isWhole = (starts: number[]) =>
          starts.every((start) => start === 0 || values[start] !== values[start - 1]);
        const ways = [...divisions(values.length, classes)].filter(isWhole);
        const best = ways.reduce((best, way) => {
          const [now, before] = [squaresOf(exact, way), squaresOf(exact, best)];
          if (isLess(now, before)) return way;
          if (isLess(before, now)) return best;
          const differs = way.findLastIndex((start, i) => start !== best[i]);
          return (way[differs] ?? 0) > (best[differs] ?? 0) ? way : best;
        });
        expect(breaksOf(values, classes)).toEqual(best);
      }),
      { numRuns: 500 },
    );
  });

  test("are the best where classes are narrow and far apart, at any magnitude", () => {
    const places = fc.constantFrom(0, 2 ** 20, 2 ** 45, 2 ** 45 + 2 ** 30, 2 ** 52);
    const cases = fc
      .array(
        fc.tuple(places, fc.nat(200)).map(([place, more]) => place + more),
        { minLength: 2, maxLength: 9 },
      )
      .chain((values) =>
        fc.tuple(fc.constant(ascending(values)), classesOf(values, 5), fc.integer({ min: -150, max: 100 })),
      );
    fc.assert(
      fc.property(cases, ([values, classes, exponent]) => {
        const exact = values.map(BigInt);
        const squares = [...divisions(values.length, classes)].map((way) => squaresOf(exact, way));
        const least = squares.reduce((least, each) => (isLess(each, least) ? each : least));
        const found = squaresOf(exact, breaksOf(values, classes, 2 ** exponent));
        if (least[0] === 0n) expect(found[0]).toBe(0n);
        else expect(ratio(found, least)).toBeLessThan(1 + 1e-9);
      }),
      { numRuns: 500 },
    );
  });

  test("of hundreds of points are as good as those by trying every point as the next to begin at", () => {
    const squares = Array.from({ length: 1000 }, (_, i) => i ** 2); // few are large
    const cases = fc.subarray(squares, { minLength: 20, maxLength: 200 });
    fc.assert(
      fc.property(cases, fc.integer({ min: 2, max: 12 }), (values, classes) => {
        const starts = breaksOf(values, classes);
        const found = starts.reduce(
          (sum, start, i) => sum + (runningSquares(values.slice(start, starts[i + 1])).at(-1) ?? NaN),
          0,
        );
        expect(found).toBeLessThanOrEqual(plainLeast(values, classes) * (1 + 1e-9));
      }),
      { numRuns: 30 },
    );
  });

  test("are found in n log n steps a class", () => {
    const stepsFor = (size: number) => {
      const points = Float64Array.from({ length: size }, (_, i) => Math.log1p((i * 7919) % size)).sort();
      const steps = vi.spyOn(Deviations.prototype, "of");
      naturalBreaks(points, new Int32Array(size).fill(1), 12);
      const count = steps.mock.calls.length;
      steps.mockRestore();
      return count;
    };
    for (const size of [500, 2000]) expect(stepsFor(size)).toBeLessThan(12 * size * Math.log2(size));
  });
});

/** Sum of squared deviations of values 0 to i from their mean, by Welford's updates: no difference of large sums. */
function runningSquares(values: readonly number[]): number[] {
  let [mean, squares] = [0, 0];
  return values.map((value, i) => {
    const off = value - mean;
    mean += off / (i + 1);
    return (squares += off * (value - mean));
  });
}

/** Least sum of squares by the recurrence alone: every place is tried as the beginning of every class. */
function plainLeast(values: readonly number[], classes: number): number {
  const own = values.map((_, from) => runningSquares(values.slice(from)));
  let least = own[0] ?? []; // of values 0 to i, in one class
  for (let below = 1; below < classes; below++) {
    const before = least;
    least = values.map((_, to) =>
      before.slice(0, to).reduce((best, sum, i) => Math.min(best, sum + (own[i + 1]?.[to - i - 1] ?? NaN)), Infinity),
    );
  }
  return least.at(-1) ?? NaN;
}
