import { describe, expect, test } from "vitest";
import { BUILT_IN, plan, run, type CellValue } from "../../../engine/index";
import { accepted, AS_OF, documentWith, tableOf } from "../samples";

/** Account, value, tickets, pipeline. */
const ROWS: CellValue[][] = [
  ["A", 600, 1, 400],
  ["B", 300, 3, 100],
  ["C", 60, 0, ""],
  ["D", 40, 40, 50],
  ["E", "", 2, ""],
];
const CELLS: CellValue[][] = [["account", "value", "tickets", "pipeline"], ...ROWS];

const fields = {
  account: { type: "text", headers: ["account"] },
  value: { type: "number", headers: ["value"] },
  tickets: { type: "number", headers: ["tickets"] },
  pipeline: { type: "number", headers: ["pipeline"] },
};
const tiers = {
  rungs: [
    {
      ...{ id: "t1", label: "1", when: { measure: "value", ">=": 500 }, capacity: { min: 1, max: 2, rankBy: "value" } },
      ...{ play: { hoursPerAccountMonth: 12 }, targets: { growth: 0.1, pipelineCoverage: 0.5 } },
    },
    {
      ...{ id: "t2", label: "2", when: { measure: "value", ">=": 100 }, play: { hoursPerAccountMonth: 3 } },
      targets: { growth: 0.1, revenue: 400 },
    },
    { id: "t3", label: "3", play: { hoursPerAccountMonth: 1 } },
  ],
};
const document = documentWith({ fields, tiers });
const runOf = (changes: Record<string, unknown> = {}, cells = CELLS) => {
  const preset = accepted({ ...document, ...changes });
  return run(tableOf(cells, preset), preset, { asOf: AS_OF });
};

describe("How many hours does this tiering cost, and do we have them?", () => {
  test("one number for all: 12 + 3 + 3 of 20", () => {
    const { tiers, total } = plan(runOf(), { hoursAvailable: 20 });
    expect(tiers.map((tier) => [tier.accounts, tier.hoursPerAccount, tier.hoursNeeded])).toEqual([
      [1, 12, 12],
      [1, 3, 3],
      [3, 1, 3],
    ]);
    expect(tiers.map((tier) => tier.hoursAvailable)).toEqual([null, null, null]);
    expect(total).toMatchObject({ accounts: 5, hoursNeeded: 18, hoursAvailable: 20, hoursSpare: 2, withoutHours: [] });
  });

  test("hours of each tier: too few where the rest is negative, unknown where nobody says", () => {
    const { tiers, total } = plan(runOf(), { hoursAvailable: new Map([["t1", 10], ["t3", 5], ["gone", 99]]) }); // prettier-ignore
    expect(tiers.map((tier) => tier.hoursSpare)).toEqual([-2, null, 2]);
    expect(total).toMatchObject({ hoursAvailable: 15, hoursSpare: -3 });
  });

  test("the hours that the plays say are there, unless others are told", () => {
    const hours = [100, undefined, 20];
    const rungs = tiers.rungs.map((rung, i) => ({ ...rung, play: { ...rung.play, hoursAvailableMonth: hours[i] } }));
    const told = runOf({ tiers: { rungs } });
    expect(plan(told).tiers.map(({ hoursAvailable }) => hoursAvailable)).toEqual([100, null, 20]);
    expect(plan(told).total).toMatchObject({ hoursAvailable: 120, hoursSpare: 102 });
    expect(plan(told, { hoursAvailable: new Map([["t1", 10]]) }).total.hoursAvailable).toBe(30);
    expect(plan(told, { hoursAvailable: 20 }).total.hoursAvailable).toBe(20);
  });

  test("a tier whose play does not say its hours is named, and left out of the sum", () => {
    const rungs = tiers.rungs.map((rung) => (rung.id === "t3" ? { ...rung, play: {} } : rung));
    expect(plan(runOf({ tiers: { rungs } })).total).toMatchObject({
      hoursNeeded: 15,
      hoursAvailable: null,
      hoursSpare: null,
      withoutHours: ["t3"],
    });
  });
});

test("effort beside value: Tier 1 has two thirds of the work for 60 % of the value, Tier 3 a sixth for a tenth", () => {
  const { tiers } = plan(runOf());
  expect(tiers.map((tier) => tier.effortShare)).toEqual([12 / 18, 3 / 18, 3 / 18]);
  expect(tiers.map((tier) => tier.valueShare)).toEqual([0.6, 0.3, 0.1]);
  expect(tiers.map((tier) => tier.effortPerValue?.toFixed(3))).toEqual(["1.111", "0.556", "1.667"]);
});

test("seats are those of the run", () => {
  expect(plan(runOf()).tiers.map(({ seats }) => seats)).toEqual([{ used: 1, min: 1, max: 2 }, null, null]);
});

describe("How much revenue and pipeline do we expect from each tier?", () => {
  const { tiers, total } = plan(runOf(), { pipeline: "pipeline" });
  const [first, second, third] = tiers.map(({ revenue }) => revenue);

  test("the value and the growth aimed at, and half of it in the pipeline", () => {
    expect(first?.expected).toBeCloseTo(660);
    expect(first?.variance).toBeCloseTo(-60);
    expect(first?.pipelineNeeded).toBeCloseTo(330);
    expect(first?.pipeline).toBe(400);
    expect(first?.pipelineVariance).toBeCloseTo(70);
  });

  test("a revenue that is aimed at goes before a growth; without a target it is what there is", () => {
    expect(second).toMatchObject({ expected: 400, target: 400, variance: -100, pipelineNeeded: null, pipeline: 100 });
    expect(third).toMatchObject({ expected: 100, target: null, variance: null, pipeline: 50 });
  });

  test("the field `pipeline` is meant where no other is asked for, if there is a column for it", () => {
    expect(plan(runOf())).toEqual(plan(runOf(), { pipeline: "pipeline" }));
    const without = runOf({}, CELLS.map((row) => row.slice(0, 3))); // prettier-ignore
    expect(plan(without).total.revenue.pipeline).toBeNull();
  });

  test("all tiers together", () => {
    expect(total.value).toBe(1000);
    expect(total.revenue.expected).toBeCloseTo(1160);
    expect(total.revenue.target).toBeCloseTo(1060);
    expect(total.revenue.variance).toBeCloseTo(-160);
    expect(total.revenue.pipeline).toBe(550);
  });

  test("a number for each row does as well, and rows of one account add up", () => {
    const twice: CellValue[][] = [...CELLS, ["A", 0, 0, ""]];
    const joined = runOf({ rollUp: { by: "account" } }, twice);
    const found = plan(joined, { pipeline: Float64Array.of(1, 2, NaN, 4, 8, 16) });
    expect(found.tiers.map(({ revenue }) => revenue.pipeline)).toEqual([17, 2, 12]);
    expect(() => plan(joined, { pipeline: Float64Array.of(1) })).toThrow(RangeError);
    expect(() => plan(joined, { pipeline: "nothing" })).toThrow(ReferenceError);
  });
});

describe("The loudest is not the most valuable", () => {
  test("most tickets, little value", () => {
    expect(plan(runOf()).loudest).toEqual({
      effortBy: "tickets",
      count: 1,
      accounts: [{ account: "D", row: 4, tier: "t3", effort: 40, effortRank: 1, value: 40, valueRank: 4 }],
    });
  });

  test("another number may tell the work; with none there is no such list", () => {
    expect(plan(runOf(), { effort: "pipeline" }).loudest).toMatchObject({ count: 0, accounts: [] });
    expect(plan(runOf({}, CELLS.map((row) => row.slice(0, 2)))).loudest).toBeNull(); // prettier-ignore
  });

  test("no value at all is the least", () => {
    const cells: CellValue[][] = [CELLS[0] ?? [], ["A", 5, 1, ""], ["B", 4, 1, ""], ["C", "", 9, ""]];
    expect(plan(runOf({}, cells)).loudest?.accounts).toMatchObject([{ account: "C", value: null, valueRank: 3 }]);
  });
});

test.each([...BUILT_IN])("%s has a plan whose tiers add up", (_, preset) => {
  const header = [...preset.fields.values()].map(({ headers }) => (headers[0] ?? "").replace(/^=/, ""));
  const rows = Array.from({ length: 40 }, (_, i) => [...preset.fields].map(([field, { type }]) => (field === "account" ? `a${i}` : type === "number" ? i * 10 : type === "date" ? 45_000 + i : "Software"))); // prettier-ignore
  const result = run(tableOf([header, ...rows], preset), preset, { asOf: AS_OF });
  const { tiers, total } = plan(result);
  expect(total.accounts).toBe([...result.decision.final].filter((tier) => tier >= 0).length);
  expect(total.withoutHours).toEqual([]);
  const shares = tiers.reduce((sum, { valueShare }) => sum + (valueShare ?? 0), 0);
  expect(shares).toBeCloseTo(total.value > 0 ? 1 : 0);
});
