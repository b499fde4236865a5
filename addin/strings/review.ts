import type {
  AlertCode,
  AnswerTo,
  AttentionItem,
  AttentionReason,
  AttentionStatus,
  Move,
  Quality,
} from "../../engine/index";
import type { Names } from "./names";
import { compact, count, day, list, percent, rounded, things } from "./format";
import { ALERT_WORDS, REASON_WORDS, STATUS_WORDS } from "./sheets";

/** Everything that the Review tab says. Names of controls are stable: tests find them. */
export const REVIEW = {
  record: "Record review",
  toTier: "Go to Tier",
  noAccounts: "A review looks at tiered accounts, and none are chosen yet.",
  head: "This review",
  first:
    "No review is recorded yet. Once one is, this tab shows who has moved since, each account's path, and the revenue of each tier then and now.",
  movement: "Movement",
  movementFirst: "Everybody is new in a first review: there is nothing to compare with yet.",
  movementSameDay:
    'The one review there is was recorded on this day: there is nothing to compare with. Choose a later day under "As of" to see who has moved since.',
  before: "Before",
  now: "Now",
  new: "New",
  left: "Left",
  former: "Former tiers",
  attention: "Attention list",
  noAttention: "Nobody needs a look.",
  note: "Note",
  status: "Status",
  reason: "Reason",
  noReason: "none",
  save: "Save note",
  notRecorded: "Record the review to note a reason.",
  toldNoMore: "not so any more",
  wholeList: "The whole list",
  noOwner: "no owner",
  lists: "Who to look at",
  paths: "Initial, previous and highest tier",
  noPaths: "No account has ever been in another tier than now.",
  account: "Account",
  initial: "Initial",
  previous: "Previous",
  highest: "Highest",
  none: "–",
  revenue: "Revenue per tier",
  tier: "Tier",
  change: "Change",
  allTiers: "All tiers",
} as const;

/** Why "Record review" cannot be used now, beside what keeps everything from being written. */
export const CANNOT_RECORD = {
  untiered: "Apply the tiers first: a review records what stands in the sheet.",
  stale: "Refresh the tiers first: a review records what stands in the sheet.",
  old: "What is shown here is not of what is chosen.",
} as const;

/** "Last review 31 Jan 2026, next due 30 Apr 2026." */
export function reviewSentence(last: string, next: string | null, lateDays: number): string {
  if (next === null) return `Last review ${day(last)}.`;
  if (lateDays > 0) return `Last review ${day(last)}; the next was due ${day(next)}, ${things(lateDays, "day")} ago.`;
  return `Last review ${day(last)}, next due ${day(next)}.`;
}

export function replacesSentence(date: string): string {
  return `The review of ${day(date)} is recorded. Recording again replaces it.`;
}

/** "Data quality 97.2 %. No column for Owner and Last contact." */
export function qualitySentence({ all, unmapped }: Quality, names: Names): string {
  const there = all.score === null ? "Data quality cannot be told." : `Data quality ${percent(all.score)}.`;
  return unmapped.length === 0 ? there : `${there} No column for ${list(short(unmapped.map(names.measure)))}.`;
}

const MOST_NAMED = 4;

function short(names: readonly string[]): string[] {
  const more = names.length - MOST_NAMED;
  return more > 1 ? [...names.slice(0, MOST_NAMED), `${count(more)} more`] : [...names];
}

type Counts = AnswerTo<"movementCounts">;

export function movementTitle(since: string | null): string {
  return since === null ? REVIEW.movement : `Movement since ${day(since)}`;
}

/** "12 up · 5 down · 3 new · 1 left · 480 same. 4.2 % of the list changed." */
export function movementSentence({ counts, entered, left, leftUnknown, churn, isOverChurn }: Counts): string {
  const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);
  const where = (is: (was: number, now: number) => boolean) =>
    sum(counts.flatMap((row, was) => row.filter((_, now) => is(was, now))));
  const parts = [
    [where((was, now) => now < was), "up"],
    [where((was, now) => now > was), "down"],
    [sum(entered), "new"],
    [sum(left) + leftUnknown, "left"],
    [where((was, now) => now === was), "same"],
  ] as const;
  const changed = churn === null ? "" : ` ${percent(churn)} of the list changed`;
  const over = isOverChurn ? ", more than the rules allow" : "";
  return `${parts.map(([n, word]) => `${count(n)} ${word}`).join(" · ")}.${changed === "" ? "" : `${changed}${over}.`}`;
}

/** Accounts that moved alike; null is no tier. */
export interface Between {
  readonly kind?: "new" | "left";
  readonly from?: string;
  readonly to?: string;
  readonly isFormer?: boolean;
}

/** "from Tier 1 to Tier 2". */
export function betweenPhrase({ kind, from, to, isFormer }: Between, names: Names): string {
  if (kind === "new") return `new in ${names.tier(to ?? null)}`;
  const before = isFormer ? "tiers that the rules no longer have" : names.tier(from ?? null);
  if (kind === "left") return `from ${before} to none`;
  return from === to ? `still in ${before}` : `from ${before} to ${names.tier(to ?? null)}`;
}

/** Of a count that can be chosen: "3 accounts from Tier 1 to Tier 2". */
export function betweenName(accounts: number, between: Between, names: Names): string {
  return `${things(accounts, "account")} ${betweenPhrase(between, names)}`;
}

const CAUSES = { own: "by its own change", others: "not by its own change", held: "held until now" } as const;

/** "by its own change, value 1,200". */
export function movedPhrase({ cause, value }: Pick<Move, "cause" | "value">): string {
  const parts = [cause === null ? null : CAUSES[cause], valuePhrase(value)];
  return parts.filter((part) => part !== null).join(", ");
}

/** "value 1,200", "no value". */
export function valuePhrase(value: number | null): string {
  return value === null ? "no value" : `value ${rounded(value)}`;
}

/** How the table is read, with what its short labels stand for. */
export function readingSentence(labels: readonly string[], shortLabels: readonly string[]): string {
  const isShort = shortLabels.some((label, i) => label !== labels[i]);
  return `Rows: before; columns: now.${isShort ? ` ${legendSentence(labels, shortLabels)}` : ""}`;
}

/** What short labels stand for: "T1 Tier 1 · T2 Tier 2". */
export function legendSentence(labels: readonly string[], shortLabels: readonly string[]): string {
  return labels.map((label, i) => `${shortLabels[i] ?? ""} ${label}`).join(" · ");
}

/** "Attention list: 12 open, 2 overdue". */
export function attentionTitle(open: number, overdue: number): string {
  if (open === 0) return REVIEW.attention;
  return `${REVIEW.attention}: ${count(open)} open${overdue > 0 ? `, ${count(overdue)} overdue` : ""}`;
}

/** Of a button, of items whose alert is told no more. */
export function closeName(items: number): string {
  return `Close ${count(items)} that ${items === 1 ? "is" : "are"} ${REVIEW.toldNoMore}`;
}

/** Of a button: "Show 40 more". */
export function showMore(items: number): string {
  return `Show ${count(items)} more`;
}

/** "Slipped: Tier 1 → Tier 2". */
export function alertPhrase({ code, flag, alert }: AttentionItem, names: Names): string {
  const word: string = flag === null ? ALERT_WORDS[code] : `${ALERT_WORDS[code]} (${names.gate(flag)})`;
  if (alert === null) return `${word}, ${REVIEW.toldNoMore}`;
  const { before, tier } = alert;
  if (code === "reviewOverdue") return `${word} by ${things(alert.days ?? 0, "day")}`;
  if (before === tier || before === null) return tier === null ? word : `${word}: ${names.tier(tier)}`;
  return `${word}: ${names.tier(before)} → ${names.tier(tier)}`;
}

/** "Kim · due 5 May 2026". */
export function duePhrase({ owner, due, isOverdue }: AttentionItem, lateDays: number): string {
  const late = isOverdue ? `, ${things(lateDays, "day")} overdue` : "";
  return `${owner ?? REVIEW.noOwner} · due ${day(due)}${late}`;
}

/** "In progress · Price". */
export function statusPhrase(status: AttentionStatus, reason: AttentionReason | null): string {
  return reason === null ? STATUS_WORDS[status] : `${STATUS_WORDS[status]} · ${REASON_WORDS[reason]}`;
}

export function noteName(account: string | null, code: AlertCode): string {
  return `Note on ${account ?? REVIEW.wholeList}: ${ALERT_WORDS[code]}`;
}

/** "Tier 2 (31 Jan 2026) → Tier 1 (30 Apr 2026)". */
export function pathPhrase(steps: readonly { date: string; tier: string | null }[], names: Names): string {
  return steps.map(({ date, tier }) => `${names.tier(tier)} (${day(date)})`).join(" → ");
}

export function revenueTitle(since: string | null): string {
  return since === null ? REVIEW.revenue : `${REVIEW.revenue} now and on ${day(since)}`;
}

/** "14 accounts, was 12". */
export function accountsPhrase(now: number, before: number | null): string {
  const accounts = things(now, "account");
  return before === null ? accounts : `${accounts}, was ${count(before)}`;
}

/** From here on digits are left out, so that three columns stand in the narrowest pane. */
const LARGE = 1e8;

/** "1,234,567", "1.235B". */
export function amountText(value: number): string {
  return Math.abs(value) < LARGE ? rounded(value) : compact(value);
}

/** "+4.2 %"; a dash where nothing tells. */
export function growthText(growth: number | null): string {
  return growth === null ? REVIEW.none : `${growth > 0 ? "+" : ""}${percent(growth)}`;
}
