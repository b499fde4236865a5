import type { Serial } from "../table/date";
import { serialOfIso } from "../table/date";
import { reviewsOf, type Review } from "./history";

/** The last review of a preset that is dated before a day; null for a first one. */
export function lastReview<Kept extends Review>(history: readonly Kept[], preset: string, day: Serial): Kept | null {
  return (
    reviewsOf(history, preset)
      .filter(({ date }) => serialOfIso(date) < day)
      .at(-1) ?? null
  );
}
