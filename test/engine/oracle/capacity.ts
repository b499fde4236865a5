import { fold } from "./cells";
import type { Scene } from "./conditions";
import type { Capacity, Document } from "./document";
import * as exact from "./exact";
import { fromBig, fromDecimal, minus, ONE, plus, times } from "./exact";
import { inGroups } from "./bumps";
import type { Decided } from "./overrides";
import { byKey, byTieBreak, descending } from "./top";

export interface Seating {
  /** The place of the tier; null: in none. */
  readonly tier: number | null;
  /** Whether it competed for a seat in the tier that the rules say, and not only where somebody put it. */
  readonly hasCompeted: boolean;
}

/**
 * Who has a seat in which tier, from the best tier down; who finds none goes on to the next.
 *
 * `tiers` are those that the rules say (null: turned away by a gate), `heldTier` the id of the one that an account was
 * in at the last review.
 */
export function seat(
  document: Document,
  tiers: readonly (number | null)[],
  decisions: readonly Decided[],
  heldTier: (account: number) => string | null,
  scene: Scene,
): Seating[] {
  const { rungs } = document.tiers;
  const start = tiers.map((tier, account) => startOf(tier, decisions[account]));
  const position = start.map(({ tier }) => tier);
  const hasCompeted = tiers.map(() => false);
  rungs.forEach(({ id, capacity }, tier) => {
    if (!capacity || (capacity.max === undefined && capacity.perOwner === undefined)) return;
    const seekers = position.flatMap((at, account) => (at === tier ? [account] : []));
    for (const list of inLists(seekers, capacity, scene)) {
      const byRight = (account: number): boolean => start[account]?.byRightIn === tier;
      const seats = seatsOf(capacity, list, scene);
      const wasIn = (account: number): boolean => heldTier(account) === id;
      const seated = seatedOf(list, seats, capacity, byRight, wasIn, scene);
      for (const account of list) {
        if (byRight(account)) continue;
        hasCompeted[account] ||= start[account]?.tier === tiers[account];
        if (!seated.has(account)) position[account] = tier + 1;
      }
    }
  });
  return position.map((tier, account) => ({ tier, hasCompeted: hasCompeted[account] ?? false }));
}

/** Where an account begins to seek, and where nobody can turn it away. */
function startOf(tier: number | null, decided: Decided | undefined): { tier: number | null; byRightIn?: number } {
  if (!decided) return { tier };
  if (decided.isExcluded) return { tier: null };
  if (decided.exact !== undefined) return { tier: decided.exact, byRightIn: decided.exact };
  const { floor, ceiling = 0 } = decided;
  if (tier === null && floor === undefined) return { tier };
  const now = Math.max(ceiling, Math.min(tier ?? Infinity, floor ?? Infinity));
  // At least a tier and at most a worse one: the ceiling wins, and gives no right.
  return floor === undefined || floor < ceiling ? { tier: now } : { tier: now, byRightIn: floor };
}

/** One list of seats for all, or one for each value of a field; blanks are one. */
function inLists(seekers: readonly number[], capacity: Capacity, scene: Scene): number[][] {
  const lists = new Map<string, number[]>();
  for (const account of seekers) {
    const list = listNameOf(account, capacity, scene);
    lists.set(list, [...(lists.get(list) ?? []), account]);
  }
  return [...lists.values()];
}

function listNameOf(account: number, { per = "all" }: Capacity, { measures }: Scene): string {
  return per === "all" ? "" : fold(String(measures.value(per, account) ?? ""));
}

function seatsOf(capacity: Capacity, list: readonly number[], scene: Scene): number {
  const { max, perOwner, owners = "owner" } = capacity;
  if (max !== undefined || perOwner === undefined) return max ?? Infinity;
  if (typeof owners === "number") return perOwner * owners;
  const { measures } = scene;
  const name = listNameOf(list[0] ?? NaN, capacity, scene);
  const names = measures.accounts.map((_, account) => {
    const isOfList = !scene.isExcluded(account) && listNameOf(account, capacity, scene) === name;
    return isOfList ? measures.value(owners, account) : null;
  });
  return perOwner * new Set(names.filter((one) => one !== null).map((one) => fold(String(one)))).size;
}

function seatedOf(
  list: readonly number[],
  seats: number,
  { rankBy, incumbentBuffer = 0 }: Capacity,
  byRight: (account: number) => boolean,
  wasIn: (account: number) => boolean,
  { measures }: Scene,
): ReadonlySet<number> {
  const order = (a: number, b: number): number =>
    descending(measures.number(rankBy, a), measures.number(rankBy, b)) ||
    byTieBreak(measures.document.tiers.tieBreak ?? [], measures)(a, b) ||
    byKey(measures)(a, b);
  const sorted = [...list].sort(order);
  const groups = inGroups(sorted, order).map((members) => ({ members, rank: sorted.indexOf(members[0] ?? NaN) + 1 }));
  const seated = new Set(list.filter(byRight));
  let free = seats - seated.size;
  const buffer = fromDecimal(incumbentBuffer);
  const surelyIn = times(fromBig(BigInt(seats)), minus(ONE, buffer));
  const nearlyIn = Number(exact.ceil(times(fromBig(BigInt(seats)), plus(ONE, buffer))));

  const seatThose = (isNext: (members: readonly number[], rank: number) => boolean): void => {
    for (const { members, rank } of groups) {
      if (members.length > free || members.some((account) => seated.has(account)) || !isNext(members, rank)) continue;
      free -= members.length;
      for (const account of members) seated.add(account);
    }
  };
  seatThose((_, rank) => exact.compare(fromBig(BigInt(rank)), surelyIn) <= 0);
  seatThose((members, rank) => rank <= nearlyIn && members.every(wasIn));
  seatThose(() => true);
  return seated;
}
