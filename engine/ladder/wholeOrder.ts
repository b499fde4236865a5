import { rankAgain } from "../edited/rankAgain";
import type { Facts } from "../facts";
import { rank, type Ranking } from "./rank";

/**
 * Every account that has a number, highest first. Kept, so that one sort does for all that ranks by the number: percent
 * ranks, shares, seats.
 */
export function wholeRanking(measure: string, facts: Facts): Ranking {
  const { named } = facts;
  const by = { values: facts.number(measure), direction: "desc", tieBreaks: [], population: named } as const;
  return facts.kept(["whole order", facts.keyOf({ measure })], () => rank(facts, by), {
    changes: () => facts.changesOf({ measure }),
    mend: (before, rows) => rankAgain(before, facts.accounts, by, rows),
  });
}

/**
 * The same as an order, equal ones in any, where a percent rank makes it in any case; undefined elsewhere: to sort fewer
 * costs less than to sort all.
 */
export function wholeOrderAtHand(measure: string, facts: Facts): Int32Array | undefined {
  return facts.isRankedWhole(measure) ? wholeRanking(measure, facts).splitAt(0) : undefined;
}
