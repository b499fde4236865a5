import type { PresetDocument } from "../preset/schema";
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

/** What a review keeps of an account. */
export interface Recorded extends Standing {
  /**
   * The tier that its own figures came to by the `cuts` of the review: the ladder's, with its bumps whoever got their budget and
   * under its ceilings; before steadiness and overrides. null where it was turned away.
   */
  readonly reachedTier: string | null;
  /** Whether steadiness kept it in another tier than the ladder's own. */
  readonly isHeld: boolean;
  /** As of the review in which the standing changed; null where missing. */
  readonly value: number | null;
  readonly score: number | null;
  /** Ids of the flags it had. */
  readonly flags: readonly string[];
}

/** One review under one preset: the accounts whose standing has changed since the one before; null for one that has left. */
export interface Review<Entry extends Standing = Standing> {
  /** Id of the preset. */
  readonly preset: string;
  /** ISO day. */
  readonly date: string;
  /** By account key (`accountKey`). */
  readonly entries: ReadonlyMap<string, Entry | null>;
}

/** A review as it is kept. */
export interface RecordedReview extends Review<Recorded> {
  readonly tiers: readonly ClassTotal[];
  /** Empty where the preset has none. */
  readonly segments: readonly ClassTotal[];
  /**
   * The rules with every cut as the value it came to, and the last seat of each full list as a ceiling, so that a later review
   * can tell who would have moved by them; null where they could not be held.
   */
  readonly cuts: PresetDocument | null;
}

/** What a tier or a segment held in a review. */
export interface ClassTotal {
  readonly id: string;
  readonly count: number;
  readonly sum: number;
}

/** How each account stood after the last review of a preset dated before a day, by account key; reviews of that day and later ones are not looked at. */
export function standingsBefore<Entry extends Standing>(
  history: readonly Review<Entry>[],
  preset: string,
  day: Serial,
): ReadonlyMap<string, Entry> {
  const standings = new Map<string, Entry>();
  for (const { date, entries } of reviewsOf(history, preset)) {
    if (serialOfIso(date) >= day) break;
    follow(standings, entries);
  }
  return standings;
}

/** The reviews of a preset, the oldest first. */
export function reviewsOf<Kept extends Review>(history: readonly Kept[], preset: string): Kept[] {
  return history.filter((review) => review.preset === preset).sort((a, b) => serialOfIso(a.date) - serialOfIso(b.date));
}

/** Takes the changes of one review over. */
export function follow<Entry>(standings: Map<string, Entry>, entries: ReadonlyMap<string, Entry | null>): void {
  for (const [key, standing] of entries) {
    if (standing) standings.set(key, standing);
    else standings.delete(key);
  }
}
