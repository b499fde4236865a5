import * as z from "zod";
import type { ConditionKind } from "./condition";
import type { Condition, Reason } from "./registry";

/** The condition does not hold. Plain negation: `not >= 100` holds where the value is missing. */
export interface NotSpec {
  /** The condition. */
  readonly not: Condition;
}
export interface NotReason {
  readonly kind: "not";
  readonly holds: boolean;
  readonly part: Reason;
}

export const not: ConditionKind<NotSpec, NotReason> = {
  keys: ["not"],
  schema: (condition) => z.strictObject({ not: condition }),
  reads: () => [],
  parts: ({ not }) => [not],
  test({ not }, facts, scope) {
    const holds = facts.holds(not, scope);
    const out = new Uint8Array(facts.size);
    for (let row = 0; row < out.length; row++) out[row] = 1 - holds[row]!; // row < size; 0 or 1
    return out;
  },
  explain({ not }, _row, _facts, _scope, explain) {
    const part = explain(not);
    return { kind: "not", holds: !part.holds, part };
  },
  relax: ({ not }, { opposite }) => ({ not: opposite(not) }),
  gap: ({ not }, way, _facts, _scope, gap) => gap(not, way === "in" ? "out" : "in"),
};
