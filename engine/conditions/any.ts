import * as z from "zod";
import { addOther } from "../masks";
import type { ConditionKind } from "./condition";
import { farthest, nearest } from "./gap";
import type { Condition, Reason } from "./registry";

/** At least one condition of the list holds. */
export interface AnySpec {
  /** The conditions. */
  readonly any: readonly Condition[];
}
export interface AnyReason {
  readonly kind: "any";
  readonly holds: boolean;
  readonly parts: readonly Reason[];
}

export const any: ConditionKind<AnySpec, AnyReason> = {
  keys: ["any"],
  schema: (condition) => z.strictObject({ any: z.array(condition).min(1).max(50) }),
  reads: () => [],
  parts: ({ any }) => any,
  test({ any }, facts, scope) {
    const out = facts.buffers.bytes(facts.size);
    for (const part of any) addOther(out, facts.holds(part, scope));
    return out;
  },
  explain({ any }, _row, _facts, _scope, explain) {
    const parts = any.map(explain);
    return { kind: "any", holds: parts.some((part) => part.holds), parts };
  },
  relax: ({ any }, { part }) => ({ any: any.map(part) }),
  gap: ({ any }, way, _facts, _scope, gap) => (way === "in" ? nearest : farthest)(any.map((part) => gap(part, way))),
};
