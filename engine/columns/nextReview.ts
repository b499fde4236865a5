import type { Asked } from "../questions";
import { reviewsOf } from "../review/history";
import { nextReview } from "../review/nextReview";
import { serialOfIso } from "../table/date";
import { coded } from "./coded";
import type { ResultColumn } from "./column";

/**
 * The day on which the account is to be gone over again: after the last review up to the day of the run, that day included,
 * by the cadence of its tier; without a review yet, after the day of the run. No column where the preset has no review.
 */
export function nextReviewColumn({ run, history, day }: Asked): ResultColumn[] {
  const { preset, decision, accounts, asOf } = run;
  if (!preset.review) return [];
  const last = reviewsOf(history, preset.id)
    .filter(({ date }) => serialOfIso(date) <= asOf)
    .at(-1);
  const days = preset.tiers.rungs.map(({ id }) => nextReview(preset, last?.date ?? day, id));
  const serials = days.map((next) => (next === null ? null : serialOfIso(next)));
  const valueAt = (account: number) => serials[decision.final[account] ?? -1] ?? null;
  return [{ kind: "nextReview", ...coded<number | null>(accounts, valueAt), isOpen: true }];
}
