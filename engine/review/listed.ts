import type { Preset } from "../preset/schema";
import type { Run } from "../run";
import { accountValues } from "./accountValues";

/** An account in a list. */
export interface Listed {
  readonly account: string;
  /** Input row, of several its first one. */
  readonly row: number;
  /** Id of its tier. */
  readonly tier: string;
  /** null where missing. */
  readonly value: number | null;
}

/** Who is in a list: how many, and the first of them. */
export interface List<Entry extends Listed = Listed> {
  readonly count: number;
  readonly accounts: readonly Entry[];
}

/** How many accounts a list names where nothing else is asked for. */
export const SHOWN = 1000;

/** Makes the entries of a list, of rows of accounts that are in a tier. */
export function listing(run: Run): (account: number) => Listed {
  const { preset, decision, facts } = run;
  const values = accountValues(run);
  return (account) => {
    const value = values[account] ?? NaN;
    return {
      account: facts.accounts.nameAt(account),
      row: facts.inputRow(account),
      tier: preset.tiers.rungs[decision.final[account] ?? -1]?.id ?? "",
      value: Number.isNaN(value) ? null : value,
    };
  };
}

/** Order of two accounts: the better tier, then the higher value, missing ones last, then the account. */
export function bestFirst(run: Run): (a: number, b: number) => number {
  const { decision, facts } = run;
  const { codes } = facts.accounts;
  const values = accountValues(run).map((value) => (Number.isNaN(value) ? -Infinity : value));
  return (a, b) => {
    const byTier = (decision.final[a] ?? 0) - (decision.final[b] ?? 0);
    if (byTier !== 0) return byTier;
    const [one, other] = [values[a] ?? 0, values[b] ?? 0];
    return one !== other ? (one > other ? -1 : 1) : facts.compareKeys(codes[a] ?? -1, codes[b] ?? -1) || a - b;
  };
}

/** Positions of the tiers asked for by id; without them the first two, but never the last one of several. */
export function upperTiers({ tiers }: Preset, ids?: readonly string[]): ReadonlySet<number> {
  const { rungs } = tiers;
  if (ids) return new Set(ids.map((asked) => rungs.findIndex(({ id }) => id === asked)).filter((tier) => tier >= 0));
  const last = Math.max(1, Math.min(2, rungs.length - 1));
  return new Set(Array.from({ length: last }, (_, tier) => tier));
}
