import * as z from "zod";
import { measureId } from "../preset/parts";
import { isBlankKind } from "../table/cell";
import type { Column } from "../table/column";
import { mask, type ConditionKind } from "./condition";

/**
 * Nothing stands there: the cell is empty or holds a word for nothing (`n/a`). `blank: false` is the opposite. An
 * unreadable cell is not blank, nor is an amount that has no rate; a computed measure is blank where it is missing, one of
 * the type `field` where the field is.
 */
export interface BlankSpec {
  readonly measure: string;
  /** Whether nothing or something is to stand there. */
  readonly blank: boolean;
}
export interface BlankReason {
  readonly kind: "blank";
  readonly holds: boolean;
  readonly measure: string;
  readonly wanted: boolean;
}

export const blank: ConditionKind<BlankSpec, BlankReason> = {
  keys: ["blank"],
  schema: () => z.strictObject({ measure: measureId, blank: z.boolean() }),
  reads: ({ measure }) => [measure],
  parts: () => [],
  test({ measure, blank }, facts) {
    const column = facts.column(measure);
    return mask(facts.size, (row) => isBlank(column, row) === blank);
  },
  explain({ measure, blank }, row, facts) {
    return { kind: "blank", holds: isBlank(facts.column(measure), row) === blank, measure, wanted: blank };
  },
};

/** Whether nothing stands in a row of a column. */
export function isBlank(column: Column, row: number): boolean {
  const kind = column.kinds?.[row];
  if (kind !== undefined) return isBlankKind(kind);
  return column.type === "text" ? column.codes[row] === -1 : Number.isNaN(column.values[row]);
}
