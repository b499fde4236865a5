import type { Run } from "../run";
import type { Recorded, RecordedReview } from "./history";
import { standingsBefore } from "./history";
import { prospectsOf } from "./conversion";
import { bestOfEach } from "./reviewOf";

/** What has become of those who were in a segment or a tier at the last review. Accounts by key, of several rows the best. */
export interface Flow {
  /** Who were in it. */
  readonly was: number;
  /** Still in it. */
  readonly stayed: number;
  /** In a tier now, but no longer in it. */
  readonly moved: number;
  /** In no tier any more, or not in the table. `was` is the sum of the three. */
  readonly gone: number;
  /** Of those who are still there: in a better tier than at the last review, and in a worse one. */
  readonly up: number;
  readonly down: number;
  /** Prospects who were in it, and those of them who are customers now. */
  readonly prospects: number;
  readonly converted: number;
}

export interface Flows {
  /** By the id of the rung; none for one that nobody was in. */
  readonly tiers: ReadonlyMap<string, Flow>;
  readonly segments: ReadonlyMap<string, Flow>;
  /** Of everybody who was in a tier, `moved` to another one. */
  readonly all: Flow;
}

/** From the last review to the run; nobody in a first one. */
export function flows(run: Run, history: readonly RecordedReview[]): Flows {
  const { preset, decision, accounts, asOf } = run;
  const { keys, codes } = accounts.table.accounts;
  const tierAt = new Map(preset.tiers.rungs.map(({ id }, tier) => [id, tier]));
  const prospects = prospectsOf(run, history);
  const accountOf = new Map<string, number>();
  for (const [code, account] of bestOfEach(codes, decision.final)) accountOf.set(keys[code] ?? "", account);

  const [tiers, segments] = [new Map<string, Counts>(), new Map<string, Counts>()];
  const all = new Counts();
  for (const [key, { finalTier, segment }] of standingsBefore<Recorded>(history, preset.id, asOf)) {
    if (finalTier === null) continue; // it was turned away
    const account = accountOf.get(key) ?? -1;
    const now = decision.final[account] ?? -1;
    const was = tierAt.get(finalTier) ?? -1; // unknown: a tier that the rules no longer have
    const segmentNow = preset.segments?.rungs[decision.segments?.[account] ?? -1]?.id ?? null;
    const isProspect = prospects?.before.has(key) ?? false;
    const one: Move = {
      isThere: now >= 0,
      step: now < 0 || was < 0 ? 0 : Math.sign(was - now),
      isProspect,
      hasConverted: isProspect && account >= 0 && prospects?.isCustomer(account) === true,
    };
    all.take(one, now === was);
    countsOf(tiers, finalTier).take(one, now === was);
    if (segment !== null) countsOf(segments, segment).take(one, segmentNow === segment);
  }
  return { tiers, segments, all };
}

interface Move {
  readonly isThere: boolean;
  /** 1 up, -1 down. */
  readonly step: number;
  readonly isProspect: boolean;
  readonly hasConverted: boolean;
}

class Counts implements Flow {
  was = 0;
  stayed = 0;
  moved = 0;
  gone = 0;
  up = 0;
  down = 0;
  prospects = 0;
  converted = 0;

  take({ isThere, step, isProspect, hasConverted }: Move, isSame: boolean): void {
    this.was++;
    if (!isThere) this.gone++;
    else if (isSame) this.stayed++;
    else this.moved++;
    if (step > 0) this.up++;
    if (step < 0) this.down++;
    if (isProspect) this.prospects++;
    if (hasConverted) this.converted++;
  }
}

function countsOf(counts: Map<string, Counts>, id: string): Counts {
  let known = counts.get(id);
  if (!known) counts.set(id, (known = new Counts()));
  return known;
}

/** Of a rung that nobody was in. */
export const NO_FLOW: Flow = new Counts();
