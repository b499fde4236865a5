import { shownValue } from "../conditions/condition";
import { OPEN_SCOPE } from "../facts";
import { measureKind } from "../measures/registry";
import type { FieldSpec } from "../preset/schema";
import { reasonOf } from "../reason";
import type { Run } from "../run";
import { fold } from "../table/fold";
import { measuresOf } from "./measuresOf";

/** What a criterion is about, in words that a customer may hear. */
export type Family = "size" | "growth" | "engagement" | "relationship" | "strategic" | "fit";

/** What the names of fields say of them, whatever their type; the first that fits. Ours. */
const WORDS: readonly (readonly [Family, readonly string[]])[] = [
  ["growth", ["growth", "potential", "increase"]],
  ["relationship", ["contract", "tenure", "renewal", "loyalty"]],
  [
    "engagement",
    ["engag", "usage", "utili", "adoption", "activ", "contact", "visit", "meeting", "frequency", "orders"],
  ],
  ["strategic", ["strateg", "seo", "logo", "marketing", "partner", "reference", "referral", "factor"]],
];
/** Dates of the beginning of something; others are of what was last done. */
const BEGINNINGS = ["first", "since", "start", "signed"];

/** What a field is about: by its name, else a number is size, a date the relationship or what was last done, a word what the account is. */
export function familyOfField(id: string, { type, label, headers }: FieldSpec): Family {
  const name = fold([id, label, headers[0]].join(" "));
  const [named] = WORDS.find(([, words]) => words.some((word) => name.includes(word))) ?? [];
  if (named !== undefined) return named;
  if (type === "number") return "size";
  if (type === "date") return BEGINNINGS.some((word) => name.includes(word)) ? "relationship" : "engagement";
  return "fit";
}

/**
 * What a field or measure is about for one account: all that it is made of and that the account has. Nothing where it is
 * missing, and of a side column (completeness, basis), which is about the data.
 */
export function familiesOf(run: Run, id: string, account: number): Family[] {
  if (id.includes(".") || shownValue(run.facts.column(id), account) === null) return [];
  const field = run.preset.fields.get(id);
  if (field) return [familyOfField(id, field)];
  const measure = run.preset.measures.find((each) => each.id === id);
  if (!measure) return [];
  switch (measure.type) {
    case "change":
      return ["growth"];
    case "lifecycle":
      return ["relationship"];
    case "daysSince":
    case "count":
    case "filled":
    case "variation":
      return ["engagement"];
    case "expectedWhenNew":
      return [measure.history, measure.expected].flatMap((part) => familiesOf(run, part, account));
    case "points":
      return measure.add
        .map(({ when }) => reasonOf(when, account, run, OPEN_SCOPE))
        .flatMap((reason) => (reason.holds ? measuresOf(reason) : []))
        .flatMap((part) => familiesOf(run, part, account));
    default:
      return measureKind(measure)
        .reads(measure)
        .flatMap((part) => familiesOf(run, part.id, account));
  }
}
