import type { PlanTotal, RevenuePlan, Seats, Target, TierPlan } from "../../engine/index";
import { count, list, percent, rounded, things } from "./format";

/** Everything that the Plan tab says. Names of controls are stable: tests find them. */
export const PLAN = {
  total: "All tiers",
  shares: "Shares",
  tiers: "Tiers",
  priority: "Priority",
  accounts: "Accounts",
  seats: "Seats",
  value: "Value",
  hours: "Hours",
  hoursAMonth: "Hours a month",
  effort: "Effort",
  revenue: "Expected revenue",
  pipeline: "Pipeline",
  growth: "Growth",
  retention: "Retention",
  conversion: "Conversion",
  editRules: "Edit rules",
  toTier: "Go to Tier",
  noAccounts: "The plan follows from tiered accounts, and none are chosen yet.",
  tierPlays: "What each tier is promised",
  segmentPlays: "What each segment is promised",
  noPlay: "No play is set.",
  loudest: "Loudest accounts",
  work: "Work is told by",
  noWork: "nothing",
  chooseWork: "Choose the column that tells how much work an account makes.",
  gaps: "Coverage gaps",
  products: "Accounts without a product",
  noGaps: "Every tier with accounts has a play, and every account an owner.",
  ownersUnknown: "No column is read as the owner, so nobody can say which accounts have none.",
  mix: "How the tiers are made up",
  mixBy: "Accounts by",
  mixTiers: "By tier",
  noMix: "No text column is read that accounts could be counted by.",
  blank: "Blank",
  segment: "Segment",
  concentration: "Concentration of value",
  noConcentration: "No account has a value above zero.",
  list: "List",
  onNewSheet: "On a new sheet",
  asCsv: "As CSV file",
  writeSummary: "Write summary sheet",
  writeDossiers: "Write dossiers",
} as const;

/** Why nothing can be written now. */
export const CANNOT_LIST = {
  reading: "The accounts are being read.",
  working: "Another step is under way.",
  unfinished: "An earlier run was broken off. Repair it first.",
  noAccounts: "There is nothing to write yet: no accounts are chosen.",
  rules: "The rules are not complete. Edit them, or discard the changes.",
  edited: "The sheet was edited since it was read.",
  old: "The plan is not of what is chosen.",
  noDossiers: "No tier of this preset asks for dossiers.",
  noDossierAccounts: "The tiers that ask for dossiers have no accounts.",
  noListed: "The tier has no accounts.",
} as const;

/** Terms of a play, in the order in which they are shown. */
export const PLAY_TERMS = {
  treatment: "Treatment",
  personalisation: "Personalisation",
  roles: "Roles",
  plan: "Plan",
  cadence: "Cadence",
  timeline: "Timeline",
  slaHours: "Answer within",
  hoursPerAccountMonth: "Hours for one account",
  hoursAvailableMonth: "Hours available",
  entitlements: "Entitlements",
} as const;

export function editRulesOf(tier: string): string {
  return `${PLAN.editRules} of ${tier}`;
}

export function listOf(tier: string): string {
  return `${PLAN.list} ${tier}`;
}

export function hours(value: number): string {
  return `${rounded(value)} ${value === 1 ? "hour" : "hours"}`;
}

export function hoursOfMonth(value: number): string {
  return `${rounded(value)} a month`;
}

/** "12 of 10–20 seats, 8 free", "8 of 10–20 seats: 2 below the minimum", "22 of at most 20 seats: 2 over the maximum". */
export function seatsSentence({ used, min, max }: Seats): string {
  const taken = count(used);
  if (max !== null && used > max) return `${taken} of ${seatsNamed(min, max)}: ${count(used - max)} over the maximum`;
  if (min !== null && used < min) return `${taken} of ${seatsNamed(min, max)}: ${count(min - used)} below the minimum`;
  return max === null ? `${taken} of ${seatsNamed(min, max)}` : `${taken} of ${seatsNamed(min, max)}, ${count(max - used)} free`; // prettier-ignore
}

function seatsNamed(min: number | null, max: number | null): string {
  if (max === null) return min === null ? "any number of seats" : `${count(min)} seats or more`;
  return min === null || min === max ? things(max, "seat") : `${count(min)}–${things(max, "seat")}`;
}

export function isOffSeats({ used, min, max }: Seats): boolean {
  return (max !== null && used > max) || (min !== null && used < min);
}

type Time = Pick<TierPlan, "hoursNeeded" | "hoursAvailable" | "hoursSpare">;

/** "144 needed, 160 available: 16 to spare", "144 needed, 100 available: 44 short"; null where nothing is known. */
export function hoursSentence({ hoursNeeded, hoursAvailable, hoursSpare }: Time): string | null {
  if (hoursNeeded === null) return hoursAvailable === null ? null : `${rounded(hoursAvailable)} available`;
  const needed = `${rounded(hoursNeeded)} needed`;
  if (hoursAvailable === null || hoursSpare === null) return needed;
  return `${needed}, ${rounded(hoursAvailable)} available: ${spare(hoursSpare)}`;
}

function spare(value: number): string {
  if (value === 0) return "just enough";
  return value > 0 ? `${rounded(value)} to spare` : `${rounded(-value)} short`;
}

/**
 * Whether there is the time for this tiering: the answer to it, and whether it is a no. `open` are the tiers that need hours
 * and do not say how many there are: while there are any, those of the others answer nothing.
 */
export function timeSentence(
  { accounts, hoursNeeded, hoursAvailable, hoursSpare }: PlanTotal,
  open: readonly string[] = [],
): { readonly says: string; readonly isShort: boolean | null } {
  if (hoursNeeded === null) return { says: "The plays do not say how many hours an account takes.", isShort: null };
  const cost = `${things(accounts, "account")} ${accounts === 1 ? "takes" : "take"} ${hours(hoursNeeded)} a month`;
  if (hoursAvailable === null || hoursSpare === null) {
    return { says: `${cost}. How many there are is not set.`, isShort: null };
  }
  if (open.length > 0) return { says: `${cost}. How many there are is not set for ${list(open)}.`, isShort: null };
  const there = `${rounded(hoursAvailable)} ${hoursAvailable === 1 ? "is" : "are"} available`;
  return { says: `${cost}; ${there}: ${spare(hoursSpare)}.`, isShort: hoursSpare < 0 };
}

/** Tiers whose hours are not in a sum. */
export function withoutHoursSentence(tiers: readonly string[]): string {
  return `Not counted: ${list(tiers)}, whose ${tiers.length === 1 ? "play does" : "plays do"} not say the hours.`;
}

/** "1,400,000 aimed at: the value is 165,433 short of it". */
export function revenueSentence({ expected, target, variance }: RevenuePlan): string {
  if (target === null || variance === null) return "The value as it is now";
  const aimed = `${rounded(target)} aimed at`;
  const all = expected === target ? aimed : `${rounded(expected)}, ${aimed}`;
  return `${all}: the value is ${variance === 0 ? "just that" : short(variance)}`;
}

/** "700,000 of 900,000 needed: 200,000 short, 2.3 times what is expected"; null where nothing is known. */
export function pipelineSentence({ expected, pipeline, pipelineNeeded, pipelineVariance }: RevenuePlan): string | null {
  if (pipeline === null)
    return pipelineNeeded === null ? null : `${rounded(pipelineNeeded)} needed, no column tells it`;
  const cover = expected > 0 ? `, ${rounded(pipeline / expected)} times what is expected` : "";
  if (pipelineNeeded === null || pipelineVariance === null) return `${rounded(pipeline)}${cover}`;
  const off = pipelineVariance === 0 ? "just that" : short(pipelineVariance);
  return `${rounded(pipeline)} of ${rounded(pipelineNeeded)} needed: ${off}${cover}`;
}

/** By how much something differs from what is aimed at. */
function short(variance: number): string {
  return variance > 0 ? `${rounded(variance)} above it` : `${rounded(-variance)} short of it`;
}

/** "12 %, 10 % aimed at: 2 points above it"; null where neither is known. */
export function rateSentence(actual: number | null, target: Target | null): string | null {
  if (target === null) return actual === null ? null : percent(actual);
  const aimed = `${percent(target.target)} aimed at`;
  if (target.actual === null || target.variance === null) return `${aimed}, not known yet`;
  const points = rounded(100 * Math.abs(target.variance));
  const off = points === "0" ? "just met" : `${points} points ${target.variance > 0 ? "above" : "short of"} it`;
  return `${percent(target.actual)}, ${aimed}: ${off}`;
}

/** "18.8 % of the hours for 6.6 % of the value". */
export function effortSentence(effortShare: number, valueShare: number): string {
  return `${percent(effortShare)} of the hours for ${percent(valueShare)} of the value`;
}

const NOT_SET = {
  hours: "hours of an account",
  available: "hours available",
  revenue: "a revenue target",
  coverage: "a pipeline target",
} as const;

export type NotSet = keyof typeof NOT_SET;

/** "Not set: hours available and a revenue target." */
export function notSetSentence(missing: readonly NotSet[], isOfAll: boolean): string {
  return `Not set${isOfAll ? " for any tier" : ""}: ${list(missing.map((each) => NOT_SET[each]))}.`;
}

export function loudestSentence(effort: string, found: number): string {
  if (found === 0) return `Nobody is among the first fifth by ${effort} and in the second half by value.`;
  const are = found === 1 ? "is" : "are";
  return `${things(found, "account")} ${are} among the first fifth by ${effort} and in the second half by value.`;
}

/** "Tier 3 · Tickets 40 (no. 1) · value 1,200 (no. 340)": what follows the account. */
export function loudSentence(loud: {
  tier: string;
  /** What tells the work. */
  by: string;
  effort: number;
  effortRank: number;
  value: number | null;
  valueRank: number;
}): string {
  const { tier, by, effort, effortRank, value, valueRank } = loud;
  const worth = value === null ? "no value" : `value ${rounded(value)} (no. ${count(valueRank)})`;
  return `${tier} · ${by} ${rounded(effort)} (no. ${count(effortRank)}) · ${worth}`;
}

/** "No owner: 14 accounts, 2 of them in Tier 1 and 12 in Tier 3." */
export function noOwnerSentence(tiers: readonly { readonly label: string; readonly accounts: number }[]): string {
  const parts = tiers.filter(({ accounts }) => accounts > 0);
  const all = parts.reduce((sum, { accounts }) => sum + accounts, 0);
  return `No owner: ${things(all, "account")} (${list(parts.map(({ label, accounts }) => `${count(accounts)} in ${label}`))}).`;
}

export function noPlaySentence(labels: readonly string[]): string {
  return `No play is set for ${list(labels)}.`;
}

/** "Of 73 accounts in the upper tiers 20 lack a product: Licences 12, Support 8." */
export function productsSentence(
  lacking: number,
  of: number,
  products: readonly { readonly label: string; readonly without: number }[],
): string {
  if (lacking === 0) return `The ${things(of, "account")} of the upper tiers have every product.`;
  const each = list(products.map(({ label, without }) => `${label} ${count(without)}`));
  return `Of ${things(of, "account")} in the upper tiers ${count(lacking)} ${lacking === 1 ? "lacks" : "lack"} a product: ${each}.`;
}

export function lacksSentence(tier: string, products: readonly string[]): string {
  return `${tier} · without ${list(products)}`;
}

/** What stands for words that have no line of their own. */
export function otherWords(words: number): string {
  return things(words, "other");
}

/** "Retail · 62", without the word. */
export function wordCount(accounts: number): string {
  return `· ${count(accounts)}`;
}

/** "Tier 1: 12 · Tier 2: 40": for more tiers than have room beside each other. */
export function tiersInOne(tiers: readonly { readonly label: string; readonly accounts: number }[]): string {
  const parts = tiers.filter(({ accounts }) => accounts > 0);
  return parts.map(({ label, accounts }) => `${label}: ${count(accounts)}`).join(" · ");
}

export const CONCENTRATION_TERMS = {
  first: "Largest account",
  five: "Largest 5",
  ten: "Largest 10",
  eighty: "80 % of the value",
  gini: "Gini coefficient",
  hhi: "Herfindahl index",
  leftOut: "Left out",
} as const;

export function shareOfValue(share: number): string {
  return `${percent(share)} of the value`;
}

export function eightySentence(accounts: number, of: number): string {
  return `brought by ${count(accounts)} of ${things(of, "account")}`;
}

export function giniSentence(gini: number): string {
  return `${rounded(gini)}, where 0 is all alike and 1 is one with everything`;
}

export function hhiSentence(index: number, effective: number): string {
  return `${rounded(index)} of 10,000, as with ${rounded(effective)} accounts of one size`;
}

export function leftOutSentence(negative: number, missing: number): string {
  const parts = [
    ...(negative > 0 ? [`${things(negative, "account")} below zero`] : []),
    ...(missing > 0 ? [`${things(missing, "account")} without a value`] : []),
  ];
  return list(parts);
}
