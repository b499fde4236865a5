import type { ClassTotal, PresetDocument, Recorded, RecordedReview } from "../../../engine/index";
import { REVIEW_HEADERS, ROW_KINDS, SHEET_NAMES, YES } from "../../strings/sheets";
import { day, maybeNumber, maybeText, maybeWord, text, word } from "./cellKinds";
import type { OurTable, RowOf } from "./ourTable";

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

const BLANK = {
  ...{ account: null, segment: null, tier: null, reached: null, ladder: null, held: null, failures: null },
  ...{ part: null, count: null, value: null, score: null, flags: null, text: null },
};

/** Characters of the rules in one cell; a cell holds 32,767, and an apostrophe may go in front. */
const CELL_CHARACTERS = 32_000;

/** The rows of a review: its changes, its totals, and the rules in parts that are counted from 1. */
export function reviewRows(
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

function accountRow(
  head: Pick<ReviewRow, "review" | "recording" | "preset">,
  account: string,
  { ladderTier, reachedTier, isHeld, finalTier, segment, failures, value, score, flags }: Recorded,
): ReviewRow {
  return {
    ...head,
    ...{ kind: "account", account, segment, tier: finalTier, reached: reachedTier, ladder: ladderTier },
    ...{ held: isHeld ? "yes" : null, failures, part: null, count: null, value, score },
    ...{ flags: flags.length > 0 ? flags.join(" ") : null, text: null },
  };
}

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

/** The reviews that rows tell of, in whatever order they stand, and the rows whose rules cannot be put together. */
export function reviewsIn(rows: readonly ReviewRow[]): { reviews: RecordedReview[]; broken: ReviewRow[] } {
  const broken: ReviewRow[] = [];
  const reviews = lastOfEach(rows).map((own): RecordedReview => {
    const of = (kind: ReviewRow["kind"]) =>
      own.filter((row) => row.kind === kind).sort((a, b) => (a.part ?? 0) - (b.part ?? 0));
    const rules = of("rules");
    const cuts = cutsIn(rules);
    if (cuts === undefined) broken.push(...rules.slice(0, 1));
    const entries = new Map<string, Recorded | null>();
    for (const row of of("left")) entries.set(row.account ?? "", null);
    for (const row of of("account")) entries.set(row.account ?? "", recordedIn(row));
    return {
      preset: own[0]?.preset ?? "",
      date: own[0]?.review ?? "",
      entries,
      tiers: totals(of("tier"), ({ tier }) => tier),
      segments: totals(of("segment"), ({ segment }) => segment),
      cuts: cuts ?? null,
    };
  });
  return { reviews, broken };
}

function totals(rows: readonly ReviewRow[], idOf: (row: ReviewRow) => string | null): ClassTotal[] {
  const byId = new Map(rows.map((row) => [idOf(row) ?? "", row]));
  return [...byId].map(([id, { count, value }]) => ({ id, count: count ?? 0, sum: value ?? 0 }));
}

function recordedIn({ ladder, reached, held, tier, segment, failures, value, score, flags }: ReviewRow): Recorded {
  return {
    ...{ ladderTier: ladder, reachedTier: reached, isHeld: held !== null, finalTier: tier, segment },
    ...{ failures: failures ?? 0, value, score, flags: flags === null ? [] : flags.split(" ") },
  };
}

/** Rules from their parts; null where there are none, undefined where one is missing. */
function cutsIn(rules: readonly ReviewRow[]): PresetDocument | null | undefined {
  if (rules.length === 0) return null;
  if (rules.some(({ part }, i) => part !== i + 1)) return undefined;
  try {
    return JSON.parse(rules.map(({ text: part }) => part ?? "").join("")) as PresetDocument; // the engine parses it before it is used
  } catch {
    return undefined;
  }
}

/** The rows of each preset and day that were recorded last. */
function lastOfEach(rows: readonly ReviewRow[]): ReviewRow[][] {
  const byReview = new Map<string, { recording: string; rows: ReviewRow[] }>();
  for (const row of rows) {
    const id = JSON.stringify([row.preset, row.review]);
    const known = byReview.get(id);
    const order = known ? compareRecordings(row.recording, known.recording) : 1;
    if (order > 0) byReview.set(id, { recording: row.recording, rows: [row] });
    else if (order === 0) known?.rows.push(row);
  }
  return [...byReview.values()].map((each) => each.rows);
}

function compareRecordings(one: string, other: string): number {
  if (one === other) return 0;
  return numberOf(one) - numberOf(other) || (one < other ? -1 : 1);
}

/** The number of a recording: the later, the higher. */
export function numberOf(recording: string): number {
  return Number(/^\d+/.exec(recording)?.[0] ?? 0);
}

/** What the next recording is called; two people who record at once get two. */
export function nextRecording(rows: readonly Pick<ReviewRow, "recording">[], id: string): string {
  const last = rows.reduce((most, { recording }) => Math.max(most, numberOf(recording)), 0);
  return `${last + 1}-${id}`;
}
