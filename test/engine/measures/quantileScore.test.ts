import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { parseCsv } from "hucre/csv";
import { describe, expect, test } from "vitest";
import { run, type CellValue } from "../../../engine/index";
import { quantile } from "../../../engine/measures/population";
import vectors from "../../fixtures/scores.json";
import { accepted, documentWith, issueCodes, oneColumn, tableOf, tiered, tiersOf } from "../samples";
import { measured, measuredIn } from "./measured";
import { refusals } from "./refusals";

const quintile = { id: "score", type: "quantileScore", of: "value" };
const scores = (values: readonly CellValue[], changes = {}) =>
  measured(
    [{ ...quintile, ...changes }],
    "score",
    ["value"],
    values.map((value) => [value]),
  );
const V5 = vectors.find(({ id }) => id === "V5")!; // it stands in the fixture
const V19 = vectors.find(({ id }) => id === "V19")!; // it stands in the fixture

describe("a type-7 quantile", () => {
  test.each(Object.entries(V5.expected))("%s of 1, 2, 3, 4 is %d, as PERCENTILE.INC says", (part, value) => {
    expect(quantile(Float64Array.of(1, 2, 3, 4), Number(part), 1)).toBeCloseTo(value as number, 14);
  });

  test("is exact where its place is between whole numbers: 4/5 of the way from 0 to 2.5 is 0.5", () => {
    expect(quantile(Float64Array.of(0, 0, 0, 0, 2.5), 4, 5)).toBe(0.5); // place 3.2, and 4 x 0.8 - 3 is a bit more
    expect(scores([0, 0, 0, 0, 2.5], { offset: -0.5 })).toEqual([5, 5, 5, 5, 5]);
  });

  test("of one value is that, of none is missing", () => {
    expect(quantile(Float64Array.of(7), 3, 5)).toBe(7);
    expect(quantile(new Float64Array(), 3, 5)).toBeNaN();
  });

  test("stands between its neighbours and rises", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 }),
        fc.integer({ min: 2, max: 20 }),
        (values, k) => {
          const sorted = Float64Array.from(values).sort();
          const cuts = Array.from({ length: k + 1 }, (_, i) => quantile(sorted, i, k));
          expect(cuts).toEqual([...cuts].sort((a, b) => a - b));
          expect([cuts[0], cuts[k]]).toEqual([sorted[0], sorted.at(-1)]);
        },
      ),
    );
  });
});

describe("scores of 1 to k", () => {
  test.each([
    ["ten values by quintiles", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], {}, [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]],
    ["lower is better", [10, 20, 30, 40, 50], { direction: "lower" }, [5, 4, 3, 2, 1]],
    ["a value on a cut is above it", [0, 1, 2, 3, 4, 5], {}, [1, 2, 3, 4, 5, 5]],
    ["also where lower is better", [0, 1, 2, 3, 4, 5], { direction: "lower" }, [5, 4, 3, 2, 1, 1]],
    ["but not where the cut is moved", [0, 1, 2, 3, 4, 5], { offset: 0.5 }, [1, 1, 2, 3, 4, 5]],
    ["or moved the other way", [0, 1, 2, 3, 4, 5], { offset: -1 }, [2, 3, 4, 5, 5, 5]],
    ["two halves", [1, 2, 3, 4], { k: 2 }, [1, 1, 2, 2]],
    ["the median is in the upper half", [1, 2, 3], { k: 2 }, [1, 2, 2]],
    [
      "missing values have none and do not count",
      ["", 1, "n/a", 2, "abc", 3, 4],
      { k: 2 },
      [null, 1, null, 1, null, 2, 2],
    ],
    ["equal values have equal scores", [1, 1, 1, 1, 9], {}, [4, 4, 4, 4, 5]],
    ["all equal: above every cut", [3, 3, 3], {}, [5, 5, 5]],
    ["all equal, lower is better", [3, 3, 3], { direction: "lower" }, [1, 1, 1]],
    ["one account", [3], {}, [5]],
    ["nobody", ["", ""], {}, [null, null]],
  ])("%s", (_, values, changes, expected) => {
    expect(scores(values, changes)).toEqual(expected);
  });

  test("an account outside of the population is scored by its cuts, one without a value is not", () => {
    const among = { measure: "region", is: ["N"] };
    const rows = [...[10, 20, 30, 40].map((value) => ["N", value]), ...[5, 25, 1000, ""].map((value) => ["S", value])];
    const halves = { ...quintile, k: 2, among };
    expect(measured([halves], "score", ["region", "value"], rows)).toEqual([1, 1, 2, 2, 1, 2, 2, null]);
    const nobody = { ...halves, among: { measure: "region", is: ["X"] } };
    expect(measured([nobody], "score", ["region", "value"], rows)).toEqual(rows.map(() => null));
  });

  test("a row without an account is not in the population", () => {
    const cells = [["account", "value"], ["a", 1], ["b", 2], ["", 1000], ["", 1000], ["", 1000]]; // prettier-ignore
    expect(measuredIn(cells, [{ ...quintile, k: 2 }], "score").slice(0, 2)).toEqual([1, 2]);
  });
});

const amounts = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 25 });

describe("properties", () => {
  test("more is never a lower score, equal values have one, and every score is from 1 to k", () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 2, max: 9 }), fc.constantFrom(0, 1), (values, k, offset) => {
        const found = scores(values, { k, offset }).map(Number);
        const ranked = values.map((value, i) => [value, found[i]!] as const).sort((a, b) => a[0] - b[0]); // i < length
        ranked.slice(1).forEach(([value, score], i) => {
          const [lower, its] = ranked[i]!; // i < length
          if (value === lower) expect(score).toBe(its);
          expect(score).toBeGreaterThanOrEqual(its);
        });
        for (const score of found) expect(score >= 1 && score <= k).toBe(true);
        const mirrored = scores(values, { k, offset, direction: "lower" });
        expect(mirrored).toEqual(found.map((score) => k + 1 - score));
      }),
      { numRuns: 60 },
    );
  });

  test("the order of the rows and powers of two change nothing", () => {
    const shuffled = amounts.chain((values) =>
      fc.tuple(fc.constant(values), fc.shuffledSubarray([...values.keys()], { minLength: values.length })),
    );
    fc.assert(
      fc.property(shuffled, fc.integer({ min: -40, max: 40 }), ([values, order], power) => {
        const straight = scores(values);
        expect(scores(order.map((i) => values[i]! * 2 ** power))).toEqual(order.map((i) => straight[i])); // order holds positions
      }),
      { numRuns: 60 },
    );
  });
});

describe("what is reported", () => {
  const reported = (values: readonly CellValue[], changes = {}) =>
    tiered(
      [["account", "value"], ...values.map((value, i) => [`a${i}`, value])],
      {},
      { measures: [{ ...quintile, ...changes }] },
    ).issues;

  test("scores that nobody has, for equal values", () => {
    expect(reported([1, 1, 1, 1, 9])).toContainEqual({
      code: "scores-unused",
      severity: "info",
      count: 3,
      rows: [],
      params: { id: "score", missing: ["1", "2", "3"] },
    });
  });

  test.each([
    ["every score is there", [1, 2, 3, 4, 5]],
    ["fewer accounts than scores", [1, 1, 1, 1]],
    ["fewer that have one", [1, 1, 1, 1, ""]],
  ])("nothing where %s", (_, values) => {
    expect(issueCodes({ issues: reported(values) })).not.toContain("scores-unused");
  });

  test("whom a gate turns away uses no score, and is not among those who could", () => {
    const gates = [{ id: "g", when: { measure: "value", "<": 5 }, else: { exclude: "Out" } }];
    const unused = (values: readonly CellValue[]) =>
      tiered(oneColumn("value", values), {}, { measures: [quintile], gates }).issues.filter(
        ({ code }) => code === "scores-unused",
      );
    expect(unused([1, 2, 3, 4, 5])).toEqual([]);
    expect(unused([1, 1.5, 2, 3, 4, 5, 5])).toMatchObject([{ count: 1, params: { missing: ["5"] } }]);
  });
});

test.each([
  [{ k: 1 }, ["out-of-range measures.0.k"]],
  [{ k: 2.5 }, ["wrong-type measures.0.k"]],
  [{ direction: "up" }, ["not-an-option measures.0.direction"]],
  [{ of: "first" }, ["wrong-measure-type measures.0"]],
  [{ among: { measure: "value", top: { count: 5 } } }, ["top-not-allowed measures.0"]],
  [{ among: { measure: "score", ">": 1 } }, ["measure-cycle measures.0"]],
  [{ among: { not: { measure: "who", blank: true } } }, ["unknown-reference measures.0"]],
])("%j", (changes, refused) => {
  expect(refusals([{ ...quintile, ...changes }])).toEqual(refused);
});

/** The published rules, first match wins: ranges of recency, frequency and monetary score. */
const PUBLISHED = (
  [
    ["Champions", [4, 5], [4, 5], [4, 5]],
    ["Loyal Customers", [2, 5], [3, 5], [3, 5]],
    ["Potential Loyalist", [3, 5], [1, 3], [1, 3]],
    ["New Customers", [4, 5], [1, 1], [1, 1]],
    ["Promising", [3, 4], [1, 1], [1, 1]],
    ["Need Attention", [2, 3], [2, 3], [2, 3]],
    ["About To Sleep", [2, 3], [1, 2], [1, 2]],
    ["At Risk", [1, 2], [2, 5], [2, 5]],
    ["Lost", [1, 2], [1, 2], [1, 2]],
  ] as const
).map(([label, ...ranges]) => ({
  id: label.replaceAll(" ", ""),
  label,
  when: { all: ranges.map(([from, to], i) => ({ measure: ["r", "f", "m"][i], between: [from, to + 1] })) },
}));

describe("the published recency, frequency and monetary scores", () => {
  const rfm = (changes = {}) => [
    { ...quintile, id: "r", of: "value", direction: "lower", offset: 1, ...changes },
    { ...quintile, id: "f", of: "other", offset: 1, ...changes },
    { ...quintile, id: "m", of: "first2", offset: 1, ...changes },
  ];
  const fields = {
    ...(documentWith()["fields"] as object),
    first2: { type: "number", headers: ["first2"] },
  };

  test("of five customers, by the published cuts", () => {
    const { cuts, rows } = V19.input as unknown as { cuts: Record<string, number[]>; rows: [string, ...number[]][] };
    // Six accounts whose quintiles are the published cuts, less the 1 that is added to each.
    const made = Array.from({ length: 6 }, (_, i) =>
      Object.values(cuts).map((each) => [-1000, ...each.map((cut) => cut - 1), 1e6][i] ?? NaN),
    );
    const cells = [
      ["account", "value", "other", "first2", "region"],
      ...made.map((values, i) => [`made ${i}`, ...values, "in"]),
      ...rows.map((row) => [...row, "out"]),
    ];
    const measures = rfm({ among: { measure: "region", is: ["in"] } });
    const [r, f, m] = ["r", "f", "m"].map((id) => measuredIn(cells, measures, id, { fields }).slice(6).map(Number));
    const found = r!.map((score, i) => score * 100 + f![i]! * 10 + m![i]!); // the three are of one length
    expect(found).toEqual((V19.expected as { scores: number[] }).scores);
  });

  const file = new URL("../../../../shared/data/rfm_package/expected_rfm_segments.csv", import.meta.url);
  describe.skipIf(!existsSync(file))("of 995 customers (skipped where ../shared/data is absent)", () => {
    const [, ...rows] = existsSync(file) ? parseCsv(readFileSync(file, "utf8").trim()) : [[]];
    const cells = [
      ["account", "value", "other", "first2"],
      ...rows.map(([name, days, orders, amount]) => [String(name), Number(days), Number(orders), Number(amount)]),
    ];
    const preset = accepted(
      documentWith({ fields, measures: rfm(), tiers: { rungs: [...PUBLISHED, { id: "Others", label: "Others" }] } }),
    );
    const tiering = () => run(tableOf(cells, preset), preset, { asOf: "2006-12-31" });

    test("995 of 995 scores", () => {
      const [r, f, m] = ["r", "f", "m"].map((id) => tiering().facts.number(id));
      const found = rows.map((_, i) => [r![i], f![i], m![i]]); // three columns of the rows
      expect(found).toEqual(rows.map(([, , , , ...three]) => three.slice(0, 3).map(Number)));
    });

    test("995 of 995 segments", () => {
      const result = tiering();
      expect(tiersOf(result)).toEqual(rows.map((row) => row[8]));
      const counts = result.stats.tiers.filter(({ count }) => count > 0).map(({ label, count }) => [label, count]);
      expect(Object.fromEntries(counts)).toEqual((V19.expected as { segments: object }).segments);
    });
  });
});
