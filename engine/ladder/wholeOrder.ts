import { rankAgain } from "../edited/rankAgain";
import type { Facts } from "../facts";
import { rank } from "./rank";

/**
 * Every account that has a number, highest first; equal ones stand in any order. Kept, so that one sort does for all that
 * ranks by the number: percent ranks, shares, seats.
 */
export function wholeOrder(measure: string, facts: Facts): Int32Array {
  const { named } = facts;
  const by = { values: facts.number(measure), direction: "desc", tieBreaks: [], population: named } as const;
  const ranking = facts.kept(["whole order", facts.keyOf({ measure })], () => rank(facts, by), {
    changes: () => facts.changesOf({ measure }),
    mend: (before, rows) => rankAgain(before, facts.accounts, by, rows),
  });
  return ranking.splitAt(0);
}

/** The same where a percent rank makes it in any case; undefined elsewhere: to sort fewer costs less than to sort all. */
export function wholeOrderAtHand(measure: string, facts: Facts): Int32Array | undefined {
  return facts.isRankedWhole(measure) ? wholeOrder(measure, facts) : undefined;
}
