import type { PresetDocument } from "../schema";
import { account, REVENUE_HEADERS } from "./fields";

/**
 * Five segments by life stage and share of revenue. From the source text on account segmentation: the five segments
 * and the shares 30 / 50 / 20. Ours, to be edited: 12 months for New Starts, the tier of each segment.
 */
export const revenueShare: PresetDocument = {
  format: 1,
  id: "revenue-share",
  version: 1,
  name: "Revenue share 30/50/20",
  description:
    "Key accounts bring the top 30 % of revenue, Enterprise the next 50 %, Commercial the last 20 %. New Starts and Prospects stand apart.",
  fields: {
    account,
    income: {
      type: "number",
      label: "Revenue",
      headers: [...REVENUE_HEADERS],
      required: true,
      many: true,
      combine: "sum",
    },
    expected: {
      type: "number",
      label: "Expected revenue",
      headers: ["Expected revenue", "Expected value", "Potential value", "Forecast revenue"],
    },
    firstPurchase: {
      type: "date",
      label: "First purchase",
      headers: ["First purchase", "First order", "First purchase date", "Customer since", "Client since"],
    },
  },
  measures: [
    { id: "lifecycle", type: "lifecycle", firstPurchase: "firstPurchase", newMonths: 12 },
    { id: "value", type: "expectedWhenNew", history: "income", expected: "expected", lifecycle: "lifecycle" },
  ],
  segments: {
    among: { measure: "lifecycle", is: ["established"] },
    rungs: [
      {
        id: "prospect",
        label: "Prospect",
        colour: "#E8EAED",
        when: { measure: "lifecycle", is: ["prospect"] },
        play: { treatment: "Campaigns, nurturing and demos", plan: "Conversion tracking" },
      },
      {
        id: "new",
        label: "New Start",
        colour: "#D5ECD4",
        when: { measure: "lifecycle", is: ["new"] },
        play: { treatment: "Onboarding programme", cadence: "Regular touchpoints" },
      },
      {
        id: "key",
        label: "Key",
        colour: "#0F5C9E",
        when: { measure: "value", top: { share: 0.3 } },
        play: {
          treatment: "Dedicated team and customised solutions",
          cadence: "High-level reviews",
          entitlements: ["Priority access to new products and services"],
        },
      },
      {
        id: "enterprise",
        label: "Enterprise",
        colour: "#5B9BD5",
        when: { measure: "value", top: { share: 0.8 } },
        play: { treatment: "Assigned account manager, cross-selling", cadence: "Regular check-ins" },
      },
      {
        id: "commercial",
        label: "Commercial",
        colour: "#C7E0F4",
        play: { treatment: "Automated service, standard products, loyalty programme" },
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
        colour: "#0F5C9E",
        when: { any: [{ measure: "segment", is: ["key"] }, expectedIn(0.3)] },
      },
      {
        id: "t2",
        label: "Tier 2",
        name: "Growth",
        priority: "Medium",
        colour: "#5B9BD5",
        when: { any: [{ measure: "segment", is: ["enterprise"] }, expectedIn(0.8)] },
      },
      { id: "t3", label: "Tier 3", name: "Standard", priority: "Low", colour: "#C7E0F4" },
    ],
  },
  review: { cadence: "quarterly" },
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
