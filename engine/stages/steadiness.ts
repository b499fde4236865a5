import type { AccountFacts } from "../accountFacts";
import { relaxed, type RelaxFacts } from "../conditions/relax";
import type { Condition } from "../conditions/registry";
import { scopeOf } from "../ladder/climb";
import { isDate } from "../measures/dates";
import type { Memo } from "../memo";
import type { Preset, Steadiness } from "../preset/schema";
import type { Standing } from "../review/history";
import { relaxedSegments } from "./relaxedSegments";

/**
 * Tiers as the ladder gave them, steadied against the review before. Positions count from the best tier, 0; -1 is none.
 * The other columns are empty where nobody is steadied.
 */
export interface Steadied {
  readonly tiers: Int16Array;
  /** The ladder's tier in the review before; -1 where there is none to compare with. */
  readonly previous: Int16Array;
  readonly holds: Uint8Array;
  /** Reviews in a row, this run included, in which the account has failed the tier it is held in. */
  readonly failures: Uint8Array;
  /** The condition of a tier's rung as it was relaxed. */
  relaxedAt(tier: number): Condition | undefined;
}

export const Hold = {
  none: 0,
  /** Kept its better tier, whose relaxed condition holds. */
  inBand: 1,
  /** Kept it although the relaxed condition fails: not yet often enough. */
  failing: 2,
  /** Lost it: the relaxed condition failed often enough. */
  ended: 3,
} as const;

/**
 * Stage 7: against flapping. An account keeps the better tier of the review before while that tier's condition, relaxed
 * by the band, still holds, and then until it has failed it `reviews` times in a row; after that it takes the best tier
 * down to its own whose relaxed condition holds. `maxStep` limits how far it moves, up and down.
 *
 * Compared are ladder tiers: bumps, seats and overrides hold nobody. Left alone are accounts that no review knows, whose
 * tier there is no more, or that stand on several rows.
 */
export function steady(
  preset: Preset,
  facts: AccountFacts,
  memo: Memo,
  {
    ladder,
    segments,
    standings,
  }: { ladder: Int16Array; segments: Int16Array | null; standings: ReadonlyMap<string, Standing> },
): Steadied {
  const { steadiness, tiers } = preset;
  if (!steadiness || standings.size === 0) return steadiedNone(ladder);

  const relaxing: RelaxFacts = {
    isDate: (measure) => isDate(measure, preset),
    segmentIs: relaxedSegments(preset, facts, memo, segments),
  };
  const conditions = tiers.rungs.map(({ when }) => when && relaxed(when, steadiness.band, relaxing));
  const masks = new Map<number, Uint8Array>();
  const holdsAt = (tier: number, row: number): boolean => {
    const when = conditions[tier];
    if (!when) return true;
    let mask = masks.get(tier);
    if (!mask) masks.set(tier, (mask = facts.holds(when, scopeOf(tiers, tier))));
    return mask[row] === 1;
  };
  const positions = new Map(tiers.rungs.map(({ id }, position) => [id, position]));
  const result = {
    tiers: facts.buffers.copy(ladder),
    previous: facts.buffers.shorts(facts.size).fill(-1),
    holds: facts.buffers.bytes(facts.size),
    failures: facts.buffers.bytes(facts.size),
    relaxedAt: (tier: number) => conditions[tier],
  };
  const isRepeated = repeated(facts.accounts.codes, facts.accounts.count);
  for (let row = 0; row < facts.size; row++) {
    const code = facts.accounts.codes[row] ?? -1;
    const own = ladder[row] ?? -1;
    if (code < 0 || own < 0 || isRepeated[code] === 1) continue;
    const before = standings.get(facts.accounts.keys[code] ?? "");
    const previous = positions.get(before?.ladderTier ?? "") ?? -1;
    if (!before || previous < 0) continue;
    result.previous[row] = previous;
    const { tier, hold, failures } = steadied(own, previous, before.failures, steadiness, (at) => holdsAt(at, row));
    result.tiers[row] = tier;
    result.holds[row] = hold;
    result.failures[row] = failures;
  }
  return result;
}

function steadiedNone(tiers: Int16Array): Steadied {
  const [holds, failures] = [new Uint8Array(), new Uint8Array()];
  return { tiers, previous: new Int16Array(), holds, failures, relaxedAt: () => undefined };
}

function steadied(
  own: number,
  previous: number,
  failedBefore: number,
  { reviews, maxStep = Infinity }: Steadiness,
  holdsAt: (tier: number) => boolean,
): { readonly tier: number; readonly hold: number; readonly failures: number } {
  if (own <= previous) return { tier: Math.max(own, previous - maxStep), hold: Hold.none, failures: 0 };
  let best = previous;
  while (best < own && !holdsAt(best)) best++;
  if (best === previous) return { tier: previous, hold: Hold.inBand, failures: 0 };
  const failures = failedBefore + 1;
  if (failures < reviews) return { tier: previous, hold: Hold.failing, failures };
  return { tier: Math.min(best, previous + maxStep), hold: Hold.ended, failures: 0 };
}

/** 1 for each account code that several rows have. */
function repeated(codes: Int32Array, size: number): Uint8Array {
  const seen = new Uint8Array(size);
  const twice = new Uint8Array(size);
  for (const code of codes) {
    if (code < 0) continue;
    if (seen[code] === 1) twice[code] = 1;
    seen[code] = 1;
  }
  return twice;
}
