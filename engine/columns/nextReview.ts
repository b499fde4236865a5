import type { Asked } from "../questions";
import { lastReview } from "../review/lastReview";
import { nextReview } from "../review/nextReview";
import { serialOfIso } from "../table/date";
import { coded } from "./coded";
import type { ResultColumn } from "./column";

/**
 * The day on which the account is to be gone over again: after the last review before the day of the run, by the cadence of
 * its tier; without one, after the day of the run. A review of the day itself is what the run leads to: it counts from the
 * next day on, so that recording it changes nothing in the sheet it is a record of. No column where the preset has no review.
 */
export function nextReviewColumn({ run, history, day }: Asked): ResultColumn[] {
  const { preset, decision, accounts, asOf } = run;
  if (!preset.review) return [];
  const last = lastReview(history, preset.id, asOf);
  const days = preset.tiers.rungs.map(({ id }) => nextReview(preset, last?.date ?? day, id));
  const serials = days.map((next) => (next === null ? null : serialOfIso(next)));
  const valueAt = (account: number) => serials[decision.final[account] ?? -1] ?? null;
  return [{ kind: "nextReview", ...coded<number | null>(accounts, valueAt), isOpen: true }];
}
