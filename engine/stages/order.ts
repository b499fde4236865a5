import type { Facts } from "../facts";
import { rank, type Ranking } from "../ladder/rank";

/** Accounts best first, in groups that nothing tells apart: rows of one account with equal numbers. */
export interface Groups {
  readonly rows: Int32Array;
  /** Where each group ends in `rows`: group i begins where the one before it ends. */
  readonly ends: Int32Array;
}

/** What accounts are put in order by. */
export interface OrderBy {
  readonly values: Float64Array;
  /** Decide between equal values, highest first. */
  readonly tieBreaks?: readonly Float64Array[];
  /** Each row's list, -1 being one of its own; one list for all where absent. */
  readonly listOf?: Int32Array | undefined;
  /** All accounts in order of the values, where they have been put in it already. */
  readonly whole?: Int32Array | undefined;
}

/** The rows of group i. */
export function groupAt({ rows, ends }: Groups, i: number): Int32Array {
  return rows.subarray(i === 0 ? 0 : ends[i - 1], ends[i]);
}

/**
 * Accounts best first, in lists: by `values`, missing last, then `tieBreaks`, then account key. Lists in which nobody of the
 * population is are not there.
 */
export function inOrder(
  facts: Facts,
  population: Uint8Array,
  { values, tieBreaks = [], listOf, whole }: OrderBy,
): Map<number, Groups> {
  const missing = rowsMissing(values, population);
  const ranking = rank(facts, {
    values: missing.length === 0 ? values : lowestAt(missing, values, facts),
    direction: "desc",
    tieBreaks,
    population,
    list: listOf,
    whole: whole && withThese(whole, missing),
  });
  const { order, starts } = ranking;
  const lists = new Map<number, Groups>();
  for (let i = 0; i + 1 < starts.length; i++) {
    const [from = 0, to = 0] = [starts[i], starts[i + 1]];
    if (from === to) continue;
    const groups = { rows: order.subarray(from, to), ends: groupEnds(ranking, from, to, facts) };
    lists.set(listOf?.[order[from] ?? -1] ?? ONE_LIST, groups);
  }
  return lists;
}

function groupEnds({ isSame }: Ranking, from: number, to: number, { buffers }: Facts): Int32Array {
  const ends = buffers.ints(to - from);
  let count = 0;
  for (let position = from + 1; position <= to; position++) {
    if (position === to || !isSame(position, position - 1)) ends[count++] = position - from;
  }
  return ends.subarray(0, count);
}

/** Those of the population that have no value. */
function rowsMissing(values: Float64Array, population: Uint8Array): Int32Array {
  const rows: number[] = [];
  for (let row = 0; row < values.length; row++) {
    if (population[row] === 1 && Number.isNaN(values[row])) rows.push(row);
  }
  return Int32Array.from(rows);
}

/** The same values, some rows having the lowest. */
function lowestAt(rows: Int32Array, values: Float64Array, { buffers }: Facts): Float64Array {
  const out = buffers.copy(values);
  for (const row of rows) out[row] = -Infinity;
  return out;
}

function withThese(order: Int32Array, last: Int32Array): Int32Array {
  if (last.length === 0) return order;
  const both = new Int32Array(order.length + last.length);
  both.set(order);
  both.set(last, order.length);
  return both;
}

/** The list of everybody, where there is only one. */
export const ONE_LIST = 0;
