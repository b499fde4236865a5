import { count, list, things } from "./format";

/** Words of the sheet `Tier Summary`. Headers are read back by: they are the documented ones and do not change. */

export const SUMMARY_SHEET = "Tier Summary";

export const SUMMARY_HEADERS = {
  section: "Section",
  name: "Name",
  accounts: "Accounts",
  accountShare: "Share of accounts",
  value: "Value",
  valueShare: "Share of value",
  mean: "Mean value",
  growth: "Growth",
  retention: "Retention",
  conversion: "Conversion",
  seatsUsed: "Seats used",
  seatsMin: "Seats min",
  seatsMax: "Seats max",
  hoursNeeded: "Hours needed",
  hoursAvailable: "Hours available",
  expected: "Expected revenue",
  target: "Revenue target",
  variance: "Variance",
  pipeline: "Pipeline",
  pipelineTarget: "Pipeline target",
  play: "Play",
} as const;

/** What the first column says a row is about. */
export const SECTIONS = { tier: "Tier", segment: "Segment", outside: "Outside", all: "All" } as const;
export const ALL_TIERS = "All tiers";

export const MOVEMENT = {
  before: "Before",
  left: "Left",
  /** Row of those who were in no tier before. */
  new: "New",
  /** Row of those whose tier the rules no longer have. */
  former: "Former tiers",
} as const;

/** Header of the accounts that are in a tier now; never one of the others, whatever the tier is called. */
export function nowIn(tier: string): string {
  return `Now ${tier}`;
}

export const SUMMARY_TITLE = {
  asOf: "As of",
  since: "Compared with",
  firstReview: "no earlier review",
} as const;

/** "500 accounts of Accounts, table on Sheet1". */
export function summarySource(source: { sheet: string; table: string | null; accounts: number }): string {
  const { sheet, table, accounts } = source;
  return `${things(accounts, "account")} of ${table === null ? sheet : `${table}, table on ${sheet}`}`;
}

export const CHART_TITLES = {
  value: "Value per tier",
  accounts: "Accounts per tier",
  movement: "Where the accounts of each tier went",
} as const;

/** What was written, and what could not be. */
export function summarySentence({
  rows,
  charts,
  isNew,
}: {
  rows: number;
  charts: number | null;
  isNew: boolean;
}): string {
  const what = isNew ? `Added the sheet ${SUMMARY_SHEET}` : `Wrote ${SUMMARY_SHEET} anew`;
  const drawn = charts === null ? " The charts could not be drawn." : "";
  return `${what}: ${things(rows, "row")}${charts ? `, ${things(charts, "chart")}` : ""}.${drawn}`;
}

/** Rows of a table of ours that cannot be read. */
export function damagedRows(table: string, addresses: readonly string[]): string {
  const shown = addresses.slice(0, 5);
  const more = addresses.length - shown.length;
  const cells = list(more > 0 ? [...shown, `${count(more)} more`] : shown);
  return `${things(addresses.length, "row")} of ${table} cannot be read and ${addresses.length === 1 ? "is" : "are"} passed over: ${cells}.`;
}
