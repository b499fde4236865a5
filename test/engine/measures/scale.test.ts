import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePreset, type CellValue } from "../../../engine/index";
import vectors from "../../fixtures/scores.json";
import { documentWith, issueCodes, tiered } from "../samples";
import { measured, measuredIn } from "./measured";
import { refusals } from "./refusals";

const minMax = { id: "scaled", type: "scale", of: "value", method: "minMax" };
const percentRank = { ...minMax, method: "percentRank" };
const z = { ...minMax, method: "z" };
const range = { ...minMax, method: "range", range: [0, 5] };
const scaled = (spec: object, values: readonly CellValue[]) =>
  measured([spec], "scaled", ["value"], values.map((value) => [value])); // prettier-ignore
const close = (values: readonly (number | null)[]) =>
  values.map((value) => (value === null ? null : (expect.closeTo(value, 10) as number)));

/** Values of a population, and of accounts that are measured against it. */
function against(spec: object, inside: readonly CellValue[], outside: readonly CellValue[]) {
  const rows = [...inside.map((value) => ["in", value]), ...outside.map((value) => ["out", value])];
  const among = { measure: "region", is: ["in"] };
  return measured([{ ...spec, among }], "scaled", ["region", "value"], rows).slice(inside.length);
}

describe("range: between two given values", () => {
  test.each([
    [{}, [0, 1, 2.5, 5], [0, 20, 50, 100]],
    [{}, [-3, 7, ""], [0, 100, null]], // held at the ends
    [{ to: 1 }, [0, 1, 5], [0, 0.2, 1]],
    [{ range: [-10, 10], to: 4 }, [-10, 0, 5, 10], [0, 2, 3, 4]],
  ])("%j of %j", (changes, values, expected) => {
    expect(scaled({ ...range, ...changes }, values)).toEqual(expected);
  });
});

describe("minMax: between the lowest and the highest", () => {
  test.each([
    ["spread", {}, [10, 20, 15, 30], [0, 50, 25, 100]],
    ["to another end", { to: 10 }, [-1, 0, 1], [0, 5, 10]],
    ["missing values neither count nor get one", {}, ["", 1, "n/a", 3, "abc", 2], [null, 0, null, 100, null, 50]],
    ["all equal: half", {}, [7, 7, 7], [50, 50, 50]],
    ["one account: half", { to: 10 }, [7], [5]],
    ["nobody", {}, ["", ""], [null, null]],
    ["the highest is the end itself", { to: 0.1 }, [0, 3], [0, 0.1]],
    [
      "winsorised at the 10 % and 90 % quantiles",
      { winsorise: 0.1 },
      [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 1000],
      [0, 0, 12.5, 25, 37.5, 50, 62.5, 75, 87.5, 100, 100],
    ],
  ])("%s", (_, changes, values, expected) => {
    expect(scaled({ ...minMax, ...changes }, values)).toEqual(expected);
  });

  test("an account outside of the population is held at its ends", () => {
    expect(against(minMax, [10, 20], [5, 12.5, 20, 99, ""])).toEqual([0, 25, 100, 100, null]);
    expect(against(minMax, [10, 10], [5, 10, 11])).toEqual([0, 50, 100]);
    expect(against(minMax, [""], [5])).toEqual([null]);
  });
});

describe("percentRank: the part of the others that is lower", () => {
  test.each(vectors.filter(({ kind }) => kind === "percentrank.inc"))("$id ($source)", ({ input, expected }) => {
    const { values } = input as { values: number[] };
    const [asked, ranks] = [Object.keys(expected).map(Number), Object.values(expected) as number[]];
    const found = against({ ...percentRank, to: 1 }, values, asked);
    expect(found.map((rank) => Math.floor(Number(rank) * 1000 + 1e-9) / 1000)).toEqual(ranks); // cut off, as published
  });

  test.each([
    ["ranks", {}, [30, 10, 20, 50, 40], [50, 0, 25, 100, 75]],
    ["equal values have the rank of the first", {}, [1, 2, 2, 2, 3], [0, 25, 25, 25, 100]],
    ["equal values at the top are not the end", {}, [1, 2, 2], [0, 50, 50]],
    ["all equal: 0", {}, [5, 5, 5], [0, 0, 0]],
    ["one account: the end", {}, [5], [100]],
    ["missing values neither count nor get one", { to: 1 }, ["", 1, "n/a", 3, 2], [null, 0, null, 1, 0.5]],
    ["nobody", {}, [""], [null]],
    [
      "the highest is the end itself",
      { to: 0.1 },
      [1, 2, 3, 4],
      [0, expect.closeTo(0.1 / 3, 10), expect.closeTo(0.2 / 3, 10), 0.1],
    ],
    ["winsorised values are equal", { winsorise: 0.25 }, [1, 2, 3, 4, 5], [0, 0, 50, 75, 75]],
  ])("%s", (_, changes, values, expected) => {
    expect(scaled({ ...percentRank, ...changes }, values)).toEqual(expected);
  });

  test("an account outside of the population is ranked between two of it, and held at its ends", () => {
    expect(against(percentRank, [1, 2, 2, 2, 3], [0, 1, 1.5, 2, 2.5, 3, 4, ""])).toEqual([
      0,
      0,
      12.5,
      25,
      87.5,
      100,
      100,
      null,
    ]);
    expect(against(percentRank, [0, 8], [2, 6])).toEqual([25, 75]);
    expect(against(percentRank, [5], [4, 5, 6])).toEqual([0, 100, 100]);
    expect(against(percentRank, [], [5])).toEqual([null]);
  });

  test("a row without an account is not in the population", () => {
    const cells = [["account", "value"], ["a", 1], ["", 2], ["", 3], ["b", 4]]; // prettier-ignore
    expect(measuredIn(cells, [percentRank], "scaled").filter((_, row) => row % 3 === 0)).toEqual([0, 100]);
  });
});

describe("z: standard deviations from the mean", () => {
  test.each([
    ["of the population, not of a sample", {}, [2, 4, 4, 4, 5, 5, 7, 9], [-1.5, -0.5, -0.5, -0.5, 0, 0, 1, 2]],
    [
      "three of them to each end",
      { to: 100 },
      [2, 4, 4, 4, 5, 5, 7, 9],
      [25, 41.6666666667, 41.6666666667, 41.6666666667, 50, 50, 66.6666666667, 83.3333333333],
    ],
    [
      "held at both",
      { to: 100 },
      [...Array.from({ length: 30 }, () => 0), 1],
      [...Array.from({ length: 30 }, () => 50 - 100 / 6 / Math.sqrt(30)), 100],
    ],
    ["all equal: the mean, whose sum is off by a bit", {}, [0.1, 0.1, 0.1], [0, 0, 0]],
    ["all equal: half", { to: 10 }, [0.1, 0.1, 0.1], [5, 5, 5]],
    ["one account", {}, [7], [0]],
    ["missing values neither count nor get one", {}, ["", 1, "n/a", 3], [null, -1, null, 1]],
    ["nobody", { to: 100 }, [""], [null]],
    [
      "winsorised",
      { winsorise: 0.25 },
      [-1000, 1, 2, 3, 1000],
      [-1.1180339887, -1.1180339887, 0, 1.1180339887, 1.1180339887],
    ],
    ["numbers whose squares are none", {}, [1e-300, 3e-300], [-1, 1]],
    ["numbers whose squares are too large", {}, [1e99, 3e99], [-1, 1]],
  ])("%s", (_, changes, values, expected) => {
    expect(scaled({ ...z, ...changes }, values)).toEqual(close(expected));
  });

  test("an account outside of the population is not held without `to`, and is missing where nothing is to be measured with", () => {
    expect(against(z, [1, 3], [2, 12, ""])).toEqual([0, 10, null]);
    expect(against({ ...z, to: 6 }, [1, 3], [2, 12])).toEqual([3, 6]);
    expect(against(z, [2, 2], [2, 3])).toEqual([0, null]);
  });
});

const amounts = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 20 });
const spec = fc.record(
  {
    method: fc.constantFrom("minMax", "percentRank", "z"),
    to: fc.constantFrom(0.1, 1, 7, 100),
    winsorise: fc.constantFrom(0.05, 0.25),
  },
  { requiredKeys: ["method", "to"] },
);

describe("properties", () => {
  test("more is never less, equal is equal, and all is between 0 and the end", () => {
    fc.assert(
      fc.property(amounts, spec, (values, changes) => {
        const found = scaled({ ...minMax, ...changes }, values).map(Number);
        values.forEach((value, i) => {
          expect(found[i]! >= 0 && found[i]! <= changes.to).toBe(true); // as many as values
          values.forEach((other, j) => {
            if (value === other) expect(found[i]).toBe(found[j]);
            if (value > other) expect(found[i]).toBeGreaterThanOrEqual(found[j]!); // likewise
          });
        });
      }),
      { numRuns: 60 },
    );
  });

  test("the order of the rows and powers of two change nothing", () => {
    const shuffled = amounts.chain((values) =>
      fc.tuple(fc.constant(values), fc.shuffledSubarray([...values.keys()], { minLength: values.length })),
    );
    fc.assert(
      fc.property(shuffled, spec, fc.integer({ min: -40, max: 40 }), ([values, order], changes, power) => {
        const straight = scaled({ ...minMax, ...changes }, values);
        const mixed = scaled(
          { ...minMax, ...changes },
          order.map((i) => values[i]! * 2 ** power),
        ); // order holds positions
        expect(mixed).toEqual(order.map((i) => straight[i]));
      }),
      { numRuns: 60 },
    );
  });

  test("a percent rank is the part of the others that is lower", () => {
    fc.assert(
      fc.property(
        amounts.filter(({ length }) => length > 1),
        (values) => {
          const parts = values.map(
            (value) => (values.filter((other) => other < value).length * 100) / (values.length - 1),
          );
          expect(scaled(percentRank, values)).toEqual(parts);
        },
      ),
      { numRuns: 60 },
    );
  });
});

test("a number without a column is reported", () => {
  expect(issueCodes(tiered([["account"], ["a"]], {}, { measures: [minMax] }))).toContain("measure-unmapped");
});

test.each([
  [{ method: "log" }, ["not-an-option measures.0.method"]],
  [{ to: 0 }, ["out-of-range measures.0.to"]],
  [{ winsorise: 0 }, ["out-of-range measures.0.winsorise"]],
  [{ winsorise: 0.5 }, ["out-of-range measures.0.winsorise"]],
  [{ method: "range" }, ["missing measures.0.range"]],
  [{ method: "range", range: [5, 0] }, ["cuts-not-ascending measures.0.range"]],
  [{ method: "range", range: [0, 5], winsorise: 0.1 }, ["unknown-key measures.0"]],
  [{ method: "range", range: [0, 5], among: { measure: "value", ">": 1 } }, ["unknown-key measures.0"]],
  [{ range: [0, 5] }, ["unknown-key measures.0"]],
  [{ of: "region" }, ["wrong-measure-type measures.0"]],
  [{ among: { any: [{ measure: "value", top: { share: 0.5 } }] } }, ["top-not-allowed measures.0"]],
  [{ among: { measure: "scaled", ">": 1 } }, ["measure-cycle measures.0"]],
])("%j", (changes, refused) => {
  expect(refusals([{ ...minMax, ...changes }])).toEqual(refused);
});

test.each([
  [{ method: "range", range: [0, 5], winsorise: 0.1 }, { keys: ["winsorise"] }],
  [{ method: "range", range: [0, 5], among: { measure: "value", ">": 1 } }, { keys: ["among"] }],
  [{ method: "minMax", range: [0, 5] }, { keys: ["range"] }],
  [{ method: "range" }, { expected: "range" }],
])("%j is refused with %j", (changes, params) => {
  const parsed = parsePreset(documentWith({ measures: [{ ...minMax, ...changes }] }));
  expect(parsed.ok ? [] : parsed.issues).toMatchObject([{ params }]);
});
