import type { Cause } from "./cause";

/**
 * What an alert can be about:
 *
 * - `slipped`, `rose`: a worse or a better tier than in the last review · `held`: it has failed a tier that it is still kept in
 * - `left`: was in a tier, and is in none or off the list · `growing`: has the flag of that id now · `flagged`: has another one
 * - `nearEdge`: about to fall out of its tier · `staleData`: known from too long ago for its tier
 * - `dossierDue`: its dossier is missing, or to be renewed
 * - `graduated`: no New Start any more · `converted`: no prospect any more
 * - `overrideExpiring`, `overrideExpired`: what people decided ends soon, or has ended · `reviewOverdue`: the whole list, or a tier
 */
export const ALERT_CODES = [
  // Of equal urgency they are told in this order
  ...(["slipped", "held", "left", "overrideExpired", "overrideExpiring", "reviewOverdue"] as const),
  ...(["nearEdge", "staleData", "dossierDue", "converted", "graduated", "rose", "growing", "flagged"] as const),
];
export type AlertCode = (typeof ALERT_CODES)[number];

export type AlertSeverity = "high" | "medium" | "low";

/** Something that somebody must look at. Tiers and segments are ids, days ISO; what does not belong to its code is null. */
export interface Alert {
  readonly code: AlertCode;
  /** The alert of the preset that it is told by; null where the preset says nothing of such a thing and our own rule does. */
  readonly rule: string | null;
  /** Account key and name, the key as the name of one that has left the table; both null for the list as a whole. */
  readonly key: string | null;
  readonly account: string | null;
  /** Now, and in the last review; null is none. Of an overdue review: the tier whose own cadence it is by, null for the list's. */
  readonly tier: string | null;
  readonly before: string | null;
  readonly severity: AlertSeverity;
  /** Day of the run. */
  readonly raised: string;
  /** When somebody must have looked. */
  readonly due: string;
  /** Day of the review that is compared with; null before the first one. */
  readonly since: string | null;
  /** Of a move: whether its own change made it. */
  readonly cause: Cause | null;
  /** Its value now, or as last recorded for one that has left the table; null where missing. */
  readonly value: number | null;
  /**
   * As a part of the cut (`distances`): how far one that slipped is from the tier above, one that rose or is near the edge
   * from falling, one that is held from where the rules alone would have it.
   */
  readonly distance: number | null;
  /**
   * How old the data is, how long ago the dossier was renewed (null for one that is missing), how long an override still
   * lasts or has been over, how long the review is overdue.
   */
  readonly days: number | null;
  /** Now and in the last review, of one that graduated or converted; null where the preset has no segments. */
  readonly segment: string | null;
  readonly segmentBefore: string | null;
  /** Id of the flag. */
  readonly flag: string | null;
  /** Whose account it is, by the field `owner`; null where that is missing. */
  readonly owner: string | null;
}
