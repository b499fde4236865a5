import type { Recorded } from "./history";

/** The tier of an account from a review on; null where it was in none, or on no list any more. */
export interface TierStep {
  /** Day of the review, ISO. */
  readonly date: string;
  /** Id of the tier. */
  readonly tier: string | null;
}

/** What has been found of one account while its reviews are gone through, the oldest first. Days are ISO. */
export interface Trail {
  /** Its tier now, and before the entry that told it last; null is none. */
  tier: string | null;
  tierBefore: string | null;
  /** Day of the review that told it last. */
  toldOn: string;
  readonly firstSeen: string;
  readonly steps: TierStep[];
  readonly firstIn: Map<string, string>;
  firstFlagged: string | null;
  prospectSince: string | null;
  converted: string | null;
}

/** What is looked for on the way. */
export interface Asked {
  /** Id of a flag. */
  readonly flag: string;
  /** Ids of the segments that prospects are in. */
  readonly prospects: ReadonlySet<string>;
}

/** The trail of an account that the review of a day is the first to know. */
export function startOf(date: string): Trail {
  return {
    tier: null,
    tierBefore: null,
    toldOn: date,
    firstSeen: date,
    steps: [],
    firstIn: new Map(),
    firstFlagged: null,
    prospectSince: null,
    converted: null,
  };
}

/** Takes over what the review of a day says of the account; null is that it has left. */
export function walk(trail: Trail, date: string, entry: Recorded | null, { flag, prospects }: Asked): void {
  const tier = entry?.finalTier ?? null;
  trail.tierBefore = trail.tier;
  trail.toldOn = date;
  trail.tier = tier;
  if (trail.steps.length === 0 || tier !== trail.tierBefore) trail.steps.push({ date, tier });
  if (!entry) return;
  if (tier !== null && !trail.firstIn.has(tier)) trail.firstIn.set(tier, date);
  if (entry.flags.includes(flag)) trail.firstFlagged ??= date;
  if (entry.segment === null) return; // turned away for now: neither a prospect nor a customer
  if (prospects.has(entry.segment)) trail.prospectSince ??= date;
  else if (trail.prospectSince !== null) trail.converted ??= date;
}
