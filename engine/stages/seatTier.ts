import type { Facts } from "../facts";
import { leastOfBest } from "../ladder/leastOfBest";
import { Groups, ONE_LIST, rankedLists, type OrderBy, type RankedList } from "./order";
import type { RefusalsOfTier } from "./refusals";
import { mostKept, seat, type Given, type Rules } from "./seat";
import type { SeatList, SeatLists } from "./seatLists";

/** How the seats of a tier are given, in each of its lists. */
export interface TierRules extends Omit<Rules, "max"> {
  /** What ranks those who seek one. */
  readonly by: OrderBy;
}

/** The seats of a tier, as they were given. */
export interface SeatedTier {
  /** Seats that are taken, by list. */
  readonly used: readonly number[];
  /** Rows of accounts with a seat that they would not have, had they not had it before. */
  readonly incumbents: readonly number[];
  /** Who has none; null where there is no end of seats. */
  readonly refused: Omit<RefusalsOfTier, "tier"> | null;
}

/** Gives the seats of a tier to `seekers` (1 for each account that seeks one). */
export function seatTier(facts: Facts, seekers: Uint8Array, seats: SeatLists, rules: TierRules): SeatedTier {
  const { lists, listOf } = seats;
  if (lists.every(({ max }) => max === null)) return { used: countsIn(seats, seekers), incumbents: [], refused: null };
  const by = { ...rules.by, listOf };
  const given = listOf
    ? seatedByList(facts, seekers, lists, { ...rules, by })
    : [seatedOfAll(facts, seekers, lists, rules)];
  const refused = facts.buffers.copy(seekers);
  for (const { seated } of given) for (const row of seated) refused[row] = 0;
  const seatsOf = new Map(lists.map(({ list, max }) => [list, max ?? Infinity]));
  return {
    used: given.map(({ seated }) => seated.length),
    incumbents: given.flatMap(({ incumbents }) => incumbents),
    refused: {
      refused,
      ranks: () => ranksIn([...rankedLists(facts, seekers, by).values()], facts),
      seatsFor: (row) => seatsOf.get(listOf?.[row] ?? ONE_LIST) ?? Infinity,
    },
  };
}

const NOBODY: Given = { seated: [], incumbents: [] };

function seatedByList(facts: Facts, seekers: Uint8Array, lists: readonly SeatList[], rules: TierRules): Given[] {
  const bestFirst = rankedLists(facts, seekers, rules.by);
  return lists.map(({ list, max }) => {
    const own = bestFirst.get(list);
    return own ? seat(own, { ...rules, max: max ?? Infinity }) : NOBODY;
  });
}

/**
 * The same where there is one list. Only the best are put in order, and those with a right to a seat: as many as could
 * sit, and more of them while accounts on several rows, which sit whole or not at all, leave seats to others.
 */
function seatedOfAll(facts: Facts, seekers: Uint8Array, [all]: readonly SeatList[], rules: TierRules): Given {
  const max = all?.max ?? Infinity;
  for (let count = mostKept(max, rules.buffer) + 1; ; count *= 2) {
    const least = leastOfBest(rules.by.values, seekers, count);
    const best = least === -Infinity ? seekers : contenders(seekers, least, rules, facts);
    const list = rankedLists(facts, best, rules.by).get(ONE_LIST);
    const given = list ? seat(list, { ...rules, max }) : NOBODY;
    if (best === seekers || given.seated.length >= max) return given;
  }
}

/** 1 for each seeker who has at least a value, or a right to a seat. */
function contenders(seekers: Uint8Array, least: number, { by, hasRight }: TierRules, facts: Facts): Uint8Array {
  const best = facts.buffers.bytes(seekers.length);
  markFrom(least, by.values, seekers, best);
  if (hasRight) {
    for (let row = 0; row < best.length; row++) if (seekers[row] === 1 && hasRight(row)) best[row] = 1;
  }
  return best;
}

/** A function of its own, as the loops of `masks.ts`. */
function markFrom(least: number, values: Float64Array, seekers: Uint8Array, best: Uint8Array): void {
  for (let row = 0; row < best.length; row++) if (values[row]! >= least) best[row] = seekers[row]!; // row < length, that of all
}

/** How many seek a seat, by list. */
function countsIn({ lists, listOf }: SeatLists, seekers: Uint8Array): number[] {
  const counts = new Map<number, number>();
  for (let row = 0; row < seekers.length; row++) {
    if (seekers[row] === 0) continue;
    const list = listOf?.[row] ?? ONE_LIST;
    counts.set(list, (counts.get(list) ?? 0) + 1);
  }
  return lists.map(({ list }) => counts.get(list) ?? 0);
}

/** Ranks of all who sought a seat, from 1 in each list; those whom nothing tells apart have that of the first of them. */
function ranksIn(lists: readonly RankedList[], facts: Facts): Int32Array {
  const ranks = facts.buffers.ints(facts.size);
  for (const list of lists) {
    const groups = new Groups(list);
    for (let [i, first, end] = [0, 0, groups.endOf(0)]; end >= 0; first = end, end = groups.endOf(++i)) {
      for (let place = first; place < end; place++) ranks[groups.rowAt(place)] = first + 1;
    }
  }
  return ranks;
}
