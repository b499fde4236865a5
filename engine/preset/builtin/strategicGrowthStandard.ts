import type { PresetDocument } from "../schema";
import { FIRST, SECOND, THIRD } from "./colours";
import { account, growthPotential, income, pipeline, previous } from "./fields";
import { dataAge, freshnessDays, staleData, updated } from "./freshness";
import { noOwner, owner, owners } from "./owner";
import { customerPlays } from "./plays";

/**
 * Strategic, Growth and Standard accounts by a decision table, the first row that fits:
 *
 * 1. a long contract, and within the top 70 % of revenue: Strategic
 * 2. within the top 50 % of revenue: Strategic
 * 3. growing, or with room to grow, whatever its size: Growth
 * 4. within the top 80 % of revenue: Growth
 * 5. all others: Standard
 *
 * From the source text on account tiering: the three kinds with their names, that Strategic is about revenue and long
 * contracts, Growth about promise even where an account is small, Standard all others; the plays. Ours, to be edited:
 * 24 months, the shares of 50, 70 and 80 %, growth of 20 %, potential of 4 out of 5, two products for an upsell.
 */
export const strategicGrowthStandard: PresetDocument = {
  format: 1,
  id: "strategic-growth-standard",
  version: 1,
  name: "Strategic / Growth / Standard",
  description:
    "A decision table of revenue share, contract length, growth and growth potential: large or bound for long is Strategic, promising is Growth whatever its size, all others Standard. " +
    "The three kinds and their plays are a published article's; the cuts (24 months, 50/70/80 %, 20 %, 4 of 5) are conventions to be edited.",
  fields: {
    account,
    income,
    previous,
    contractMonths: {
      type: "number",
      label: "Contract (months)",
      headers: [
        "Contract months",
        "Contract length",
        "Contract length (months)",
        "Contract term",
        "Contract term (months)",
        "Term months",
      ],
      combine: "max",
    },
    growthPotential,
    products: {
      type: "number",
      label: "Products bought",
      headers: ["Products", "Number of products", "Product count", "Products bought", "Products owned"],
    },
    owner,
    pipeline,
    updated,
  },
  measures: [
    { id: "value", type: "field", of: "income" },
    { id: "growth", type: "change", current: "income", previous: "previous" },
    owners,
    dataAge,
  ],
  segments: {
    rungs: [
      {
        id: "strategic",
        label: "Strategic",
        colour: FIRST,
        when: {
          any: [
            {
              all: [
                { measure: "contractMonths", ">=": 24 },
                { measure: "value", top: { share: 0.7 } },
              ],
            },
            { measure: "value", top: { share: 0.5 } },
          ],
        },
        play: customerPlays.strategic,
      },
      {
        id: "growth",
        label: "Growth",
        colour: SECOND,
        when: {
          any: [
            { measure: "growth", ">=": 0.2 },
            { measure: "growthPotential", ">=": 4 },
            { measure: "value", top: { share: 0.8 } },
          ],
        },
        play: customerPlays.growth,
      },
      { id: "standard", label: "Standard", colour: THIRD, play: customerPlays.standard },
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
        when: { measure: "segment", is: ["strategic"] },
        play: customerPlays.strategic,
      },
      {
        id: "t2",
        label: "Tier 2",
        name: "Growth",
        priority: "Medium",
        colour: SECOND,
        when: { measure: "segment", is: ["growth"] },
        play: customerPlays.growth,
      },
      { id: "t3", label: "Tier 3", name: "Standard", priority: "Low", colour: THIRD, play: customerPlays.standard },
    ],
  },
  flags: [
    {
      id: "upsell",
      label: "Upsell candidate",
      when: {
        all: [
          { measure: "tier", is: ["t1", "t2"] },
          { measure: "products", "<": 2 },
        ],
      },
    },
    noOwner("t1"),
    staleData("t1", "t2"),
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
