import * as z from "zod";
import type { TextColumn } from "../table/column";
import { fold } from "../table/fold";
import { yesOrNo } from "../table/textReader";
import type { Buffers } from "../workspace";

const word = z
  .string()
  .max(255)
  .refine((text) => fold(text) !== "", { params: { code: "bad-text" } }); // nothing is a part of everything

/** What to look for in a text: a word, or a list of which any will do. A list in the checked preset. */
export const wordsToFind = z.preprocess(
  (raw) => (typeof raw === "string" ? [raw] : raw),
  z.array(word).min(1).max(100),
);

/**
 * Asks of a text of a column whether one of the words stands in it as `stands` says; both are folded. A yes/no column has
 * no parts: there the words are whole, TRUE, yes, y and 1 one of them, FALSE, no, n and 0 the other.
 */
export function finder(
  { isYesNo }: TextColumn,
  words: readonly string[],
  stands: (text: string, word: string) => boolean,
): (text: string) => boolean {
  if (isYesNo) {
    const said = new Set<string | null>(words.map(yesOrNo));
    return (text) => said.has(text);
  }
  const folded = words.map(fold);
  return (text) => {
    const whole = fold(text);
    return folded.some((word) => stands(whole, word));
  };
}

/** 1 for each row whose text is found; a missing one never is. Each distinct text is asked about once. */
export function rowsFound(
  { codes, words }: TextColumn,
  isFound: (text: string) => boolean,
  buffers: Buffers,
): Uint8Array {
  const areFound = Uint8Array.from(words, (text) => (isFound(text) ? 1 : 0));
  return rowsWith(codes, areFound, buffers);
}

/** 1 for each row whose word is wanted: `isWanted` by code. */
export function rowsWith(codes: Int32Array, isWanted: Uint8Array, buffers: Buffers): Uint8Array {
  const out = buffers.bytes(codes.length);
  for (let row = 0; row < out.length; row++) {
    const code = codes[row]!; // row < length
    if (code >= 0) out[row] = isWanted[code]!; // a code is a word's; -1 is no word
  }
  return out;
}
