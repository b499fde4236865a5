import type { Condition } from "../conditions/registry";
import { fold } from "../table/fold";
import { yesOrNo } from "../table/textReader";

/**
 * Whether two conditions can be told to hold on no account together, whatever the cells: both ask for words of the same
 * measure, and none of the words is the same. False where it cannot be told.
 */
export function excludes(one: Condition, other: Condition): boolean {
  if (!("is" in one) || !("is" in other) || one.measure !== other.measure) return false;
  const words = new Set(one.is.flatMap(sameWords));
  return !other.is.flatMap(sameWords).some((word) => words.has(word));
}

/** On a yes/no column `yes` and `TRUE` are one word. */
function sameWords(word: string): string[] {
  const answer = yesOrNo(word);
  return answer === null ? [fold(word)] : [fold(word), `yes or no: ${answer}`];
}
