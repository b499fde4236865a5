import type { PresetDocument } from "../schema";
import { FIRST, SECOND, THIRD } from "./colours";
import { account, REVENUE_HEADERS } from "./fields";
import { dossierDays, freshnessDays, updated } from "./freshness";
import { marketingPlays } from "./plays";

/**
 * Three tiers by one number. From the source text on account tiering: highest in tier 1, medium in tier 2, and so on; the
 * plays of high, medium and low priority. Ours, to be edited: the top 20 % and the top 50 % of accounts.
 */
export const highMediumLow: PresetDocument = {
  format: 1,
  id: "high-medium-low",
  version: 1,
  name: "High / Medium / Low",
  description:
    "One number decides: the top fifth of the accounts is High, the top half Medium, the rest Low. " +
    "The plays are a published article's; the cuts are conventions to be edited, best by suggested cuts.",
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
    updated,
  },
  measures: [{ id: "value", type: "field", of: "metric" }],
  tiers: {
    rungs: [
      {
        id: "high",
        label: "High",
        colour: FIRST,
        when: { measure: "value", top: { percent: 0.2 } },
        play: marketingPlays.high,
      },
      {
        id: "medium",
        label: "Medium",
        colour: SECOND,
        when: { measure: "value", top: { percent: 0.5 } },
        play: marketingPlays.medium,
      },
      { id: "low", label: "Low", colour: THIRD, play: marketingPlays.low },
    ],
  },
  flags: [
    {
      id: "noValue",
      label: "No number",
      when: {
        not: {
          any: [
            { measure: "value", ">=": 0 },
            { measure: "value", "<": 0 },
          ],
        },
      }, // a missing number is neither
    },
  ],
  review: {
    cadence: "quarterly",
    listChurn: 0.2,
    nearEdge: 0.05,
    alerts: [{ id: "slipped", from: ["high"], severity: "high", dueDays: 5 }],
    freshnessDays: freshnessDays("high", "medium"),
    dossierDays: dossierDays("high", "medium"),
  },
  columns: ["tier"],
};
