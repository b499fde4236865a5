import type { Condition } from "../conditions/registry";
import { fold } from "../table/fold";

/**
 * Whether two conditions can be told to hold on no account together, whatever the cells: both ask for words of the same
 * measure, and none of the words is the same. False where it cannot be told.
 */
export function excludes(one: Condition, other: Condition): boolean {
  if (!("is" in one) || !("is" in other) || one.measure !== other.measure) return false;
  const words = new Set(one.is.map(fold));
  return !other.is.some((word) => words.has(fold(word)));
}
