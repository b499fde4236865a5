import type { CellKind } from "./cell";
import { fold } from "./fold";
import type { Buffers } from "../workspace";

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

/** Distinct words in the order they come, and which of them each row has; -1 where missing. */
export interface Encoded {
  readonly codes: Int32Array;
  readonly words: readonly string[];
}

/** Text as it was read, row by row. Its dictionary is made when first asked for: account names seldom need one. */
export class TextCells implements TextColumn {
  readonly type = "text";
  #encoded: Encoded | null;

  constructor(
    /** undefined where missing. */
    readonly texts: readonly (string | undefined)[],
    readonly kinds: KindArray,
    /** Their dictionary, where it is known already. */
    encoded: Encoded | null = null,
  ) {
    this.#encoded = encoded;
  }

  /** The dictionary, where somebody has asked for it. */
  get encoded(): Encoded | null {
    return this.#encoded;
  }

  get codes(): Int32Array {
    return (this.#encoded ??= encode(this.texts, (text) => text)).codes;
  }

  get words(): readonly string[] {
    return (this.#encoded ??= encode(this.texts, (text) => text)).words;
  }
}

/** Places for texts that were met lately, by their length and first sign. */
const LATELY = 64;

/** The dictionary of the words that texts stand for. Most texts were met a few rows above, and need no look-up. */
export function encode(texts: readonly (string | undefined)[], wordOf: (text: string) => string): Encoded {
  const codes = new Int32Array(texts.length).fill(-1);
  const words: string[] = [];
  const codeOf = new Map<string, number>();
  const lately = new Array<string>(LATELY).fill("");
  const codesLately = new Int32Array(LATELY).fill(-1);
  for (let row = 0; row < texts.length; row++) {
    const text = texts[row];
    if (text === undefined) continue;
    const place = (text.length + 7 * text.charCodeAt(0)) & (LATELY - 1); // 0 where there is no first sign
    if (lately[place] !== text || codesLately[place] === -1) {
      const word = wordOf(text);
      let code = codeOf.get(word);
      if (code === undefined) codeOf.set(word, (code = words.push(word) - 1));
      lately[place] = text;
      codesLately[place] = code;
    }
    codes[row] = codesLately[place]!; // a place is a position
  }
  return { codes, words };
}

/** The words of a column as names are compared, each once, and which of them each row has; -1 where missing. */
export function foldedWords({ codes, words }: TextColumn): {
  readonly keys: readonly string[];
  readonly codes: Int32Array;
} {
  const folded = encode(words, fold);
  return { keys: folded.words, codes: codes.map((code) => folded.codes[code] ?? -1) };
}

/** A column of words that are known beforehand, every row missing until it is set. */
export function wordColumn(words: readonly string[], size: number, buffers: Buffers): TextColumn {
  return { type: "text", codes: buffers.ints(size).fill(-1), words };
}
