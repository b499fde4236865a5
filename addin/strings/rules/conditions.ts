import type { Kind } from "../conditionKinds";

/** What the editor of a condition says. */
export const CONDITIONS = {
  shape: "What must hold",
  one: "One comparison",
  all: "All of these",
  any: "Any of these",
  not: "Not: whoever this does not fit",
  add: "Add condition",
  remove: "Remove condition",
  nobody: "Nothing is asked: it fits every account.",
  missing: "A condition is missing.",
  subject: "Looked at",
  kind: "Comparison",
  number: "Number",
  day: "Day",
  from: "From",
  under: "To under",
  before: "To before",
  share: "Share of the sum",
  percent: "Share of the accounts",
  count: "Accounts",
  words: "Words",
  wordsHint: "One in each line; any of them will do.",
  found: "Words in this column",
  foundNone: "Choose from the accounts",
  noDay: "This is no day.",
  ranking: "How it is ranked",
  crossing: "The account that crosses the line",
  ties: "Equal values at the line",
  outside: "Accounts that are not ranked",
  order: "Ranked first",
  rounding: "Where that is no whole number of accounts",
  within: "A ranking of its own for each",
  oneRanking: "One ranking for all",
  among: "Who is ranked",
  kept: "Written in a way that this editor does not know. It is kept as it is.",
} as const;

/** The comparisons in words, of what is no date and of dates. */
export const KINDS: Readonly<Record<Kind, string>> = {
  ...{ ">=": "is at least", ">": "is over", "<=": "is at most", "<": "is under", "=": "is exactly" },
  "!=": "is other than",
  between: "is from … to under …",
  share: "is in the top share of the sum",
  percent: "is in the top share of the accounts",
  count: "is in the top number of accounts",
  is: "is",
  contains: "contains",
  startsWith: "begins with",
  filled: "is filled",
  blank: "is blank",
  readable: "can be read",
  unreadable: "cannot be read",
};
export const KINDS_OF_DATES: Readonly<Record<Kind, string>> = {
  ...KINDS,
  ...{ ">=": "is on or after", ">": "is after", "<=": "is on or before", "<": "is before", "=": "is on" },
  "!=": "is not on",
  between: "is from … to before …",
};

export const CROSSINGS = {
  up: "is in",
  down: "is out",
  nearest: "is in where most of it is under the line",
  refill: "is in until each class has its own part",
} as const;
export const TIES_OF_SHARES = { order: "by tie-break and name", up: "all in", down: "all out" } as const;
export const TIES_OF_COUNTS = { strict: "by tie-break and name", with: "all in", drop: "all out" } as const;
export const OUTSIDE = { no: "are out", compare: "are in where they are as large as one that is" } as const;
export const ORDERS = { desc: "The highest", asc: "The lowest" } as const;
export const ROUNDINGS = { ceil: "one more", floor: "one fewer", nearest: "the nearest" } as const;

/** What a word that measures give is called. */
export function wordName(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

/** What a button that opens a condition is called. */
/** A column, where a measure has its name too. */
export function columnName(name: string): string {
  return `${name} (column)`;
}

export function conditionName(label: string, sentence: string): string {
  return `${label}: ${sentence}`;
}

/** "Remove condition: Revenue is over 0" */
export function removeName(sentence: string): string {
  return `${CONDITIONS.remove}: ${sentence}`;
}
