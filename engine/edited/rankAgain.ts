import { rankingOf, type RankBy, type Ranking } from "../ladder/rank";
import { sortRows } from "../ladder/sortRows";
import type { AccountKeys } from "../table/table";
import { fresh } from "../workspace";

/**
 * A ranking after an edit: the order of the one before is kept, the edited rows are taken out of it and merged in again
 * where they belong now. `rows` are all whose value, list, tie-breaks or place in the population may have changed.
 *
 * What stands between them is copied; sorted are the edited rows alone.
 */
export function rankAgain(before: Ranking, accounts: AccountKeys, by: RankBy, rows: Int32Array): Ranking {
  const order = before.splitAt(0);
  const removed = positionsOf(rows, order, before.by);
  const added = inOrder(
    rows.filter((row) => isRanked(by, row)),
    by,
  );
  const merged = new Int32Array(order.length - removed.length + added.length);
  const sorted = before.sorted ? new Float64Array(merged.length) : null;
  let [size, from, next] = [0, 0, 0];
  const copyTo = (to: number) => {
    while (from < to) {
      const end = Math.min(to, removed[next] ?? to);
      merged.set(order.subarray(from, end), size);
      if (before.sorted) sorted?.set(before.sorted.subarray(from, end), size);
      size += end - from;
      from = end;
      if (removed[next] === from) [from, next] = [from + 1, next + 1];
    }
  };
  for (const row of added) {
    copyTo(placeOf(row, by, order, before.by));
    if (sorted) sorted[size] = by.values[row]!; // rows have values
    merged[size++] = row;
  }
  copyTo(order.length);
  return rankingOf(accounts, by, merged, fresh, sorted);
}

/** Where those of some rows that are ranked stand in an order, ascending. */
function positionsOf(rows: Int32Array, order: Int32Array, by: RankBy): Int32Array {
  const groups = new Map<number, Set<number>>(); // rows that are equal in list and value, by the place where these begin
  for (const row of rows) {
    if (!isRanked(by, row)) continue;
    const place = placeOf(row, by, order, by);
    const group = groups.get(place);
    if (group) group.add(row);
    else groups.set(place, new Set([row]));
  }
  const found: number[] = [];
  for (const [place, group] of groups) {
    for (let at = place, left = group.size; left > 0; at++) {
      if (!group.has(order[at]!)) continue; // all of the group are there
      found.push(at);
      left--;
    }
  }
  return Int32Array.from(found).sort();
}

/** Whether a row is in the population and has a value. */
export function isRanked({ population, values }: RankBy, row: number): boolean {
  return population[row] === 1 && !Number.isNaN(values[row]);
}

function inOrder(rows: Int32Array, { values, direction, list }: RankBy): Int32Array {
  const byValue = sortRows(rows, values, direction);
  if (!list) return byValue;
  return Int32Array.from([...byValue].sort((a, b) => list[a]! - list[b]!)); // every row has a list
}

/** The first place in an order, by what that one was made by, that a row with a list and value of its own may have. */
function placeOf(row: number, { values, direction, list }: RankBy, order: Int32Array, before: RankBy): number {
  const value = values[row]!; // rows have values, here and below
  const [own, lists] = [list?.[row] ?? 0, before.list];
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = order[middle]!; // middle < length
    const apart = lists ? lists[other]! - own : 0;
    const isBefore =
      apart !== 0 ? apart < 0 : direction === "desc" ? before.values[other]! > value : before.values[other]! < value;
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  return low;
}
