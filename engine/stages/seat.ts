import type { Facts } from "../facts";
import type { Groups } from "./order";

/** The decimal that is meant: 100 times 1.1 is 110. */
const TOLERANCE = 1e-9;

export interface Rules {
  /** Infinity: no limit. */
  readonly max: number;
  /** A part of the seats. */
  readonly buffer: number;
  /** Whether an override gives the account a seat; null where nobody has one by right. */
  readonly hasRight: ((row: number) => boolean) | null;
  /** Whether it had one in the review before; null where there is none. */
  readonly wasHere: ((row: number) => boolean) | null;
}

export interface Given {
  /** Accounts with a seat. */
  readonly used: number;
  /** Those of them that would have none, but had one before. */
  readonly incumbents: readonly number[];
  /** Rank of each account without a seat among all, from 1, in the order of the groups; 0 for one with a seat. */
  readonly refused: Int32Array;
}

/** Gives the seats of one list to those who seek one, best first. */
export function seat(groups: Groups, rules: Rules, { buffers }: Pick<Facts, "buffers">): Given {
  const { rows, ends } = groups;
  const isSeated = sitDown(groups, rules);
  const byRank = rules.wasHere === null ? isSeated : sitDown(groups, { ...rules, wasHere: null });
  const refused = buffers.ints(rows.length);
  const incumbents: number[] = [];
  let [used, first] = [0, 0];
  for (let i = 0; i < ends.length; i++) {
    const end = ends[i]!; // i < length, that of all
    if (isSeated[i] === 0) refused.fill(first + 1, first, end);
    else used += end - first;
    if (isSeated[i]! > byRank[i]!) for (let at = first; at < end; at++) incumbents.push(rows[at]!);
    first = end;
  }
  return { used, incumbents, refused };
}

/** 1 for each group that has a seat. The rank of a group is where it begins, counted from 1. */
function sitDown({ rows, ends }: Groups, { max, buffer, hasRight, wasHere }: Rules): Uint8Array {
  const isSeated = new Uint8Array(ends.length);
  const firstOf = (i: number) => (i === 0 ? 0 : ends[i - 1]!); // i < length
  let used = 0;
  const seatWhere = (lastRank: number, mayHave: number, maySit: (row: number) => boolean) => {
    for (let i = 0; i < ends.length && used < mayHave && firstOf(i) + 1 <= lastRank; i++) {
      const [first, size] = [firstOf(i), ends[i]! - firstOf(i)]; // i < length
      if (isSeated[i] === 1 || used + size > mayHave || !maySit(rows[first]!)) continue; // a group has a row
      isSeated[i] = 1;
      used += size;
    }
  };
  const safe = max * (1 - buffer) * (1 + TOLERANCE);
  const kept = Math.ceil(max * (1 + buffer) * (1 - TOLERANCE));
  if (hasRight) seatWhere(Infinity, Infinity, hasRight);
  seatWhere(safe, max, () => true);
  if (wasHere) seatWhere(kept, max, wasHere);
  seatWhere(Infinity, max, () => true);
  return isSeated;
}
