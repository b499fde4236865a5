import type { PresetDocument } from "../schema";
import { FIRST, FOURTH, SECOND, THIRD_OF_FOUR } from "./colours";
import { account, expected, firstPurchase, growthPotential, income, pipeline, previous } from "./fields";
import { freshnessDays, updated } from "./freshness";
import { importedTiers } from "./importedTiers";
import { noOwner, owner, owners } from "./owner";

/**
 * Clients in four tiers by all they are worth. From the source text on client tiers: every source of income counts, and
 * factors that have a value in money with it; a new client counts by what is expected of it, one with a track record by
 * that; what is worth a tier without being income (links, joint marketing, the logo, room to grow) bumps a client up; a
 * quarterly or biannual review of current, first and highest tier; Tier 1 and 2 come first, and a Tier 1 client that slips
 * is looked into at once. Ours, to be edited: 12 months, the shares of 50, 80 and 95 %, 8 of 20 points for one tier up, the
 * band of 10 % and two reviews, 60 % of usage, 30 days without contact, growth of 25 %, hours and days.
 *
 * The cuts are shares of what established clients are worth, for the first run; held, they are the amounts of that run,
 * so that later nobody moves because others did. Clients who are not established are set beside those who are. Rows of one
 * client are one client: contracts and invoices may be listed one by one.
 */
export const clientValue: PresetDocument = {
  format: 1,
  id: "client-value",
  version: 1,
  name: "Client value with review",
  description:
    "All income and the money value of other factors, for new clients what is expected, in four tiers at 50, 80 and 95 % of the total; strategic points lift a client one tier, a small decline drops nobody at once. " +
    "What counts, the lift and the quarterly or biannual review are a published article's; the cuts, points and bands are conventions to be edited. Hold the cuts after the first run.",
  fields: {
    account,
    income,
    factors: {
      type: "number",
      label: "Value of other factors (money)",
      headers: ["Factor value", "Other value", "Partner value", "Referral value", "Marketing value", "SEO value"],
      many: true,
      combine: "sum",
    },
    expected,
    firstPurchase,
    previous,
    seo: {
      type: "number",
      label: "SEO (0 to 100)",
      headers: ["SEO", "SEO score", "Domain authority", "Domain rating"],
    },
    coMarketing: {
      type: "boolean",
      label: "Co-marketing (yes or no)",
      headers: ["Co-marketing", "Comarketing", "Joint marketing", "Marketing partner"],
    },
    logo: { type: "number", label: "Logo strength (0 to 5)", headers: ["Logo strength", "Logo score", "Logo"] },
    growthPotential,
    usage: {
      type: "number",
      label: "Usage",
      headers: ["Usage", "Usage %", "Utilisation", "Utilization", "Adoption", "Adoption rate"],
      combine: "mean",
    },
    lastContact: {
      type: "date",
      label: "Last contact",
      headers: [
        "Last contact",
        "Last contact date",
        "Last contacted",
        "Last touch",
        "Last activity",
        "Last activity date",
      ],
    },
    tickets: {
      type: "number",
      label: "Tickets",
      headers: ["Tickets", "Open tickets", "Support tickets", "Cases", "Support cases"],
      combine: "sum",
    },
    owner,
    pipeline,
    updated,
    ...importedTiers,
  },
  rollUp: { by: "account" },
  measures: [
    { id: "lifecycle", type: "lifecycle", firstPurchase: "firstPurchase", newMonths: 12 },
    { id: "worth", type: "expectedWhenNew", history: "income", expected: "expected", lifecycle: "lifecycle" },
    { id: "value", type: "sum", of: ["worth", "factors"] },
    { id: "growth", type: "change", current: "income", previous: "previous" },
    { id: "seoPoints", type: "scale", of: "seo", method: "range", range: [0, 100], to: 5 },
    {
      id: "coMarketingPoints",
      type: "points",
      add: [{ when: { measure: "coMarketing", is: ["yes"] }, add: 5 }],
    },
    { id: "strategicPoints", type: "sum", of: ["seoPoints", "coMarketingPoints", "logo", "growthPotential"] },
    { id: "sinceContact", type: "daysSince", of: "lastContact" },
    owners,
  ],
  tiers: {
    among: { measure: "lifecycle", is: ["established"] },
    rungs: [
      {
        id: "t1",
        label: "Tier 1",
        priority: "High",
        colour: FIRST,
        when: { measure: "value", top: { share: 0.5, outside: "compare" } },
        play: {
          treatment: "Needs met at once; called before they call; help to expand when they rise",
          personalisation: "Individual",
          roles: ["Account manager", "Executive"],
          plan: "Use of all services watched, small concerns taken up early",
          cadence: "Monthly",
          slaHours: 4,
          hoursPerAccountMonth: 8,
          entitlements: ["Service level agreed", "Immediate attention", "Joint marketing"],
        },
      },
      {
        id: "t2",
        label: "Tier 2",
        priority: "High",
        colour: SECOND,
        when: { measure: "value", top: { share: 0.8, outside: "compare" } },
        play: {
          treatment: "Immediate attention; called before they call",
          personalisation: "Individual",
          roles: ["Account manager"],
          plan: "Use of services watched",
          cadence: "Quarterly",
          slaHours: 8,
          hoursPerAccountMonth: 3,
          entitlements: ["Service level agreed", "Immediate attention"],
        },
      },
      {
        id: "t3",
        label: "Tier 3",
        priority: "Medium",
        colour: THIRD_OF_FOUR,
        when: { measure: "value", top: { share: 0.95, outside: "compare" } },
        play: {
          treatment: "Service as agreed",
          cadence: "Twice a year",
          slaHours: 24,
          hoursPerAccountMonth: 0.5,
          entitlements: ["Service level agreed"],
        },
      },
      {
        id: "t4",
        label: "Tier 4",
        priority: "Low",
        colour: FOURTH,
        play: {
          treatment: "Standard service, however loud the demand",
          cadence: "Yearly",
          slaHours: 48,
          hoursPerAccountMonth: 0.1,
        },
      },
    ],
  },
  steadiness: { band: 0.1, reviews: 2 },
  bumps: {
    maxUp: 1,
    maxDown: 0,
    rules: [
      {
        id: "strategic",
        when: { measure: "strategicPoints", ">=": 8 },
        move: 1,
        reason: "Strategic value: 8 of 20 points or more",
      },
    ],
  },
  flags: [
    {
      id: "lowUsage",
      label: "Low usage",
      when: {
        all: [
          { measure: "tier", is: ["t1", "t2"] },
          {
            any: [
              { measure: "usage", "<": 0.6 },
              { measure: "usage", between: [2, 60] }, // written as 55 for 55 %
            ],
          },
        ],
      },
    },
    {
      id: "contactOverdue",
      label: "Contact overdue",
      when: {
        all: [
          { measure: "tier", is: ["t1", "t2"] },
          { measure: "sinceContact", ">": 30 },
        ],
      },
    },
    { id: "growing", label: "Growing", when: { measure: "growth", ">=": 0.25 } },
    {
      id: "loud",
      label: "More effort than value",
      when: {
        all: [
          { measure: "tier", is: ["t3", "t4"] },
          { measure: "tickets", ">": 0 },
          { measure: "tickets", top: { percent: 0.2, ties: "with" } },
        ],
      },
    },
    { id: "unreadable", label: "Check income", when: { measure: "income", unreadable: true } },
    noOwner("t1", "t2"),
  ],
  review: {
    cadence: "quarterly",
    listChurn: 0.2,
    nearEdge: 0.05,
    alerts: [
      { id: "slipped", from: ["t1"], severity: "high", dueDays: 5 },
      { id: "slippedTier2", from: ["t2"], severity: "medium", dueDays: 10 },
      { id: "rose", from: ["t2", "t3", "t4"], severity: "medium", dueDays: 10 },
    ],
    freshnessDays: freshnessDays("t1", "t2"),
  },
  columns: ["tier"],
};
