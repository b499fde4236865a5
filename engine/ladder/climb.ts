import type { Condition } from "../conditions/registry";
import type { Facts, Scope } from "../facts";
import { setWhere } from "../masks";
import type { Ladder } from "../preset/schema";

/** The scope of the conditions of rung `index`. */
export function scopeOf({ among, within, tieBreak, rungs }: Ladder, index: number): Scope {
  const above = rungs.slice(0, index).flatMap((rung) => (rung.when === undefined ? [] : [rung.when]));
  return { among, within, tieBreak, above };
}

/**
 * The rung of each account: the first whose condition holds, from the top; the last one has no condition, so that
 * nobody is left out. -1 for accounts that are not included.
 */
export function climb(ladder: Ladder, facts: Facts): Int16Array {
  const scopes = ladder.rungs.map((_, index) => scopeOf(ladder, index));
  return climbBy(
    ladder.rungs.map(({ when }) => when),
    scopes,
    facts,
  );
}

/** The same by the conditions of the rungs and their scopes. */
export function climbBy(
  conditions: readonly (Condition | undefined)[],
  scopes: readonly Scope[],
  facts: Facts,
): Int16Array {
  const rungs = facts.buffers.shorts(facts.size).fill(conditions.length - 1);
  for (let index = conditions.length - 1; index >= 0; index--) {
    const [when, scope] = [conditions[index], scopes[index]];
    if (when === undefined || scope === undefined) continue;
    setWhere(rungs, facts.holds(when, scope), 1, index);
  }
  setWhere(rungs, facts.included, 0, -1);
  return rungs;
}
