import type { Run } from "../run";
import { valueMeasure } from "../valueMeasure";

/** The value of each account, one per row of the accounts (rows joined), NaN where missing; all missing where the rules have no value. */
export function accountValues({ preset, facts }: Run): Float64Array {
  const id = valueMeasure(preset);
  return id === null ? new Float64Array(facts.size).fill(NaN) : facts.number(id);
}
