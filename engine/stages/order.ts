import type { Facts } from "../facts";
import { rank } from "../ladder/rank";

/** Accounts that nothing tells apart: rows of one account with equal numbers. */
export type Group = Int32Array;

/**
 * Accounts best first, in lists: by `values`, missing last, then `tieBreaks`, then account key. `listOf` gives each row's
 * list, -1 being one of its own; one list for all without it. Lists in which nobody of the population is are not there.
 */
export function inOrder(
  facts: Facts,
  population: Uint8Array,
  values: Float64Array,
  tieBreaks: readonly Float64Array[] = [],
  listOf?: Int32Array,
): Map<number, Group[]> {
  const ranked = values.map((value) => (Number.isNaN(value) ? -Infinity : value));
  const { order, starts, isSame } = rank(facts, {
    values: ranked,
    direction: "desc",
    tieBreaks,
    population,
    list: listOf,
  });
  const lists = new Map<number, Group[]>();
  for (let i = 0; i + 1 < starts.length; i++) {
    const [from = 0, to = 0] = [starts[i], starts[i + 1]];
    if (from === to) continue;
    const groups: Group[] = [];
    let start = from;
    for (let position = from + 1; position <= to; position++) {
      if (position < to && isSame(position, position - 1)) continue;
      groups.push(order.subarray(start, position));
      start = position;
    }
    lists.set(listOf?.[order[from] ?? -1] ?? ONE_LIST, groups);
  }
  return lists;
}

/** The list of everybody, where there is only one. */
export const ONE_LIST = 0;
