import type { Buffers } from "./workspace";

/**
 * Loops over masks (1 for each row that something holds on) and rungs, shared by all that has them.
 *
 * Each is a function of its own with nothing but arrays in it: an engine of JavaScript compiles it once and keeps it, while
 * a loop inside of a method is compiled for the objects around it, and once more in the next run.
 */

/** Takes out of a mask what does not hold in another. */
export function keepBoth(into: Uint8Array, other: Uint8Array): void {
  for (let row = 0; row < into.length; row++) into[row]! &= other[row]!; // row < length, that of all arrays here
}

/** Adds to a mask what holds in another. */
export function addOther(into: Uint8Array, other: Uint8Array): void {
  for (let row = 0; row < into.length; row++) into[row]! |= other[row]!;
}

/** 1 where a mask is 0. */
export function opposite(mask: Uint8Array, buffers: Buffers): Uint8Array {
  const out = buffers.bytes(mask.length);
  for (let row = 0; row < out.length; row++) out[row] = 1 - mask[row]!;
  return out;
}

/** Sets rungs where a mask is `at`. */
export function setWhere(rungs: Int16Array, mask: Uint8Array, at: 0 | 1, rung: number): void {
  for (let row = 0; row < rungs.length; row++) if (mask[row] === at) rungs[row] = rung;
}

/** 1 where the rung is this one. */
export function onRung(rungs: Int16Array, rung: number, buffers: Buffers): Uint8Array {
  const out = buffers.bytes(rungs.length);
  for (let row = 0; row < out.length; row++) if (rungs[row] === rung) out[row] = 1;
  return out;
}

/** 1 where a number is above zero and the mask holds. */
export function positiveIn(mask: Uint8Array, values: Float64Array, buffers: Buffers): Uint8Array {
  const out = buffers.bytes(mask.length);
  for (let row = 0; row < out.length; row++) if (values[row]! > 0) out[row] = mask[row]!;
  return out;
}

/** What holds of a mask where there is a rung: -1 is none. */
export function onAnyRung(mask: Uint8Array, rungs: Int16Array, buffers: Buffers): Uint8Array {
  const out = buffers.bytes(mask.length);
  for (let row = 0; row < out.length; row++) if (rungs[row]! >= 0) out[row] = mask[row]!;
  return out;
}
