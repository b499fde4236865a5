import { count, things } from "../format";

/** What the sections "Segments" and "Tiers" say. */
export const LADDER = {
  label: "Label",
  name: "Also called",
  priority: "Priority",
  condition: "Who stands here",
  rest: "Everybody who is left.",
  unnamed: "Without a label",
  seats: "Seats",
  play: "Play",
  targets: "Targets",
  ranking: "How accounts are ranked",
  among: "Who is ranked",
  amongHint:
    "Shares, percentages and numbers of accounts are of these; of every account that no gate turned away where nothing is asked.",
  within: "Ranked within",
  oneList: "One list for all",
  tieBreak: "Equal values are decided by",
  tieBreakHint: "The highest first, then the next one.",
  useSegments: "Use segments",
  noSegments: "Without segments there is no Segment column, and the tiers alone sort the accounts.",
  addSegment: "Add segment",
  addTier: "Add tier",
  addHint: "The last one takes everybody who is left; a new one comes above it.",
  segmentWord: "Segment",
  tierWord: "Tier",
} as const;

export const SEATS = {
  isLimited: "Count seats",
  off: "As many accounts as the condition lets in.",
  limit: "Seats",
  limits: { none: "Any number", max: "A number", perOwner: "A number per owner" },
  max: "Most accounts",
  perOwner: "Accounts per owner",
  owners: "Owners are",
  ownersNumber: "A number of owners",
  ownerCount: "Owners",
  min: "Fewest accounts",
  minHint: "Fewer are reported.",
  per: "Lists of seats",
  perAll: "One for all",
  rankBy: "Seats go to the highest",
  buffer: "Who has a seat keeps it within",
  bufferHint: "Below the last seat, as a part of the seats.",
  lastHint: "The last tier takes whom the others have no seat for, so that it has no limit of its own.",
} as const;

export const PLAY = {
  treatment: "Treatment",
  personalisation: "Personalisation",
  roles: "Roles",
  plan: "Plan",
  cadence: "Cadence",
  timeline: "Timeline",
  slaHours: "Answer within",
  hoursPerAccountMonth: "Work per account and month",
  hoursAvailableMonth: "Work available per month",
  entitlements: "Entitlements",
  hours: "hours",
} as const;

export const TARGETS = {
  growth: "Growth",
  revenue: "Revenue",
  pipelineCoverage: "Pipeline coverage",
  pipelineHint: "Pipeline over target: 3 is three times as much.",
  conversion: "Conversion",
  retention: "Retention",
} as const;

/** "Tier 1: 14 → 22 accounts"; the label alone where nothing is counted yet. */
export function rungTitle(label: string, before: number | null, now: number | null): string {
  const name = label === "" ? LADDER.unnamed : label;
  if (now === null) return name;
  const accounts = things(now, "account");
  return before === null || before === now ? `${name}: ${accounts}` : `${name}: ${count(before)} → ${accounts}`;
}

/** Owners as the different values of a field. */
export function ownersOf(field: string): string {
  return `The different values of ${field}`;
}
