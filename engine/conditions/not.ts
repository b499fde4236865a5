import * as z from "zod";
import { opposite } from "../masks";
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
  test: ({ not }, facts, scope) => opposite(facts.holds(not, scope), facts.buffers),
  explain({ not }, _row, _facts, _scope, explain) {
    const part = explain(not);
    return { kind: "not", holds: !part.holds, part };
  },
  relax: ({ not }, { opposite }) => ({ not: opposite(not) }),
  gap: ({ not }, way, _facts, _scope, gap) => gap(not, way === "in" ? "out" : "in"),
};
