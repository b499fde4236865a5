import type { PresetDocument } from "../schema";

/**
 * What the source text on account tiering promises each tier, as data; the hours are ours, to be edited. It has two sets:
 * three kinds of customers, and three priorities of account-based marketing.
 */

export type Play = NonNullable<PresetDocument["tiers"]["rungs"][number]["play"]>;

/** Customers: Strategic, Growth, Standard. */
export const customerPlays = {
  strategic: {
    treatment: "Personal attention as a strategic partner, long-term contract",
    personalisation: "Individual",
    roles: ["Account manager"],
    plan: "Account plan",
    cadence: "Monthly",
    slaHours: 4,
    hoursPerAccountMonth: 12,
    entitlements: ["Dedicated account manager", "Advanced solutions", "Exclusive packages"],
  },
  growth: {
    treatment: "Nurtured towards the top tier, upgrades offered",
    personalisation: "By need",
    plan: "Tier plan",
    cadence: "Quarterly",
    slaHours: 8,
    hoursPerAccountMonth: 3,
  },
  standard: {
    treatment: "Good service and support",
    personalisation: "Standard",
    cadence: "News and offers now and then",
    slaHours: 24,
    hoursPerAccountMonth: 0.25,
  },
} satisfies Record<string, Play>;

/** Account-based marketing: high, medium and low priority. */
export const marketingPlays = {
  high: {
    treatment: "Research in depth, campaigns and content made for the account",
    personalisation: "1:1",
    roles: ["Sales", "SDR", "Marketing", "Executive"],
    plan: "Account plan",
    cadence: "Dossier renewed every quarter",
    timeline: "Months to a year",
    slaHours: 4,
    hoursPerAccountMonth: 12,
    entitlements: [
      "Account dossier",
      "Map of buying centres and organisation chart",
      "List of contacts known and to be known",
      "Internal chat group for the account",
    ],
  },
  medium: {
    treatment: "Campaigns for a few alike, content of the industry with the account's logo and name",
    personalisation: "1:few, by industry or solution",
    roles: ["SDR", "Marketing"],
    plan: "Tier plan",
    cadence: "Data renewed at least once a year",
    timeline: "Multi-touch over weeks",
    slaHours: 24,
    hoursPerAccountMonth: 2,
    entitlements: ["Three key selling points"],
  },
  low: {
    treatment: "Advertising to named accounts, content syndication, events",
    personalisation: "Programmatic",
    roles: ["Marketing"],
    plan: "Followed by account until it is an MQA",
    hoursPerAccountMonth: 0.05,
  },
} satisfies Record<string, Play>;
