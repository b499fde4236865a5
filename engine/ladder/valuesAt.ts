import type { Buffers } from "../workspace";

/** The values of some rows, in their order. */
export function valuesAt(rows: Int32Array, column: Float64Array, buffers: Buffers): Float64Array {
  const out = buffers.floats(rows.length);
  for (let i = 0; i < out.length; i++) out[i] = column[rows[i]!]!; // i < length, and rows are the column's
  return out;
}
