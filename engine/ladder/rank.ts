import type { Facts } from "../facts";
import { compareCodePoints } from "../table/fold";
import type { AccountKeys } from "../table/table";
import { sortRows } from "./sortRows";
import { runningSums } from "./sum";
import { Ties } from "./ties";
import { valuesAt } from "./valuesAt";
import type { Buffers } from "../workspace";

/** A population in order of rank, best first, in one list per value of `within` (one list in all without it). */
export interface Ranking {
  /** Table rows, list after list. */
  readonly order: Int32Array;
  /** Where each list starts in `order`, and its length at the end: list i is `starts[i]` to `starts[i + 1]`. */
  readonly starts: readonly number[];
  /** Position of a row in `order`; -1 outside of the population. */
  readonly position: Int32Array;
  /** Value by table row. */
  readonly values: Float64Array;
  /** The row at one position of `order`. */
  rowAt(position: number): number;
  /** The same rows as `order` before and behind a position; those that are equal in value may stand in another order there. */
  splitAt(position: number): Int32Array;
  /** Running sums of the values of list i, worked out when first asked for. */
  sumsOf(list: number): Float64Array;
  /** Whether there is no `within`: everybody is in list 0. */
  readonly isOneList: boolean;
  /** The list of a row, ranked or not; -1 where nobody of its list is ranked. */
  listOf(row: number): number;
  /** Whether the accounts at two positions are equal in value, tie-breaks and key: they are one. */
  isSame(position: number, other: number): boolean;
  /** Whether they are equal in value. */
  isTied(position: number, other: number): boolean;
  /** What it was made by. */
  readonly by: RankBy;
  /** Values in order, once sums were asked for; null before. */
  readonly sorted: Float64Array | null;
}

export interface RankBy {
  readonly values: Float64Array;
  readonly direction: "desc" | "asc";
  /** Columns that decide between equal values, highest first; missing comes last. */
  readonly tieBreaks: readonly Float64Array[];
  /** 1 for each row to rank. Rows without a value are never ranked. */
  readonly population: Uint8Array;
  /** List of each row, counted from 0; -1 is a list of its own (a blank). Absent: one list. */
  readonly list?: Int32Array | undefined;
  /** All of the population that has a value, and maybe others, in that order already; equal ones in any. */
  readonly whole?: Int32Array | undefined;
}

/**
 * Ranks by value, then tie-breaks, then account key in code-point order. The order of the rows never decides: sorting
 * the sheet changes nothing.
 */
export function rank({ accounts, buffers }: Pick<Facts, "accounts" | "buffers">, by: RankBy): Ranking {
  const { values, direction, population, list, whole } = by;
  const ranked = buffers.ints(countToRank(population, values));
  if (whole) {
    takeFrom(whole, population, ranked);
    return rankingOf(accounts, by, listed(ranked, list, buffers), buffers);
  }
  takeRows(population, values, ranked);
  const byValue = sortRows(ranked, values, direction, buffers);
  buffers.giveBack(ranked);
  return rankingOf(accounts, by, listed(byValue, list, buffers), buffers);
}

/** Rows that are in order, list after list. */
function listed(order: Int32Array, list: Int32Array | undefined, buffers: Buffers): Int32Array {
  return list ? sortRows(order, Float64Array.from(list), "asc", buffers) : order;
}

/** How many of the population have a value. Functions of their own, as the loops of `masks.ts`. */
function countToRank(population: Uint8Array, values: Float64Array): number {
  let count = 0;
  for (let row = 0; row < values.length; row++) if (population[row] === 1 && !Number.isNaN(values[row])) count++;
  return count;
}

/** Their rows, in the order of the table. */
function takeRows(population: Uint8Array, values: Float64Array, into: Int32Array): void {
  let size = 0;
  for (let row = 0; size < into.length; row++) {
    if (population[row] === 1 && !Number.isNaN(values[row])) into[size++] = row;
  }
}

/** Their rows, in the order of all. */
function takeFrom(whole: Int32Array, population: Uint8Array, into: Int32Array): void {
  let size = 0;
  for (let i = 0; i < whole.length; i++) if (population[whole[i]!] === 1) into[size++] = whole[i]!; // i < length
}

/**
 * A ranking of rows that are in order of list and value; those that are equal in both may stand in any order, and are put
 * in theirs when somebody asks. `sorted` are their values, where they are known.
 */
export function rankingOf(
  accounts: AccountKeys,
  by: RankBy,
  order: Int32Array,
  buffers: Buffers,
  sorted: Float64Array | null = null,
): Ranking {
  const { values, tieBreaks, list } = by;
  const { codes } = accounts;
  const keyAt = (code: number) => (code < 0 ? "" : accounts.keyAt(code));
  const decide = (a: number, b: number): number => {
    for (const column of tieBreaks) {
      const byBreak = lastWhenMissing(column[b]) - lastWhenMissing(column[a]);
      if (byBreak !== 0 && !Number.isNaN(byBreak)) return byBreak;
    }
    return compareCodePoints(keyAt(codes[a] ?? -1), keyAt(codes[b] ?? -1)) || a - b; // one account on two rows goes together anyway
  };
  const starts = list ? listStarts(order, list) : [0, order.length];
  const listAt = new Map(list ? starts.map((start, i) => [list[order[start] ?? -1] ?? NaN, i]) : []);
  const ties = new Ties(order, values, list, decide);
  const sums: Float64Array[] = [];
  let position: Int32Array | null = null;
  const isTied = (i: number, j: number) => values[order[i] ?? -1] === values[order[j] ?? -1];
  const rowAt = (at: number) => {
    ties.settleAt(at);
    return order[at] ?? -1;
  };
  return {
    get order() {
      ties.settleAll();
      return order;
    },
    starts,
    get position() {
      return (position ??= positionsIn(this.order, values.length));
    },
    values,
    rowAt,
    splitAt(at) {
      if (at > 0 && at < order.length) ties.settleAt(at);
      return order;
    },
    sumsOf(list) {
      sorted ??= valuesAt(order, values, buffers);
      return (sums[list] ??= runningSums(sorted.subarray(starts[list], starts[list + 1]), buffers));
    },
    isOneList: list === undefined,
    listOf: (row) => (list ? (listAt.get(list[row] ?? -1) ?? -1) : 0),
    isTied,
    isSame(i, j) {
      if (!isTied(i, j)) return false;
      const [a, b] = [rowAt(i), rowAt(j)];
      return (
        codes[a] === codes[b] && tieBreaks.every((column) => lastWhenMissing(column[a]) === lastWhenMissing(column[b]))
      );
    },
    by,
    get sorted() {
      return sorted;
    },
  };
}

function listStarts(order: Int32Array, list: Int32Array): number[] {
  const starts = [0];
  for (let i = 1; i < order.length; i++) if (list[order[i] ?? 0] !== list[order[i - 1] ?? 0]) starts.push(i);
  starts.push(order.length);
  return starts;
}

function positionsIn(order: Int32Array, size: number): Int32Array {
  const position = new Int32Array(size).fill(-1);
  for (let i = 0; i < order.length; i++) position[order[i]!] = i; // i < length
  return position;
}

/** Two missing values are equal: -Infinity minus itself is NaN, which the comparison above passes over. */
function lastWhenMissing(value: number | undefined): number {
  return value === undefined || Number.isNaN(value) ? -Infinity : value;
}
