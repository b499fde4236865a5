import type { Facts } from "./facts";
import type { Ladder } from "./ladder/climb";
import { sumWhere } from "./ladder/sum";

/** What a class holds. Sums are of the value measure, over the accounts that have one. */
export interface ClassStats {
  readonly id: string;
  readonly label: string;
  /** Accounts in the class. */
  readonly count: number;
  /** Net sum: negatives count. 0 where nobody has a value. */
  readonly sum: number;
  /** Its positive sum over the positive sum of the ladder's population; null for a class outside of it. */
  readonly share: number | null;
  /** Mean value of the accounts that have one; null where nobody has. */
  readonly mean: number | null;
}

/** Statistics of every rung of a ladder, in its order. `rungOf` is each account's rung, -1 for none. */
export function classStats(ladder: Ladder, rungOf: Int16Array, values: Float64Array, facts: Facts): ClassStats[] {
  const among = ladder.among ? facts.holds(ladder.among, { tieBreak: [], above: [] }) : facts.included;
  const inPopulation = (row: number) => among[row] === 1 && facts.included[row] === 1;
  const base = sumWhere(values, (row, value) => value > 0 && inPopulation(row));
  return ladder.rungs.map(({ id, label }, index) => {
    const isIn = (row: number) => rungOf[row] === index;
    let [count, valued, ranked] = [0, 0, 0];
    for (let row = 0; row < facts.size; row++) {
      if (!isIn(row)) continue;
      count++;
      if (!Number.isNaN(values[row])) valued++;
      if (inPopulation(row)) ranked++;
    }
    const sum = sumWhere(values, isIn);
    const positive = sumWhere(values, (row, value) => value > 0 && isIn(row) && inPopulation(row));
    const isOutside = count > 0 && ranked === 0;
    const share = base === 0 || isOutside ? null : positive / base;
    return { id, label, count, sum, share, mean: valued === 0 ? null : sum / valued };
  });
}
