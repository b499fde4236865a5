import { REVIEW_HEADERS, ROW_KINDS, SHEET_NAMES, YES } from "../../../strings/sheets";
import { day, maybeNumber, maybeText, maybeWord, text, word } from "../tables/cellKinds";
import type { OurTable, RowOf } from "../tables/ourTable";

const columns = {
  review: day(REVIEW_HEADERS.review),
  recording: text(REVIEW_HEADERS.recording, 100),
  preset: text(REVIEW_HEADERS.preset, 110),
  kind: word(REVIEW_HEADERS.kind, 60, "row-kind", ROW_KINDS),
  account: maybeText(REVIEW_HEADERS.account, 150),
  segment: maybeText(REVIEW_HEADERS.segment, 90),
  tier: maybeText(REVIEW_HEADERS.tier, 70),
  reached: maybeText(REVIEW_HEADERS.reached, 90),
  ladder: maybeText(REVIEW_HEADERS.ladder, 80),
  held: maybeWord(REVIEW_HEADERS.held, 50, "yes-or-blank", { yes: YES }),
  failures: maybeNumber(REVIEW_HEADERS.failures, 60),
  part: maybeNumber(REVIEW_HEADERS.part, 40),
  count: maybeNumber(REVIEW_HEADERS.count, 60),
  value: maybeNumber(REVIEW_HEADERS.value, 90),
  score: maybeNumber(REVIEW_HEADERS.score, 70),
  flags: maybeText(REVIEW_HEADERS.flags, 110),
  text: maybeText(REVIEW_HEADERS.text, 110),
};

/**
 * The table `TierReviews`: a log, in which nothing is ever changed. Tiers, segments and flags are ids. Of several
 * recordings of one preset and day the last one counts; `recording` begins with its number.
 */
export const REVIEWS: OurTable<typeof columns> = {
  sheet: SHEET_NAMES.history,
  name: "TierReviews",
  columns,
  key: ["recording"],
  blank: {},
  wrongIn: ({ kind, account, segment, tier, failures, part, count, value, text: rules }) => {
    if ((kind === "account" || kind === "left") && account === null) return "account";
    if (kind === "account" && !isCount(failures)) return "failures";
    if (kind === "tier" && tier === null) return "tier";
    if (kind === "segment" && segment === null) return "segment";
    if ((kind === "tier" || kind === "segment" || kind === "rules") && !isCount(part)) return "part";
    if ((kind === "tier" || kind === "segment") && !isCount(count)) return "count";
    if ((kind === "tier" || kind === "segment") && value === null) return "value";
    return kind === "rules" && rules === null ? "text" : null;
  },
};

export type ReviewRow = RowOf<typeof columns>;

const isCount = (value: number | null) => value !== null && Number.isInteger(value) && value >= 0;
