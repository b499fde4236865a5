import type { Run } from "../run";

/**
 * The tier that each account reaches by its own figures under the rules of a run: the ladder's, with its bumps whoever gets
 * their budget, and under its ceilings; before steadiness, seats and overrides. Where all cuts are values, nothing in it is
 * about other accounts. Takes an account and gives its position, best first; -1 is none.
 */
export function reached({ preset, decision }: Run): (account: number) => number {
  const { ladder, bumped, gated } = decision;
  const last = preset.tiers.rungs.length - 1;
  return (account) => {
    const tier = ladder[account] ?? -1;
    if (tier < 0) return -1;
    const moved = Math.min(last, Math.max(0, tier - (bumped.moves[account] ?? 0)));
    return Math.max(moved, gated.ceilings[account] ?? 0);
  };
}
