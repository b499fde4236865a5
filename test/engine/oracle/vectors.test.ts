import { describe, expect, test } from "vitest";
import vectors from "./vectors.json";
import type { RawCell } from "./cells";
import { fromDecimal, toDouble } from "./exact";

import { quantile } from "./statistics";
import { oracle, type Override, type Review, type Standing } from "./oracle";

const byId = new Map<string, { input: unknown; expected: unknown }>(vectors.map((vector) => [vector.id, vector]));
function vector<Input, Expected>(id: string): { input: Input; expected: Expected } {
  const found = byId.get(id);
  if (!found) throw new Error(`No vector ${id}`);
  return found as { input: Input; expected: Expected };
}

const account = { type: "text", headers: ["Account"], required: true };
const number = (header: string) => ({ type: "number", headers: [header] });
const asOf = "2026-11-22";

interface Part {
  fields?: Record<string, unknown>;
  tiers?: unknown;
  [part: string]: unknown;
}
const preset = ({ fields, tiers, ...rest }: Part) => ({
  ...{ format: 1, id: "vector", name: "Vector" },
  fields: { account, value: number("Value"), ...fields },
  tiers: tiers ?? { rungs: [{ id: "all", label: "All" }] },
  ...rest,
});

/** Accounts by the label of their tier, in the order of the sheet. */
function classes(values: Record<string, number>, ladder: unknown): Record<string, string[]> {
  const names = Object.keys(values);
  const cells: RawCell[][] = [["Account", "Value"], ...names.map((name) => [name, values[name] ?? ""])];
  const { rows } = oracle(cells, preset({ tiers: ladder }), { asOf });
  const found: Record<string, string[]> = {};
  rows.forEach(({ tier }, row) => (found[tier] ??= []).push(names[row] ?? ""));
  return found;
}

type Shares = [label: string, share: number][];

/** Shares of one class each, as the vectors name them; the rungs have cumulative cuts and the last is open. */
function shareLadder(shares: Shares, top: object, last?: string) {
  let sum = 0;
  return {
    rungs: shares
      .map(([label, share], i) => {
        sum = Math.round((sum + share) * 1e9) / 1e9;
        const when = { measure: "value", top: { share: sum, ...top } };
        return i === shares.length - 1 && last === undefined ? { id: label, label } : { id: label, label, when };
      })
      .concat(last === undefined ? [] : [{ id: "none", label: last } as never]),
  };
}

/** Order inside of a class, and classes that nobody is in, are not the point. */
const tidy = (found: Record<string, string[]>): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(found)
      .filter(([, names]) => names.length > 0)
      .map(([label, names]) => [label, [...names].sort()]),
  );

describe("cumulative shares", () => {
  test("V1: SAP's classes refill", () => {
    const { input, expected } = vector<{ values: Record<string, number>; shares: Shares }, Record<string, string[]>>(
      "V1",
    );
    expect(tidy(classes(input.values, shareLadder(input.shares, { crossing: "refill" })))).toEqual(tidy(expected));
  });

  test("V2b: classes that never go over their share", () => {
    const { input, expected } = vector<{ values: Record<string, number>; shares: Shares }, Record<string, number>>(
      "V2b",
    );
    const found = classes(input.values, shareLadder(input.shares, { crossing: "down" }));
    const sums = Object.entries(found).map(([label, names]) => [
      label,
      names.reduce((sum, name) => sum + (input.values[name] ?? 0), 0),
    ]);
    expect(Object.fromEntries(sums)).toEqual(expected);
  });

  test.each(
    ["D1", "D2", "D3"].flatMap((id) => (["up", "down", "nearest", "refill"] as const).map((one) => ({ id, one }))),
  )("$id, crossing $one", ({ id, one }) => {
    type Crossings = Record<string, Record<string, string[]>>;
    const { input, expected } = vector<{ values: Record<string, number>; shares: Shares }, Crossings>(id);
    const found = classes(input.values, shareLadder(input.shares, { crossing: one }));
    expect(tidy(found)).toEqual(tidy(expected[one] ?? {}));
  });

  test.each([
    { ties: "order", as: "byName" },
    { ties: "up", as: "togetherUp" },
    { ties: "down", as: "togetherDown" },
  ])("D4, ties $ties", ({ ties, as }) => {
    type Ways = Record<string, Record<string, string[]>>;
    const { input, expected } = vector<{ values: Record<string, number>; shares: Shares }, Ways>("D4");
    expect(tidy(classes(input.values, shareLadder(input.shares, { ties })))).toEqual(tidy(expected[as] ?? {}));
  });

  test("D5: zero and less are in no share", () => {
    type Expected = { up: Record<string, string[]> };
    const { input, expected } = vector<{ values: Record<string, number>; shares: Shares }, Expected>("D5");
    const ladder = shareLadder(input.shares, {}, "no positive revenue");
    expect(tidy(classes(input.values, ladder))).toEqual(tidy(expected.up));
  });

  test("D6: 0.7 + 0.1 is 0.8", () => {
    type Expected = Record<string, string[]>;
    const { input, expected } = vector<{ values: Record<string, number>; shares: Shares }, Expected>("D6");
    expect(tidy(classes(input.values, shareLadder(input.shares, {})))).toEqual(tidy(expected));
  });
});

test.each([
  { name: "n=4 strict(name)", count: 4, ties: "strict" },
  { name: "n=4 withTies", count: 4, ties: "with" },
  { name: "n=4 dropTies", count: 4, ties: "drop" },
  { name: "n=5 all modes", count: 5, ties: "strict" },
  { name: "n=5 all modes", count: 5, ties: "with" },
  { name: "n=5 all modes", count: 5, ties: "drop" },
])("D7: $name, ties $ties", ({ name, count, ties }) => {
  const { input, expected } = vector<{ scores: Record<string, number> }, Record<string, string[]>>("D7");
  const when = { measure: "value", top: { count, ties } };
  const ladder = {
    rungs: [
      { id: "in", label: "In", when },
      { id: "out", label: "Out" },
    ],
  };
  expect(classes(input.scores, ladder)["In"]).toEqual(expected[name]);
});

describe("steadiness", () => {
  type D8 = { series: number[]; cut: number; start: string };
  const day = (review: number): string => `2026-01-${String(review + 1).padStart(2, "0")}`;

  function series(steadiness: unknown, cut: number): string[] {
    const { input } = vector<D8, unknown>("D8");
    const document = preset({
      tiers: {
        rungs: [
          { id: "T1", label: "T1", when: { measure: "value", ">=": cut } },
          { id: "T2", label: "T2" },
        ],
      },
      steadiness,
    });
    let last: Standing = { ladderTier: input.start, finalTier: input.start, segment: null, failures: 0 };
    const history: Review[] = [{ preset: "vector", date: "2025-12-31", entries: new Map([["acme", last]]) }];
    return input.series.map((value, review) => {
      const { rows } = oracle(
        [
          ["Account", "Value"],
          ["Acme", value],
        ],
        document,
        { asOf: day(review), history },
      );
      const tier = rows[0]?.ladderTier ?? null;
      last = { ladderTier: tier, finalTier: tier, segment: null, failures: rows[0]?.failures ?? 0 };
      history.push({ preset: "vector", date: day(review), entries: new Map([["acme", last]]) });
      return tier ?? "";
    });
  }

  test.each([
    { name: "none", steadiness: null },
    { name: "enter>=100 exit<90", steadiness: { band: 0.1 } },
    { name: "enter>=100 exit<90, 2 reviews in a row", steadiness: { band: 0.1, reviews: 2 } },
  ])("D8: $name", ({ name, steadiness }) => {
    expect(series(steadiness, 100)).toEqual(vector<D8, Record<string, string[]>>("D8").expected[name]);
  });

  test("D8: enter>=105 exit<95", () => {
    // 105 with a band of 10 is no round part of it: 95 / 105.
    const found = series({ band: 0.0952380952381 }, 105);
    expect(found).toEqual(vector<D8, Record<string, string[]>>("D8").expected["enter>=105 exit<95"]);
  });
});

describe("seats with a buffer", () => {
  const ladder = (max: number, incumbentBuffer: number) => ({
    rungs: [
      {
        id: "in",
        label: "In",
        when: { measure: "value", ">": 0 },
        capacity: { max, rankBy: "value", incumbentBuffer },
      },
      { id: "out", label: "Out" },
    ],
  });
  const standing = (tier: string): Standing => ({ ladderTier: tier, finalTier: tier, segment: null, failures: 0 });

  function members(ranked: string[], before: string[], max: number, buffer: number): string[] {
    const cells = [["Account", "Value"], ...ranked.map((name, i) => [name, 1000 - i])];
    const entries = new Map(ranked.map((name) => [name.toLowerCase(), standing(before.includes(name) ? "in" : "out")]));
    const history = [{ preset: "vector", date: "2026-01-01", entries }];
    const { rows } = oracle(cells, preset({ tiers: ladder(max, buffer) }), { asOf, history });
    return ranked.filter((_, row) => rows[row]?.tier === "In");
  }

  test("D9: members stay until they fall through the buffer", () => {
    type Input = { N: number; members: string[]; cases: string[][] };
    const { input, expected } = vector<Input, { buffer: string[]; naive: string[] }[]>("D9");
    input.cases.forEach((ranked, i) => {
      // In by rank 4, out from rank 7: 5 seats less and more a fifth.
      expect(members(ranked, input.members, input.N, 0.2).sort()).toEqual(expected[i]?.buffer.sort());
      expect(members(ranked, input.members, input.N, 0).sort()).toEqual(expected[i]?.naive.sort());
    });
  });

  test("V30: the rule of the FTSE 100", () => {
    const ranked = Array.from({ length: 120 }, (_, i) => `R${i + 1}`);
    const before = [...ranked.slice(0, 89), ...ranked.slice(101, 112)]; // ranks 1 to 89 and 102 to 112
    const now = members(ranked, before, 100, 0.1);
    expect(now).toContain("R90");
    expect(now).toContain("R110");
    expect(now).not.toContain("R111");
    expect(now).toHaveLength(100);
    // 90 by rank and nine members leave one seat, which the best of the others takes.
    expect(now).toContain("R91");
    expect(now).not.toContain("R92");
  });
});

describe("measures", () => {
  /** The column of one measure over rows of numbers. */
  function column(measure: object, headers: string[], table: RawCell[][], more: object[] = []): unknown {
    const names = headers.map((header) => header.toLowerCase());
    const fields = Object.fromEntries(names.map((name, i) => [name, number(headers[i] ?? "")]));
    const cells = [["Account", ...headers], ...table.map((row, i) => [`A${i}`, ...row])];
    const document = preset({ fields, measures: [...more, { id: "result", ...measure }] });
    return oracle(cells, document, { asOf }).measures.get("result");
  }

  test("V5: PERCENTILE.INC, the quantiles that scores are cut by", () => {
    const { input, expected } = vector<{ values: number[] }, Record<string, number>>("V5");
    for (const [part, edge] of Object.entries(expected)) {
      expect(toDouble(quantile(input.values, fromDecimal(Number(part))))).toBe(edge);
    }
  });

  test.each(["V6", "V10"])("%s: PERCENTRANK.INC", (id) => {
    type Input = { values: number[]; x?: number };
    const { input, expected } = vector<Input, Record<string, number> | number>(id);
    const cases = typeof expected === "number" ? [[input.x ?? NaN, expected]] : Object.entries(expected);
    for (const [x, rank] of cases) {
      const among = { measure: "inside", "=": 1 };
      const table = [...input.values.map((value) => [value, 1]), [Number(x), 0]];
      const found = column({ type: "scale", of: "x", method: "percentRank", to: 1, among }, ["X", "Inside"], table);
      // The published ones are cut off after three digits.
      expect(Math.floor(((found as number[]).at(-1) ?? NaN) * 1000 + 1e-9) / 1000).toBe(rank);
    }
  });

  test("V19: published cuts as bands", () => {
    type Input = { cuts: Record<string, number[]>; rows: [string, number, number, number][] };
    const { input, expected } = vector<Input, { scores: number[] }>("V19");
    const score = (values: number[], cuts: number[]): number[] => {
      const bands = [0, ...cuts].map((from, i) => ({ from, points: i + 1 }));
      return column(
        { type: "bands", of: "x", bands },
        ["X"],
        values.map((value) => [value]),
      ) as number[];
    };
    const recency = score(
      input.rows.map((row) => row[1]),
      input.cuts["recency"] ?? [],
    );
    const frequency = score(
      input.rows.map((row) => row[2]),
      input.cuts["frequency"] ?? [],
    );
    const monetary = score(
      input.rows.map((row) => row[3]),
      input.cuts["monetary"] ?? [],
    );
    const found = recency.map((r, i) => (6 - r) * 100 + (frequency[i] ?? 0) * 10 + (monetary[i] ?? 0));
    expect(found).toEqual(expected.scores);
  });

  test("V21, V23: weighted means, of weights as parts of their sum", () => {
    const { input } = vector<{ weights: number[]; points: number[] }, number>("V21");
    const headers = input.points.map((_, i) => `P${i}`);
    const parts = input.weights.map((weight, i) => ({ of: `p${i}`, weight }));
    expect(column({ type: "weighted", parts }, headers, [input.points])).toEqual([88.8889]);
    const even = { type: "weighted", parts: ["a", "b", "c"].map((of) => ({ of, weight: 1 })) };
    expect(column(even, ["A", "B", "C"], [[10, 10, 0]])).toEqual([6.6667]);
  });

  test("V29: published bands", () => {
    type Published = Record<string, Record<string, string>>;
    const { expected } = vector<null, Published>("V29");
    const cuts: Record<string, Record<string, number>> = {
      Demandbase: { "Highly Likely": 95, Likely: 50, Unlikely: 0 },
      "6sense": { Strong: 81, Moderate: 50, Weak: 0 },
      "GitLab users": { Strategic: 5000, Large: 751, "Mid-Market": 101, SMB: 0 },
      "HubSpot ICP employees": { T1: 1000, T2: 200, T3: 50, "Not ICP": 0 },
    };
    for (const [source, cases] of Object.entries(expected)) {
      const labels = Object.keys(cuts[source] ?? {});
      const bands = labels.map((label, i) => ({ from: cuts[source]?.[label] ?? NaN, points: i }));
      const values = Object.keys(cases).filter((value) => value !== "blank");
      const found = column(
        { type: "bands", of: "x", bands },
        ["X"],
        values.map((value) => [Number(value)]),
      );
      expect((found as number[]).map((i) => labels[i])).toEqual(values.map((value) => cases[value]));
    }
  });

  test("V31: the variation of the whole population", () => {
    type Input = Record<"apples" | "bananas", [mean: number, deviation: number]>;
    const { input, expected } = vector<Input, Record<string, [number, string]>>("V31");
    for (const name of ["apples", "bananas"] as const) {
      const [mean, deviation] = input[name];
      const far = deviation * Math.sqrt(1.5); // three periods with just this mean and deviation
      const table = [[mean - far, mean, mean + far]];
      const found = column({ type: "variation", of: ["a", "b", "c"] }, ["A", "B", "C"], table) as number[];
      expect(found[0]).toBeCloseTo(expected[name]?.[0] ?? NaN, 3);
    }
  });

  test("V32: changes, none from zero", () => {
    const { input } = vector<{ cases: [number, number][] }, string[]>("V32");
    const found = column({ type: "change", previous: "before", current: "now" }, ["Before", "Now"], input.cases);
    expect(found).toEqual([0.5, null, 199]);
  });

  test("D11: lifecycle on the edge of its window", () => {
    type Input = { asOf: string; windowMonths: number; first: (string | null)[] };
    const { input, expected } = vector<Input, string[]>("D11");
    const document = preset({
      fields: { first: { type: "date", headers: ["First"] } },
      measures: [{ id: "result", type: "lifecycle", firstPurchase: "first", newMonths: input.windowMonths }],
    });
    const cells = [["Account", "First"], ...input.first.map((date, i) => [`A${i}`, date ?? ""])];
    const found = oracle(cells, document, { asOf: input.asOf }).measures.get("result");
    const words: Record<string, string> = { established: "Established", new: "New Start", prospect: "Prospect" };
    expect(found?.map((word) => words[String(word)])).toEqual(expected.map((word) => word.split(" +")[0]));
  });
});

test("D12: shares of a ladder without a population are parts of all positive values", () => {
  const { input } = vector<{ values: Record<string, number> }, unknown>("D12");
  const names = Object.keys(input.values);
  const cells = [["Account", "Value"], ...names.map((name) => [name, input.values[name] ?? ""])];
  const when = { measure: "value", top: { count: 3 } };
  const rungs = [
    { id: "t1", label: "T1", when },
    { id: "t2", label: "T2" },
  ];
  const { stats } = oracle(cells, preset({ tiers: { rungs } }), { asOf });
  expect(stats.tiers).toEqual([
    { id: "t1", count: 3, sum: 650, share: 0.65 },
    { id: "t2", count: 7, sum: 350, share: 0.35 },
  ]);
});

describe("what people decide", () => {
  const rungs = [
    { id: "t1", label: "T1", when: { measure: "value", ">=": 100 }, capacity: { max: 1, rankBy: "value" } },
    { id: "t2", label: "T2", when: { measure: "value", ">=": 50 } },
    { id: "t3", label: "T3" },
  ];
  const cells = [
    ["Account", "Value"],
    ["Acme", 300],
    ["Bolt", 200],
    ["Cyan", 60],
    ["Dune", 10],
  ];
  const tiersWith = (...overrides: Override[]): string[] =>
    oracle(cells, preset({ tiers: { rungs } }), { asOf, overrides }).rows.map(({ tier }) => tier);

  test("nothing: the best one has the seat", () => {
    expect(tiersWith()).toEqual(["T1", "T2", "T2", "T3"]);
  });
  test("into a tier: the seat is taken", () => {
    expect(tiersWith({ account: " dune ", kind: "exact", tier: "t1" })).toEqual(["T2", "T2", "T2", "T1"]);
  });
  test("out of a tier: the seat is free", () => {
    expect(tiersWith({ account: "Acme", kind: "ceiling", tier: "t2" })).toEqual(["T2", "T1", "T2", "T3"]);
    expect(tiersWith({ account: "Acme", kind: "exclude" })).toEqual(["Excluded", "T1", "T2", "T3"]);
  });
  test("at least a tier, until its last day", () => {
    const floor = { account: "Dune", kind: "floor", tier: "t2" } as const;
    expect(tiersWith({ ...floor, until: asOf })).toEqual(["T1", "T2", "T2", "T2"]);
    expect(tiersWith({ ...floor, until: "2026-11-21" })).toEqual(["T1", "T2", "T2", "T3"]);
  });
});
