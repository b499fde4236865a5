import { kindOfCondition, TOPS, type ConditionDocument, type Kind } from "../../../strings/conditionKinds";
import type { Subject } from "./subjects";

/** The comparisons in the order in which they are offered, by the type of what is looked at. */
const OFFERED: Readonly<Record<Subject["type"], readonly Kind[]>> = {
  number: [">=", ">", "<=", "<", "=", "!=", "between", "share", "percent", "count", "filled", "blank"],
  date: [">=", ">", "<=", "<", "=", "!=", "between", "percent", "count", "filled", "blank"],
  text: ["is", "contains", "startsWith", "filled", "blank"],
  boolean: ["is", "filled", "blank"],
};
const READ: readonly Kind[] = ["unreadable", "readable"];

/** The kinds of comparison that what is looked at can have. Words that are known beforehand have no parts to look for. */
export function kindsFor({ type, words, place }: Subject, hasTop: boolean): readonly Kind[] {
  if (place === "ladder") return ["is"];
  const kinds = words && type === "text" ? (["is", "filled", "blank"] as const) : OFFERED[type];
  const offered = hasTop ? kinds : kinds.filter((kind) => !TOPS.has(kind));
  return place === "field" ? [...offered, ...READ] : offered;
}

/** A comparison to begin with, which the gate accepts. A date is compared with the day of the run. */
export function newCondition(subject: Subject, today: number): ConditionDocument {
  const measure = subject.id;
  if (subject.type === "number") return { measure, ">=": 0 };
  if (subject.type === "date") return { measure, "<=": today };
  const [word] = subject.words ?? [];
  return word ? { measure, is: [word.value] } : { measure, blank: false };
}

/** The same comparison of something else where that can be compared so, with the words that it can have; else another one. */
export function withSubject(
  condition: ConditionDocument,
  subject: Subject,
  { hasTop, today }: { readonly hasTop: boolean; readonly today: number },
): ConditionDocument {
  const kind = kindOfCondition(condition);
  if (kind === null || !kindsFor(subject, hasTop).includes(kind)) return newCondition(subject, today);
  const moved = { ...condition, measure: subject.id };
  return kind === "is" && subject.words ? { ...moved, is: knownWords(wordsIn(condition), subject) } : moved;
}

/** Another comparison of the same thing, with the numbers, words and population that both can have. */
export function withKind(condition: ConditionDocument, kind: Kind, subject: Subject, today: number): ConditionDocument {
  const { measure } = condition;
  switch (kind) {
    case "is":
      return { measure, is: subject.words ? knownWords(wordsIn(condition), subject) : wordsIn(condition) };
    case "contains":
    case "startsWith":
      return { measure, [kind]: wordsIn(condition) };
    case "filled":
    case "blank":
      return { measure, blank: kind === "blank" };
    case "readable":
    case "unreadable":
      return { measure, unreadable: kind === "unreadable" };
    case "between":
      return { measure, between: boundsIn(condition, subject, today) };
    case "share":
    case "percent":
    case "count":
      return { measure, top: topFrom(condition["top"], kind) };
    default:
      return { measure, [kind]: numberIn(condition, subject, today) };
  }
}

function wordsIn(condition: ConditionDocument): readonly string[] {
  const words = condition["is"] ?? condition["contains"] ?? condition["startsWith"] ?? [];
  return (Array.isArray(words) ? words : [words]).filter((word) => typeof word === "string");
}

/** Of the words those that there are; the first of all where none is, since one must be asked for. */
function knownWords(asked: readonly string[], { words }: Subject): readonly string[] {
  const known = words ?? [];
  const kept = asked.filter((word) => known.some(({ value }) => value.toLowerCase() === word.toLowerCase()));
  return kept.length > 0 ? kept : known.slice(0, 1).map(({ value }) => value);
}

const OPERATORS: readonly string[] = [">=", ">", "<=", "<", "=", "!="];

function numberIn(condition: ConditionDocument, subject: Subject, today: number): number {
  const { between } = condition;
  const stated = Array.isArray(between) ? (between[0] as unknown) : valueOf(condition, OPERATORS);
  return typeof stated === "number" ? stated : subject.type === "date" ? today : 0;
}

/** From the number there is to a higher one: a whole of a fraction or a year of a date further, else twice as high. */
function boundsIn(condition: ConditionDocument, subject: Subject, today: number): readonly [number, number] {
  const from = numberIn(condition, subject, today);
  const width = subject.type === "date" ? 365 : subject.isFraction || from <= 0 ? 1 : from;
  return [from, from + width];
}

function valueOf(condition: ConditionDocument, keys: readonly string[]): unknown {
  return keys.map((key) => condition[key]).find((value) => value !== undefined);
}

/** How ties are called by a share of a sum, and by a number of accounts. */
const TIES = [
  ["order", "strict"],
  ["up", "with"],
  ["down", "drop"],
] as const;

const SIZES = { share: 0.5, percent: 0.2, count: 10 } as const;

/** Another measure of the same top: whom it ranks stays, and ties are settled the same way. */
function topFrom(top: unknown, kind: "share" | "percent" | "count"): ConditionDocument {
  const before = (typeof top === "object" && top !== null ? top : {}) as ConditionDocument;
  const part = kind === "count" ? undefined : (before["share"] ?? before["percent"]);
  const [from, to] = kind === "share" ? [1, 0] : [0, 1];
  const { among, within, ties } = before;
  const kept = TIES.find((names) => names[from] === ties || names[to] === ties)?.[to];
  const order = kind === "share" ? undefined : before["order"];
  return withoutUndefined({ [kind]: part ?? SIZES[kind], order, ties: kept, among, within });
}

function withoutUndefined(object: ConditionDocument): ConditionDocument {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}
