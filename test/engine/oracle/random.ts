import fc from "fast-check";
import { few, joined, maybe, often, optional, pick } from "./choices";
import type { Condition, Document } from "./document";
import { fitted, type Draft } from "./fitting";
import { ALL, FIELDS, MANY, OF_AMOUNTS, plain, ranking, SHARES, withIds, type Ids } from "./randomConditions";
import { measures } from "./randomMeasures";
import { tierIds } from "./randomTable";

/** Parts of a preset that the random ones have. */
interface Parts {
  readonly gates: boolean;
  readonly segments: boolean;
  readonly steadiness: boolean;
  readonly bumps: boolean;
  readonly capacity: boolean;
  readonly flags: boolean;
  readonly rollUp: boolean;
  readonly currency: boolean;
}
const ALL_PARTS: Parts = {
  ...{ gates: true, segments: true, steadiness: true, bumps: true },
  ...{ capacity: true, flags: true, rollUp: true, currency: true },
};

const NO_PARTS: Parts = {
  ...{ gates: false, segments: false, steadiness: false, bumps: false },
  ...{ capacity: false, flags: false, rollUp: false, currency: false },
};

const segmentIds = ["s1", "s2", "s3", "s4", "s5"];

/** Rungs that all cut the same measure in the same way, as people build them. */
function cuts(ids: Ids): fc.Arbitrary<Condition[]> {
  const measure = pick(["value", "value", "income", "total", ...ids.numbers]);
  const way = fc.oneof(
    pick([">=", ">"]).map((operator) => ({ of: OF_AMOUNTS, when: (cut: number) => ({ [operator]: cut }) })),
    joined(
      maybe("crossing", pick(["up", "down", "nearest", "refill", "refill"])),
      maybe("ties", pick(["order", "up", "down"])),
      maybe("outside", fc.constant("compare")),
    ).map((top) => ({ of: SHARES, when: (share: number) => ({ top: { share, ...top } }) })),
    joined(maybe("ties", pick(["strict", "with", "drop"])), maybe("rounding", pick(["ceil", "floor", "nearest"]))).map(
      (top) => ({ of: SHARES, when: (percent: number) => ({ top: { percent, ...top } }) }),
    ),
    maybe("ties", pick(["strict", "with", "drop"])).map((top) => ({
      of: [1, 2, 3, 5, 8],
      when: (count: number) => ({ top: { count, ...top } }),
    })),
  );
  return fc
    .tuple(measure, way)
    .chain(([id, { of, when }]) =>
      fc
        .uniqueArray(pick(of), { minLength: 1, maxLength: 4 })
        .map((all) => all.map((cut) => ({ measure: id, ...when(cut) }) as unknown as Condition)),
    );
}

/** Rungs for the segments that are named, as most presets with segments have them. */
const bySegment: fc.Arbitrary<Condition[]> = fc.array(
  fc.uniqueArray(pick(segmentIds), { minLength: 1, maxLength: 2 }).map((is): Condition => ({ measure: "segment", is })),
  { minLength: 1, maxLength: 3 },
);

function ladder(ids: Ids, names: readonly string[], label: string): fc.Arbitrary<object> {
  const whens = fc.oneof(
    fc.array(ranking(ids), { maxLength: names.length - 1 }),
    cuts(ids),
    ids.texts.includes("segment") ? bySegment : cuts(ids),
  );
  return joined(
    fc.oneof(
      { weight: 2, arbitrary: fc.constant({}) },
      plain(ids, 1).map((among) => ({ among })),
    ),
    fc.oneof(
      { weight: 3, arbitrary: fc.constant({}) },
      pick(["region", "owner"]).map((within) => ({ within })),
    ),
    maybe("tieBreak", fc.uniqueArray(pick(["seats", "before", "since", "scaled"]), { maxLength: 2 })),
    whens.map((all) => ({
      rungs: [...all, undefined].map((when, i) => ({
        ...{ id: names[i] ?? "", label: `${label} ${i + 1}` },
        ...(when && { when }),
      })),
    })),
  );
}

const capacity: fc.Arbitrary<object> = joined(
  fc.oneof(
    { weight: 3, arbitrary: pick([0, 1, 2, 2, 3, 4, 5, 6, 10]).map((max) => ({ max })) },
    {
      weight: 1,
      arbitrary: joined(
        fc.integer({ min: 0, max: 3 }).map((perOwner) => ({ perOwner })),
        maybe("owners", pick<string | number>(["region", "owner", 0, 2])),
      ),
    },
    { weight: 1, arbitrary: fc.constant({}) },
  ),
  maybe("per", pick(["all", "region", "owner"])),
  maybe("min", fc.constant(0)),
  fc.record({ rankBy: pick(["value", "value", "income", "seats", "score", "since"]) }),
  fc.oneof(
    { weight: 1, arbitrary: fc.constant({}) },
    { weight: 4, arbitrary: pick([0, 0.1, 0.2, 0.34, 0.5, 0.5, 1]).map((incumbentBuffer) => ({ incumbentBuffer })) },
  ),
);

const fraction = pick([0, 0.03, 0.1, 0.1, 0.2, 0.25, 0.5, 0.5, 1]);

function draft(parts: Parts): fc.Arbitrary<Draft> {
  const none = fc.constant(null);
  const numberCombine = optional(pick(["sum", "max", "min", "mean", "first", "count"]));
  const dateCombine = optional(pick(["min", "max", "first"]));
  const late = parts.segments ? withIds(ALL, "segment", "segment") : ALL;
  return fc.record({
    measures,
    many: fc.subarray(MANY),
    combines: fc.record({
      ...Object.fromEntries(FIELDS.numbers.map((id) => [id, numberCombine])),
      ...Object.fromEntries(FIELDS.dates.map((id) => [id, dateCombine])),
      active: optional(pick(["max", "min", "first"])),
    }),
    gates: parts.gates
      ? few(
          fc.record({
            when: fc.oneof(
              plain(ALL, 1),
              plain(ALL, 1).map((not): Condition => ({ not })),
            ),
            exclude: optional(pick(["Not ICP", "Review", "Excluded"])),
            maxTier: fc.nat(4),
          }),
        )
      : fc.constant([]),
    segments: parts.segments ? optional(ladder(ALL, segmentIds, "Segment")) : none,
    tiers: ladder(late, tierIds, "Tier"),
    capacities: parts.capacity ? fc.array(often(capacity), { minLength: 5, maxLength: 5 }) : fc.constant([]),
    steadiness: parts.steadiness
      ? often(
          joined(
            fc
              .oneof(
                fraction,
                fraction.map((points) => ({ points })),
              )
              .map((band) => ({ band })),
            maybe("reviews", pick([1, 2, 2, 3])),
            fc.oneof(
              { weight: 2, arbitrary: fc.constant({}) },
              pick([1, 2]).map((maxStep) => ({ maxStep })),
            ),
          ),
        )
      : none,
    bumps: parts.bumps
      ? optional(
          joined(
            maybe("maxUp", fc.nat(3)),
            maybe("maxDown", fc.nat(3)),
            maybe("budget", fc.nat(6)),
            fc
              .array(fc.record({ when: ranking(late), move: fc.integer({ min: -3, max: 3 }) }), { maxLength: 3 })
              .map((rules) => ({ rules })),
          ),
        )
      : none,
    flags: parts.flags ? fc.array(ranking(withIds(late, "tier", "tier")), { maxLength: 2 }) : fc.constant([]),
    rollUp: parts.rollUp ? fc.boolean() : fc.constant(false),
    currency: parts.currency
      ? optional(
          fc.record({
            rates: pick([{ USD: 0.5 }, { USD: 2, EUR: 1 }, { usd: 1.25 }]),
            of: fc.subarray(["income", "expected", "before"], { minLength: 1 }),
          }),
        )
      : none,
  }) as unknown as fc.Arbitrary<Draft>;
}

/** Presets that the gate should accept, as JSON documents. */
function preset(parts: Parts): fc.Arbitrary<Document> {
  return draft(parts).map(fitted);
}

/** Presets of every kind. Half of them have few parts, as one part can hide what another does. */
export const anyPreset: fc.Arbitrary<Document> = fc.oneof(
  { weight: 3, arbitrary: preset(ALL_PARTS) },
  { weight: 1, arbitrary: preset(NO_PARTS) },
  { weight: 1, arbitrary: preset({ ...NO_PARTS, segments: true, flags: true }) },
  { weight: 1, arbitrary: preset({ ...NO_PARTS, segments: true, steadiness: true }) },
  { weight: 1, arbitrary: preset({ ...NO_PARTS, steadiness: true }) },
  { weight: 1, arbitrary: preset({ ...NO_PARTS, bumps: true }) },
  { weight: 1, arbitrary: preset({ ...NO_PARTS, capacity: true }) },
  { weight: 1, arbitrary: preset({ ...NO_PARTS, bumps: true, capacity: true }) },
);
