import fc from "fast-check";
import { joined, maybe, pick, some } from "./choices";
import type { Condition } from "./document";
import { AMOUNTS } from "./randomTable";

/** What conditions at some place may ask about. */
export interface Ids {
  readonly numbers: readonly string[];
  readonly dates: readonly string[];
  readonly texts: readonly string[];
  readonly booleans: readonly string[];
}

export const FIELDS: Ids = {
  numbers: ["income", "expected", "before", "seats"],
  dates: ["since", "last"],
  texts: ["account", "parent", "owner", "region"],
  booleans: ["active"],
};
export const MANY = ["income", "owner"];
export const PERIODS = ["spring", "summer", "autumn", "winter"];
/** Made of fields alone, of those, and of those again: nothing can go round in a circle. */
export const FIRST: Ids = {
  numbers: [...FIELDS.numbers, "total", "known", "growth", "age", "rhythm", "rows", "kinds", "filled", "points"],
  dates: [...FIELDS.dates, "sinceToo"],
  texts: [...FIELDS.texts, "life", "place"],
  booleans: [...FIELDS.booleans, "activeToo"],
};
export const SECOND: Ids = {
  ...FIRST,
  numbers: [...FIRST.numbers, "potential", "band", "quantile", "scaled", "copy"],
  texts: [...FIRST.texts, "potential.basis"],
};
export const ALL: Ids = {
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
export const OF_AMOUNTS = [...AMOUNTS, 0.1, 4, 7.5, 11];
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

export const SHARES = [0, 0.1, 0.2, 0.3, 0.333, 0.5, 0.7, 0.8, 0.9, 1];

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
export const plain = (ids: Ids, depth: number): fc.Arbitrary<Condition> => nested(leaf(ids), depth);

/** Conditions of rungs, bumps and flags. */
export function ranking(ids: Ids): fc.Arbitrary<Condition> {
  const among = plain(ids, 1);
  return nested(fc.oneof({ weight: 3, arbitrary: leaf(ids) }, { weight: 2, arbitrary: top(ids.numbers, among) }), 2);
}

export const withIds = (ids: Ids, ...texts: string[]): Ids => ({ ...ids, texts: [...ids.texts, ...texts] });
