import type { Override } from "../../engine/index";
import type { KeptOverride } from "../excel/sheets/overrides/overrides";
import { day, things } from "./format";
import { SHEET_NAMES } from "./sheets";

/** What the pane says of overrides. Names of controls are stable: tests find them. */
export const OVERRIDE = {
  open: "Override…",
  title: "Override",
  kind: "What to do",
  tier: "Tier",
  reason: "Reason",
  by: "Decided by",
  until: "Until",
  untilHint: "The last day of it; without a day it stays until somebody ends it.",
  scope: "For",
  everyPreset: "Every preset",
  save: "Save override",
  end: "End override",
  list: "Overrides",
  listed: "Overrides in this workbook",
  ofAccount: "Overrides of the account",
  none: "Nobody is pinned, held or left out.",
  leftOut: "Rows that are left out",
  reasonMissing: "Say why, for whoever asks later.",
  dayOver: "That day is over: the override would not act.",
  strongest: "Where there are several, leaving out beats a pin, a pin beats the limits, and at most beats at least.",
} as const;

const DONE: Record<Exclude<Override["kind"], "exclude">, string> = {
  exact: "Pinned to",
  floor: "At least",
  ceiling: "At most",
};

/** "Pinned to Tier 1 until 31 Mar 2026 by Dana, for every preset: strategic." */
export function overrideSentence(override: KeptOverride, presetName: (id: string) => string): string {
  const { kind, tier = "", reason, by, until, preset } = override;
  const what = kind === "exclude" ? "Left out" : `${DONE[kind]} ${tier}`;
  const end = until === undefined ? "" : ` until ${day(until)}`;
  const who = by === undefined ? "" : ` by ${by}`;
  const scope = preset === null ? "every preset" : presetName(preset);
  return `${what}${end}${who}, for ${scope}${reason === undefined ? "" : `: ${reason}`}.`;
}

/** Why an override does not act; null where it does. */
export function idleSentence({ until }: KeptOverride, asOf: string, isKnown: boolean): string | null {
  if (until !== undefined && until < asOf) return "It has run out.";
  return isKnown ? null : "These accounts have none of that name.";
}

/** "Overrides (3)". */
export function listTitle(overrides: number): string {
  return overrides === 0 ? OVERRIDE.list : `${OVERRIDE.list} (${overrides})`;
}

export function moreOverrides(overrides: number): string {
  return `and ${things(overrides, "more override")} in the sheet ${SHEET_NAMES.overrides}`;
}
