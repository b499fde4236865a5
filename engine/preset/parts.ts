import * as z from "zod";

/** Small pieces that measures, conditions and the preset's schema are built of. */

/** An id: a letter, then letters, digits, `_` or `-`. */
export const id = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/);

/** The id of a field or a measure, or of a measure's side column (`value.basis`). */
export const measureId = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}(\.[A-Za-z]{1,32})?$/);

/** What is written into cells: 1 to 64 characters, the first a letter, a digit or a bracket, no control or direction signs, nothing that a file cannot hold (half a surrogate pair). */
export const label = z
  .string()
  .max(64)
  .regex(/^[\p{L}\p{N}([{<]/u)
  .regex(/^[^\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\p{Cs}\ufffe\uffff]*$/u);

/** Whether a text may stand where a preset has a label, as its name does. */
export function isLabel(text: string): boolean {
  return text !== "" && label.safeParse(text).success;
}

/** Free text that is shown, never computed with. */
export const note = z.string().max(2000);

export const finiteNumber = z.number().min(-1e15).max(1e15);

/** A fraction between nothing and all. */
export const fraction = z.number().min(0).max(1);

export const colour = z.string().regex(/^#[0-9A-Fa-f]{6}$/);
