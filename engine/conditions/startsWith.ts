import * as z from "zod";
import { measureId } from "../preset/parts";
import { shownValue, type ConditionKind } from "./condition";
import { finder, rowsFound, wordsToFind } from "./words";

/**
 * The text starts with one of the words, without regard to case, Unicode form or spaces around. No patterns: every sign
 * is itself. False where the text is missing. A yes/no column has no parts: there the words are whole, as for `is`.
 */
export interface StartsWithSpec {
  readonly measure: string;
  /** The words, of which any will do; a single one may stand without a list. */
  readonly startsWith: readonly string[];
}
export interface StartsWithReason {
  readonly kind: "startsWith";
  readonly holds: boolean;
  readonly measure: string;
  /** null: missing. */
  readonly value: string | null;
  readonly words: readonly string[];
}

export const startsWith: ConditionKind<StartsWithSpec, StartsWithReason> = {
  keys: ["startsWith"],
  needs: "text",
  schema: () => z.strictObject({ measure: measureId, startsWith: wordsToFind }),
  reads: ({ measure }) => [measure],
  parts: () => [],
  test({ measure, startsWith }, facts) {
    const column = facts.text(measure);
    return rowsFound(column, finder(column, startsWith, hasStart), facts.buffers);
  },
  explain(spec, row, facts, scope) {
    const { measure, startsWith } = spec;
    const value = shownValue(facts.text(measure), row) as string | null;
    return { kind: "startsWith", holds: facts.holds(spec, scope)[row] === 1, measure, value, words: startsWith };
  },
};

function hasStart(text: string, word: string): boolean {
  return text.startsWith(word);
}
