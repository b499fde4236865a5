import * as z from "zod";
import { finiteNumber, measureId } from "../preset/parts";
import { mask, shownValue, type ConditionKind } from "./condition";

/** The number is at least the first bound and under the second. False where missing. */
export interface BetweenSpec {
  readonly measure: string;
  readonly between: readonly [number, number];
}
export interface BetweenReason {
  readonly kind: "between";
  readonly holds: boolean;
  readonly measure: string;
  readonly value: number | null;
  readonly from: number;
  readonly under: number;
}

export const between: ConditionKind<BetweenSpec, BetweenReason> = {
  keys: ["between"],
  needs: "number",
  schema: () =>
    z.strictObject({
      measure: measureId,
      between: z
        .tuple([finiteNumber, finiteNumber])
        .refine(([from, under]) => from < under, { params: { code: "cuts-not-ascending" } }),
    }),
  reads: ({ measure }) => [measure],
  parts: () => [],
  test({ measure, between: [from, under] }, facts) {
    const values = facts.number(measure);
    return mask(facts.size, (row) => (values[row] ?? NaN) >= from && (values[row] ?? NaN) < under);
  },
  explain({ measure, between: [from, under] }, row, facts) {
    const value = shownValue(facts.column(measure), row) as number | null;
    return { kind: "between", holds: value !== null && value >= from && value < under, measure, value, from, under };
  },
};
