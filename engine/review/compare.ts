import type { Run } from "../run";
import { accountValues } from "./accountValues";
import { bestOfEach } from "./reviewOf";

/** An account that two runs put into different tiers. Tiers are ids; null is none. */
export interface Difference {
  readonly account: string;
  /** Input row, of several that of its best tier in the second run. */
  readonly row: number;
  readonly from: string | null;
  readonly to: string | null;
  /** In the second run; null where missing. */
  readonly value: number | null;
}

/**
 * Who would change if the rules were others: the accounts of a second run over the table of a first one whose tier is
 * another one, in the order of the table. Under a roll-up that only one of them has, the accounts that both know by name.
 *
 * Throws a RangeError where the runs are of different tables.
 */
export function compare(before: Run, after: Run): Difference[] {
  if (before.table !== after.table) throw new RangeError("the runs are of different tables");
  const tiersBefore = new Map(placesOf(before).map(({ key, tier }) => [key, tier]));
  const values = accountValues(after);
  return placesOf(after).flatMap(({ key, row, tier }): Difference[] => {
    const from = tiersBefore.get(key);
    if (from === undefined || from === tier) return [];
    const value = values[row] ?? NaN;
    const { facts } = after;
    return [
      {
        ...{ account: facts.accounts.nameAt(row), row: facts.inputRow(row), from, to: tier },
        value: Number.isNaN(value) ? null : value,
      },
    ];
  });
}

/** Every account with its row and tier. */
function placesOf({ preset, decision, accounts }: Run) {
  const { keys, codes } = accounts.table.accounts;
  return [...bestOfEach(codes, decision.final)].map(([code, row]) => {
    return { key: keys[code] ?? "", row, tier: preset.tiers.rungs[decision.final[row] ?? -1]?.id ?? null };
  });
}
