import { type Alert, type AttentionNote, type AttentionItem, type Preset } from "../../../../engine/index";
import {
  ALERT_WORDS,
  ATTENTION_HEADERS,
  REASON_WORDS,
  SEVERITY_WORDS,
  SHEET_NAMES,
  STATUS_WORDS,
} from "../../../strings/sheets";
import { day, maybeDay, maybeText, maybeWord, text, word } from "../tables/cellKinds";
import type { OurTable, RowOf } from "../tables/ourTable";

/** What is kept about an alert, with what people have written. */
export interface KeptAttention extends AttentionNote {
  /** Id of the preset. */
  readonly preset: string;
  readonly note: string | null;
}

const columns = {
  account: maybeText(ATTENTION_HEADERS.account, 150),
  code: word(ATTENTION_HEADERS.code, 90, "alert-code", ALERT_WORDS),
  flag: maybeText(ATTENTION_HEADERS.flag, 70),
  tier: maybeText(ATTENTION_HEADERS.tier, 70),
  before: maybeText(ATTENTION_HEADERS.before, 70),
  severity: maybeWord(ATTENTION_HEADERS.severity, 65, "severity", SEVERITY_WORDS),
  owner: maybeText(ATTENTION_HEADERS.owner, 100),
  due: day(ATTENTION_HEADERS.due),
  status: word(ATTENTION_HEADERS.status, 75, "status", STATUS_WORDS),
  reason: maybeWord(ATTENTION_HEADERS.reason, 95, "reason", REASON_WORDS),
  resolved: maybeDay(ATTENTION_HEADERS.resolved),
  review: day(ATTENTION_HEADERS.review),
  preset: text(ATTENTION_HEADERS.preset, 110),
  note: maybeText(ATTENTION_HEADERS.note, 200),
  recording: text(ATTENTION_HEADERS.recording, 100),
};

/** The table `TierAttention`. */
export const ATTENTION: OurTable<typeof columns> = {
  sheet: SHEET_NAMES.history,
  name: "TierAttention",
  columns,
  key: ["recording"],
  blank: { status: STATUS_WORDS.open, reason: "", resolved: "", note: "" },
};

const { account, code, flag, status, reason, resolved, review, preset, note } = columns;
const noted = { account, code, flag, status, reason, resolved, review, preset, note };

/** The same, of which only what people note is ever written again; an item is told by what it is about and since when. */
export const ATTENTION_NOTES: OurTable<typeof noted> = {
  sheet: ATTENTION.sheet,
  name: ATTENTION.name,
  columns: noted,
  key: ["account", "code", "flag", "review", "preset"],
  blank: {},
};

export type AttentionRow = RowOf<typeof columns>;

export function keptAttention(row: AttentionRow): KeptAttention {
  const { account, code, flag, review, due, owner, status, reason, resolved, preset, note } = row;
  return { account, code, flag, raised: review, due, owner, status, reason, resolved, preset, note };
}

/**
 * The rows of a recording: an item for each alert that nobody has still to look at. Items that were raised before stay
 * as people have written them.
 */
export function attentionRows(
  items: readonly AttentionItem[],
  kept: readonly KeptAttention[],
  { id, tiers }: Preset,
  recording: string,
): AttentionRow[] {
  const labels = new Map(tiers.rungs.map((rung) => [rung.id, rung.label]));
  const labelOf = (tier: string | null) => (tier === null ? null : (labels.get(tier) ?? tier));
  const known = new Set(kept.map(identity));
  return items.flatMap((item): AttentionRow[] => {
    const { alert } = item;
    if (alert === null || item.raised !== alert.raised || known.has(identity({ ...item, preset: id }))) return [];
    const { account, code, flag, due, owner, status } = item;
    const { tier, before, severity } = alert satisfies Alert;
    return [
      {
        ...{ account, code, flag, tier: labelOf(tier), before: labelOf(before), severity, owner, due, status },
        ...{ reason: null, resolved: null, review: item.raised, preset: id, note: null, recording },
      },
    ];
  });
}

/** What an item is about, since when, and for which preset. */
export function identity({ account, code, flag, raised, preset }: ItemKey): string {
  return JSON.stringify([account, code, flag, raised, preset]);
}

type ItemKey = Pick<KeptAttention, "account" | "code" | "flag" | "raised" | "preset">;
