import * as z from "zod";
import { finiteNumber, measureId } from "../preset/parts";
import { shownValue, type ConditionKind } from "./condition";
import { movedCut } from "./decimal";
import { apart, gapsOf } from "./gap";

/** The number is at least the first bound and under the second. False where missing. */
export interface BetweenSpec {
  readonly measure: string;
  /** The lower bound, which is in, and the upper one, which is not. */
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
    const out = facts.buffers.bytes(facts.size);
    for (let row = 0; row < out.length; row++) if (values[row]! >= from && values[row]! < under) out[row] = 1; // row < size
    return out;
  },
  explain({ measure, between: [from, under] }, row, facts) {
    const value = shownValue(facts.column(measure), row) as number | null;
    return { kind: "between", holds: value !== null && value >= from && value < under, measure, value, from, under };
  },
  relax(spec, { sign, width, isDate }) {
    const { measure, between: [from, under] } = spec; // prettier-ignore
    if (isDate(measure)) return spec;
    return { measure, between: [movedCut(from, -sign * width(from)), movedCut(under, sign * width(under))] };
  },
  gap({ measure, between: [from, under] }, way, facts) {
    const isThere = (value: number) => (value >= from && value < under) !== (way === "out");
    return gapsOf(measure, facts.number(measure), isThere, (value) => {
      const isNearFrom = way === "out" ? apart(value, from) <= apart(value, under) : value < from;
      return isNearFrom ? from : under;
    });
  },
};
