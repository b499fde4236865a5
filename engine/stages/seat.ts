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
export function seat(groups: readonly Group[], { max, buffer, hasRight, wasHere }: Rules): Given {
  const ranks: number[] = [];
  groups.reduce((rank, group) => (ranks.push(rank), rank + group.length), 1);
  const isSeated = groups.map((group) => hasRight(group[0] ?? -1));
  const incumbents: number[] = [];
  let used = groups.reduce((sum, group, i) => sum + (isSeated[i] ? group.length : 0), 0);
  const sitDown = (maySit: (rank: number, row: number) => boolean) => {
    groups.forEach((group, i) => {
      const rank = ranks[i] ?? Infinity;
      const [row = -1] = group;
      if (isSeated[i] || used + group.length > max || !maySit(rank, row)) return;
      isSeated[i] = true;
      used += group.length;
      if (rank > max && wasHere(row)) incumbents.push(...group);
    });
  };
  const safe = max * (1 - buffer) * (1 + TOLERANCE);
  const kept = Math.ceil(max * (1 + buffer) * (1 - TOLERANCE));
  sitDown((rank) => rank <= safe);
  sitDown((rank, row) => rank <= kept && wasHere(row));
  sitDown(() => true);
  const refused = groups.flatMap((group, i) =>
    isSeated[i] ? [] : [...group].map((row) => ({ row, rank: ranks[i] ?? Infinity })),
  );
  return { used, incumbents, refused };
}
