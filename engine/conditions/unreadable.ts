import * as z from "zod";
import { measureId } from "../preset/parts";
import { isUnreadableKind } from "../table/cell";
import type { Column, KindArray } from "../table/column";
import type { ConditionKind } from "./condition";

/**
 * Something stood there that could not be used: text where a number or a date is needed, a text date with two readings, a
 * word that is neither yes nor no, an error in a field of any type. Fields only, and measures of the type `field`: any
 * other is missing, never unreadable. Where several cells are one value, one of them is enough, whatever the others say.
 */
export interface UnreadableSpec {
  readonly measure: string;
  /** Whether something that could not be used is to stand there, or anything else. */
  readonly unreadable: boolean;
}
export interface UnreadableReason {
  readonly kind: "unreadable";
  readonly holds: boolean;
  readonly measure: string;
  readonly wanted: boolean;
}

export const unreadable: ConditionKind<UnreadableSpec, UnreadableReason> = {
  keys: ["unreadable"],
  schema: () => z.strictObject({ measure: measureId, unreadable: z.boolean() }),
  reads: ({ measure }) => [measure],
  parts: () => [],
  test({ measure, unreadable }, facts) {
    const { kinds } = facts.column(measure);
    const out = facts.buffers.bytes(facts.size).fill(unreadable ? 0 : 1);
    if (kinds) setWhereUnreadable(out, kinds, unreadable ? 1 : 0);
    return out;
  },
  explain({ measure, unreadable }, row, facts) {
    const holds = isUnreadable(facts.column(measure), row) === unreadable;
    return { kind: "unreadable", holds, measure, wanted: unreadable };
  },
};

/** A function of its own, as the loops of `masks.ts`. */
function setWhereUnreadable(out: Uint8Array, kinds: KindArray, to: 0 | 1): void {
  for (let row = 0; row < out.length; row++) if (isUnreadableKind(kinds[row]!)) out[row] = to; // row < length, that of both
}

function isUnreadable(column: Column, row: number): boolean {
  const kind = column.kinds?.[row];
  return kind !== undefined && isUnreadableKind(kind);
}
