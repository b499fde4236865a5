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
  const ranks = ranksOf(groups);
  const isSeated = sitDown(groups, ranks, rules);
  const byRank = sitDown(groups, ranks, { ...rules, wasHere: () => false });
  const given = { used: 0, incumbents: [] as number[], refused: [] as { row: number; rank: number }[] };
  for (let i = 0; i < groups.length; i++) {
    const group = groups[i]!; // i < length, that of all
    if (isSeated[i]) given.used += group.length;
    if (isSeated[i] && byRank[i]) continue;
    for (let at = 0; at < group.length; at++) {
      const row = group[at]!; // at < length
      if (isSeated[i]) given.incumbents.push(row);
      else given.refused.push({ row, rank: ranks[i]! });
    }
  }
  return given;
}

function ranksOf(groups: readonly Group[]): Int32Array {
  const ranks = new Int32Array(groups.length);
  for (let i = 0, rank = 1; i < groups.length; i++) {
    ranks[i] = rank;
    rank += groups[i]!.length; // i < length
  }
  return ranks;
}

/** Whether each group has a seat. */
function sitDown(
  groups: readonly Group[],
  ranks: Int32Array,
  { max, buffer, hasRight, wasHere }: Rules,
): readonly boolean[] {
  const isSeated = groups.map((group) => hasRight(group[0] ?? -1));
  let used = groups.reduce((sum, group, i) => sum + (isSeated[i] ? group.length : 0), 0);
  const seatWhere = (maySit: (rank: number, row: number) => boolean) => {
    for (let i = 0; i < groups.length && used < max; i++) {
      const group = groups[i]!; // i < length
      if (isSeated[i] || used + group.length > max || !maySit(ranks[i] ?? Infinity, group[0] ?? -1)) continue;
      isSeated[i] = true;
      used += group.length;
    }
  };
  const safe = max * (1 - buffer) * (1 + TOLERANCE);
  const kept = Math.ceil(max * (1 + buffer) * (1 - TOLERANCE));
  seatWhere((rank) => rank <= safe);
  seatWhere((rank, row) => rank <= kept && wasHere(row));
  seatWhere(() => true);
  return isSeated;
}
