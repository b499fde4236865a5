import type { FieldSpec } from "../preset/schema";
import { fold } from "../table/fold";

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
