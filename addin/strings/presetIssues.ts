import type { PresetCode, PresetIssue } from "../../engine/index";
import { count, list } from "./format";

type Sentence = (params: PresetIssue["params"]) => string;

/** Why a preset was refused; the place comes before it. */
const SENTENCES: Record<PresetCode, Sentence> = {
  "too-large": ({ most }) => `the preset is larger than ${count(most)} bytes`,
  "not-json": () => "this is not a preset: the text is not valid JSON",
  "duplicate-key": ({ key }) => `"${key}" is there twice, and only the last one would count`,
  "too-deep": ({ most }) => `nested more than ${count(most)} levels deep`,
  "too-many-nodes": ({ most }) => `the preset has more than ${count(most)} parts`,
  "forbidden-key": ({ key }) => `the name "${key}" is not allowed`,
  "newer-format": ({ format, newest }) => `made by a newer version (format ${format}; this one reads up to ${newest})`,
  "unknown-format": ({ format }) => `the format ${format} is unknown`,
  "wrong-type": ({ expected }) => (expected === undefined ? "has the wrong type" : `should be ${typesNamed(expected)}`),
  missing: ({ expected }) => (expected === undefined ? "is missing" : `is missing (${typesNamed(expected)})`),
  "unknown-key": ({ keys }) => `does not know ${list(keys)}`,
  "too-many": ({ most }) => `has more than ${count(most)} entries or characters`,
  "too-few": ({ least }) => `needs at least ${count(least)}`,
  "out-of-range": ({ least, most, over, under }) => {
    if (over !== undefined) return `should be over ${count(over)}`;
    if (under !== undefined) return `should be under ${count(under)}`;
    return least === undefined ? `is over ${count(most)}` : `is under ${count(least)}`;
  },
  "bad-text": () => "has characters that are not allowed there",
  "not-an-option": ({ options }) => `should be ${list(options, "disjunction")}`,
  "not-a-condition": () => "should be a condition",
  "unknown-condition": ({ keys }) => `no condition is written with ${list(keys)}`,
  "two-conditions": ({ keys }) => `is two conditions at once (${list(keys)}); join them with all or any`,
  "one-of": ({ keys }) => `needs exactly one of ${list(keys, "disjunction")}`,
  "unknown-measure": ({ part }) => `no kind of measure is called ${part}`,
  "repeated-id": ({ id }) => `uses ${id} a second time`,
  "reserved-id": ({ id }) => `${id} has a meaning of its own and cannot be used here`,
  "unknown-reference": ({ id }) => `refers to ${id}, which is not defined`,
  "wrong-measure-type": ({ id, expected }) => `needs a ${expected}, and ${id} is none`,
  "measure-cycle": ({ id }) => `reads ${id}, which reads it in turn`,
  "cuts-not-ascending": () => "the cuts do not rise from one class to the next",
  "rung-unreachable": ({ id }) => `takes every account, so that ${id} below it is never reached`,
  "last-rung-closed": () => "the last class must take everybody who is left, without a condition",
  "last-tier-capped": () => "the last tier takes whom the others have no seat for, so it can have no seats of its own",
  "top-not-allowed": () => "a top cannot stand here",
};

/** What the types of JSON are called; other words are ids or options, and stay as they are. */
const TYPES = new Map([
  ["string", "a text"],
  ["number", "a number"],
  ["int", "a whole number"],
  ["boolean", "true or false"],
  ["array", "a list"],
  ["tuple", "a list"],
  ["object", "a group of named parts"],
  ["record", "a group of named parts"],
]);

function typesNamed(expected: unknown): string {
  const names = String(expected)
    .split(" or ")
    .map((type) => TYPES.get(type) ?? type);
  return list([...new Set(names)], "disjunction");
}

/** One reason where it stands in the editor: the place is plain. */
export function issueHere({ code, params }: PresetIssue): string {
  const sentence = SENTENCES[code](params);
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

/** The sentence of one reason, with its place: `tiers.rungs.0.when: …`. */
export function presetIssueSentence({ path, code, params }: PresetIssue): string {
  const sentence = SENTENCES[code](params);
  return path.length === 0 ? sentence : `${path.join(".")}: ${sentence}`;
}
