import type { Run } from "../run";
import { groupsInOrder } from "../stages/order";
import { accountValues } from "./accountValues";

/**
 * The place of each row in its tier, from 1: by the number that gives its seats, else by the value, missing ones last;
 * then by the ladder's tie-breaks, then by account. Over the whole tier, seats per owner or not. Rows of one account that
 * nothing tells apart share a place; 0 beside rows that are no account or in no tier.
 */
export function rankInTier(run: Run): Int32Array {
  const { preset, facts, decision, accounts } = run;
  const { rungs, tieBreak } = preset.tiers;
  const ranks = new Int32Array(facts.size);
  const tieBreaks = tieBreak.map((id) => facts.number(id));
  rungs.forEach(({ capacity }, tier) => {
    const members = Uint8Array.from(decision.final, (each) => (each === tier ? 1 : 0));
    const values = capacity ? facts.number(capacity.rankBy) : accountValues(run);
    let first = 0;
    for (const group of groupsInOrder(facts, members, { values, tieBreaks })) {
      for (const account of group) ranks[account] = first + 1;
      first += group.length;
    }
  });
  const { accountOf } = accounts;
  return accountOf ? accountOf.map((account) => ranks[account] ?? 0) : ranks;
}
