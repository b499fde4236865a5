import type { Facts } from "../facts";
import { rank } from "../ladder/rank";

/** Accounts best first, in groups that nothing tells apart: rows of one account with equal numbers. */
export interface Groups {
  readonly rows: Int32Array;
  /** Where each group ends in `rows`: group i begins where the one before it ends. */
  readonly ends: Int32Array;
}

/** The rows of group i. */
export function groupAt({ rows, ends }: Groups, i: number): Int32Array {
  return rows.subarray(i === 0 ? 0 : ends[i - 1], ends[i]);
}

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
): Map<number, Groups> {
  const { order, starts, isSame } = rank(facts, {
    values: withoutMissing(values, population),
    direction: "desc",
    tieBreaks,
    population,
    list: listOf,
  });
  const lists = new Map<number, Groups>();
  for (let i = 0; i + 1 < starts.length; i++) {
    const [from = 0, to = 0] = [starts[i], starts[i + 1]];
    if (from === to) continue;
    const ends = new Int32Array(to - from);
    let count = 0;
    for (let position = from + 1; position <= to; position++) {
      if (position === to || !isSame(position, position - 1)) ends[count++] = position - from;
    }
    const groups = { rows: order.subarray(from, to), ends: ends.subarray(0, count) };
    lists.set(listOf?.[order[from] ?? -1] ?? ONE_LIST, groups);
  }
  return lists;
}

/** The same values, missing ones the lowest, where anybody has such. */
function withoutMissing(values: Float64Array, population: Uint8Array): Float64Array {
  let out = values;
  for (let row = 0; row < values.length; row++) {
    if (population[row] === 0 || !Number.isNaN(values[row])) continue;
    if (out === values) out = values.slice();
    out[row] = -Infinity;
  }
  return out;
}

/** The list of everybody, where there is only one. */
export const ONE_LIST = 0;
