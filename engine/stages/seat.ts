import type { Group } from "./order";

/** The decimal that is meant: 100 times 1.1 is 110. */
const TOLERANCE = 1e-9;

export interface Rules {
  /** Infinity: no limit. */
  readonly max: number;
  /** A part of the seats. */
  readonly buffer: number;
  /** Whether an override gives the account a seat. */
  hasRight(row: number): boolean;
  /** Whether it had one in the review before. */
  wasHere(row: number): boolean;
}

export interface Given {
  /** Accounts with a seat. */
  readonly used: number;
  /** Those of them that would have none, but had one before. */
  readonly incumbents: readonly number[];
  /** The others, with their rank among all, from 1. */
  readonly refused: readonly { readonly row: number; readonly rank: number }[];
}

/** Gives the seats of one list to those who seek one, best first. */
export function seat(groups: readonly Group[], rules: Rules): Given {
  const ranks: number[] = [];
  groups.reduce((rank, group) => (ranks.push(rank), rank + group.length), 1);
  const isSeated = sitDown(groups, ranks, rules);
  const byRank = sitDown(groups, ranks, { ...rules, wasHere: () => false });
  const rowsWhere = (isMeant: (i: number) => boolean) => groups.flatMap((group, i) => (isMeant(i) ? [...group] : []));
  return {
    used: rowsWhere((i) => isSeated[i] === true).length,
    incumbents: rowsWhere((i) => isSeated[i] === true && byRank[i] === false),
    refused: groups.flatMap((group, i) =>
      isSeated[i] ? [] : [...group].map((row) => ({ row, rank: ranks[i] ?? Infinity })),
    ),
  };
}

/** Whether each group has a seat. */
function sitDown(
  groups: readonly Group[],
  ranks: readonly number[],
  { max, buffer, hasRight, wasHere }: Rules,
): readonly boolean[] {
  const isSeated = groups.map((group) => hasRight(group[0] ?? -1));
  let used = groups.reduce((sum, group, i) => sum + (isSeated[i] ? group.length : 0), 0);
  const seatWhere = (maySit: (rank: number, row: number) => boolean) => {
    groups.forEach((group, i) => {
      if (isSeated[i] || used + group.length > max || !maySit(ranks[i] ?? Infinity, group[0] ?? -1)) return;
      isSeated[i] = true;
      used += group.length;
    });
  };
  const safe = max * (1 - buffer) * (1 + TOLERANCE);
  const kept = Math.ceil(max * (1 + buffer) * (1 - TOLERANCE));
  seatWhere((rank) => rank <= safe);
  seatWhere((rank, row) => rank <= kept && wasHere(row));
  seatWhere(() => true);
  return isSeated;
}
