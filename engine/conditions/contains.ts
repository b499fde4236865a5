import * as z from "zod";
import { measureId } from "../preset/parts";
import { shownValue, type ConditionKind } from "./condition";
import { finder, rowsFound, wordsToFind } from "./words";

/**
 * One of the words is a part of the text, without regard to case, Unicode form or spaces around. No patterns: every sign
 * is itself. False where the text is missing. A yes/no column has no parts: there the words are whole, as for `is`.
 */
export interface ContainsSpec {
  readonly measure: string;
  /** The words, of which any will do; a single one may stand without a list. */
  readonly contains: readonly string[];
}
export interface ContainsReason {
  readonly kind: "contains";
  readonly holds: boolean;
  readonly measure: string;
  /** null: missing. */
  readonly value: string | null;
  readonly words: readonly string[];
}

export const contains: ConditionKind<ContainsSpec, ContainsReason> = {
  keys: ["contains"],
  needs: "text",
  schema: () => z.strictObject({ measure: measureId, contains: wordsToFind }),
  reads: ({ measure }) => [measure],
  parts: () => [],
  test({ measure, contains }, facts) {
    const column = facts.text(measure);
    return rowsFound(column, finder(column, contains, hasPart), facts.buffers);
  },
  explain(spec, row, facts, scope) {
    const { measure, contains } = spec;
    const value = shownValue(facts.text(measure), row) as string | null;
    return { kind: "contains", holds: facts.holds(spec, scope)[row] === 1, measure, value, words: contains };
  },
};

function hasPart(text: string, word: string): boolean {
  return text.includes(word);
}
