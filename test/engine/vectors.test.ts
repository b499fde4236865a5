import { describe, expect, test } from "vitest";
import { concentration, concentrationRatio, reviewOf, run, suggestCuts, type Run } from "../../engine/index";
import movement from "../fixtures/movement.json";
import scores from "../fixtures/scores.json";
import vectors from "../fixtures/vectors.json";
import { measured } from "./measures/measured";
import { accepted, cellsOf, documentWith, issueCodes, membersOf, oneColumn, tableOf, tiered, tiersOf } from "./samples";
import { review, staged } from "./stages/staged";

interface Vector {
  readonly id: string;
  readonly source: string;
  readonly input: Inputs;
  /** Of the shape that its runner knows. */
  readonly expected: Readonly<Record<string, never>>;
}
interface Inputs {
  readonly values: Record<string, number>;
  readonly shares: readonly [string, number][];
  readonly scores: Record<string, number>;
  readonly goods: Record<string, { readonly mean: number; readonly deviation: number }>;
  readonly bands: readonly number[];
  readonly changes: readonly (readonly [number, number])[];
  readonly asOf: string;
  readonly first: readonly (string | null)[];
  readonly series: readonly number[];
  readonly start: string;
  readonly [bands: string]: unknown;
}
type Members = Readonly<Record<string, readonly string[]>>;

/** A tiering by cumulative share; the last class is the open one. */
function byShare(
  { values, shares }: Inputs,
  crossing: string,
  ties = "order",
  above: Record<string, unknown> = {},
): Run {
  let cut = 0;
  const tops = shares.slice(0, -1).map(([label, share]) => {
    cut = Math.round((cut + share) * 100) / 100; // 0.7 + 0.2 is meant to be 0.9
    return [label, { measure: "value", top: { share: cut, crossing, ties } }] as const;
  });
  return tiered(cellsOf(values), { ...above, ...Object.fromEntries(tops) }, { last: shares.at(-1)?.[0] ?? "" });
}

/** Classes that a vector leaves out have nobody in them. */
function expectMembers(result: Run, expected: Members) {
  const members = membersOf(result);
  const sorted = Object.keys(members).map((label) => [label, [...(expected[label] ?? [])].sort()]);
  expect(Object.fromEntries(Object.entries(members).map(([label, names]) => [label, names.sort()]))).toEqual(
    Object.fromEntries(sorted),
  );
}

const everyCrossing = ({ input, expected }: Vector) => {
  for (const [crossing, members] of Object.entries(expected)) expectMembers(byShare(input, crossing), members);
};

const RUNNERS: Record<string, (vector: Vector) => void> = {
  V1: ({ input, expected }) => expectMembers(byShare(input, "refill"), expected),
  V2b({ input, expected }) {
    const sums = byShare(input, "down").stats.tiers.map(({ label, sum }) => [label, sum]);
    expect(Object.fromEntries(sums)).toEqual(expected);
  },
  V16({ expected }) {
    const cases = expected as unknown as { readonly x: number[]; readonly k: number; readonly out: number[] | null }[];
    for (const { x, k, out } of cases) {
      const [natural] = suggestCuts(Float64Array.from(x), k, { scale: "linear" }).proposals;
      expect(natural).toMatchObject({ method: "natural", isShort: out === null });
      const ascending = natural?.cuts.map(({ value }) => value).reverse() ?? [];
      if (out !== null) expect([Math.min(...x), ...ascending, Math.max(...x)]).toEqual(out);
    }
  },
  V24({ input, expected }) {
    for (const [name, index] of Object.entries(expected)) {
      expect([name, concentration(Float64Array.from(input[name] as number[])).hhi10000]).toEqual([name, close(index)]);
    }
  },
  V29({ input, expected }) {
    for (const [name, bands] of Object.entries(input)) {
      const closed = Object.entries(bands as Record<string, object | null>).filter(([, band]) => band !== null);
      const conditions = closed.map(([, band], i) => [`r${i}`, { measure: "value", ...band }]);
      const labels = Object.keys(bands as object);
      for (const [cell, label] of Object.entries(expected[name] ?? {})) {
        const value = cell === "blank" ? "" : Number(cell);
        const result = tiered(cellsOf({ it: value }), Object.fromEntries(conditions) as Record<string, unknown>);
        expect([name, cell, labels[result.tier.codes[0] ?? -1]]).toEqual([name, cell, label]);
      }
    }
  },
  V30({ input, expected }) {
    const rules = input["rules"] as Record<string, { readonly max: number; readonly buffer: number }>;
    const cases = input["cases"] as { readonly rule: string; readonly members: Ranges }[];
    const after = cases.map(({ rule, members }) => {
      const { max = 0, buffer = 0 } = rules[rule] ?? {};
      const names = Array.from({ length: 400 }, (_, i) => String(i + 1)); // named by their rank
      return seated(names, ranksIn(members).map(String), max, buffer).map(Number);
    });
    expect(after).toEqual((expected as unknown as Ranges[]).map(ranksIn));
  },
  V31({ input, expected }) {
    const [x, y] = input.bands;
    const periods = ["m1", "m2", "m3", "m4"];
    const fields = Object.fromEntries(periods.map((id) => [id, { type: "number", headers: [id] }]));
    const conditions = { X: { measure: "cv", "<=": x }, Y: { measure: "cv", "<=": y } };
    const result = tiered(
      [
        ["account", ...periods],
        // of all series with this mean and deviation the plainest: so much over, so much under
        ...Object.entries(input.goods).map(([name, { mean, deviation }]) => [
          name,
          ...[1, -1, 1, -1].map((sign) => mean + sign * deviation),
        ]),
      ],
      conditions,
      {
        fields: { account: { type: "text", headers: ["account"] }, ...fields },
        measures: [{ id: "cv", type: "variation", of: periods }],
        last: "Z",
      },
    );
    const variations = [...result.facts.number("cv")].map((cv) => Math.round(cv * 1000) / 1000);
    const found = Object.keys(input.goods).map((name, row) => [name, [variations[row], tiersOf(result)[row]]]);
    expect(Object.fromEntries(found)).toEqual(expected);
  },
  V32({ input, expected }) {
    const rows = input.changes.map(([before, now]) => [now, before]);
    const change = { id: "growth", type: "change", current: "value", previous: "other" };
    expect(measured([change], "growth", ["value", "other"], rows)).toEqual(expected.growth);
  },
  D1: everyCrossing,
  D2(vector) {
    everyCrossing(vector);
    expect(issueCodes(byShare(vector.input, "up"))).toEqual(["share-overshoot"]);
    expect(issueCodes(byShare(vector.input, "down"))).toEqual(["class-empty", "share-overshoot"]);
  },
  D3(vector) {
    everyCrossing(vector);
    expect(byShare(vector.input, "up").issues).toMatchObject([
      { code: "share-overshoot", params: { rung: "Key", target: 0.3, actual: 0.85 } },
      { code: "class-empty", params: { rung: "Enterprise" } },
      { code: "account-spans-cuts", rows: [1], params: { rung: "Enterprise", from: 0.3, to: 0.8 } },
    ]);
    expect(issueCodes(byShare(vector.input, "down"))).toEqual(["class-empty", "class-empty", "account-spans-cuts"]);
  },
  D4({ input, expected }) {
    expectMembers(byShare(input, "up", "order"), expected.byName ?? {});
    expectMembers(byShare(input, "up", "up"), expected.togetherUp ?? {});
    expectMembers(byShare(input, "up", "down"), expected.togetherDown ?? {});
    expect(issueCodes(byShare(input, "up", "order"))).toContain("tie-at-cut");
  },
  D5({ input, expected }) {
    const none = { "no positive revenue": { measure: "value", "<=": 0 } };
    const cells = byShare(input, "up");
    expect(cells.issues).toMatchObject([
      { code: "value-zero", rows: [4] },
      { code: "value-negative", rows: [5] },
      { code: "share-overshoot", params: { rung: "Key" } },
    ]);
    expect(cells.stats.tiers.map(({ share }) => (share ?? 0) * 1100)).toEqual(
      [600, 300, 200].map((sum) => expect.closeTo(sum, 9) as number),
    );
    const labelled = tiered(
      cellsOf(input.values),
      { none: none["no positive revenue"], key: top(0.3), ent: top(0.8) },
      { last: "com" },
    );
    const { up } = expected as unknown as { up: Members };
    expect(Object.values(membersOf(labelled))).toEqual([
      up["no positive revenue"],
      up.Key,
      up.Enterprise,
      up.Commercial,
    ]);
  },
  D6: ({ input, expected }) => expectMembers(byShare(input, "up"), expected),
  D7({ input, expected }) {
    const first = (count: number, ties: string) =>
      membersOf(tiered(cellsOf(input.scores), { in: { measure: "value", top: { count, ties } } })).in;
    expect(first(4, "strict")).toEqual(expected["n=4 strict(name)"]);
    expect(first(4, "with")).toEqual(expected["n=4 withTies"]);
    expect(first(4, "drop")).toEqual(expected["n=4 dropTies"]);
    for (const ties of ["strict", "with", "drop"]) expect(first(5, ties)).toEqual(expected["n=5 all modes"]);
  },
  D8({ input: { series, start }, expected }) {
    // A cut of 105 whose band ends at 95: 10 of 105.
    const rules: Record<string, [cut: number, steadiness: object | null]> = {
      none: [100, null],
      "enter>=100 exit<90": [100, { band: 0.1 }],
      "enter>=100 exit<90, 2 reviews in a row": [100, { band: 0.1, reviews: 2 }],
      "enter>=105 exit<95": [105, { band: 10 / 105 }],
    };
    const found = Object.entries(rules).map(([name, [cut, steadiness]]) => {
      const rungs = [
        { id: "T1", label: "T1", when: { measure: "value", ">=": cut } },
        { id: "T2", label: "T2" },
      ];
      const history = [review({ it: start }, { date: "2020-01-01" })];
      const tiers = series.map((value, year) => {
        const asOf = `${2021 + year}-01-01`;
        const result = staged(cellsOf({ It: value }), { tiers: { rungs }, steadiness }, { history, asOf });
        history.push(reviewOf(result));
        return tiersOf(result)[0];
      });
      return [name, tiers];
    });
    expect(Object.fromEntries(found)).toEqual(expected);
  },
  D9({ input, expected }) {
    const { N, enter, exit, members, cases } = input as unknown as Record<"N" | "enter" | "exit", number> &
      Record<"members", string[]> &
      Record<"cases", string[][]>;
    const found = cases.map((names) => ({
      buffer: seated(names, members, N, (N - enter) / N),
      naive: seated(names, members, N, 0),
    }));
    expect(found.map(({ buffer, naive }) => ({ buffer: buffer.sort(), naive: naive.sort() }))).toEqual(
      (expected as unknown as typeof found).map(({ buffer, naive }) => ({
        buffer: buffer.sort(),
        naive: naive.sort(),
      })),
    );
    expect(exit).toBe(2 * N - enter + 1); // the buffer is as wide below the last seat as above it
  },
  D11({ input, expected }) {
    const measures = [{ id: "stage", type: "lifecycle", firstPurchase: "first", newMonths: 12 }];
    const preset = accepted(documentWith({ measures }));
    const table = tableOf(
      oneColumn(
        "first",
        input.first.map((day) => day ?? ""),
      ),
      preset,
    );
    const result = run(table, preset, { asOf: input.asOf });
    const { codes, words } = result.facts.text("stage");
    const names: Record<string, string> = { established: "Established", new: "New Start", prospect: "Prospect" };
    const stages = (expected as unknown as string[]).map((stage) => stage.split(" + ")[0]);
    expect([...codes].map((code) => names[words[code] ?? ""])).toEqual(stages);
    expect(result.issues).toContainEqual(expect.objectContaining({ code: "first-purchase-in-future", rows: [5] }));
  },
  D12({ input, expected }) {
    const shareOfTop = (count: number) =>
      tiered(cellsOf(input.values), { in: { measure: "value", top: { count } } }).stats.tiers[0]?.share;
    expect([shareOfTop(1), shareOfTop(3)]).toEqual([expected.CR1, expected.CR3]);
    expect(tiered(cellsOf(input.values), { in: top(0.8) }).stats.tiers[0]?.count).toBe(expected.accountsFor80pct);
    const values = Float64Array.from(Object.values(input.values));
    expect(concentration(values)).toMatchObject({
      gini: close(expected.gini),
      hhi: close(expected.HHI),
      hhi10000: close(expected.HHI10000),
      effectiveNumber: close(expected.effectiveN),
      cr1: expected.CR1,
      accountsFor80: expected.accountsFor80pct,
    });
    expect(concentrationRatio(values, 3)).toBe(expected.CR3);
  },
  D14({ input, expected }) {
    for (const [name, coefficient] of Object.entries(expected)) {
      const [list = "", isUnbiased] = name.split(" ");
      const { gini, giniUnbiased } = concentration(Float64Array.from(input[list] as number[]));
      expect([name, isUnbiased ? giniUnbiased : gini]).toEqual([name, close(coefficient)]);
    }
  },
};

type Ranges = readonly (readonly [from: number, to: number])[];
function ranksIn(ranges: Ranges): number[] {
  return ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i));
}

/** Who has a seat, of accounts in the order of their rank, where some had one before. */
function seated(names: readonly string[], members: readonly string[], max: number, buffer: number): string[] {
  const capacity = { max, rankBy: "value", incumbentBuffer: buffer };
  const rungs = [
    { id: "in", label: "in", when: { measure: "value", ">": 0 }, capacity },
    { id: "out", label: "out" },
  ];
  const cells = [["account", "value"], ...names.map((name, i) => [name, names.length - i])];
  const history = [review(Object.fromEntries(members.map((name) => [name.toLowerCase(), "in"])))];
  return membersOf(staged(cells, { tiers: { rungs } }, { history }))["in"] ?? [];
}

/** To the digits that the vectors are written with. */
function close(value: number | undefined) {
  return expect.closeTo(value ?? NaN, 6) as number;
}

function top(share: number) {
  return { measure: "value", top: { share } };
}

/** Every vector there is; those of `scores.json` and `movement.json` are run beside what they test. */
const ALL = [
  ...["V1", "V2b", "V5", "V6", "V10", "V16", "V19", "V21", "V23", "V24", "V29", "V30", "V31", "V32"],
  ...["D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8", "D9", "D10", "D11", "D12", "D14", "D15"],
];

test("no vector is lost, and none comes in unlisted", () => {
  const found = [...vectors, ...scores, ...movement].map(({ id }) => id);
  expect(found.sort()).toEqual([...ALL].sort());
  expect(Object.keys(RUNNERS).sort()).toEqual(vectors.map(({ id }) => id).sort());
});

describe("known results", () => {
  test.each(vectors.map((vector): [string, string, Vector] => [vector.id, vector.source, vector as unknown as Vector]))(
    "%s (%s)",
    (id, _, vector) => {
      const runner = RUNNERS[id];
      if (!runner) throw new Error(`no runner for vector ${id}`);
      runner(vector);
    },
  );
});
