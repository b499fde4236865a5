import type { AlertCode, AlertSeverity, AttentionReason, AttentionStatus, Override } from "../../engine/index";
import type { Expected } from "../excel/sheets/tables/ourTable";
import type { SheetIssue } from "../excel/sheets/tables/readRows";
import type { Recording } from "../excel/sheets/history/historyServices";
import { day as shownDay, list, things } from "./format";

/** Names and words on the sheets of ours that people read and write in. What stands there is read back by the same words. */

export const SHEET_NAMES = { overrides: "Tier Overrides", history: "Tier History" } as const;

export const OVERRIDE_HEADERS = {
  account: "Account",
  kind: "Kind",
  tier: "Tier",
  reason: "Reason",
  by: "By",
  until: "Until",
  preset: "Preset",
} as const;

export const REVIEW_HEADERS = {
  review: "Review",
  recording: "Recording",
  preset: "Preset",
  kind: "Row",
  account: "Account",
  segment: "Segment",
  tier: "Tier",
  reached: "Reached tier",
  ladder: "Ladder tier",
  held: "Held",
  failures: "Failures",
  part: "Part",
  count: "Count",
  value: "Value",
  score: "Score",
  flags: "Flags",
  text: "Text",
} as const;

export const ATTENTION_HEADERS = {
  account: "Account",
  code: "Code",
  flag: "Flag",
  tier: "Tier",
  before: "Was",
  severity: "Severity",
  owner: "Owner",
  due: "Due",
  status: "Status",
  reason: "Reason",
  resolved: "Resolved",
  review: "Review",
  preset: "Preset",
  note: "Note",
  recording: "Recording",
} as const;

/** What stands above the lists that cells of a column are chosen from. */
export const LIST_HEADERS = { kinds: "Kinds", tiers: "Tiers", statuses: "Statuses", reasons: "Reasons" } as const;

/** In the sheet as in the pane; `floor` and the other kinds' own names are read too. */
export const OVERRIDE_KINDS: Record<Override["kind"], string> = {
  exact: "Pin to tier",
  floor: "At least",
  ceiling: "At most",
  exclude: "Leave out",
};

/** Rows of a review: of an account, of one that has left, of all in a tier or a segment, and a part of the rules. */
export type RowKind = "account" | "left" | "tier" | "segment" | "rules";

export const ROW_KINDS: Record<RowKind, string> = {
  account: "account",
  left: "left",
  tier: "tier",
  segment: "segment",
  rules: "rules",
};

export const ALERT_WORDS: Record<AlertCode, string> = {
  slipped: "Slipped",
  held: "Held",
  left: "Left",
  overrideExpired: "Override expired",
  overrideExpiring: "Override expiring",
  reviewOverdue: "Review overdue",
  nearEdge: "Near the edge",
  staleData: "Stale data",
  dossierDue: "Dossier due",
  converted: "Converted",
  graduated: "Graduated",
  rose: "Rose",
  growing: "Growing",
  flagged: "Flagged",
};

export const SEVERITY_WORDS: Record<AlertSeverity, string> = { high: "High", medium: "Medium", low: "Low" };

export const STATUS_WORDS: Record<AttentionStatus, string> = {
  open: "Open",
  "in-progress": "In progress",
  done: "Done",
  dismissed: "Dismissed",
};

export const REASON_WORDS: Record<AttentionReason, string> = {
  "industry-change": "Industry change",
  dissatisfied: "Dissatisfied",
  "service-issue": "Service issue",
  price: "Price",
  "lost-champion": "Lost champion",
  "data-error": "Data error",
};

/** In a yes or no column; a no is blank. */
export const YES = "Yes";

const anyOf = (words: Readonly<Record<string, string>>) => list(Object.values(words), "disjunction");

const EXPECTED: Record<Expected, () => string> = {
  text: () => "a text",
  day: () => "a day, as a date or written like 2026-01-31",
  number: () => "a number",
  "override-kind": () => anyOf(OVERRIDE_KINDS),
  "row-kind": () => anyOf(ROW_KINDS),
  "alert-code": () => anyOf(ALERT_WORDS),
  severity: () => anyOf(SEVERITY_WORDS),
  status: () => anyOf(STATUS_WORDS),
  reason: () => anyOf(REASON_WORDS),
  tier: () => "a tier",
  "yes-or-blank": () => `${YES} or nothing`,
  rules: () => "a part of the rules, none of which may be missing",
};

const SHOWN = 40;

/** What is wrong in a row that was left out. */
export function sheetIssueSentence({ sheet, address, header, expects, found }: SheetIssue): string {
  const shown = found.length > SHOWN ? `${found.slice(0, SHOWN)}…` : found;
  const what = found.trim() === "" ? "is blank" : `says "${shown}"`;
  return `${header} in ${address} of ${sheet} ${what} and should hold ${EXPECTED[expects]()}; the row is left out.`;
}

/** What a review that was recorded has brought. */
export function recordingSentence({ day, accounts, raised }: Pick<Recording, "day" | "accounts" | "raised">): string {
  const changed = things(accounts, "new or changed account");
  return `Recorded the review of ${shownDay(day)} in ${SHEET_NAMES.history}: ${changed}, ${things(raised, "new item")} to look at.`;
}
