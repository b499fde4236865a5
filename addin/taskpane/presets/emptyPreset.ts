import type { PresetDocument } from "../../../engine/index";
import { idFrom } from "../rules/ids";

/**
 * A preset to begin with: the account and one number, by which the best fifth of the accounts is in the first of two tiers.
 * The number is found under usual headers of an account's value, else it is asked for.
 */
export function emptyPreset(name: string): PresetDocument {
  return {
    format: 1,
    id: idFrom(name, []),
    name,
    fields: {
      account: {
        type: "text",
        label: "Account",
        headers: ["Account", "Account name", "Customer", "Customer name", "Company", "Company name", "Client", "=Name"],
        required: true,
      },
      amount: {
        type: "number",
        label: "Value",
        headers: ["Value", "Revenue", "Sales", "Turnover", "Income"],
        required: true,
      },
    },
    measures: [{ id: "value", type: "field", of: "amount" }],
    tiers: {
      rungs: [
        { id: "tier1", label: "Tier 1", colour: "#0F5C9E", when: { measure: "value", top: { percent: 0.2 } } },
        { id: "tier2", label: "Tier 2", colour: "#C7E0F4" },
      ],
    },
  };
}
