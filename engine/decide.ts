import type { AccountFacts } from "./accountFacts";
import type { Condition } from "./conditions/registry";
import { allPlaced, differing, isNothing, NOTHING, picked, placed, union, type Changes } from "./edited/changes";
import { OPEN_SCOPE, type KeyPart } from "./facts";
import { climb, scopeOf } from "./ladder/climb";
import { onAnyRung } from "./masks";
import type { Memo } from "./memo";
import type { Ladder, Preset } from "./preset/schema";
import type { Standing } from "./review/history";
import { bump, bumpsRankBy, type Bumped } from "./stages/bumps";
import { changesBehindSeats, giveSeats, type Seated } from "./stages/capacity";
import { gatesKey, passGates, underCeilings, type Gated } from "./stages/gates";
import { fresh, type Buffers } from "./workspace";
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
  /** What was decided before an edit of some rows, of the same overrides and standings; null elsewhere. */
  readonly before: Decision | null;
}

/** The stages in their order: gates, segments, tiers, steadiness, bumps, ceilings, seats, overrides, flags. */
export function decide(
  preset: Preset,
  facts: AccountFacts,
  memo: Memo,
  { overrides, standings, before }: Deciding,
): Decision {
  const gated = gatedBy(preset, facts, memo);
  const gatedChanges = memo.changes(gatesKey(preset, facts));
  facts.admit(gated.included, gated.key, gatedChanges);
  const segments = preset.segments ? segmented(preset.segments, facts, memo) : null;
  const { rungs: ladder } = climbed(preset.tiers, facts, memo);
  const steadied = steady(preset, facts, memo, { ladder, segments, standings });
  const steadiedChanges = before ? differing(before.steadied.tiers, steadied.tiers) : "all";
  const bumped = bumpedFrom(preset, facts, memo, {
    tiers: steadied.tiers,
    gated,
    changes: union([steadiedChanges, gatedChanges]),
  });
  const capped = memo.noted("capped", () => underCeilings(bumped.tiers, gated), {
    changes: () => union([memo.changes(["bumped"]), gatedChanges]),
    compare: differing,
  });
  const acting = memo.noted("overriding", () => overriding(overrides, preset, facts, gated), {
    changes: () => gatedChanges,
    compare: compareOverriding,
  });
  const seated = memo.noted("seated", () => giveSeats(preset, facts, capped, acting, standings), {
    changes: () =>
      union([memo.changes(["capped"]), memo.changes(["overriding"]), ...changesBehindSeats(preset, facts)]),
  });
  const computed = withoutOverrides(capped, acting, seated);
  const final = seated.tiers;
  const changes = before ? differing(before.final, final) : "all";
  const ids = preset.tiers.rungs.map(({ id }) => id);
  const codes = memo.noted("tier codes", () => widened(final, facts.buffers), {
    changes: () => changes,
    mend: (before, rows) => placed(before, rows, widened(picked(final, rows), fresh)),
  });
  const key = memo.noted("tier key", () => memo.fresh(), { changes: () => NOTHING });
  facts.decide({ id: "tier", key, column: { type: "text", codes, words: ids }, changes });
  const flags = preset.flags.map((flag, i) => flagged(flag.when, i, facts, memo, { final, changes }));
  return { gated, segments, ladder, steadied, bumped, capped, overriding: acting, seated, computed, final, flags };
}

function gatedBy(preset: Preset, facts: AccountFacts, memo: Memo): Gated {
  const conditions = preset.gates.map(({ when }) => ({ condition: when, scope: OPEN_SCOPE }));
  return memo.get(gatesKey(preset, facts), () => passGates(preset, facts), {
    changes: () => union(conditions.map((condition) => facts.changesOf(condition))),
    mend: (before, rows) => allPlaced(before, rows, passGates(preset, facts.at(rows))),
    compare: (before, now, among) =>
      union([
        differing(before.included, now.included, among),
        differing(before.excludedBy, now.excludedBy, among),
        differing(before.ceilings, now.ceilings, among),
        differing(before.ceilingBy, now.ceilingBy, among),
      ]),
  });
}

/** Bumps move each account by what holds on it, but where a budget lets only the best of them move. */
function bumpedFrom(
  preset: Preset,
  facts: AccountFacts,
  memo: Memo,
  { tiers, gated, changes }: { tiers: Int16Array; gated: Gated; changes: Changes },
): Bumped {
  const { bumps } = preset;
  return memo.noted("bumped", () => bump(preset, facts, tiers, gated.ceilings), {
    changes() {
      const rules = (bumps?.rules ?? []).map(({ when }) => facts.changesOf({ condition: when, scope: OPEN_SCOPE }));
      const all = union([changes, ...rules]);
      if (bumps?.budget === undefined) return all;
      const rankBy = bumpsRankBy(preset);
      const ranked = rankBy === null ? NOTHING : facts.changesOf({ measure: rankBy });
      return isNothing(all) && isNothing(ranked) ? NOTHING : "all";
    },
    mend: (before, rows) =>
      allPlaced(before, rows, bump(preset, facts.at(rows), picked(tiers, rows), picked(gated.ceilings, rows))),
    compare: (before, now, among) => differing(before.tiers, now.tiers, among),
  });
}

/** The tiers after seats; for whom an override moved, the one before. */
function withoutOverrides(capped: Int16Array, { exact, excluded, acting }: Overriding, seated: Seated): Int16Array {
  if (acting.size === 0) return seated.tiers;
  const { sought, tiers } = seated;
  return capped.map((tier, row) => {
    const isMoved = excluded[row] === 1 || exact[row]! >= 0 || sought[row] !== tier; // row < length, that of all
    return isMoved ? tier : tiers[row]!;
  });
}

function flagged(
  when: Condition,
  index: number,
  facts: AccountFacts,
  memo: Memo,
  { final, changes }: { final: Int16Array; changes: Changes },
): Uint8Array {
  return memo.noted(`flag ${index}`, () => onAnyRung(facts.holds(when, OPEN_SCOPE), final, facts.buffers), {
    changes: () => union([changes, facts.changesOf({ condition: when, scope: OPEN_SCOPE })]),
    mend: (before, rows) =>
      placed(before, rows, onAnyRung(facts.at(rows).holds(when, OPEN_SCOPE), picked(final, rows), fresh)),
  });
}

function compareOverriding(before: Overriding, now: Overriding): Changes {
  if (before.acting.size === 0 && now.acting.size === 0) return NOTHING;
  return union([
    differing(before.exact, now.exact),
    differing(before.floor, now.floor),
    differing(before.ceiling, now.ceiling),
    differing(before.excluded, now.excluded),
  ]);
}

/** Rungs as the codes of a column of text. */
function widened(rungs: Int16Array, buffers: Buffers): Int32Array {
  const codes = buffers.ints(rungs.length);
  for (let row = 0; row < codes.length; row++) codes[row] = rungs[row]!; // row < length; `set` is slow between two types
  return codes;
}

/** The rung of each account, and what stands for the answer. */
interface Climbed {
  readonly rungs: Int16Array;
  readonly key: KeyPart;
  readonly changes: Changes;
}

function climbed(ladder: Ladder, facts: AccountFacts, memo: Memo): Climbed {
  const parts = ladder.rungs.map(({ when }, index) => when && { condition: when, scope: scopeOf(ladder, index) });
  const conditions = parts.map((part) => (part ? facts.keyOf(part) : null));
  const ids = ladder.rungs.map((rung) => rung.id);
  const key = memo.name(JSON.stringify(["ladder", ids, conditions, facts.includedKey]));
  const rungs = memo.get(["climb", key], () => climb(ladder, facts), {
    changes: () =>
      union([facts.changesOf("included"), ...parts.map((part) => (part ? facts.changesOf(part) : NOTHING))]),
    mend: (before, rows) => placed(before, rows, climb(ladder, facts.at(rows))),
    compare: differing,
  });
  return { rungs, key, changes: memo.changes(["climb", key]) };
}

/** Climbs the ladder of segments and lets later conditions read the result, as the ids of its rungs. */
function segmented(ladder: Ladder, facts: AccountFacts, memo: Memo): Int16Array {
  const { rungs, key, changes } = climbed(ladder, facts, memo);
  const codes = memo.get(["codes", key], () => widened(rungs, facts.buffers), {
    changes: () => changes,
    mend: (before, rows) => placed(before, rows, widened(picked(rungs, rows), fresh)),
  });
  facts.decide({
    id: "segment",
    key,
    column: { type: "text", codes, words: ladder.rungs.map(({ id }) => id) },
    changes,
  });
  return rungs;
}
