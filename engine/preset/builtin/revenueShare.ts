import type { PresetDocument } from "../schema";
import { FIRST, SECOND, THIRD } from "./colours";
import { account, expected, firstPurchase, income, pipeline } from "./fields";
import { freshnessDays, updated } from "./freshness";
import { owner, owners } from "./owner";
import { customerPlays } from "./plays";

/**
 * Five segments by life stage and share of revenue. From the source text on account segmentation: the five segments, the
 * shares 30 / 50 / 20, the play of each segment. From the one on account tiering: the play of each tier. Ours, to be
 * edited: 12 months for New Starts, the tier of each segment, 3 points of share within which nobody drops, 90 days without
 * an order for the churn watch, hours and days.
 */
export const revenueShare: PresetDocument = {
  format: 1,
  id: "revenue-share",
  version: 1,
  name: "Revenue share 30/50/20",
  description:
    "Key accounts bring the top 30 % of revenue, Enterprise the next 50 %, Commercial the last 20 %. New Starts and Prospects stand apart. " +
    "The segments, shares and plays are a published white paper's; the 12 months of a New Start, the tier of each segment and the 3 points of steadiness are conventions to be edited.",
  fields: {
    account,
    income,
    expected,
    firstPurchase,
    lastPurchase: {
      type: "date",
      label: "Last purchase",
      headers: ["Last purchase", "Last purchase date", "Last order", "Last order date"],
      combine: "max",
    },
    owner,
    pipeline,
    updated,
  },
  measures: [
    { id: "lifecycle", type: "lifecycle", firstPurchase: "firstPurchase", newMonths: 12 },
    { id: "value", type: "expectedWhenNew", history: "income", expected: "expected", lifecycle: "lifecycle" },
    { id: "sincePurchase", type: "daysSince", of: "lastPurchase" },
    owners,
  ],
  segments: {
    among: { measure: "lifecycle", is: ["established"] },
    rungs: [
      {
        id: "prospect",
        label: "Prospect",
        colour: "#E8EAED",
        when: { measure: "lifecycle", is: ["prospect"] },
        play: {
          treatment: "Targeted campaigns and outreach, nurturing by content and demos",
          personalisation: "By interest",
          plan: "Conversion tracked and followed up",
          hoursPerAccountMonth: 0.5,
        },
      },
      {
        id: "new",
        label: "New Start",
        colour: "#D5ECD4",
        when: { measure: "lifecycle", is: ["new"] },
        play: {
          treatment: "Onboarding programme, higher-value products introduced step by step",
          plan: "Watched for growth and churn",
          cadence: "Regular touchpoints",
          hoursPerAccountMonth: 2,
        },
      },
      {
        id: "key",
        label: "Key",
        colour: FIRST,
        when: { measure: "value", top: { share: 0.3 } },
        play: {
          treatment: "Dedicated team and customised solutions",
          personalisation: "Individual",
          roles: ["Account management team"],
          cadence: "High-level reviews",
          hoursPerAccountMonth: 12,
          entitlements: ["Priority access to new products and services"],
        },
      },
      {
        id: "enterprise",
        label: "Enterprise",
        colour: SECOND,
        when: { measure: "value", top: { share: 0.8 } },
        play: {
          treatment: "Assigned account manager, cross-selling and upselling",
          personalisation: "Customised where needed",
          roles: ["Account manager"],
          cadence: "Check-ins, performance reviewed together",
          hoursPerAccountMonth: 3,
          entitlements: ["Tailored service level"],
        },
      },
      {
        id: "commercial",
        label: "Commercial",
        colour: THIRD,
        play: {
          treatment: "Automated service, standard products, loyalty programme",
          personalisation: "Hardly any",
          hoursPerAccountMonth: 0.1,
        },
      },
    ],
  },
  tiers: {
    rungs: [
      {
        id: "t1",
        label: "Tier 1",
        name: "Strategic",
        priority: "High",
        colour: FIRST,
        when: { any: [{ measure: "segment", is: ["key"] }, expectedIn(0.3)] },
        play: customerPlays.strategic,
      },
      {
        id: "t2",
        label: "Tier 2",
        name: "Growth",
        priority: "Medium",
        colour: SECOND,
        when: { any: [{ measure: "segment", is: ["enterprise"] }, expectedIn(0.8)] },
        play: customerPlays.growth,
      },
      { id: "t3", label: "Tier 3", name: "Standard", priority: "Low", colour: THIRD, play: customerPlays.standard },
    ],
  },
  steadiness: { band: { points: 0.03 }, reviews: 1 },
  flags: [
    {
      id: "noRevenue",
      label: "No revenue",
      when: {
        all: [{ measure: "lifecycle", is: ["established"] }, { not: { measure: "value", ">": 0 } }],
      },
    },
    {
      id: "churnWatch",
      label: "Churn watch",
      when: {
        all: [
          { measure: "segment", is: ["new"] },
          { measure: "sincePurchase", ">": 90 },
        ],
      },
    },
    {
      id: "noOwner",
      label: "No owner",
      when: {
        all: [
          { measure: "segment", is: ["key", "enterprise"] },
          { measure: "owners", "=": 0 },
        ],
      },
    },
  ],
  review: {
    cadence: "quarterly",
    listChurn: 0.2,
    nearEdge: 0.05,
    alerts: [
      { id: "slipped", from: ["t1"], severity: "high", dueDays: 5 },
      { id: "rose", from: ["t2", "t3"], severity: "medium", dueDays: 10 },
    ],
    freshnessDays: freshnessDays("t1", "t2"),
  },
  columns: ["segment", "tier"],
};

/** A New Start or Prospect whose expected revenue would stand among the established accounts of that share. */
function expectedIn(share: number) {
  return {
    all: [
      { measure: "segment", is: ["new", "prospect"] },
      { measure: "value.basis", is: ["expected"] },
      {
        measure: "value",
        top: { share, outside: "compare", among: { measure: "lifecycle", is: ["established"] } },
      },
    ],
  };
}
