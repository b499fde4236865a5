import fc from "fast-check";
import type { Condition, Document, Measure, Rung } from "./document";
import { AMOUNTS, COLUMNS, tierIds } from "./randomTable";

/** Parts of a preset that the random ones have. */
export interface Parts {
  readonly gates: boolean;
  readonly segments: boolean;
  readonly steadiness: boolean;
  readonly bumps: boolean;
  readonly capacity: boolean;
  readonly flags: boolean;
  readonly rollUp: boolean;
  readonly currency: boolean;
}
export const ALL_PARTS: Parts = {
  ...{ gates: true, segments: true, steadiness: true, bumps: true },
  ...{ capacity: true, flags: true, rollUp: true, currency: true },
};

export const NO_PARTS: Parts = {
  ...{ gates: false, segments: false, steadiness: false, bumps: false },
  ...{ capacity: false, flags: false, rollUp: false, currency: false },
};

/** What conditions at some place may ask about. */
interface Ids {
  readonly numbers: readonly string[];
  readonly dates: readonly string[];
  readonly texts: readonly string[];
  readonly booleans: readonly string[];
}

const FIELDS: Ids = {
  numbers: ["income", "expected", "before", "seats"],
  dates: ["since", "last"],
  texts: ["account", "parent", "owner", "region"],
  booleans: ["active"],
};
const PERIODS = ["spring", "summer", "autumn", "winter"];
/** Made of fields alone, of those, and of those again: nothing can go round in a circle. */
const FIRST: Ids = {
  numbers: [...FIELDS.numbers, "total", "known", "growth", "age", "rhythm", "rows", "kinds", "filled", "points"],
  dates: [...FIELDS.dates, "sinceToo"],
  texts: [...FIELDS.texts, "life", "place"],
  booleans: [...FIELDS.booleans, "activeToo"],
};
const SECOND: Ids = {
  ...FIRST,
  numbers: [...FIRST.numbers, "potential", "band", "quantile", "scaled", "copy"],
  texts: [...FIRST.texts, "potential.basis"],
};
const ALL: Ids = {
  ...SECOND,
  numbers: [...SECOND.numbers, "score", "score.completeness", "extra", "value", "value", "value"],
};

/** Cuts that values stand on exactly; for measures that are the fruit of divisions and roots, between their values. */
const CUTS: Readonly<Record<string, readonly number[]>> = {
  growth: [-0.5, 0, 0.123, 0.5, 1],
  rhythm: [0.1234, 0.5678, 1.1],
  age: [0, 1, 364, 365, 1000],
  rows: [1, 2, 3],
  kinds: [0, 1, 2],
  filled: [0, 1, 2, 3],
  points: [-5, 0, 5, 10, 12.5],
  band: [0, 10, 20],
  quantile: [1, 2, 3, 4],
  scaled: [-0.987, 0.123, 12.34, 33.21, 50.17, 77.77],
  score: [0.1234, 5.4321, 12.3456, 33.2109],
  "score.completeness": [0.25, 0.5, 0.6],
  extra: [0, 0.1, 0.3, 7],
};
const OF_AMOUNTS = [...AMOUNTS, 0.1, 4, 7.5, 11];
const OF_DATES = [45351, 45983, 46347, 46348];
const WORDS: Readonly<Record<string, readonly string[]>> = {
  account: ["acme", "Bolt", "cyan", "strasse", "οδοσ"],
  parent: ["acme", "Bolt", "cyan", "constructor"],
  owner: ["ann", "BOB", "zoe"],
  region: ["north", "SOUTH", "east", "7", "TRUE", "__proto__", "straße"],
  place: ["north", "south"],
  life: ["prospect", "new", "lapsed", "established"],
  "potential.basis": ["history", "expected"],
  active: ["yes", "no", "TRUE", "0", "maybe"],
  activeToo: ["yes", "n"],
  segment: ["s1", "s2", "s3"],
  tier: ["t1", "t2", "t3"],
};
const PIECES = ["n", "no", "ort", "a", "s", "1", "__", "ß"];

const pick = <T>(of: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...of);
const some = <T>(of: readonly T[]): fc.Arbitrary<T[]> => fc.uniqueArray(pick(of), { minLength: 1, maxLength: 3 });
/** Absent as often as not: what has a default is tried with it. */
const maybe = <T>(key: string, of: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc.option(of).map((value): Record<string, T> => (value === null ? {} : { [key]: value }));
const joined = (...parts: fc.Arbitrary<object>[]): fc.Arbitrary<object> =>
  fc.tuple(...parts).map((all) => Object.assign({}, ...all) as object);
const often = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of, { freq: 6 });
const optional = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of);

const operators = [">=", ">", "<=", "<", "=", "!="] as const;

function comparison(numbers: readonly string[]): fc.Arbitrary<Condition> {
  return pick(numbers).chain((measure) => {
    const cut = pick(CUTS[measure] ?? OF_AMOUNTS);
    return fc.tuple(pick([...operators, ">=", ">=", ">"]), cut).map(([operator, at]) => ({ measure, [operator]: at }));
  });
}

function leaf({ numbers, dates, texts, booleans }: Ids): fc.Arbitrary<Condition> {
  const words = (measure: string) => pick(WORDS[measure] ?? ["x"]);
  const wordsOf = (measure: string) => fc.uniqueArray(words(measure), { minLength: 1, maxLength: 3 });
  const anything = [...numbers, ...dates, ...texts, ...booleans];
  return fc.oneof(
    { weight: 8, arbitrary: comparison(numbers) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(pick(numbers), fc.uniqueArray(pick([...OF_AMOUNTS, -0.5, 50.17]), { minLength: 2, maxLength: 2 }))
        .map(([measure, bounds]): Condition => {
          const [from = 0, under = 1] = bounds.sort((a, b) => a - b);
          return { measure, between: [from, under] };
        }),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(pick(dates), pick(operators), pick(OF_DATES))
        .map(([measure, operator, cut]) => ({ measure, [operator]: cut })),
    },
    {
      weight: 6,
      arbitrary: pick([...texts, ...texts, ...booleans]).chain((measure) =>
        wordsOf(measure).map((is): Condition => ({ measure, is })),
      ),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(pick(texts), some(PIECES)).map(([measure, contains]): Condition => ({ measure, contains })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(pick(texts), some(PIECES))
        .map(([measure, startsWith]): Condition => ({ measure, startsWith })),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(pick(anything), fc.boolean()).map(([measure, blank]): Condition => ({ measure, blank })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(pick(anything), fc.boolean())
        .map(([measure, unreadable]): Condition => ({ measure, unreadable })),
    },
  );
}

function nested(one: fc.Arbitrary<Condition>, depth: number): fc.Arbitrary<Condition> {
  if (depth === 0) return one;
  const part = nested(one, depth - 1);
  const parts = fc.array(part, { minLength: 1, maxLength: 3 });
  return fc.oneof(
    { weight: 8, arbitrary: one },
    { weight: 2, arbitrary: parts.map((all): Condition => ({ all })) },
    { weight: 2, arbitrary: parts.map((any): Condition => ({ any })) },
    { weight: 1, arbitrary: part.map((not): Condition => ({ not })) },
  );
}

const SHARES = [0, 0.1, 0.2, 0.3, 0.333, 0.5, 0.7, 0.8, 0.9, 1];

function top(numbers: readonly string[], among: fc.Arbitrary<Condition>): fc.Arbitrary<Condition> {
  const population = joined(
    fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: among.map((one) => ({ among: one })) }),
    fc.oneof(
      { weight: 4, arbitrary: fc.constant({}) },
      { weight: 1, arbitrary: pick(["region", "owner", "place", "active"]).map((within) => ({ within })) },
    ),
  );
  const ranked = joined(
    population,
    maybe("order", pick(["desc", "asc"])),
    maybe("ties", pick(["strict", "with", "drop"])),
  );
  const share = joined(
    pick(SHARES).map((one) => ({ share: one })),
    maybe("crossing", pick(["up", "down", "nearest", "refill", "refill"])),
    maybe("ties", pick(["order", "up", "down"])),
    maybe("outside", pick(["no", "compare"])),
    population,
  );
  const percent = joined(
    pick(SHARES).map((one) => ({ percent: one })),
    maybe("rounding", pick(["ceil", "floor", "nearest"])),
    ranked,
  );
  const count = joined(
    fc.integer({ min: 0, max: 12 }).map((one) => ({ count: one })),
    ranked,
  );
  const what = fc.oneof({ weight: 3, arbitrary: share }, percent, count);
  return fc
    .tuple(pick(numbers), what)
    .map(([measure, one]): Condition => ({ measure, top: one }) as unknown as Condition);
}

/** Conditions of gates and measures, which rank nobody. */
const plain = (ids: Ids, depth: number): fc.Arbitrary<Condition> => nested(leaf(ids), depth);

/** Conditions of rungs, bumps and flags. */
function ranking(ids: Ids): fc.Arbitrary<Condition> {
  const among = plain(ids, 1);
  return nested(fc.oneof({ weight: 3, arbitrary: leaf(ids) }, { weight: 2, arbitrary: top(ids.numbers, among) }), 2);
}

const withIds = (ids: Ids, ...texts: string[]): Ids => ({ ...ids, texts: [...ids.texts, ...texts] });

const weight = pick([1, 2, 3, 5, 25, 0.5, 0.2, 0]);
/** Of what doubles hold exactly: quantiles of these are then exact as well. Tenths are added up elsewhere. */
const add = pick([5, 10, 2.5, -5, 0.25, 100]);

const measures: fc.Arbitrary<Measure[]> = fc
  .tuple(
    joined(
      fc.constant({ id: "total", type: "sum" }),
      some(["income", "expected", "before", "seats"]).map((of) => ({ of })),
    ),
    fc
      .uniqueArray(pick(FIELDS.numbers), { minLength: 2, maxLength: 4 })
      .map((of) => ({ id: "known", type: "firstOf", of })),
    joined(
      fc.constant({ id: "growth", type: "change" }),
      fc.record({ current: pick(FIELDS.numbers), previous: pick(FIELDS.numbers) }),
      maybe("minBase", pick([0, 2, 10])),
    ),
    fc.constant({ id: "age", type: "daysSince", of: "since" }),
    joined(
      fc.constant({ id: "rhythm", type: "variation" }),
      fc.subarray(PERIODS, { minLength: 3 }).map((of) => ({ of })),
    ),
    fc.constant({ id: "rows", type: "count" }),
    pick(["region", "owner", "seats", "since", "active", "account"]).map((distinct) => ({
      ...{ id: "kinds", type: "count" },
      distinct,
    })),
    joined(
      fc.constant({ id: "filled", type: "filled" }),
      some([...FIELDS.numbers, ...FIELDS.texts, "since", "active", "age"]).map((of) => ({ of })),
    ),
    fc
      .array(fc.record({ when: plain(FIELDS, 1), add }), { minLength: 1, maxLength: 3 })
      .map((adds) => ({ id: "points", type: "points", add: adds })),
    fc.constant({ id: "sinceToo", type: "field", of: "since" }),
    joined(
      fc.constant({ id: "life", type: "lifecycle", firstPurchase: "since" }),
      maybe("newMonths", pick([0, 1, 6, 12])),
      fc.oneof(fc.constant({}), joined(fc.constant({ lastPurchase: "last" }), maybe("lapsedMonths", pick([1, 12])))),
    ),
    pick(["region", "owner"]).map((of) => ({ id: "place", type: "field", of })),
    fc.constant({ id: "activeToo", type: "field", of: "active" }),
    pick(["income", "total", "before", "known"]).map((history) => ({
      ...{ id: "potential", type: "expectedWhenNew", expected: "expected", lifecycle: "life" },
      history,
    })),
    fc
      .tuple(
        pick(FIRST.numbers),
        fc.uniqueArray(pick([0, 1, 2, 10, 50, -5, 0.5]), { minLength: 1, maxLength: 4 }),
        pick([0, 10, 20]),
      )
      .map(([of, froms, high]) => ({
        ...{ id: "band", type: "bands", of },
        bands: froms.map((from, i) => ({ from, points: i === 0 ? high : 10 * i })),
      })),
    joined(
      fc.constant({ id: "quantile", type: "quantileScore" }),
      pick(FIRST.numbers).map((of) => ({ of })),
      maybe("k", pick([2, 3, 4, 5, 10])),
      maybe("direction", pick(["higher", "lower"])),
      maybe("offset", pick([0, 1, -0.5])),
      fc.oneof(
        { weight: 2, arbitrary: fc.constant({}) },
        plain(FIRST, 1).map((among) => ({ among })),
      ),
    ),
    fc.oneof(
      { weight: 3, arbitrary: scaleAmong() },
      joined(
        fc.constant({ id: "scaled", type: "scale", method: "range" }),
        pick(FIRST.numbers).map((of) => ({ of })),
        pick([
          [0, 100],
          [1, 10],
          [-5, 50],
        ]).map((range) => ({ range })),
        maybe("to", pick([1, 10])),
      ),
    ),
    pick(FIRST.numbers).map((of) => ({ id: "copy", type: "field", of })),
    joined(
      fc.constant({ id: "score", type: "weighted" }),
      fc
        .uniqueArray(fc.record({ of: pick(SECOND.numbers), weight }), {
          minLength: 1,
          maxLength: 4,
          selector: ({ of }) => of,
        })
        .map((parts) => ({
          parts: parts.some((part) => part.weight > 0) ? parts : parts.map((part) => ({ ...part, weight: 1 })),
        })),
      maybe("missing", pick(["renormalise", "zero", "neutral"])),
      maybe("neutral", pick([0, 10, 50])),
      maybe("minCompleteness", pick([0, 0.25, 0.5, 0.6, 1])),
    ),
    fc
      .array(fc.record({ when: plain(SECOND, 1), add: pick([0, 7, 0.1, 0.1]) }), { minLength: 1, maxLength: 4 })
      .map((adds) => ({ id: "extra", type: "points", add: adds })),
    fc
      .oneof(
        { weight: 1, arbitrary: pick(["income", "total"]) },
        { weight: 2, arbitrary: pick([...SECOND.numbers, "score", "score.completeness", "extra"]) },
      )
      .map((of) => ({ id: "value", type: "field", of })),
  )
  .map((all) => all as unknown as Measure[]);

function scaleAmong(): fc.Arbitrary<object> {
  return joined(
    fc.constant({ id: "scaled", type: "scale" }),
    fc.record({ of: pick(FIRST.numbers), method: pick(["minMax", "percentRank", "z"]) }),
    maybe("to", pick([1, 10])),
    fc.oneof(
      { weight: 2, arbitrary: fc.constant({}) },
      pick([0.05, 0.25, 0.4]).map((winsorise) => ({ winsorise })),
    ),
    fc.oneof(
      { weight: 2, arbitrary: fc.constant({}) },
      plain(FIRST, 1).map((among) => ({ among })),
    ),
  );
}

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

function ladder(ids: Ids, names: readonly string[], label: string): fc.Arbitrary<object> {
  const whens = fc.oneof(fc.array(ranking(ids), { maxLength: names.length - 1 }), cuts(ids), cuts(ids));
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

const fraction = pick([0, 0.03, 0.1, 0.25, 0.5, 1]);

/** The pieces of a preset, before they are made to fit each other. */
interface Draft {
  readonly measures: readonly Measure[];
  readonly many: boolean;
  readonly combines: Readonly<Record<string, string | null>>;
  readonly gates: readonly { when: Condition; exclude: string | null; maxTier: number }[];
  readonly segments: Ladderlike | null;
  readonly tiers: Ladderlike;
  readonly capacities: readonly (object | null)[];
  readonly steadiness: object | null;
  readonly bumps: { rules: readonly { when: Condition; move: number }[] } | null;
  readonly flags: readonly Condition[];
  readonly rollUp: boolean;
  readonly currency: { rates: Record<string, number>; of: string[] } | null;
}
interface Ladderlike {
  readonly among?: Condition;
  readonly rungs: readonly Rung[];
}

function draft(parts: Parts): fc.Arbitrary<Draft> {
  const none = fc.constant(null);
  const numberCombine = optional(pick(["sum", "max", "min", "mean", "first", "count"]));
  const dateCombine = optional(pick(["min", "max", "first"]));
  const late = parts.segments ? withIds(ALL, "segment", "segment") : ALL;
  return fc.record({
    measures,
    many: fc.boolean(),
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

/** None as often as some: one condition that turns everybody away hides all that comes after it. */
const few = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.oneof(fc.constant<T[]>([]), fc.array(of, { minLength: 1, maxLength: 2 }));

export const PRESET_ID = "random";

/** Presets that the gate should accept, as JSON documents. */
export function preset(parts: Parts): fc.Arbitrary<Document> {
  return draft(parts).map(fitted);
}

/** Presets of every kind. Half of them have few parts, as one part can hide what another does. */
export const anyPreset: fc.Arbitrary<Document> = fc.oneof(
  { weight: 3, arbitrary: preset(ALL_PARTS) },
  { weight: 1, arbitrary: preset(NO_PARTS) },
  { weight: 1, arbitrary: preset({ ...NO_PARTS, segments: true, flags: true }) },
  { weight: 1, arbitrary: preset({ ...NO_PARTS, segments: true, steadiness: true }) },
  { weight: 1, arbitrary: preset({ ...NO_PARTS, steadiness: true }) },
  { weight: 1, arbitrary: preset({ ...NO_PARTS, capacity: true }) },
  { weight: 1, arbitrary: preset({ ...NO_PARTS, bumps: true, capacity: true }) },
);

function fitted(raw: Draft): Document {
  const {
    measures: every,
    gates,
    segments,
    tiers,
    steadiness,
    bumps,
    flags,
    currency,
  } = JSON.parse(
    JSON.stringify(raw), // a part may be one object in several places
  ) as Draft;
  const last = tiers.rungs.length - 1;
  loosen(tiers.rungs);
  if (segments) loosen(segments.rungs);
  const document = {
    ...{ format: 1, id: PRESET_ID, name: "Random" },
    measures: every,
    rollUp: raw.rollUp ? { by: "parent" } : null,
    currency: currency ? { field: "currency", base: "EUR", ...currency } : null,
    gates: gates.map((gate, i) => ({
      id: `g${i + 1}`,
      when: gate.when,
      else: gate.exclude === null ? { maxTier: tierIds[Math.min(gate.maxTier, last)] } : { exclude: gate.exclude },
    })),
    ...(segments && { segments }),
    tiers: {
      ...tiers,
      rungs: tiers.rungs.map((rung, i) => ({ ...rung, ...seatsFor(raw.capacities[i] ?? null, i === last) })),
    },
    steadiness,
    bumps: bumps && {
      ...bumps,
      rules: bumps.rules.map((rule, i) => ({ id: `b${i + 1}`, ...rule, reason: "Known to be so" })),
    },
    flags: flags.map((when, i) => ({ id: `f${i + 1}`, label: `Flag ${i + 1}`, when })),
  };
  const named = withLadderIds(document, segments?.rungs.length ?? 0, tiers.rungs.length) as typeof document;
  return pruned(named as unknown as Document, raw);
}

/** The last tier takes everybody. */
function seatsFor(one: object | null, isLast: boolean): object {
  if (!one) return {};
  const { max: _max, perOwner: _perOwner, owners: _owners, ...rest } = one as Record<string, unknown>;
  return { capacity: isLast ? rest : one };
}

/** Names only rungs that are there; where there are no segments, nothing asks about them. */
function withLadderIds(part: unknown, segments: number, tiers: number): unknown {
  if (Array.isArray(part)) return part.map((one) => withLadderIds(one, segments, tiers));
  if (typeof part !== "object" || part === null) return part;
  const copy = Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, withLadderIds(value, segments, tiers)]),
  );
  const { measure, is } = copy as { measure?: string; is?: string[] };
  if (measure === "segment" && segments === 0) return { ...copy, measure: "place" };
  if (measure !== "segment" && measure !== "tier") return copy;
  const most = measure === "segment" ? segments : tiers;
  return is ? { ...copy, is: [...new Set(is.map((id) => id[0] + String(Math.min(most, Number(id.slice(1))))))] } : copy;
}

/** Cuts that rise from rung to rung, and comparisons that let more through further down, as the gate asks for. */
function loosen(rungs: readonly Rung[]): void {
  type Mutable = { measure: string; top?: Record<string, number> } & Record<string, number>;
  const groups = new Map<string, { set: (cut: number) => void; cut: number }[]>();
  const add = (group: string, on: Record<string, number>, key: string): void => {
    const known = groups.get(group) ?? [];
    groups.set(group, [...known, { cut: on[key] ?? 0, set: (cut) => (on[key] = cut) }]);
  };
  const walk = (condition: Condition): void => {
    if ("all" in condition) condition.all.forEach(walk);
    else if ("any" in condition) condition.any.forEach(walk);
    else if ("not" in condition) walk(condition.not);
    else if ("top" in condition) {
      const { measure, top: what } = condition as unknown as Mutable;
      const kind = ["share", "percent", "count"].find((key) => what && key in what);
      if (what && kind !== undefined) add(`${measure} ${kind}`, what, kind);
    }
  };
  for (const { when } of rungs) {
    if (!when) continue;
    walk(when);
    const condition = when as unknown as Mutable;
    const operator = [">=", ">", "<=", "<"].find((key) => key in condition);
    if (operator !== undefined) add(`${condition.measure} ${operator[0]}`, condition, operator);
  }
  for (const [group, cuts] of groups) {
    const kind = group.split(" ").at(-1) ?? "";
    const sorted = cuts.map(({ cut }) => cut).sort((a, b) => (kind === ">" ? b - a : a - b));
    const step = kind === ">" ? -1 : kind === "<" || kind === "count" ? 1 : 0.01;
    for (let i = 1; i < sorted.length; i++) {
      const before = sorted[i - 1] ?? 0;
      const isBeyond = step > 0 ? (sorted[i] ?? 0) > before : (sorted[i] ?? 0) < before;
      if (!isBeyond) sorted[i] = Math.round((before + step) * 1e6) / 1e6;
    }
    if (step === 0.01) {
      let most = 1;
      for (let i = sorted.length - 1; i >= 0; i--) {
        sorted[i] = Math.min(most, sorted[i] ?? 0);
        most = Math.round(((sorted[i] ?? 0) - 0.01) * 1e6) / 1e6;
      }
    }
    cuts.forEach(({ set }, i) => set(sorted[i] ?? 0));
  }
}

/** Without what nothing reads, so that a counterexample shows only what it is about. */
function pruned(document: Document, raw: Draft): Document {
  const { measures: every = [], fields: _fields, ...rest } = document;
  const wanted = new Set(["account", "value"]);
  const seen = new Set<string>();
  const note = (part: unknown): void => {
    if (typeof part === "string") wanted.add(part.replace(/\.(completeness|basis)$/, ""));
    else if (Array.isArray(part)) part.forEach(note);
    else if (typeof part === "object" && part !== null) Object.values(part).forEach(note);
  };
  note(rest);
  for (let before = -1; before < seen.size;) {
    before = seen.size;
    for (const measure of every) {
      if (!wanted.has(measure.id) || seen.has(measure.id)) continue;
      seen.add(measure.id);
      note(measure);
    }
  }
  const needsOwner = document.tiers.rungs.some(({ capacity: one }) => one?.perOwner !== undefined);
  if (needsOwner) wanted.add("owner");
  const fields = Object.entries(COLUMNS).filter(([id]) => wanted.has(id));
  return {
    ...rest,
    fields: Object.fromEntries(fields.map(([id, headers]) => [id, fieldOf(id, headers, raw)])),
    measures: every.filter(({ id }) => seen.has(id)),
  };
}

function fieldOf(id: string, headers: readonly string[], { many, combines }: Draft): Document["fields"][string] {
  const isDate = FIELDS.dates.includes(id);
  const type =
    FIELDS.texts.includes(id) || id === "currency" ? "text" : isDate ? "date" : id === "active" ? "boolean" : "number";
  const combine = combines[id];
  const field = {
    ...{ type, headers: id === "income" && !many ? headers.slice(0, 1) : headers },
    ...(id === "account" && { required: true }),
    ...(id === "income" && many && { many }),
    ...(typeof combine === "string" && { combine }),
  };
  return field as Document["fields"][string];
}
