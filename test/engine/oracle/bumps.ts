import { holds, type Scene } from "./conditions";
import type { Document } from "./document";
import { byKey, descending } from "./top";

/** The tiers after the bumps, as far as their budget goes. null: turned away by a gate, and in no tier. */
export function bump(
  document: Document,
  tiers: readonly (number | null)[],
  ceilings: readonly number[],
  scene: Scene,
): (number | null)[] {
  const { bumps } = document;
  if (!bumps) return [...tiers];
  const { maxUp = 1, maxDown = 1, budget = Infinity, rules } = bumps;
  const last = document.tiers.rungs.length - 1;
  const wanted = tiers.map((tier, account) => {
    if (tier === null) return null;
    const sum = rules.reduce((moves, { when, move }) => moves + (holds(when, account, scene) ? move : 0), 0);
    const move = Math.min(maxUp, Math.max(-maxDown, sum));
    if (move >= 0) return Math.min(tier, Math.max(tier - move, ceilings[account] ?? 0, 0));
    return Math.min(tier - move, last);
  });

  const { measures } = scene;
  const rankBy = document.tiers.rungs.find(({ capacity }) => capacity)?.capacity?.rankBy ?? "value";
  const rankOf = (account: number): number | null =>
    measures.ids.includes(rankBy) ? measures.number(rankBy, account) : null;
  const order = (a: number, b: number): number => descending(rankOf(a), rankOf(b)) || byKey(measures)(a, b);
  const movers = wanted.flatMap((tier, account) => (tier === tiers[account] ? [] : [account])).sort(order);

  const result = [...tiers];
  let left = budget;
  for (const group of inGroups(movers, order)) {
    if (group.length > left) continue;
    left -= group.length;
    for (const account of group) result[account] = wanted[account] ?? null;
  }
  return result;
}

/** Accounts in order, those together that the order cannot tell apart: rows of one key. */
export function inGroups(sorted: readonly number[], order: (a: number, b: number) => number): number[][] {
  const groups: number[][] = [];
  for (const account of sorted) {
    const group = groups.at(-1);
    if (group && order(group[0] ?? NaN, account) === 0) group.push(account);
    else groups.push([account]);
  }
  return groups;
}
