import type { CellKind } from "./cell";
import { fold } from "./fold";

/** One value per row. Every measure and every field is one of these. */
export type Column = NumberColumn | TextColumn;

export interface NumberColumn {
  readonly type: "number";
  /** NaN where missing. Dates are serial numbers of the 1900 system. */
  readonly values: Float64Array;
  /** What became of each cell; absent where the column was computed. */
  readonly kinds?: KindArray;
}

/** Dictionary-encoded text. Yes/no columns have the words `no` and `yes`. */
export interface TextColumn {
  readonly type: "text";
  /** Position in `words`; -1 where missing. */
  readonly codes: Int32Array;
  /** Each distinct text once, as it was first written. */
  readonly words: readonly string[];
  readonly isYesNo?: boolean;
  readonly kinds?: KindArray;
}

/** A `Uint8Array` whose values are cell kinds. */
export interface KindArray extends Uint8Array {
  [row: number]: CellKind;
}

/** The words of a column as names are compared, each once, and which of them each row has; -1 where missing. */
export function foldedWords({ codes, words }: TextColumn): {
  readonly keys: readonly string[];
  readonly codes: Int32Array;
} {
  const keys: string[] = [];
  const codeOf = new Map<string, number>();
  const keyOfWord = words.map((word) => {
    const key = fold(word);
    let code = codeOf.get(key);
    if (code === undefined) codeOf.set(key, (code = keys.push(key) - 1));
    return code;
  });
  return { keys, codes: codes.map((code) => keyOfWord[code] ?? -1) };
}

/** A column of words that are known beforehand, every row missing until it is set. */
export function wordColumn(words: readonly string[], size: number): TextColumn {
  return { type: "text", codes: new Int32Array(size).fill(-1), words };
}
