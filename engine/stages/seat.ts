import { Groups, type RankedList } from "./order";

/** The decimal that is meant: 100 times 1.1 is 110. */
const TOLERANCE = 1e-9;

export interface Rules {
  /** Not Infinity. */
  readonly max: number;
  /** A part of the seats. */
  readonly buffer: number;
  /** Whether an override gives the account a seat; null where nobody has one by right. */
  readonly hasRight: ((row: number) => boolean) | null;
  /** Whether it had one in the review before; null where there is none. */
  readonly wasHere: ((row: number) => boolean) | null;
}

export interface Given {
  /** Rows of the accounts with a seat. */
  readonly seated: readonly number[];
  /** Those of them that would have none, but had one before. */
  readonly incumbents: readonly number[];
}

/** The last rank at which an account may keep the seat that it had. */
export function mostKept(max: number, buffer: number): number {
  return Math.ceil(max * (1 + buffer) * (1 - TOLERANCE));
}

/** Gives the seats of one list to those who seek one, best first; `Infinity` seats are for the caller to give. */
export function seat(list: RankedList, rules: Rules): Given {
  const groups = new Groups(list);
  const isSeated = sitDown(groups, list, rules);
  const byRank = rules.wasHere === null ? isSeated : sitDown(groups, list, { ...rules, wasHere: null });
  const [seated, incumbents]: [number[], number[]] = [[], []];
  for (let [i, first] = [0, 0]; i < isSeated.length; first = groups.endOf(i++)) {
    if (isSeated[i] !== 1) continue;
    for (let place = first; place < groups.endOf(i); place++) {
      seated.push(groups.rowAt(place));
      if (byRank[i] !== 1) incumbents.push(groups.rowAt(place));
    }
  }
  return { seated, incumbents };
}

/** 1 for each group that has a seat, as far as anybody was looked at. The rank of a group is where it begins, counted from 1. */
function sitDown(
  groups: Groups,
  { from, to }: RankedList,
  { max, buffer, hasRight, wasHere }: Rules,
): readonly number[] {
  const isSeated: number[] = [];
  let used = 0;
  const seatWhere = (lastRank: number, mayHave: number, maySit: (row: number) => boolean) => {
    for (let [i, first] = [0, 0]; first < to - from && used < mayHave && first + 1 <= lastRank; i++) {
      const size = groups.endOf(i) - first;
      const sits = isSeated[i] !== 1 && used + size <= mayHave && maySit(groups.rowAt(first));
      if (sits) used += size;
      isSeated[i] = sits || isSeated[i] === 1 ? 1 : 0;
      first += size;
    }
  };
  const safe = max * (1 - buffer) * (1 + TOLERANCE);
  const kept = mostKept(max, buffer);
  if (hasRight) seatWhere(Infinity, Infinity, hasRight);
  seatWhere(safe, max, () => true);
  if (wasHere) seatWhere(kept, max, wasHere);
  seatWhere(Infinity, max, () => true);
  return isSeated;
}
