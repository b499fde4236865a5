import type { Reason } from "./conditions/registry";
import { OPEN_SCOPE } from "./facts";
import { scopeOf } from "./ladder/climb";
import { reasonOf } from "./reason";
import type { Run } from "./run";
import { Bump } from "./stages/bumps";
import type { Refusal } from "./stages/refusals";
import type { Override } from "./stages/overrides";
import { Hold } from "./stages/steadiness";

/** What one stage did to an account. `from` and `to` are ids of tiers, null for none; they are one where nothing moved. */
export type Step = { readonly from: string | null; readonly to: string | null } & (
  | {
      readonly stage: "steadiness";
      /** kept within the band · kept while failing · let go after failing often enough · moved less far than the rules say */
      readonly kind: "in-band" | "failing" | "ended" | "max-step";
      /** The tier of the review before. */
      readonly previous: string;
      /** Failures in a row, this run included, and how many end the hold. */
      readonly failures: number;
      readonly reviews: number;
      /** The relaxed condition of the previous tier; null where that tier is open to all. */
      readonly reason: Reason | null;
    }
  | {
      readonly stage: "bumps";
      readonly kind: "moved" | "at-end" | "no-budget";
      /** Levels, up is positive. */
      readonly move: number;
      readonly rules: readonly { readonly id: string; readonly move: number; readonly reason: string }[];
    }
  | { readonly stage: "ceiling"; readonly gate: string; readonly reason: Reason }
  | {
      readonly stage: "capacity";
      /** over capacity · has a seat because it had one before */
      readonly kind: "refused" | "incumbent";
      readonly refusals: readonly { readonly tier: string; readonly rank: number; readonly seats: number }[];
    }
  | { readonly stage: "override"; readonly overrides: readonly Override[] }
);

/** What the stages after the ladder did to an account, in their order. */
export function steps(run: Run, account: number): Step[] {
  return [
    steadinessStep(run, account),
    bumpStep(run, account),
    ceilingStep(run, account),
    ...seatSteps(run, account),
  ].filter((step) => step !== null);
}

/** Whether there is any, at less cost. */
export function hasSteps({ decision, facts }: Run, account: number): boolean {
  const { ladder, steadied, bumped, capped, seated, overriding } = decision;
  const isHeld = (steadied.holds[account] ?? Hold.none) !== Hold.none;
  if (isHeld || ladder[account] !== steadied.tiers[account]) return true;
  const isBumped = (bumped.outcomes[account] ?? Bump.none) !== Bump.none;
  if (isBumped || bumped.tiers[account] !== capped[account]) return true;
  if (seated.refusals.has(account) || seated.incumbents.has(account)) return true;
  const { keys, codes } = facts.accounts;
  return overriding.acting.size > 0 && overriding.acting.has(keys[codes[account] ?? -1] ?? "");
}

function tierId(run: Run, position: number | undefined): string | null {
  return run.preset.tiers.rungs[position ?? -1]?.id ?? null;
}

function moved(run: Run, from: number | undefined, to: number | undefined) {
  return { from: tierId(run, from), to: tierId(run, to) };
}

const HOLDS = { [Hold.inBand]: "in-band", [Hold.failing]: "failing", [Hold.ended]: "ended" } as const;

function steadinessStep(run: Run, account: number): Step | null {
  const { preset, decision } = run;
  const { ladder, steadied } = decision;
  const [own = -1, to = -1, previous = -1] = [ladder[account], steadied.tiers[account], steadied.previous[account]];
  const hold = HOLDS[steadied.holds[account] as keyof typeof HOLDS] ?? null;
  if (previous < 0 || (hold === null && own === to)) return null;
  const relaxed = steadied.relaxedAt(previous);
  const steadiness = preset.steadiness;
  return {
    stage: "steadiness",
    kind: hold ?? "max-step",
    ...moved(run, own, to),
    previous: tierId(run, previous) ?? "",
    failures: hold === "ended" ? (steadiness?.reviews ?? 1) : (steadied.failures[account] ?? 0),
    reviews: steadiness?.reviews ?? 1,
    reason: relaxed ? reasonOf(relaxed, account, run, scopeOf(preset.tiers, previous)) : null,
  };
}

const BUMPS = { [Bump.moved]: "moved", [Bump.atEnd]: "at-end", [Bump.noBudget]: "no-budget" } as const;

function bumpStep(run: Run, account: number): Step | null {
  const { steadied, bumped } = run.decision;
  const kind = BUMPS[bumped.outcomes[account] as keyof typeof BUMPS];
  if (kind === undefined) return null;
  const rules = (run.preset.bumps?.rules ?? []).filter(({ when }) => run.facts.holds(when, OPEN_SCOPE)[account] === 1);
  return {
    stage: "bumps",
    kind,
    ...moved(run, steadied.tiers[account], bumped.tiers[account]),
    move: bumped.moves[account] ?? 0,
    rules: rules.map(({ id, move, reason }) => ({ id, move, reason })),
  };
}

function ceilingStep(run: Run, account: number): Step | null {
  const { bumped, capped, gated } = run.decision;
  const gate = run.preset.gates[gated.ceilingBy[account] ?? -1];
  if (!gate || bumped.tiers[account] === capped[account]) return null;
  const reason = reasonOf(gate.when, account, run, OPEN_SCOPE);
  return { stage: "ceiling", ...moved(run, bumped.tiers[account], capped[account]), gate: gate.id, reason };
}

/** Overrides, whether they move the account or only keep its seat for it, and then the seats that it sought where they put it. */
function seatSteps(run: Run, account: number): Step[] {
  const { capped, seated, overriding } = run.decision;
  const { keys, codes } = run.facts.accounts;
  const overrides = overriding.acting.get(keys[codes[account] ?? -1] ?? "") ?? [];
  const refusals = seated.refusals.of(account);
  const [sought, final] = [seated.sought[account], seated.tiers[account]];
  const found: Step[] = [];
  if (overrides.length > 0) found.push({ stage: "override", ...moved(run, capped[account], sought), overrides });
  if (refusals.length > 0 || seated.incumbents.has(account)) {
    found.push({
      stage: "capacity",
      kind: refusals.length > 0 ? "refused" : "incumbent",
      ...moved(run, sought, final),
      refusals: refusals.map((refusal) => named(run, refusal)),
    });
  }
  return found;
}

function named(run: Run, { tier, rank, seats }: Refusal) {
  return { tier: tierId(run, tier) ?? "", rank, seats };
}
