import * as z from "zod";
import { finiteNumber, measureId } from "../preset/parts";
import type { Buffers } from "../workspace";
import { shownValue, type ConditionKind } from "./condition";
import { movedCut } from "./decimal";
import { gapsOf } from "./gap";

const OPERATORS = [">=", ">", "<=", "<", "=", "!="] as const;
export type Operator = (typeof OPERATORS)[number];

/**
 * The number stands so to the cut. A missing value stands in no relation: every comparison with it is false, `!=` too.
 * A date is compared by its serial number, as Excel counts days. One comparison at a time: two are joined with `all`.
 */
export type CompareSpec = { readonly measure: string } & { readonly [operator in Operator]?: number | undefined };
export interface CompareReason {
  readonly kind: "compare";
  readonly holds: boolean;
  readonly measure: string;
  /** null: missing. */
  readonly value: number | null;
  readonly operator: Operator;
  readonly cut: number;
}

export const compare: ConditionKind<CompareSpec, CompareReason> = {
  keys: OPERATORS,
  needs: "number",
  schema: () =>
    z.strictObject({
      measure: measureId,
      /** At least. */
      ">=": finiteNumber.optional(),
      /** Over. */
      ">": finiteNumber.optional(),
      /** At most. */
      "<=": finiteNumber.optional(),
      /** Under. */
      "<": finiteNumber.optional(),
      /** Just this number. */
      "=": finiteNumber.optional(),
      /** Any other number. */
      "!=": finiteNumber.optional(),
    }),
  reads: ({ measure }) => [measure],
  parts: () => [],
  test(spec, facts) {
    const values = facts.number(spec.measure);
    const { operator, cut } = comparison(spec);
    return rowsStanding(values, operator, cut, facts.buffers);
  },
  explain(spec, row, facts) {
    const column = facts.column(spec.measure);
    const value = shownValue(column, row) as number | null;
    const { operator, cut } = comparison(spec);
    return { kind: "compare", holds: stands(value ?? NaN, operator, cut), measure: spec.measure, value, operator, cut };
  },
  relax(spec, { sign, width, isDate }) {
    const { operator, cut } = comparison(spec);
    const move = isDate(spec.measure) ? 0 : sign * width(cut);
    const { measure } = spec;
    if (operator === ">=" || operator === ">") return { measure, [operator]: movedCut(cut, -move) };
    if (operator === "<=" || operator === "<") return { measure, [operator]: movedCut(cut, move) };
    if (operator === "!=" || move <= 0) return spec; // there is nothing tighter than one number, and nothing wider than all but one
    return { all: [{ measure, ">=": movedCut(cut, -move) }, { measure, "<=": movedCut(cut, move) }] }; // prettier-ignore
  },
  gap(spec, way, facts) {
    const values = facts.number(spec.measure);
    const { operator, cut } = comparison(spec);
    const canEnter = operator !== "!=";
    const isNever = way === "in" && !canEnter;
    const isThere = (value: number) => stands(value, operator, cut) !== (way === "out");
    return gapsOf(spec.measure, values, isThere, () => (isNever ? NaN : cut));
  },
};

function comparison(spec: CompareSpec): { operator: Operator; cut: number } {
  const operator = OPERATORS.find((each) => spec[each] !== undefined) ?? "=";
  return { operator, cut: spec[operator] ?? NaN };
}

/** The same as `stands`, a column at a time: what is asked does not change from row to row. */
function rowsStanding(values: Float64Array, operator: Operator, cut: number, buffers: Buffers): Uint8Array {
  const out = buffers.bytes(values.length);
  const [isUnder, isEqual, isOver] = ["<", "=", ">"].map((sign) => (operator.includes(sign) ? 1 : 0));
  const [under, equal, over] = operator === "!=" ? [1, 0, 1] : [isUnder ?? 0, isEqual ?? 0, isOver ?? 0];
  for (let row = 0; row < out.length; row++) {
    const value = values[row]!; // row < length
    if (value < cut) out[row] = under;
    else if (value > cut) out[row] = over;
    else if (value === cut) out[row] = equal; // a missing value is none of them
  }
  return out;
}

function stands(value: number, operator: Operator, cut: number): boolean {
  switch (operator) {
    case ">=":
      return value >= cut;
    case ">":
      return value > cut;
    case "<=":
      return value <= cut;
    case "<":
      return value < cut;
    case "=":
      return value === cut;
    case "!=":
      return value < cut || value > cut; // not `!==`, which a missing value would pass
  }
}
