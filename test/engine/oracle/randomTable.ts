import fc from "fast-check";
import { fold, isBlankCell, readCell, type RawCell } from "./cells";
import type { Document, Override, Review, Standing } from "./document";

/** Every field that a random preset may have, and the columns it is read from. */
export const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  account: ["Account"],
  parent: ["Parent"],
  owner: ["Owner"],
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

/** Few names and many spellings, so that rows meet in one account; some of them are properties of every object. */
const NAMES = ["Acme", "acme ", "Bolt", "Cyan", "Dune", "Echo", "Fern", "Gale", "Hill"];
const ODD_NAMES = [
  ...["ΟΔΟΣ", "οδος", "Straße", "STRASSE", "ＡＣＭＥ", "__proto__", "constructor", "toString", "😀", "\uE000"],
  ...["", " ", "\u00A0", "n/a", "Select", 42, true],
];
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
export const AMOUNTS = [0, 1, 2, 3, 5, 10, 20, 50, 100, 200, 0.25, 2.5, -5, -100];
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
const date = cell(
  { weight: 20, of: SERIALS },
  { weight: 6, of: DAYS },
  { weight: 4, of: ["", "n/a", "abc", "#N/A", "03/04/2025", true, -5] },
);

const CELLS: Readonly<Record<string, fc.Arbitrary<RawCell>>> = {
  Account: cell({ weight: 24, of: NAMES }, { weight: 6, of: ODD_NAMES }),
  Parent: cell({ weight: 3, of: [""] }, { weight: 3, of: NAMES }, { weight: 1, of: ODD_NAMES }),
  Owner: cell({ weight: 1, of: OWNERS }),
  Region: cell({ weight: 1, of: REGIONS }),
  Currency: cell({ weight: 1, of: MONIES }),
  Since: date,
  Recent: date,
  Active: cell({ weight: 1, of: [true, false, "yes", "NO", "y", "0", 1, 0, "", "n/a", "maybe", 2] }),
};

const HEADERS = Object.values(COLUMNS).flat();
const row = fc.record(Object.fromEntries(HEADERS.map((header) => [header, CELLS[header] ?? amount])));
const blankRow = fc.constant(Object.fromEntries(HEADERS.map((header): [string, RawCell] => [header, ""])));

export interface Raw {
  readonly rows: readonly Readonly<Record<string, RawCell>>[];
  /** Columns that the sheet does not have. */
  readonly without: readonly string[];
}

export const raw: fc.Arbitrary<Raw> = fc.record({
  rows: fc.array(fc.oneof({ weight: 30, arbitrary: row }, { weight: 1, arbitrary: blankRow }), {
    minLength: 1,
    maxLength: 25,
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
export function cellsFor({ rows, without }: Raw, { fields }: Document): RawCell[][] {
  const headers = Object.values(fields).flatMap((field) => field.headers.filter((one) => !without.includes(one)));
  return [
    headers,
    ...rows.map((named, index) => {
      const cells = headers.map((header) => named[header] ?? "");
      return named["Account"] !== undefined && readCell(named["Account"], "text").value === null
        ? withoutTotals(cells, headers, index)
        : cells;
    }),
  ];
}

/** Nobody's row is a total where its number is the sum of those above; these numbers are the sum of no others. */
function withoutTotals(cells: readonly RawCell[], headers: readonly string[], index: number): RawCell[] {
  return cells.map((one, column) => {
    const isAmount = CELLS[headers[column] ?? ""] === undefined;
    return isAmount && readCell(one, "number").value !== null ? (Math.PI * 3 ** (index % 20)) / 1000 : one;
  });
}

export const asOf = fc.constantFrom("2026-11-22", "2026-11-22", "2026-02-28", "2024-02-29");

/** The n-th of the ids that a ladder may have; a preset has the first few of them. */
export const tierIds = ["t1", "t2", "t3", "t4", "t5"] as const;
const anyTier = fc.constantFrom(...tierIds);

export const overrides: fc.Arbitrary<Override[]> = fc.array(
  fc
    .record({
      account: fc.constantFrom(...NAMES, "ACME", "Nobody", "straße"),
      kind: fc.constantFrom("exact" as const, "floor" as const, "ceiling" as const, "exclude" as const),
      tier: fc.oneof({ weight: 20, arbitrary: anyTier }, { weight: 1, arbitrary: fc.constant("t9") }),
      until: fc.option(fc.constantFrom("2026-11-22", "2026-11-21", "2030-01-01", "2024-02-29"), { nil: undefined }),
    })
    .map(({ tier, until, ...rest }) => ({
      ...rest,
      ...(rest.kind !== "exclude" && { tier }),
      ...{ reason: "Known better", by: "Ann" },
      ...(until !== undefined && { until }),
    })),
  { maxLength: 6 },
);

const standing: fc.Arbitrary<Standing> = fc.record({
  ladderTier: fc.oneof(
    { weight: 12, arbitrary: anyTier },
    { weight: 1, arbitrary: fc.constantFrom(null, "t9", "__proto__") },
  ),
  finalTier: fc.oneof({ weight: 12, arbitrary: anyTier }, { weight: 1, arbitrary: fc.constantFrom(null, "t9") }),
  segment: fc.constantFrom("s1", "s2", null),
  failures: fc.integer({ min: 0, max: 3 }),
});
const entry = fc.tuple(
  fc.constantFrom(...[...NAMES, ...ODD_NAMES].map((name) => fold(String(name)))),
  fc.option(standing, { freq: 12 }),
);

export function historyOf(preset: string): fc.Arbitrary<Review[]> {
  const review = fc.record({
    preset: fc.oneof({ weight: 8, arbitrary: fc.constant(preset) }, { weight: 1, arbitrary: fc.constant("other") }),
    date: fc.constantFrom("2023-12-31", "2025-11-30", "2026-02-27", "2026-11-21", "2026-11-22", "2027-01-01"),
    entries: fc.array(entry, { maxLength: 12 }).map((entries) => new Map(entries)),
  });
  return fc.uniqueArray(review, { maxLength: 3, selector: ({ preset: id, date: day }) => `${id} ${day}` });
}

export const isEmptyRow = (cells: readonly RawCell[]): boolean => cells.every(isBlankCell);
