import type { PresetIssue } from "./gate";

/** Longer than any id or label. */
const MOST_CHARACTERS = 100;
const MOST_WORDS = 10;
/** Control and direction signs: a terminal or a sentence would obey them. */
const NOT_SHOWN = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/**
 * An issue as it can be shown: it repeats words of a text that anybody may have written, so they are cut to what a
 * sentence can hold, and signs that would turn it around are replaced. Ids and labels of a right preset stay as they are.
 */
export function shownIssue({ path, code, params }: PresetIssue): PresetIssue {
  const entries = Object.entries(params).map(([name, value]) => [name, shownParam(value)] as const);
  return {
    path: path.map((step) => (typeof step === "number" ? step : shown(step))),
    code,
    params: Object.fromEntries(entries),
  };
}

function shownParam(value: PresetIssue["params"][string]): PresetIssue["params"][string] {
  if (typeof value === "number") return value;
  return typeof value === "string" ? shown(value) : value.slice(0, MOST_WORDS).map(shown);
}

function shown(text: string): string {
  const short = text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
  return short.replace(NOT_SHOWN, "\ufffd");
}
