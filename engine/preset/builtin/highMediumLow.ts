import type { PresetDocument } from "../schema";
import { account, REVENUE_HEADERS } from "./fields";

/**
 * Three tiers by one number. From the source text on account tiering: highest in tier 1, medium in tier 2, and so on.
 * Ours, to be edited: the top 20 % and the top 50 % of accounts.
 */
export const highMediumLow: PresetDocument = {
  format: 1,
  id: "high-medium-low",
  version: 1,
  name: "High / Medium / Low",
  description: "One number decides: the top fifth of the accounts is High, the top half Medium, the rest Low.",
  fields: {
    account,
    metric: {
      type: "number",
      label: "Number",
      headers: [...REVENUE_HEADERS, "Score"],
      required: true,
      many: true,
      combine: "sum",
    },
  },
  measures: [{ id: "value", type: "field", of: "metric" }],
  tiers: {
    rungs: [
      { id: "high", label: "High", colour: "#0F5C9E", when: { measure: "value", top: { percent: 0.2 } } },
      { id: "medium", label: "Medium", colour: "#5B9BD5", when: { measure: "value", top: { percent: 0.5 } } },
      { id: "low", label: "Low", colour: "#C7E0F4" },
    ],
  },
  columns: ["tier"],
};
