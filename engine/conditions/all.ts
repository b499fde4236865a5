import * as z from "zod";
import { keepBoth } from "../masks";
import type { ConditionKind } from "./condition";
import { farthest, nearest } from "./gap";
import type { Condition, Reason } from "./registry";

/** Every condition of the list holds. */
export interface AllSpec {
  /** The conditions. */
  readonly all: readonly Condition[];
}
export interface AllReason {
  readonly kind: "all";
  readonly holds: boolean;
  readonly parts: readonly Reason[];
}

export const all: ConditionKind<AllSpec, AllReason> = {
  keys: ["all"],
  schema: (condition) => z.strictObject({ all: z.array(condition).min(1).max(50) }),
  reads: () => [],
  parts: ({ all }) => all,
  test({ all }, facts, scope) {
    const out = facts.buffers.bytes(facts.size).fill(1);
    for (const part of all) keepBoth(out, facts.holds(part, scope));
    return out;
  },
  explain({ all }, _row, _facts, _scope, explain) {
    const parts = all.map(explain);
    return { kind: "all", holds: parts.every((part) => part.holds), parts };
  },
  relax: ({ all }, { part }) => ({ all: all.map(part) }),
  gap: ({ all }, way, _facts, _scope, gap) => (way === "in" ? farthest : nearest)(all.map((part) => gap(part, way))),
};
