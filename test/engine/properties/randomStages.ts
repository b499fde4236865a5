import fc from "fast-check";
import {
  parsePreset,
  run,
  type CellValue,
  type Override,
  type Review,
  type Run,
  type RunOptions,
} from "../../../engine/index";
import { AS_OF, accepted, documentWith, tableOf, type Cells } from "../samples";
import { fieldsWith } from "../stages/staged";
import { accountRows, cellsOfRows, HEADER, measures, plainCondition, topCondition, type Row } from "./randomTables";

/** One account with all that stages look at. */
export interface StagedRow extends Row {
  readonly owner: string;
  readonly currency: string;
}

/** The columns that stages look at beside those of every random table, and whether the row repeats the account before it. */
const more = fc.record({
  owner: fc.constantFrom("ann", "Bob", "bob ", ""),
  currency: fc.constantFrom("EUR", "usd", "CHF", ""),
  isAgain: fc.constantFrom(true, false, false, false, false),
});

/** Some accounts stand on several rows, with the same numbers but not always in the same list. */
export const stagedRows: fc.Arbitrary<StagedRow[]> = fc
  .tuple(accountRows, fc.array(more, { minLength: 25, maxLength: 25 }))
  .map(([rows, others]) => {
    const staged: StagedRow[] = [];
    rows.forEach((row, i) => {
      const { isAgain, ...columns } = others[i]!; // there are no more rows than that
      const before = staged.at(-1);
      const { account, value, other, currency } = before ?? { ...row, ...columns };
      staged.push({ ...row, ...columns, ...(isAgain && { account, value, other, currency }) });
    });
    return staged;
  });

const STAGED_HEADER = [...HEADER, "owner", "currency"];

export function cellsOfStaged(rows: readonly StagedRow[]): CellValue[][] {
  const [, ...cells] = cellsOfRows(rows);
  return [STAGED_HEADER, ...cells.map((cells, i) => [...cells, rows[i]?.owner ?? "", rows[i]?.currency ?? ""])];
}

/** The tiers of every staged preset, best first. */
export const TIERS = ["r0", "r1", "r2", "rest"];
const SEGMENTS = ["s0", "s1", "rest"];

const isSegment = fc
  .subarray(SEGMENTS, { minLength: 1, maxLength: 2 })
  .map((is): unknown => ({ measure: "segment", is }));

/** Conditions of a rung of tiers; with segments they ask for those too. */
const tierCondition = (hasSegments: boolean) =>
  fc.oneof(
    { weight: 3, arbitrary: topCondition },
    {
      weight: 3,
      arbitrary: fc.record({ measure: fc.constantFrom("value", "other"), ">=": fc.integer({ min: 5, max: 60 }) }),
    },
    { weight: 2, arbitrary: plainCondition },
    { weight: hasSegments ? 4 : 0, arbitrary: isSegment },
    { weight: hasSegments ? 1 : 0, arbitrary: isSegment.map((not): unknown => ({ not })) },
  );

const capacity = fc.record(
  {
    min: fc.nat(2),
    max: fc.nat(3),
    per: fc.constantFrom("all", "all", "all", "region", "owner"),
    rankBy: fc.constantFrom("value", "other"),
    incumbentBuffer: fc.constantFrom(0.1, 0.5, 1, 1),
  },
  { requiredKeys: ["max", "rankBy"] },
);
const headcount = fc
  .tuple(capacity, fc.nat(3), fc.constantFrom<(string | number)[]>("owner", "region", 1, 2))
  .map(([{ max: _max, min: _min, ...rest }, perOwner, owners]) => ({ ...rest, perOwner, owners }));
const noEnd = fc.record({ min: fc.nat(3), rankBy: fc.constant("value") });

const rung = (id: string, when: unknown) => ({ id, label: `Label ${id}`, ...(when !== undefined && { when }) });
const scope = fc.record({
  within: fc.constantFrom(undefined, undefined, undefined, "region"),
  among: fc.constantFrom(undefined, undefined, undefined, { measure: "other", ">": 15 }),
  tieBreak: fc.constantFrom([], ["other"]),
});

const segments = fc
  .record({ conditions: fc.tuple(tierCondition(false), tierCondition(false)), scope })
  .map(({ conditions, scope }) => ({ ...scope, rungs: SEGMENTS.map((id, i) => rung(id, conditions[i])) }));

const tiers = (hasSegments: boolean, hasSeats: boolean) =>
  fc
    .record({
      conditions: fc.tuple(tierCondition(hasSegments), tierCondition(hasSegments), tierCondition(hasSegments)),
      capacities: fc.array(fc.option(fc.oneof(capacity, headcount, noEnd), { nil: undefined }), {
        minLength: 3,
        maxLength: 3,
      }),
      scope,
    })
    .map(({ conditions, capacities, scope }) => ({
      ...scope,
      rungs: TIERS.map((id, i) => ({
        ...rung(id, conditions[i]),
        ...(hasSeats && capacities[i] && { capacity: capacities[i] }),
      })),
    }));

const gate = fc.record({
  when: fc.oneof(
    plainCondition,
    fc.record({ measure: fc.constantFrom("value", "other"), ">": fc.constantFrom(-10, 5, 15) }),
  ),
  else: fc.oneof(
    fc.constantFrom("Not ICP", "Review", "Excluded").map((exclude) => ({ exclude })),
    fc.constantFrom(...TIERS).map((maxTier) => ({ maxTier })),
  ),
});
const steadiness = fc.record(
  {
    band: fc.constantFrom<(number | { points: number })[]>(0.1, 0.3, 0.5, 0.9, { points: 0.3 }),
    reviews: fc.integer({ min: 1, max: 3 }),
    maxStep: fc.integer({ min: 1, max: 2 }),
  },
  { requiredKeys: ["band"] },
);
const bump = (hasSegments: boolean) =>
  fc.record({ when: tierCondition(hasSegments), move: fc.constantFrom(-2, -1, 1, 2) });
const bumps = (hasSegments: boolean) =>
  fc.record(
    {
      maxUp: fc.nat(2),
      maxDown: fc.nat(2),
      budget: fc.nat(6),
      rules: fc
        .array(bump(hasSegments), { minLength: 1, maxLength: 3 })
        .map((rules) => rules.map((rule, i) => ({ ...rule, id: `b${i}`, reason: `Reason ${i}` }))),
    },
    { requiredKeys: ["rules"] },
  );
const isTier = fc.constantFrom(...TIERS).map((id): unknown => ({ measure: "tier", is: [id] }));
const flags = (hasSegments: boolean) =>
  fc
    .array(fc.oneof(isTier, tierCondition(hasSegments)), { maxLength: 2 })
    .map((whens) => whens.map((when, i) => ({ id: `f${i}`, label: `Flag ${i}`, when })));

const CURRENCY = { field: "currency", base: "EUR", rates: { USD: 0.5, GBP: 2 }, of: ["value"] };

/** Which stages a random preset may have; all of them where not said. */
export interface Stages {
  readonly hasSeats?: boolean;
  readonly hasSteadiness?: boolean;
  readonly hasRollUp?: boolean;
}

/** The document of a preset with any stages, in any mixture; all of them are accepted. */
export function stagedDocument({ hasSeats = true, hasSteadiness = true, hasRollUp = true }: Stages = {}) {
  const one = (hasSegments: boolean) =>
    fc
      .record({
        gates: fc.array(gate, { maxLength: 2 }).map((gates) => gates.map((each, i) => ({ ...each, id: `g${i}` }))),
        ...(hasSegments && { segments }),
        tiers: tiers(hasSegments, hasSeats),
        steadiness: hasSteadiness ? fc.option(steadiness) : fc.constant(null),
        bumps: fc.option(bumps(hasSegments)),
        flags: flags(hasSegments),
        // by a column that text conditions ask about anyway, so that no row but the account's own words is the first one
        rollUp: hasRollUp ? fc.option(fc.constant({ by: "region" }), { freq: 2 }) : fc.constant(null),
        currency: fc.option(fc.constant(CURRENCY), { freq: 2 }),
      })
      .map((parts) => documentWith({ fields: FIELDS, measures, ...parts }));
  return fc.oneof(one(true), one(false)).filter((document) => parsePreset(document).ok);
}
const FIELDS = fieldsWith({ owner: { type: "text" }, currency: { type: "text" } });

/** A place among the rows, whose account is meant; or a name that joined rows may have, or nobody. */
const names = fc.oneof(
  { weight: 8, arbitrary: fc.nat(24).map(String) },
  { weight: 1, arbitrary: fc.constantFrom("twin", "north", "south", "nobody") },
);

const tierId = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...TIERS) },
  { weight: 1, arbitrary: fc.constant("gold") },
);
const day = fc.constantFrom("2025-06-30", "2025-12-31", "2026-01-31", "2026-06-30");

const overrides: fc.Arbitrary<Override[]> = fc.array(
  fc.record(
    {
      account: names,
      kind: fc.constantFrom<Override["kind"][]>("exact", "floor", "ceiling", "exclude"),
      tier: tierId,
      until: day,
    },
    { requiredKeys: ["account", "kind", "tier"] },
  ),
  { maxLength: 6 },
);

/** Mostly better than what the ladder will say, so that there is something to hold. */
const tierBefore = fc.oneof(fc.constant("r0"), tierId);
const standing = fc.record({
  ladderTier: fc.option(tierBefore, { freq: 8 }),
  finalTier: fc.option(tierBefore, { freq: 8 }),
  segment: fc.constant(null),
  failures: fc.nat(2),
});
const history: fc.Arbitrary<Review[]> = fc.array(
  fc.record({
    preset: fc.constantFrom("sample", "sample", "sample", "other"),
    date: fc.oneof(fc.constant("2025-12-31"), day),
    entries: fc
      .array(fc.tuple(names, fc.option(standing, { freq: 10 })), { minLength: 20, maxLength: 60, size: "max" })
      .map((entries) => new Map(entries)),
  }),
  { minLength: 1, maxLength: 3 },
);

/** What people have decided, and what reviews have found. */
export interface Known {
  readonly overrides: Override[];
  readonly history: Review[];
}

/** Decisions and reviews about the accounts of rows. */
export function knownOf(rows: readonly StagedRow[]): fc.Arbitrary<Known> {
  const nameOf = (name: string) => (/^\d+$/.test(name) ? (rows[Number(name) % rows.length]?.account ?? "") : name);
  return fc.record({ overrides, history }).map((known) => ({
    overrides: known.overrides.map((each) => ({ ...each, account: nameOf(each.account) })),
    history: known.history.map((review) => ({
      ...review,
      entries: new Map([...review.entries].map(([name, standing]) => [nameOf(name), standing])),
    })),
  }));
}

/** Something to tier, and all that a run is given. */
export interface StagedCase {
  readonly rows: readonly StagedRow[];
  readonly document: Record<string, unknown>;
  readonly options: Known;
}
export function stagedCase(stages: Stages = {}): fc.Arbitrary<StagedCase> {
  return stagedRows.chain((rows) =>
    fc.record({ rows: fc.constant(rows), document: stagedDocument(stages), options: knownOf(rows) }),
  );
}

/** A run of cells under a document. */
export function ran(cells: Cells, document: unknown, options: Partial<RunOptions> = {}): Run {
  const preset = accepted(document);
  return run(tableOf(cells, preset), preset, { asOf: AS_OF, ...options });
}

/** All that is written beside a row: its segment, tier, computed tier and flags. */
export function writtenAt({ segment, tier, computedTier, flags }: Run, row: number): string {
  const words = [segment, tier, computedTier].map((each) => each?.labels[each.codes[row] ?? -1]);
  return [...words, ...flags.map(({ mask }) => mask[row])].join(" / ");
}

export function written(result: Run): string[] {
  return Array.from({ length: result.size }, (_, row) => writtenAt(result, row));
}
