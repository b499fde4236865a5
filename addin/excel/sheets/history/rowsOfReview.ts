import type { ClassTotal, Recorded, RecordedReview } from "../../../../engine/index";
import type { ReviewRow } from "./reviews";

type Head = Pick<ReviewRow, "review" | "recording" | "preset">;

/** The rows of a review: its changes, its totals, and the rules in parts that are counted from 1. */
export function rowsOfReview(
  { preset, date, entries, tiers, segments, cuts }: RecordedReview,
  recording: string,
): ReviewRow[] {
  const head = { review: date, recording, preset };
  const rows: ReviewRow[] = [];
  for (const [account, entry] of entries) {
    rows.push(entry ? accountRow(head, account, entry) : { ...head, kind: "left", ...BLANK, account });
  }
  const total = ({ count, sum }: ClassTotal, i: number) => ({ part: i + 1, count, value: sum });
  tiers.forEach((each, i) => rows.push({ ...head, kind: "tier", ...BLANK, tier: each.id, ...total(each, i) }));
  segments.forEach((each, i) => rows.push({ ...head, kind: "segment", ...BLANK, segment: each.id, ...total(each, i) }));
  const parts = cuts ? cutIntoParts(JSON.stringify(cuts)) : [];
  parts.forEach((part, i) => rows.push({ ...head, kind: "rules", ...BLANK, part: i + 1, text: part }));
  return rows;
}

const BLANK = {
  ...{ account: null, segment: null, tier: null, reached: null, ladder: null, held: null, failures: null },
  ...{ part: null, count: null, value: null, score: null, flags: null, text: null },
};

/** One plain literal: objects that are put together from others take ten times as long, and there can be a million. */
function accountRow({ review, recording, preset }: Head, account: string, entry: Recorded): ReviewRow {
  return {
    review,
    recording,
    preset,
    kind: "account",
    account,
    segment: entry.segment,
    tier: entry.finalTier,
    reached: entry.reachedTier,
    ladder: entry.ladderTier,
    held: entry.isHeld ? "yes" : null,
    failures: entry.failures,
    part: null,
    count: null,
    value: entry.value,
    score: entry.score,
    flags: entry.flags.length > 0 ? entry.flags.join(" ") : null,
    text: null,
  };
}

/** Characters of the rules in one cell; a cell holds 32,767, and an apostrophe may go in front. */
const CELL_CHARACTERS = 32_000;

/** The parts of a text, none of which ends within a character. */
function cutIntoParts(whole: string): string[] {
  const parts: string[] = [];
  for (let from = 0; from < whole.length;) {
    const end = from + CELL_CHARACTERS;
    const part = whole.slice(from, /[\uD800-\uDBFF]/.test(whole.charAt(end - 1)) ? end - 1 : end);
    parts.push(part);
    from += part.length;
  }
  return parts;
}
