import { isoOf, readables, type Preset } from "../../engine/index";
import { isObject, kindOfCondition, shapeOf, type ConditionDocument, type Kind } from "./conditionKinds";
import { day, exact, exactPercent, list, things } from "./format";
import { namesOf, type Names } from "./names";
import { plain } from "./plain";

/** What a condition asks for, as a sentence without its full stop. Whatever is written there, also where it is none yet. */
export function conditionSentence(condition: unknown, preset: Preset): string {
  const sentence = phrase(condition, wordingOf(preset));
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}

/** The same within another sentence: lists stand in brackets. */
export function conditionPhrase(condition: unknown, preset: Preset): string {
  return partPhrase(condition, wordingOf(preset));
}

interface Wording {
  readonly names: Names;
  isDate(id: string): boolean;
  isFraction(id: string): boolean;
  /** A word as it is asked for: words that the rules themselves give are no quotations. */
  word(id: string, word: string): string;
}

const wordings = new WeakMap<Preset, Wording>();

/** Made once for a preset: a screen has many sentences. */
function wordingOf(preset: Preset): Wording {
  const made = wordings.get(preset) ?? newWording(preset);
  wordings.set(preset, made);
  return made;
}

function newWording(preset: Preset): Wording {
  const known = new Map(readables(preset).map((readable) => [readable.id, readable]));
  const names = namesOf(preset);
  return {
    names,
    isDate: (id) => known.get(id)?.type === "date",
    isFraction: (id) => known.get(id)?.isFraction === true,
    word(id, word) {
      if (id === "tier") return names.tier(word);
      const isOurs = known.get(id)?.type === "boolean" || known.get(id)?.words?.includes(word);
      return isOurs ? word : names.value(id, word);
    },
  };
}

function phrase(condition: unknown, wording: Wording): string {
  const shape = shapeOf(condition);
  if (shape === null || !isObject(condition)) return unknownPhrase(condition);
  if (shape === "not") return `not: ${partPhrase(condition["not"], wording)}`;
  if (shape === "one") return onePhrase(condition, wording);
  const parts = (condition[shape] as readonly unknown[]).map((part) => partPhrase(part, wording));
  const opening = shape === "all" ? "all of" : "any of";
  return parts.length === 0 ? `${opening}: nothing yet` : `${opening}: ${parts.join("; ")}`;
}

function partPhrase(condition: unknown, wording: Wording): string {
  const sentence = phrase(condition, wording);
  const shape = shapeOf(condition);
  return shape === "all" || shape === "any" ? `(${sentence})` : sentence;
}

function unknownPhrase(condition: unknown): string {
  if (condition === undefined) return "nothing is asked yet";
  return `kept as it is: ${plain(JSON.stringify(condition))}`;
}

function onePhrase(condition: ConditionDocument, wording: Wording): string {
  const kind = kindOfCondition(condition);
  const id = String(condition["measure"]);
  const name = wording.names.measure(id);
  switch (kind) {
    case null:
      return unknownPhrase(condition);
    case "filled":
      return `${name} is filled`;
    case "blank":
      return `${name} is blank`;
    case "readable":
      return `${name} can be read`;
    case "unreadable":
      return `${name} cannot be read`;
    case "is":
      return `${name} is ${wordsPhrase(condition["is"], id, wording)}`;
    case "contains":
      return `${name} contains ${wordsPhrase(condition["contains"], id, wording)}`;
    case "startsWith":
      return `${name} begins with ${wordsPhrase(condition["startsWith"], id, wording)}`;
    case "share":
    case "percent":
    case "count":
      return topPhrase(condition["top"] as ConditionDocument, kind, name, wording);
    default:
      return `${name} ${comparedPhrase(condition, kind, id, wording)}`;
  }
}

const OF_NUMBERS = {
  ...{ ">=": "is at least", ">": "is over", "<=": "is at most", "<": "is under", "=": "is exactly" },
  "!=": "is other than",
} as const;
const OF_DATES = {
  ...{ ">=": "is on or after", ">": "is after", "<=": "is on or before", "<": "is before", "=": "is on" },
  "!=": "is not on",
} as const;

function comparedPhrase(
  condition: ConditionDocument,
  kind: keyof typeof OF_NUMBERS | "between",
  id: string,
  wording: Wording,
): string {
  const value = (stated: unknown) => valuePhrase(stated, id, wording);
  const isDate = wording.isDate(id);
  if (kind !== "between") return `${(isDate ? OF_DATES : OF_NUMBERS)[kind]} ${value(condition[kind])}`;
  const [from, under] = Array.isArray(condition["between"]) ? (condition["between"] as unknown[]) : [];
  return `is from ${value(from)} to ${isDate ? "before" : "under"} ${value(under)}`;
}

function valuePhrase(value: unknown, id: string, { isDate, isFraction }: Wording): string {
  if (typeof value !== "number") return "…";
  if (isDate(id)) return day(isoOf(Math.floor(value)));
  return isFraction(id) ? exactPercent(value) : exact(value);
}

/** How many words a sentence names. */
const MOST_WORDS = 4;

function wordsPhrase(words: unknown, id: string, wording: Wording): string {
  const all = (Array.isArray(words) ? words : [words]).filter((word) => typeof word === "string");
  if (all.length === 0) return "…";
  const more = all.length - MOST_WORDS;
  const named = all.slice(0, more > 1 ? MOST_WORDS : all.length).map((word) => wording.word(id, word));
  return list(more > 1 ? [...named, things(more, "other word")] : named, "disjunction");
}

function topPhrase(top: ConditionDocument, kind: Kind, name: string, wording: Wording): string {
  const size = top[kind];
  const end = top["order"] === "asc" ? "lowest" : "top";
  const { among, within } = top;
  return [
    kind === "share" ? `among the top ${sizePhrase(size)} of ${name}` : "",
    kind === "percent" ? `among the ${end} ${sizePhrase(size)} of accounts by ${name}` : "",
    kind === "count" ? `among the ${end} ${typeof size === "number" ? things(size, "account") : "…"} by ${name}` : "",
    typeof within === "string" ? `, by each ${wording.names.measure(within)}` : "",
    among === undefined ? "" : `, of accounts where ${partPhrase(among, wording)}`,
  ].join("");
}

function sizePhrase(part: unknown): string {
  return typeof part === "number" ? exactPercent(part) : "…";
}
