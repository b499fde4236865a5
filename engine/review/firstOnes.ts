import type { Run } from "../run";
import type { Alert, AlertCode } from "./alert";
import type { AttentionItem } from "./attention";
import type { Conversion, Converted } from "./conversion";
import type { DossierDue } from "./dossiers";
import { bestFirst, listing, SHOWN, type Listed } from "./listed";
import { projectedSegments } from "./projected";
import { standsAt } from "./standsAt";
import { withoutValue, type WithoutValue } from "./withoutValue";

/** The first of a list, for who shows no more: of a hundred thousand accounts a whole list takes its time to be sent. */
export interface FirstOnes<Entry> {
  /** How many there are in all. */
  readonly count: number;
  readonly accounts: readonly Entry[];
}

export interface ShownOptions {
  /** How many are named. */
  readonly shown?: number | undefined;
}

/** With its place in the table: an input row, null of what is not in it. */
export type Placed<Entry> = Entry & { readonly row: number | null };

function firstOf<Entry>(all: readonly Entry[], shown = SHOWN): FirstOnes<Entry> {
  return { count: all.length, accounts: all.slice(0, shown) };
}

export interface AttentionFirst extends FirstOnes<Placed<AttentionItem>> {
  /** Still to be looked at, and those of them that are late. */
  readonly open: number;
  readonly overdue: number;
  /** The first of those still to be looked at whose alert is told no more. */
  readonly passed: FirstOnes<AttentionItem>;
}

/** As many as are closed at once. */
const MOST_PASSED = 500;

export function attentionFirst(run: Run, items: readonly AttentionItem[], { shown }: ShownOptions): AttentionFirst {
  const rowOf = standsAt(run);
  const { count, accounts } = firstOf(items, shown);
  const isOpen = ({ status }: AttentionItem) => status === "open" || status === "in-progress";
  return {
    count,
    open: items.filter(isOpen).length,
    overdue: items.filter(({ isOverdue }) => isOverdue).length,
    passed: firstOf(
      items.filter((item) => isOpen(item) && item.alert === null),
      MOST_PASSED,
    ),
    accounts: accounts.map((item) => ({ ...item, row: rowOf(item.account) })),
  };
}

const RISING: readonly AlertCode[] = ["rose", "growing"];

/** Accounts that rose or grow, the most urgent first. */
export function rising(run: Run, alerts: readonly Alert[], { shown }: ShownOptions): FirstOnes<Placed<Alert>> {
  const rowOf = standsAt(run);
  const { count, accounts } = firstOf(
    alerts.filter(({ code }) => RISING.includes(code)),
    shown,
  );
  return { count, accounts: accounts.map((alert) => ({ ...alert, row: rowOf(alert.account) })) };
}

/** Accounts that are still new, by the segment that they would be in (`projectedSegments`), best first. */
export interface Projected extends Listed {
  /** Id; null where its value is missing. */
  readonly segment: string | null;
}

export function newStarts(run: Run, { shown = SHOWN }: ShownOptions): FirstOnes<Projected> {
  const { accounts, preset } = run;
  const { keys, codes } = accounts.table.accounts;
  const segments = projectedSegments(run, "new");
  if (segments.size === 0) return { count: 0, accounts: [] };
  const places = new Map(preset.segments?.rungs.map(({ id }, place) => [id, place]));
  const seen = new Set<number>();
  const rows: number[] = [];
  codes.forEach((code, row) => {
    if (code < 0 || seen.has(code) || !segments.has(keys[code] ?? "")) return;
    seen.add(code);
    rows.push(row);
  });
  const segmentOf = (row: number) => segments.get(keys[codes[row] ?? -1] ?? "") ?? null;
  const placeOf = (row: number) => places.get(segmentOf(row) ?? "") ?? places.size;
  const inOrder = bestFirst(run);
  rows.sort((a, b) => placeOf(a) - placeOf(b) || inOrder(a, b));
  const entry = listing(run);
  return {
    count: rows.length,
    accounts: rows.slice(0, shown).map((row) => ({ ...entry(row), segment: segmentOf(row) })),
  };
}

/** null where nothing tells who was a prospect. */
export interface ConvertedFirst extends FirstOnes<Converted>, Omit<Conversion, "converted"> {}

export function convertedFirst(conversion: Conversion | null, { shown }: ShownOptions): ConvertedFirst | null {
  if (!conversion) return null;
  const { converted, ...rest } = conversion;
  return { ...rest, ...firstOf(converted, shown) };
}

export function withoutValueFirst(run: Run, { shown }: ShownOptions): FirstOnes<WithoutValue> {
  return firstOf(withoutValue(run), shown);
}

/** Dossiers that are missing or to be renewed. */
export function dossiersFirst(due: readonly DossierDue[], { shown }: ShownOptions): FirstOnes<DossierDue> {
  return firstOf(
    due.filter(({ state }) => state !== "fresh"),
    shown,
  );
}
