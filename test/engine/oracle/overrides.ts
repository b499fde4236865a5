import { fold } from "./cells";
import type { Document, Override } from "./document";

/** What people have decided for one account, by the places of tiers; only what acts. */
export interface Decided {
  readonly isExcluded: boolean;
  readonly exact?: number;
  readonly floor?: number;
  readonly ceiling?: number;
}

/** What has run out, or names a tier that is not there, decides nothing; of two of a kind the later one in the list. */
export function decidedFor(key: string, overrides: readonly Override[], document: Document, asOf: string): Decided {
  const decided: { isExcluded: boolean; exact?: number; floor?: number; ceiling?: number } = { isExcluded: false };
  for (const { account, kind, tier, until } of overrides) {
    if (fold(account) !== key || (until !== undefined && asOf > until)) continue;
    const place = document.tiers.rungs.findIndex(({ id }) => id === tier);
    if (kind === "exclude") decided.isExcluded = true;
    else if (place >= 0) decided[kind] = place;
  }
  if (decided.isExcluded) return { isExcluded: true };
  return decided.exact === undefined ? decided : { isExcluded: false, exact: decided.exact };
}
