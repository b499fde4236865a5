import * as z from "zod";

/** Small pieces that measures, conditions and the preset's schema are built of. */

/** An id: a letter, then letters, digits, `_` or `-`. */
export const id = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/);

/** The id of a field or a measure, or of a measure's side column (`value.basis`). */
export const measureId = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}(\.[A-Za-z]{1,32})?$/);

/**
 * What is written into cells: 1 to 64 characters, the first a letter, a digit or a bracket, so that no sheet takes it for
 * a formula. No control or direction signs, nothing that a file cannot hold (half a surrogate pair), and nothing that is
 * not seen, which would make two labels of one look. The joiners stay: emoji and Persian are written with them.
 */
export const label = z
  .string()
  .max(64)
  .regex(
    /^(?![\u115f\u1160\u3164\uffa0])[\p{L}\p{N}([{<][^\p{Cc}\p{Cs}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]*$/u,
  );

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

/** The field whose values are the owners of accounts, where a capacity names none. */
export const OWNER_FIELD = "owner";

/** The text fields that tell, by label, name or id, the first tier an account was in and the best one, from before the first review. */
export const INITIAL_TIER_FIELD = "initialTier";
export const HIGHEST_TIER_FIELD = "highestTier";

/** The flag whose alert has a code of its own. */
export const GROWING_FLAG = "growing";
