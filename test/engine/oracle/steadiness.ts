import { holds, type Scene } from "./conditions";
import type { Document, Review, Standing } from "./document";
import { placeOf } from "./ladder";
import { relax } from "./relax";

/** How an account stood in the latest review of this preset before the day: undefined where there was none of it. */
export function standingBefore(
  history: readonly Review[],
  { id }: Document,
  asOf: string,
  key: string,
): Standing | undefined {
  const earlier = history
    .filter(({ preset, date }) => preset === id && date < asOf)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  // Reviews hold what changed: the latest one that names the account says how it stands.
  return earlier.findLast(({ entries }) => entries.has(key))?.entries.get(key) ?? undefined;
}

export interface Held {
  readonly tier: number;
  readonly failures: number;
}

/** The better tier of the last review, as long as its condition, relaxed, holds, or has not failed too often in a row. */
export function steady(document: Document, before: (account: number) => Standing | undefined, scene: Scene) {
  const { steadiness, tiers } = document;
  if (!steadiness) return (_account: number, tier: number): Held => ({ tier, failures: 0 });
  const { band, reviews = 1, maxStep } = steadiness;
  const relaxed = tiers.rungs.map(({ when }) => when && relax(when, band, scene.measures));
  const holdsRelaxed = (rung: number, account: number): boolean => {
    const when = relaxed[rung];
    return !when || holds(when, account, { ...scene, place: placeOf(tiers, rung) });
  };

  function withoutLimit(account: number, tier: number, previous: number, failures: number): Held {
    if (tier <= previous) return { tier, failures: 0 };
    let best = previous;
    while (best < tier && !holdsRelaxed(best, account)) best++;
    if (best === previous) return { tier: previous, failures: 0 };
    return failures + 1 < reviews ? { tier: previous, failures: failures + 1 } : { tier: best, failures: 0 };
  }

  return (account: number, tier: number): Held => {
    const standing = before(account);
    const previous = tiers.rungs.findIndex(({ id }) => id === standing?.ladderTier);
    if (standing === undefined || previous < 0) return { tier, failures: 0 };
    const held = withoutLimit(account, tier, previous, standing.failures);
    if (maxStep === undefined) return held;
    return { ...held, tier: Math.min(previous + maxStep, Math.max(previous - maxStep, held.tier)) };
  };
}
