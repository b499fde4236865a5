import type { Run } from "../run";
import { isoOf } from "../table/date";
import type { Review, Standing } from "./history";

/** What a run found of every account, as a review of its day. Of an account on several rows the best tier stands. */
export function reviewOf({ preset, asOf, decision, accounts }: Run): Review {
  const { keys, codes } = accounts.table.accounts;
  const { steadied, final, segments } = decision;
  const entries = new Map<string, Standing>();
  const bestOf = new Map<string, number>();
  codes.forEach((code, account) => {
    const key = keys[code];
    if (key === undefined) return;
    const tier = final[account] ?? -1;
    const rank = tier < 0 ? Infinity : tier;
    if (rank > (bestOf.get(key) ?? Infinity) || (entries.has(key) && rank === bestOf.get(key))) return;
    bestOf.set(key, rank);
    entries.set(key, {
      ladderTier: preset.tiers.rungs[steadied.tiers[account] ?? -1]?.id ?? null,
      finalTier: preset.tiers.rungs[tier]?.id ?? null,
      segment: preset.segments?.rungs[segments?.[account] ?? -1]?.id ?? null,
      failures: steadied.failures[account] ?? 0,
    });
  });
  return { preset: preset.id, date: isoOf(asOf), entries };
}
