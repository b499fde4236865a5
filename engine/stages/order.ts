import type { Facts } from "../facts";
import { rank, type Ranking } from "../ladder/rank";

/** Accounts best first. Who of equal ones comes first is decided when somebody looks there. */
export interface RankedList {
  readonly ranking: Ranking;
  /** Where it begins and ends in the order of the ranking. */
  readonly from: number;
  readonly to: number;
}

/** A list in groups that nothing tells apart: rows of one account with equal numbers. They are found as they are asked for. */
export class Groups {
  readonly #list: RankedList;
  readonly #ends: number[] = [];

  constructor(list: RankedList) {
    this.#list = list;
  }

  /** The place in the list at which group i ends, from 0, and the next one begins; -1 behind the last group. */
  endOf(i: number): number {
    const { ranking, from, to } = this.#list;
    for (let start = this.#ends.at(-1) ?? 0; this.#ends.length <= i; start = this.#ends.at(-1) ?? 0) {
      if (from + start >= to) return -1;
      let end = from + start + 1;
      while (end < to && ranking.isSame(end, end - 1)) end++;
      this.#ends.push(end - from);
    }
    return this.#ends[i]!; // they were found just now
  }

  /** The row at a place in the list. */
  rowAt(place: number): number {
    return this.#list.ranking.rowAt(this.#list.from + place);
  }
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

/**
 * Accounts best first, in lists: by `values`, missing last, then `tieBreaks`, then account key. Lists in which nobody of the
 * population is are not there.
 */
export function rankedLists(
  facts: Facts,
  population: Uint8Array,
  { values, tieBreaks = [], listOf, whole }: OrderBy,
): Map<number, RankedList> {
  const missing = rowsMissing(values, population);
  const ranking = rank(facts, {
    values: missing.length === 0 ? values : lowestAt(missing, values, facts),
    direction: "desc",
    tieBreaks,
    population,
    list: listOf,
    whole: whole && withThese(whole, missing),
  });
  const { starts } = ranking;
  const order = ranking.splitAt(0);
  const lists = new Map<number, RankedList>();
  for (let i = 0; i + 1 < starts.length; i++) {
    const [from = 0, to = 0] = [starts[i], starts[i + 1]];
    if (from < to) lists.set(listOf?.[order[from] ?? -1] ?? ONE_LIST, { ranking, from, to });
  }
  return lists;
}

/** The rows of each group of one list of all, best first. */
export function* groupsInOrder(
  facts: Facts,
  population: Uint8Array,
  by: Omit<OrderBy, "listOf">,
): Iterable<Int32Array> {
  const list = rankedLists(facts, population, by).get(ONE_LIST);
  if (!list) return;
  const { order } = list.ranking;
  const groups = new Groups(list);
  for (let [i, first, end] = [0, 0, groups.endOf(0)]; end >= 0; first = end, end = groups.endOf(++i)) {
    yield order.subarray(list.from + first, list.from + end);
  }
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
