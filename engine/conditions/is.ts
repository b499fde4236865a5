import * as z from "zod";
import { measureId } from "../preset/parts";
import type { TextColumn } from "../table/column";
import { fold } from "../table/fold";
import { yesOrNo } from "../table/textReader";
import { shownValue, type ConditionKind } from "./condition";
import { rowsWith } from "./words";

/**
 * The text is one of the words, without regard to case, Unicode form or spaces around it. False where it is missing.
 *
 * On yes/no columns TRUE, yes, y and 1 are one word, FALSE, no, n and 0 another; no other word holds there. `segment` and
 * `tier` are asked for by the ids of their rungs, a measure of the type `lifecycle` and a `basis` by the words that they
 * give; any other word is refused.
 */
export interface IsSpec {
  readonly measure: string;
  /** The words, of which any will do. */
  readonly is: readonly string[];
}
export interface IsReason {
  readonly kind: "is";
  readonly holds: boolean;
  readonly measure: string;
  /** null: missing. */
  readonly value: string | null;
  readonly words: readonly string[];
}

export const is: ConditionKind<IsSpec, IsReason> = {
  keys: ["is"],
  needs: "text",
  schema: () => z.strictObject({ measure: measureId, is: z.array(z.string().max(255)).min(1).max(1000) }),
  reads: ({ measure }) => [measure],
  parts: () => [],
  test({ measure, is }, facts) {
    const column = facts.text(measure);
    return rowsWith(column.codes, wantedWords(column, is), facts.buffers);
  },
  explain(spec, row, facts, scope) {
    const { measure, is } = spec;
    const value = shownValue(facts.text(measure), row) as string | null;
    return { kind: "is", holds: facts.holds(spec, scope)[row] === 1, measure, value, words: is };
  },
};

/** 1 for each word of the dictionary that is asked for. */
function wantedWords({ words, isYesNo }: TextColumn, asked: readonly string[]): Uint8Array {
  const set = new Set(asked.map((word) => (isYesNo ? yesOrNo(word) : fold(word))));
  return Uint8Array.from(words, (word) => (set.has(isYesNo ? word : fold(word)) ? 1 : 0));
}
