import { serialOfIso, type Serial } from "../table/date";

/** What a review found of one account. Tiers and segments are ids, so that a renamed label is no change. */
export interface Standing {
  /** The tier that the rules gave, held ones included, before bumps, seats and overrides; null where it was turned away. */
  readonly ladderTier: string | null;
  /** The tier it was in; null where it was in none. */
  readonly finalTier: string | null;
  readonly segment: string | null;
  /** Reviews in a row in which it has failed the tier that it is held in. */
  readonly failures: number;
}

/** One review under one preset: the accounts whose standing has changed since the one before; null for one that has left. */
export interface Review {
  /** Id of the preset. */
  readonly preset: string;
  /** ISO day. */
  readonly date: string;
  /** By account key (`accountKey`). */
  readonly entries: ReadonlyMap<string, Standing | null>;
}

/** How each account stood after the last review of a preset dated before a day, by account key; reviews of that day and later ones are not looked at. */
export function standingsBefore(
  history: readonly Review[],
  preset: string,
  day: Serial,
): ReadonlyMap<string, Standing> {
  const earlier = history
    .filter((review) => review.preset === preset && serialOfIso(review.date) < day)
    .sort((a, b) => serialOfIso(a.date) - serialOfIso(b.date));
  const standings = new Map<string, Standing>();
  for (const { entries } of earlier) {
    for (const [key, standing] of entries) {
      if (standing) standings.set(key, standing);
      else standings.delete(key);
    }
  }
  return standings;
}
