import type { Run } from "../run";
import { serialOfIso } from "../table/date";
import { follow, reviewsOf, standingsBefore, type Recorded, type RecordedReview } from "./history";
import { reviewOf } from "./reviewOf";

/**
 * The history with a run added as a review of its day: what has changed since the review before it, all accounts in the
 * first one. A review of that day under the same preset is replaced; the one after it then says what has changed since this one.
 */
export function recordReview(history: readonly RecordedReview[], run: Run): RecordedReview[] {
  return addReview(history, reviewOf(run));
}

/** The same with a review that says how every account stands (`reviewOf`). */
export function addReview(history: readonly RecordedReview[], review: RecordedReview): RecordedReview[] {
  const day = serialOfIso(review.date);
  const before = standingsBefore(history, review.preset, day);
  const changed: RecordedReview = { ...review, entries: changes(before, present(review.entries)) };
  const next = reviewsOf(history, review.preset).find(({ date }) => serialOfIso(date) > day);
  const others = history.filter((each) => each !== next && !isSame(each, review));
  if (!next) return [...others, changed];
  const after = new Map(standingsBefore(history, review.preset, serialOfIso(next.date)));
  follow(after, next.entries);
  return [...others, changed, { ...next, entries: changes(present(review.entries), after) }];
}

function isSame(one: RecordedReview, other: RecordedReview): boolean {
  return one.preset === other.preset && serialOfIso(one.date) === serialOfIso(other.date);
}

function present(entries: ReadonlyMap<string, Recorded | null>): ReadonlyMap<string, Recorded> {
  return new Map([...entries].flatMap(([key, entry]) => (entry ? [[key, entry]] : [])));
}

/** What a review must say, coming after another: whose standing is another one, and who has left. */
function changes(
  before: ReadonlyMap<string, Recorded>,
  after: ReadonlyMap<string, Recorded>,
): ReadonlyMap<string, Recorded | null> {
  const entries = new Map<string, Recorded | null>();
  for (const [key, standing] of after) {
    const earlier = before.get(key);
    if (!earlier || hasChanged(earlier, standing)) entries.set(key, standing);
  }
  for (const key of before.keys()) if (!after.has(key)) entries.set(key, null);
  return entries;
}

/** Value and score alone are no change: they are kept as of the last one. */
function hasChanged(before: Recorded, after: Recorded): boolean {
  return (
    before.ladderTier !== after.ladderTier ||
    before.reachedTier !== after.reachedTier ||
    before.isHeld !== after.isHeld ||
    before.finalTier !== after.finalTier ||
    before.segment !== after.segment ||
    before.failures !== after.failures ||
    before.flags.join(" ") !== after.flags.join(" ")
  );
}
