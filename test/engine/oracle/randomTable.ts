import fc from "fast-check";
import { fold, readCell, type RawCell } from "./cells";
import type { Document, Override, Review, Standing } from "./document";

/**
 * Every field that a random preset may have, and the columns it is read from; the second one only where it takes many.
 *
 * Other tests look for headers, and for totals: here headers are those of the fields, in the first row, and no row can
 * be taken for a total. Cells have one meaning only. Left out are text numbers that depend on signs or have powers of
 * ten (`1.234,50`, `1e3`), written months and dates whose day can be no month (`25/12/2025`), serial numbers before
 * March 1900 and after 9999, and doubles so small that they have fewer digits (5e-324).
 */
export const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  account: ["Account"],
  parent: ["Parent"],
  owner: ["Owner", "Deputy"],
  region: ["Region"],
  currency: ["Currency"],
  income: ["Income", "Extra"],
  expected: ["Expected"],
  before: ["Before"],
  seats: ["Seats"],
  spring: ["Spring"],
  summer: ["Summer"],
  autumn: ["Autumn"],
  winter: ["Winter"],
  since: ["Since"],
  last: ["Recent"],
  active: ["Active"],
};

/** Accounts by the row that they stand in, where each row is one of its own. */
const NAMES = [
  ...["Acme", "Bolt", "Cyan", "Dune", "Echo", "Fern", "Gale", "Hill", "ΟΔΟΣ", "Straße", "__proto__", "😀", "\uE000"],
  ...["constructor", "Acme B", "Jade", "Kilo", "Lima", "Mike", "Nora", "Oslo", "Pico", "Quay", "Rhea", "Suva"],
];
/** Few names in many spellings, so that rows meet in one account. */
const SPELLINGS = [
  ...["Acme", "acme ", "ＡＣＭＥ", "Bolt", "Cyan", "Dune", "Echo", "Fern", "οδος", "STRASSE", "__PROTO__"],
  ...["Acme", "Bolt", "Cyan", "Dune", "Echo", "toString", 42, true],
];
const NO_NAMES = ["", " ", "\u00A0", "n/a", "Select", "#N/A"];
const REGIONS = [
  "North",
  "north ",
  "South",
  "East",
  "",
  "n/a",
  "ＮＯＲＴＨ",
  "__proto__",
  7,
  true,
  "Straße",
  "North East",
];
const OWNERS = ["Ann", "ann", "Bob", "Cyd", "", "-"];
const MONIES = ["EUR", "USD", "usd ", "CHF", "", "n/a"];
const DAYS = [
  ...["2020-01-31", "2024-02-28", "2024-02-29", "2025-02-28", "2025-11-21", "2025-11-22", "2025-11-23"],
  ...["2026-05-31", "2026-11-21", "2026-11-22", "2026-11-23"],
];
const SERIALS = [43861, 45351, 45716, 45982, 45983, 45984, 46173, 46347, 46348, 46348.75, 46349];
export const AMOUNTS = [0, 1, 2, 3, 5, 9, 10, 11, 18, 20, 45, 50, 90, 95, 100, 200, 0.25, 2.5, -5, -100];
/** Text numbers of which nobody can think two things under English signs. */
const TEXT_AMOUNTS = ["$1,234.50", "(50)", "30%", "100 ", "\u00A05", "1,000", "-20", "€ 10", "2.5"];
const NO_AMOUNTS = ["", "", "n/a", "-", "abc", "#N/A", "#DIV/0!", true, false];
const HOSTILE_AMOUNTS = [1e100, -1e100, 1.1e100, 1e-300, -0, 1e15, 0.1, 0.2, 0.3, 0.7];

const cell = (...pools: readonly { weight: number; of: readonly RawCell[] }[]): fc.Arbitrary<RawCell> =>
  fc.oneof(...pools.map(({ weight, of }) => ({ weight, arbitrary: fc.constantFrom(...of) })));

const amount = cell(
  { weight: 60, of: AMOUNTS },
  { weight: 8, of: NO_AMOUNTS },
  { weight: 3, of: TEXT_AMOUNTS },
  { weight: 1, of: HOSTILE_AMOUNTS },
);
/** Odd enough that no two accounts have the same variation by chance: roots are not for exact fractions. */
const period = fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: 997 }) }, amount);
const date = cell(
  { weight: 20, of: SERIALS },
  { weight: 6, of: DAYS },
  { weight: 4, of: ["", "n/a", "abc", "#N/A", "03/04/2025", true, -5] },
);

const CELLS: Readonly<Record<string, fc.Arbitrary<RawCell>>> = {
  Account: cell({ weight: 24, of: SPELLINGS }, { weight: 1, of: NO_NAMES }),
  Parent: cell({ weight: 3, of: [""] }, { weight: 3, of: SPELLINGS }, { weight: 1, of: NO_NAMES }),
  Owner: cell({ weight: 1, of: OWNERS }),
  Deputy: cell({ weight: 1, of: [...OWNERS, "#N/A"] }),
  Region: cell({ weight: 1, of: REGIONS }),
  Currency: cell({ weight: 1, of: MONIES }),
  ...{ Spring: period, Summer: period, Autumn: period, Winter: period },
  Since: date,
  Recent: date,
  Active: cell({ weight: 1, of: [true, false, "yes", "NO", "y", "0", 1, 0, "", "n/a", "maybe", 2] }),
};

const HEADERS = Object.values(COLUMNS).flat();
const row = fc.record(Object.fromEntries(HEADERS.map((header) => [header, CELLS[header] ?? amount])));
const blankRow = fc.constant(Object.fromEntries(HEADERS.map((header): [string, RawCell] => [header, ""])));

export interface Raw {
  /** Every row that names an account names another one. */
  readonly isUnique: boolean;
  readonly rows: readonly Readonly<Record<string, RawCell>>[];
  /** Columns that the sheet does not have. */
  readonly without: readonly string[];
}

export const raw: fc.Arbitrary<Raw> = fc.record({
  isUnique: fc.boolean(),
  rows: fc.array(fc.oneof({ weight: 30, arbitrary: row }, { weight: 1, arbitrary: blankRow }), {
    minLength: 1,
    maxLength: 25,
    size: "max",
  }),
  without: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    {
      weight: 1,
      arbitrary: fc.subarray(
        HEADERS.filter((header) => header !== "Account"),
        { maxLength: 4 },
      ),
    },
  ),
});

/** The sheet with the columns that the preset reads. */
export function cellsFor({ isUnique, rows, without }: Raw, { fields }: Document): RawCell[][] {
  const headers = Object.values(fields).flatMap((field) => field.headers.filter((one) => !without.includes(one)));
  return [
    headers,
    ...rows.map((named, index) => {
      const isNamed = readCell(named["Account"] ?? "", "text").value !== null;
      const name = (isNamed && isUnique ? NAMES[index] : named["Account"]) ?? "";
      const cells = headers.map((header) => (header === "Account" ? name : (named[header] ?? "")));
      return isNamed ? cells : withoutTotals(cells, headers, index);
    }),
  ];
}

/** Nobody's row is a total where its number is the sum of those above; these numbers are the sum of no others. */
function withoutTotals(cells: readonly RawCell[], headers: readonly string[], index: number): RawCell[] {
  return cells.map((one, column) => {
    const isAmount = [amount, period].includes(CELLS[headers[column] ?? ""] ?? amount);
    return isAmount && readCell(one, "number").value !== null ? 3 ** (index % 20) / 2 ** 20 : one;
  });
}

export const asOf = fc.constantFrom("2026-11-22", "2026-11-22", "2026-02-28", "2024-02-29");

/** The n-th of the ids that a ladder may have; a preset has the first few of them. */
export const tierIds = ["t1", "t2", "t3", "t4", "t5"] as const;
const oftenBest = fc.constantFrom(...tierIds, "t1", "t1", "t2");

export const overrides: fc.Arbitrary<Override[]> = fc.array(
  fc
    .record({
      account: fc.constantFrom(...NAMES.slice(0, 10), "ACME", "Nobody", "strasse ", "__proto__"),
      kind: fc.constantFrom("exact" as const, "floor" as const, "ceiling" as const, "exclude" as const),
      tier: fc.oneof({ weight: 20, arbitrary: oftenBest }, { weight: 1, arbitrary: fc.constant("t9") }),
      until: fc.option(fc.constantFrom("2026-11-22", "2026-11-21", "2030-01-01", "2024-02-29"), { nil: undefined }),
    })
    .map(({ tier, until, ...rest }) => ({
      ...rest,
      ...(rest.kind !== "exclude" && { tier }),
      ...{ reason: "Known better", by: "Ann" },
      ...(until !== undefined && { until }),
    })),
  { maxLength: 5 },
);

const standing: fc.Arbitrary<Standing> = fc.record({
  ladderTier: fc.oneof(
    { weight: 12, arbitrary: oftenBest },
    { weight: 1, arbitrary: fc.constantFrom(null, "t9", "__proto__") },
  ),
  finalTier: fc.oneof({ weight: 12, arbitrary: oftenBest }, { weight: 1, arbitrary: fc.constantFrom(null, "t9") }),
  segment: fc.constantFrom("s1", "s2", null),
  failures: fc.integer({ min: 0, max: 3 }),
});
/** By the place of the name: not mentioned, has left, or stands somewhere. */
const entries = fc
  .array(fc.option(fc.option(standing, { freq: 20 }), { nil: undefined, freq: 3 }), {
    maxLength: NAMES.length,
    size: "max",
  })
  .map((list) => new Map(list.flatMap((one, i) => (one === undefined ? [] : [[fold(NAMES[i] ?? ""), one] as const]))));

export function historyOf(preset: string): fc.Arbitrary<Review[]> {
  const review = fc.record({
    preset: fc.oneof({ weight: 8, arbitrary: fc.constant(preset) }, { weight: 1, arbitrary: fc.constant("other") }),
    date: fc.constantFrom(
      "2023-12-31",
      "2025-11-30",
      "2026-02-27",
      "2026-11-20",
      "2026-11-21",
      "2026-11-22",
      "2027-01-01",
    ),
    entries,
  });
  const reviews = (least: number) =>
    fc.uniqueArray(review, {
      minLength: least,
      maxLength: 3,
      size: "max",
      selector: ({ preset: id, date: day }) => `${id} ${day}`,
    });
  return fc.oneof(reviews(0), reviews(2));
}
