import type { CellKind } from "./cell";

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

/** A column of words that are known beforehand, every row missing until it is set. */
export function wordColumn(words: readonly string[], size: number): TextColumn {
  return { type: "text", codes: new Int32Array(size).fill(-1), words };
}
