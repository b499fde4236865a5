import { kindOf, type Condition, type Reason } from "./conditions/registry";
import type { Scope } from "./facts";
import type { Run } from "./run";

/** Why a condition holds on an account or does not. */
export function reasonOf(condition: Condition, account: number, run: Run, scope: Scope): Reason {
  const inside = (part: Condition) => reasonOf(part, account, run, scope);
  return kindOf(condition).explain(condition, account, run.facts, scope, inside);
}
