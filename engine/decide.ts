import type { AccountFacts } from "./accountFacts";
import { OPEN_SCOPE } from "./facts";
import { climb, scopeOf } from "./ladder/climb";
import { onRungs } from "./masks";
import type { Memo } from "./memo";
import type { Ladder, Preset } from "./preset/schema";
import type { Standing } from "./review/history";
import { bump, type Bumped } from "./stages/bumps";
import { giveSeats, type Seated } from "./stages/capacity";
import { passGates, underCeilings, type Gated } from "./stages/gates";
import { overriding, type Override, type Overriding } from "./stages/overrides";
import { steady, type Steadied } from "./stages/steadiness";

/** What each stage has said of each account. Tiers and segments are positions on their ladders, best first; -1 is none. */
export interface Decision {
  readonly gated: Gated;
  /** null where the preset has no segments. */
  readonly segments: Int16Array | null;
  /** The tier of the ladder alone. */
  readonly ladder: Int16Array;
  readonly steadied: Steadied;
  readonly bumped: Bumped;
  /** After bumps and ceilings. */
  readonly capped: Int16Array;
  readonly overriding: Overriding;
  readonly seated: Seated;
  /** What the rules say, whatever people have decided. */
  readonly computed: Int16Array;
  /** What is written. */
  readonly final: Int16Array;
  /** One for each flag of the preset: 1 for each account that has it. */
  readonly flags: readonly Uint8Array[];
}

export interface Deciding {
  readonly overrides: readonly Override[];
  readonly standings: ReadonlyMap<string, Standing>;
}

/** The stages in their order: gates, segments, tiers, steadiness, bumps, ceilings, seats, overrides, flags. */
export function decide(preset: Preset, facts: AccountFacts, memo: Memo, { overrides, standings }: Deciding): Decision {
  const gated = passGates(preset, facts);
  facts.admit(gated.included, gated.key);
  const segments = preset.segments ? climbed("segment", preset.segments, facts, memo) : null;
  const ladder = climbed("tier", preset.tiers, facts, memo);
  const steadied = steady(preset, facts, memo, { ladder, segments, standings });
  const bumped = bump(preset, facts, steadied.tiers, gated.ceilings);
  const capped = underCeilings(bumped.tiers, gated);
  const acting = overriding(overrides, preset, facts, gated);
  const seated = giveSeats(preset, facts, capped, acting, standings);
  const computed = withoutOverrides(capped, acting, seated);
  const final = seated.tiers;
  const ids = preset.tiers.rungs.map(({ id }) => id);
  facts.decide({ id: "tier", key: memo.fresh(), column: { type: "text", codes: Int32Array.from(final), words: ids } });
  const flags = preset.flags.map(({ when }) => {
    return onRungs(facts.holds(when, OPEN_SCOPE), final);
  });
  return { gated, segments, ladder, steadied, bumped, capped, overriding: acting, seated, computed, final, flags };
}

/** The tiers after seats; for whom an override moved, the one before. */
function withoutOverrides(capped: Int16Array, { exact, excluded, acting }: Overriding, seated: Seated): Int16Array {
  if (acting.size === 0) return seated.tiers.slice();
  const { sought, tiers } = seated;
  return capped.map((tier, row) => {
    const isMoved = excluded[row] === 1 || exact[row]! >= 0 || sought[row] !== tier; // row < length, that of all
    return isMoved ? tier : tiers[row]!;
  });
}

/** Climbs a ladder and lets later conditions read the result, as the ids of its rungs. */
function climbed(id: "segment" | "tier", ladder: Ladder, facts: AccountFacts, memo: Memo): Int16Array {
  const conditions = ladder.rungs.map(({ when }, index) =>
    when ? facts.keyOf({ condition: when, scope: scopeOf(ladder, index) }) : null,
  );
  const ids = ladder.rungs.map((rung) => rung.id);
  const key = memo.name(JSON.stringify(["ladder", ids, conditions, facts.includedKey]));
  const rungs = memo.get(["climb", key], () => climb(ladder, facts));
  facts.decide({ id, key, column: { type: "text", codes: Int32Array.from(rungs), words: ids } });
  return rungs;
}
