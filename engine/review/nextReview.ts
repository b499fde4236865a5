import type { Preset } from "../preset/schema";
import { addMonths, dayOf, isoOf, serialOfIso } from "../table/date";

const MONTHS = { monthly: 1, quarterly: 3, biannual: 6, yearly: 12 };

/**
 * The day on which the list is to be gone over again after a review, ISO, by the preset's cadence: after one at the end of
 * a month at the end of a month again, so that quarters do not drift. With the id of a tier: the day for its accounts, by the
 * tier's own cadence where it has one. null where the preset has no review.
 */
export function nextReview({ review }: Preset, last: string, tier?: string): string | null {
  if (!review) return null;
  const own = new Map(Object.entries(review.cadences)).get(tier ?? "");
  const [day, months] = [serialOfIso(last), MONTHS[own ?? review.cadence]];
  const isMonthEnd = dayOf(day + 1).day === 1;
  return isoOf(isMonthEnd ? addMonths(day + 1, months) - 1 : addMonths(day, months));
}
