import type { AlertCode, NearEdge, StaleAccount, WithoutValue } from "../../engine/index";
import { count, day, percent, rounded, things } from "./format";
import type { Names } from "./names";
import { valuePhrase } from "./review";

/** What each list of accounts is called, with how many it has. */
export const LISTS = {
  rising: () => "Rising",
  nearTop: (tier: string, within: number) => `Within ${percent(within)} of dropping from ${tier}`,
  nearDrops: (within: number) => `Within ${percent(within)} of dropping from other tiers`,
  nearMisses: (within: number) => `Within ${percent(within)} of rising`,
  newStarts: () => "New Starts to watch",
  converted: () => "Prospects that became customers",
  lowUse: () => "High tier with low use",
  withoutValue: () => "Without a usable value",
  dossiers: () => "Dossiers due",
  stale: () => "Stale data",
} as const;

export function listTitle(title: string, accounts: number): string {
  return `${title}: ${count(accounts)}`;
}

export function nothingSentence(titles: readonly string[]): string {
  return `Nothing in: ${titles.join("; ")}.`;
}

/** "up from Tier 3 to Tier 2. Play: assigned manager". */
export function risingPhrase(
  { code, before, tier, value }: { code: AlertCode; before: string | null; tier: string | null; value: number | null },
  names: Names,
  play: string | undefined,
): string {
  const what =
    code === "rose" ? `up from ${names.tier(before)} to ${names.tier(tier)}` : `growing in ${names.tier(tier)}`;
  const treatment = play === undefined ? "" : `. Play: ${play}`;
  return `${what}, ${valuePhrase(value)}${treatment}`;
}

/** "Tier 1, 3.2 % from Tier 2 by Score, value 103"; a distance of the value itself is of nothing else. */
export function nearPhrase(
  { tier, other, distance, measure, value }: NearEdge,
  names: Names,
  valueMeasure: string | null,
): string {
  const by = measure === null || measure === valueMeasure ? "" : ` by ${names.measure(measure)}`;
  if (distance === 0) return `${names.tier(tier)}, its numbers are those of ${names.tier(other)} already`;
  return `${names.tier(tier)}, ${percent(distance)} from ${names.tier(other)}${by}, ${valuePhrase(value)}`;
}

export function newStartPhrase(segment: string | null, value: number | null): string {
  return segment === null ? "cannot be told without a value" : `would be ${segment}, ${valuePhrase(value)}`;
}

export function convertedPhrase(tier: string, value: number | null): string {
  return `${tier}, ${valuePhrase(value)}`;
}

/** "3 of 41 prospects (7.3 %)". */
export function conversionSentence(converted: number, prospects: number, since: string): string {
  const rate = prospects === 0 ? "" : ` (${percent(converted / prospects)})`;
  return `${count(converted)} of ${things(prospects, "prospect")} of ${day(since)}${rate}.`;
}

export function lowUsePhrase(tier: string, value: number | null): string {
  return `${tier}, ${valuePhrase(value)}`;
}

const LACKS = { missing: "no value", zero: "value 0", negative: "negative value" } as const;

export function withoutValuePhrase({ why, tier, value }: WithoutValue, names: Names): string {
  const what = why === "negative" && value !== null ? `${LACKS[why]} ${rounded(value)}` : LACKS[why];
  return `${what}, in ${names.tier(tier)}`;
}

export function dossierPhrase(tier: string, last: string | null): string {
  return last === null ? `${tier}, none yet` : `${tier}, last renewed ${day(last)}`;
}

export function stalePhrase({ tier, days, allowed }: StaleAccount, names: Names): string {
  return `${names.tier(tier)}, ${things(days, "day")} old of ${count(allowed)} allowed`;
}

export function ageUnknownSentence(accounts: number): string {
  return `Of ${things(accounts, "more account")} nobody knows how old the data are.`;
}
