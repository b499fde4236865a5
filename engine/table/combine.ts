import type { FieldSpec } from "../preset/schema";
import type { KindArray, NumberColumn, TextColumn } from "./column";
import { TextCells } from "./column";
import type { Joining } from "./rollUp";

/** How the cells of one field in the rows of one account become one. */
export type Combine = NonNullable<FieldSpec["combine"]>;

/** Numbers and dates, missing ones left out; missing where nothing is there, but for `count`, which is then 0. */
export function combineNumbers(
  { values, kinds }: NumberColumn,
  combine: Combine,
  { accountOf, size }: Joining,
): NumberColumn {
  const counts = new Int32Array(size);
  const lost = new Float64Array(size); // what each sum has lost by rounding: the order of the rows must not decide
  const out = new Float64Array(size).fill(NaN);
  for (let row = 0; row < values.length; row++) {
    const account = accountOf[row]!; // row < length
    const value = values[row]!; // likewise
    if (account < 0 || Number.isNaN(value)) continue;
    const before = out[account]!; // an account is a position
    if (counts[account]!++ === 0) out[account] = value;
    else if (combine === "max") out[account] = Math.max(before, value);
    else if (combine === "min") out[account] = Math.min(before, value);
    else if (combine !== "first") {
      const sum = before + value;
      lost[account]! += Math.abs(before) >= Math.abs(value) ? before - sum + value : value - sum + before;
      out[account] = sum;
    }
  }
  if (combine === "count") out.set(counts);
  if (combine === "sum" || combine === "mean") {
    for (let account = 0; account < size; account++) {
      out[account]! += lost[account]!; // account < size
      if (combine === "mean") out[account]! /= counts[account]!; // 0 / 0 is missing, and so is the sum of nothing
    }
  }
  return { type: "number", values: out, ...(kinds && { kinds: strongest(kinds, { accountOf, size }) }) };
}

/** Any yes (`max`), any no (`min`), or the first that says one of both. */
export function combineYesNo(column: TextColumn, combine: Combine, joining: Joining): TextColumn {
  const codes = new Int32Array(joining.size).fill(-1);
  column.codes.forEach((code, row) => {
    const account = joining.accountOf[row] ?? -1;
    if (account < 0 || code < 0) return;
    const before = codes[account] ?? -1;
    if (before < 0) codes[account] = code;
    else if (combine === "max") codes[account] = Math.max(before, code);
    else if (combine === "min") codes[account] = Math.min(before, code);
  });
  return { ...column, codes, ...(column.kinds && { kinds: strongest(column.kinds, joining) }) };
}

/** The first text that is not blank. */
export function combineTexts(column: TextColumn, joining: Joining): TextColumn {
  const texts = new Array<string | undefined>(joining.size);
  for (let row = 0; row < joining.accountOf.length; row++) {
    const account = joining.accountOf[row] ?? -1;
    if (account >= 0) texts[account] ??= column instanceof TextCells ? column.texts[row] : undefined;
  }
  const kinds = column.kinds ?? (new Uint8Array(joining.accountOf.length) as KindArray);
  return new TextCells(texts, strongest(kinds, joining));
}

/** Of several cells the strongest kind stands, as where a field reads several columns. */
function strongest(kinds: KindArray, { accountOf, size }: Joining): KindArray {
  const out = new Uint8Array(size) as KindArray;
  for (let row = 0; row < kinds.length; row++) {
    const account = accountOf[row]!; // row < length
    const kind = kinds[row]!; // likewise
    if (account >= 0 && kind > out[account]!) out[account] = kind; // an account is a position
  }
  return out;
}
