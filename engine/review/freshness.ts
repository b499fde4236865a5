import type { Preset } from "../preset/schema";
import type { Run } from "../run";
import { bestFirst, listing, SHOWN, type List, type Listed } from "./listed";

/** An account whose data are older than its tier allows. Days are whole. */
export interface StaleAccount extends Listed {
  /** How old they are. */
  readonly days: number;
  /** How old they may be. */
  readonly allowed: number;
}

export interface Freshness extends List<StaleAccount> {
  /** Accounts in the tiers that limit the age, of whom nothing tells it: a blank cell, or a day to come. */
  readonly unknown: number;
}

export interface FreshnessOptions {
  /** Id of the number that says how many days old the data of an account is; else `dataAge`, else the date `updated`. */
  readonly dataAge?: string | undefined;
  /** How many accounts are named. */
  readonly shown?: number | undefined;
}

/**
 * Whose data are older than their tier allows (`review.freshnessDays`): the best tier first, in it the oldest. null where
 * the rules allow any age, or no column tells it.
 */
export function freshnessOf(run: Run, { dataAge, shown = SHOWN }: FreshnessOptions = {}): Freshness | null {
  const { decision } = run;
  const ages = dataAges(run, dataAge);
  const allowed = allowedAges(run.preset);
  if (ages === null || allowed.every((days) => days === Infinity)) return null;
  const found: number[] = [];
  let unknown = 0;
  decision.final.forEach((tier, account) => {
    const [days, most] = [ages[account] ?? NaN, allowed[tier] ?? Infinity];
    if (days > most) found.push(account);
    else if (Number.isNaN(days) && most < Infinity) unknown++;
  });
  const inOrder = bestFirst(run);
  const tierOf = (account: number) => decision.final[account] ?? -1;
  found.sort((a, b) => tierOf(a) - tierOf(b) || (ages[b] ?? 0) - (ages[a] ?? 0) || inOrder(a, b));
  const entry = listing(run);
  const accounts = found.slice(0, shown).map((account): StaleAccount => {
    return { ...entry(account), days: ages[account] ?? 0, allowed: allowed[tierOf(account)] ?? 0 };
  });
  return { count: found.length, accounts, unknown };
}

/** How old, in days, the data of an account are, by row of the accounts; null for one that its tier allows, or that nothing tells. */
export function staleness(run: Run, dataAge: string | undefined): (account: number) => number | null {
  const ages = dataAges(run, dataAge);
  const allowed = allowedAges(run.preset);
  return (account) => {
    const days = ages?.[account] ?? NaN;
    return days > (allowed[run.decision.final[account] ?? -1] ?? Infinity) ? days : null;
  };
}

/** How old the data of each tier may be, best first; infinity where the rules do not say. */
function allowedAges({ review, tiers }: Preset): number[] {
  const days = new Map(Object.entries(review?.freshnessDays ?? {}));
  return tiers.rungs.map(({ id }) => days.get(id) ?? Infinity);
}

/** What presets call the days since an account was last updated, and the date itself. */
const AGE = "dataAge";
const UPDATED = "updated";

/**
 * Days since what is known of each account was last updated, by row of the accounts: the measure asked for, else the
 * measure `dataAge`, else the date field `updated`. NaN where a cell is missing or in the future; null where nothing tells it.
 */
function dataAges({ preset, facts, asOf }: Run, asked: string | undefined): Float64Array | null {
  const id = asked ?? (hasMeasure(preset, AGE) ? AGE : null);
  if (id !== null) return facts.isMapped(id) ? facts.number(id) : null;
  if (preset.fields.get(UPDATED)?.type !== "date" || !facts.isMapped(UPDATED)) return null;
  return facts.number(UPDATED).map((date) => {
    const day = Math.floor(date);
    return day <= asOf ? asOf - day : NaN;
  });
}

function hasMeasure({ measures }: Preset, id: string): boolean {
  return measures.some((measure) => measure.id === id && measure.type === "daysSince");
}
