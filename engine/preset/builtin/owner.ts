import type { PresetDocument } from "../schema";
import type { Field } from "./fields";

/** Who looks after an account, and which accounts nobody looks after. */

export const owner: Field = {
  type: "text",
  label: "Owner",
  headers: [
    "Owner",
    "Account owner",
    "Company owner",
    "Owner name",
    "Account manager",
    "Relationship manager",
    "Sales rep",
    "Sales agent",
    "Salesperson",
    "Assigned to",
  ],
};

/**
 * How many owners an account has: 0 where the cell is blank, missing where no column holds owners. So a flag can tell an
 * account without an owner from a table without the column, where nobody would be told anything by flagging all.
 */
export const owners = { id: "owners", type: "count", distinct: "owner" };

/** Accounts of these tiers that nobody looks after. The source text on account tiering: Tier 1 has dedicated managers. */
export function noOwner(...tiers: readonly string[]): NonNullable<PresetDocument["flags"]>[number] {
  return {
    id: "noOwner",
    label: "No owner",
    when: {
      all: [
        { measure: "tier", is: tiers },
        { measure: "owners", "=": 0 },
      ],
    },
  };
}
