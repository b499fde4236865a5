import { list } from "../format";

/** What the section "Review" says. */
export const REVIEW_RULES = {
  isOn: "Review the list regularly",
  off: "Nothing is said of how often the list is gone over.",
  cadence: "How often",
  cadences: { monthly: "Monthly", quarterly: "Quarterly", biannual: "Twice a year", yearly: "Yearly" },
  listChurn: "Part of the list that may change",
  nearEdge: "Near another tier within",
  alerts: "What to look at",
  noAlerts: "Alerts are told as they come with the add-in.",
  addAlert: "Add alert",
  about: "When an account",
  from: "Told in",
  severity: "Urgency",
  dueDays: "To be looked at within",
  days: "days",
  perTier: "By tier",
  freshness: "Data are too old after",
  dossier: "Dossier is renewed every",
  tierCadence: "Gone over",
  asList: "As often as the list",
} as const;

/** What an alert can be about, as the end of "when an account…". */
export const ALERT_ABOUT = {
  slipped: "slipped to a worse tier",
  held: "is held in a tier that it fails",
  left: "left the list",
  overrideExpired: "had an override that has ended",
  overrideExpiring: "has an override that ends soon",
  reviewOverdue: "is overdue for its review",
  nearEdge: "is about to fall out of its tier",
  staleData: "has data that are too old",
  dossierDue: "has a dossier to be renewed",
  converted: "is no prospect any more",
  graduated: "is no New Start any more",
  rose: "rose to a better tier",
  growing: "is growing",
  flagged: "has a flag",
} as const;

export function hasFlag(flag: string): string {
  return `has the flag "${flag}"`;
}

/** "Slipped to a worse tier, in Tier 1 and Tier 2: high". */
export function alertTitle(about: string, tiers: readonly string[], severity: string): string {
  const where = tiers.length === 0 ? "told nowhere" : `in ${list(tiers)}`;
  return `${about.charAt(0).toUpperCase()}${about.slice(1)}, ${where}: ${severity.toLowerCase()}`;
}
