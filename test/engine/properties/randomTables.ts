import fc from "fast-check";
import type { CellValue } from "../../../engine/index";

/** One account: few values and few regions, so that ties and lists are the normal case. */
export interface Row {
  readonly account: string;
  readonly value: CellValue;
  readonly other: CellValue;
  readonly region: string;
  readonly first: CellValue;
}

const amount = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 3 }).map((n) => n * 10) },
  { weight: 3, arbitrary: fc.integer({ min: -50, max: 500 }) },
  { weight: 1, arbitrary: fc.constantFrom<CellValue>("", "n/a", "abc", 0, "(20)", "1,000") },
);

const row = fc.record<Omit<Row, "account">>({
  value: amount,
  other: amount,
  region: fc.constantFrom("North", "north ", "South", ""),
  first: fc.constantFrom<CellValue>("", 36_000, 45_900, 46_000, 60_000, "3/4/2026"),
});

/** Accounts with names of their own, but for a few that stand on two rows or have no name. */
export const accountRows: fc.Arbitrary<Row[]> = fc
  .tuple(fc.array(row, { minLength: 1, maxLength: 25, size: "max" }), fc.array(fc.nat(15), { maxLength: 4 }))
  .map(([rows, doubled]) =>
    rows.map((each, i) => {
      const [first = each] = rows;
      if (!doubled.includes(i)) return { ...each, account: `a${(i * 7) % 31}` };
      return i % 3 === 0
        ? { ...each, account: "", value: 1e6 + 1 / (i + 3) } // no sum of others, which would make the row a total
        : { ...each, account: "twin", value: first.value, other: first.other };
    }),
  );

export const HEADER = ["account", "value", "other", "region", "first"];

export function cellsOfRows(rows: readonly Row[]): CellValue[][] {
  return [HEADER, ...rows.map(({ account, value, other, region, first }) => [account, value, other, region, first])];
}

const measure = fc.constantFrom("value", "other", "total");
const share = fc.constantFrom(0, 0.1, 0.25, 0.3, 0.5, 0.8, 1);
const population = {
  among: fc.option(fc.constant({ measure: "stage", is: ["established"] }), { nil: undefined }),
  within: fc.option(fc.constant("region"), { nil: undefined, freq: 3 }),
};

export const topCondition = fc.record({
  measure,
  top: fc.oneof(
    fc.record({
      share,
      crossing: fc.constantFrom("up", "down", "nearest", "refill"),
      ties: fc.constantFrom("order", "up", "down"),
      outside: fc.constantFrom("no", "compare"),
      ...population,
    }),
    fc.record({
      percent: share,
      rounding: fc.constantFrom("ceil", "floor", "nearest"),
      ties: fc.constantFrom("strict", "with", "drop"),
      order: fc.constantFrom("desc", "asc"),
      ...population,
    }),
    fc.record({ count: fc.nat(6), ties: fc.constantFrom("strict", "with", "drop"), ...population }),
  ),
});

/** Conditions that ask about one account alone, and need no other. */
const leaves: fc.Arbitrary<unknown>[] = [
  fc.record({ measure, ">=": fc.integer({ min: -50, max: 100 }) }),
  fc.record({ measure, "!=": fc.constantFrom(0, 10, 20) }),
  fc.record({ measure, between: fc.constant([10, 40]) }),
  fc.record({ measure: fc.constant("region"), is: fc.constantFrom(["north"], ["South", "x"]) }),
  fc.record({ measure, blank: fc.boolean() }),
  fc.record({ measure: fc.constantFrom("value", "first"), unreadable: fc.boolean() }),
];

/** Any condition of the language, with `top` or without. */
function anyCondition(hasTop: boolean): fc.Arbitrary<unknown> {
  return fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 3 },
      { weight: hasTop ? 12 : 0, arbitrary: topCondition }, // as many as all the others together
      ...leaves.map((arbitrary) => ({ weight: 1, arbitrary })),
      { weight: 1, arbitrary: fc.record({ not: tie("any") }) },
      { weight: 1, arbitrary: fc.record({ all: fc.array(tie("any"), { minLength: 1, maxLength: 3 }) }) },
      { weight: 1, arbitrary: fc.record({ any: fc.array(tie("any"), { minLength: 1, maxLength: 3 }) }) },
    ),
  })).any;
}
export const condition = anyCondition(true);
export const plainCondition = anyCondition(false);

/** A ladder of up to four random rungs and an open one, as a part of a preset's document. */
export const ladder = fc
  .record({
    conditions: fc.array(condition, { minLength: 1, maxLength: 4 }),
    within: fc.option(fc.constant("region"), { nil: undefined, freq: 4 }),
    among: fc.option(fc.constant({ measure: "other", ">": 5 }), { nil: undefined, freq: 4 }),
    tieBreak: fc.constantFrom([], ["other"], ["other", "total"]),
  })
  .map(({ conditions, ...rest }) => ({
    ...rest,
    rungs: [...conditions.map((when, i) => ({ id: `r${i}`, label: `Rung ${i}`, when })), { id: "rest", label: "Rest" }],
  }));

/** What every random preset computes. */
export const measures = [
  { id: "total", type: "sum", of: ["value", "other"] },
  { id: "stage", type: "lifecycle", firstPurchase: "first", newMonths: 6 },
];
