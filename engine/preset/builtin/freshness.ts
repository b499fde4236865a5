import type { PresetDocument } from "../schema";
import type { Field } from "./fields";

/**
 * How old what is known of an account may be, and its dossier. From the source text on account tiering: quarterly for
 * Tier 1, at least once a year for Tier 2.
 */

const QUARTER = 92;
const YEAR = 366;

export const updated: Field = {
  type: "date",
  label: "Last updated",
  headers: ["Last modified", "Last modified date", "Modified on", "Modified date", "Last updated", "Updated on"],
};

/** Days since an account was last updated. */
export const dataAge = { id: "dataAge", type: "daysSince", of: "updated" };

export function freshnessDays(first: string, second: string): Record<string, number> {
  return { [first]: QUARTER, [second]: YEAR };
}

/** The same for the dossiers of Tier 1 and the selling points of Tier 2, where plays promise them. */
export const dossierDays = freshnessDays;

/** Accounts whose data is older than their tier allows; nobody where no column tells its age. */
export function staleData(first: string, second: string): NonNullable<PresetDocument["flags"]>[number] {
  const older = (tier: string, days: number) => ({
    all: [
      { measure: "tier", is: [tier] },
      { measure: "dataAge", ">": days },
    ],
  });
  return { id: "staleData", label: "Stale data", when: { any: [older(first, QUARTER), older(second, YEAR)] } };
}
