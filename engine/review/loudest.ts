import { countInPercent } from "../ladder/count";
import { rank } from "../ladder/rank";
import type { Run } from "../run";
import { accountValues } from "./accountValues";

/** Accounts that make much work and bring little value. */
export interface Loudest {
  /** The number that tells the work. */
  readonly effortBy: string;
  readonly count: number;
  /** The first of them: the most work first, then the least value. */
  readonly accounts: readonly LoudAccount[];
}

export interface LoudAccount {
  readonly account: string;
  /** Input row, of several its first one. */
  readonly row: number;
  /** Id of its tier. */
  readonly tier: string;
  readonly effort: number;
  /** From 1, the most work first, of all in a tier; equals share the best rank. */
  readonly effortRank: number;
  /** null where missing. */
  readonly value: number | null;
  /** From 1, the highest value first, missing ones last; likewise. */
  readonly valueRank: number;
}

/** The field that counts as work where no other is asked for. */
const TICKETS = "tickets";
/** Loud is the first fifth by work, and not worth it the second half by value. Ours. */
const [LOUD, LOW] = [0.2, 0.5];
/** How many are named. */
const SHOWN = 100;

/**
 * Who is in the first fifth of the accounts that have a number for work, with some work, and in the second half of all in
 * a tier by value. Equals stand or fall together. Null where nothing tells the work: no id given and no field `tickets`, or no column for it.
 */
export function loudest(run: Run, effort?: string): Loudest | null {
  const { preset, facts, decision } = run;
  const effortBy = effort ?? (preset.fields.get(TICKETS)?.type === "number" ? TICKETS : null);
  if (effortBy === null || !facts.isMapped(effortBy)) return null;
  const population = Uint8Array.from(decision.final, (tier) => (tier < 0 ? 0 : 1));
  const known = accountValues(run);
  const work = ranked(run, facts.number(effortBy), population);
  const worth = ranked(
    run,
    known.map((value) => (Number.isNaN(value) ? -Infinity : value)),
    population,
  );
  const [mostWork, mostWorth] = [
    countInPercent(work.order.length, LOUD, "ceil"),
    countInPercent(worth.order.length, LOW, "ceil"),
  ];
  const loud = work.order.filter((account, position) => {
    const isLoud = (work.values[account] ?? 0) > 0 && (work.ranks[position] ?? 0) <= mostWork;
    return isLoud && worth.rankOf(account) > mostWorth;
  });
  const leastFirst = [...loud].sort((a, b) => work.rankOf(a) - work.rankOf(b) || worth.rankOf(b) - worth.rankOf(a));
  const accounts = leastFirst.slice(0, SHOWN).map((account): LoudAccount => {
    const value = known[account] ?? NaN;
    return {
      account: facts.accounts.nameAt(account),
      row: facts.inputRow(account),
      tier: preset.tiers.rungs[decision.final[account] ?? -1]?.id ?? "",
      effort: work.values[account] ?? 0,
      effortRank: work.rankOf(account),
      value: Number.isNaN(value) ? null : value,
      valueRank: worth.rankOf(account),
    };
  });
  return { effortBy, count: loud.length, accounts };
}

/** Accounts, the highest first, and the rank of each, which equals share. */
function ranked({ facts }: Run, values: Float64Array, population: Uint8Array) {
  const ranking = rank(facts, { values, direction: "desc", tieBreaks: [], population });
  const { order, position } = ranking;
  const ranks = new Int32Array(order.length);
  for (let i = 0; i < order.length; i++) ranks[i] = i > 0 && ranking.isTied(i, i - 1) ? ranks[i - 1]! : i + 1; // i - 1 >= 0
  return { order, values, ranks, rankOf: (account: number) => ranks[position[account] ?? -1] ?? Infinity };
}
