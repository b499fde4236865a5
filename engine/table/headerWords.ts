import type { FieldSpec } from "../preset/schema";
import { fold } from "./fold";

/** A header that a field goes by; one written `=Name` only as the whole header, never as a part of one. */
export interface Name {
  readonly words: readonly string[];
  readonly isWhole: boolean;
}

export function namesOf({ headers }: FieldSpec): Name[] {
  return headers.map((header) => ({ words: wordsOf(header), isWhole: header.startsWith("=") }));
}

/** The words of a header, folded and without punctuation. */
export function wordsOf(header: string): string[] {
  return fold(header).match(/[\p{L}\p{N}%$€£#][\p{L}\p{M}\p{N}%$€£#]*/gu) ?? [];
}

/** What words of business tables are cut to. */
const CUT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    acc: "account",
    acct: "account",
    amt: "amount",
    cust: "customer",
    emp: "employees",
    empl: "employees",
    empls: "employees",
    exp: "expected",
    ind: "industry",
    mgr: "manager",
    prev: "previous",
    rev: "revenue",
    seg: "segment",
  }),
);

/** The words with those that were cut short spelled out. */
export function spelledOut(words: readonly string[]): string[] {
  return words.map((word) => CUT.get(word) ?? word);
}

/** The header is the name, with or without spaces between its words. */
export function isSame(header: readonly string[], { words }: Name): boolean {
  return header.join("") === words.join("") && words.length > 0;
}

/** The words of the name stand in the header one after another. */
export function contains(header: readonly string[], { words, isWhole }: Name): boolean {
  if (words.length === 0 || isWhole) return false;
  return header.some((_, start) => words.every((word, i) => header[start + i] === word));
}
