import { HIGHEST_TIER_FIELD, INITIAL_TIER_FIELD } from "../parts";
import type { Field } from "./fields";

/** What is known from before the first review. From the source text on client tiers: the onboarding tier and the highest one. */
export const importedTiers: Record<string, Field> = {
  [INITIAL_TIER_FIELD]: {
    type: "text",
    label: "Initial tier",
    headers: ["Initial tier", "Onboarding tier", "First tier", "Starting tier", "Original tier"],
  },
  [HIGHEST_TIER_FIELD]: {
    type: "text",
    label: "Highest tier",
    headers: ["Highest tier", "Highest tier achieved", "Best tier", "Peak tier"],
  },
};
