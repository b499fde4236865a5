import { placed, union } from "../edited/changes";
import { OPEN_SCOPE, type Facts } from "../facts";
import type { Bumps, Preset } from "../preset/schema";
import { valueMeasure } from "../valueMeasure";
import { groupsInOrder } from "./order";

/** Tiers after bumps, and what became of each account's. The other columns are empty where there are no rules. */
export interface Bumped {
  readonly tiers: Int16Array;
  /** Levels that the rules ask for together, held to the most there may be; up is positive. */
  readonly moves: Int8Array;
  readonly outcomes: Uint8Array;
}

export const Bump = {
  /** No rule holds, or they cancel out. */
  none: 0,
  moved: 1,
  /** At the top, the bottom or its ceiling already. */
  atEnd: 2,
  /** The budget went to others. */
  noBudget: 3,
} as const;

/**
 * Stage 8: moves accounts up or down for reasons that no ladder sees. What the rules ask for adds up, held to `maxUp` and
 * `maxDown`; nobody is bumped over its ceiling. `budget` is how many may be moved: the best first, by what the first
 * capacity ranks by, else by value, then by account key; whom nothing would move uses none of it, and one account on several equal rows moves whole or
 * not at all.
 */
export function bump(preset: Preset, facts: Facts, tiers: Int16Array, ceilings: Int16Array): Bumped {
  const { bumps } = preset;
  if (!bumps || bumps.rules.length === 0) return { tiers, moves: new Int8Array(), outcomes: new Uint8Array() };
  const moves = movesOf(bumps, facts);
  const outcomes = facts.buffers.bytes(facts.size);
  const last = preset.tiers.rungs.length - 1;
  const to = facts.buffers.copy(tiers);
  const movers = facts.buffers.bytes(facts.size);
  moveAll(tiers, moves, ceilings, last, to, movers, outcomes);
  if (bumps.budget !== undefined) {
    let left = bumps.budget;
    for (const group of groupsInOrder(facts, movers, { values: rankOf(preset, facts) })) {
      if (group.length <= left) left -= group.length;
      else {
        for (const row of group) {
          to[row] = tiers[row] ?? -1;
          outcomes[row] = Bump.noBudget;
        }
      }
    }
  }
  return { tiers: to, moves, outcomes };
}

/** `last` is the lowest tier; `movers` are those who change theirs. Functions of their own, as the loops of `masks.ts`. */
function moveAll(
  tiers: Int16Array,
  moves: Int8Array,
  ceilings: Int16Array,
  last: number,
  to: Int16Array,
  movers: Uint8Array,
  outcomes: Uint8Array,
): void {
  for (let row = 0; row < moves.length; row++) {
    const move = moves[row]!; // row < length, that of all
    const tier = tiers[row]!;
    if (move === 0 || tier < 0) continue;
    const target = move > 0 ? Math.min(tier, Math.max(tier - move, ceilings[row]!)) : Math.min(tier - move, last);
    to[row] = target;
    movers[row] = target === tier ? 0 : 1;
    outcomes[row] = target === tier ? Bump.atEnd : Bump.moved;
  }
}

/** What the rules ask for together. */
function movesOf({ rules, maxUp, maxDown }: Bumps, facts: Facts): Int8Array {
  const parts = rules.map(({ when, move }) => ({ condition: when, scope: OPEN_SCOPE, move }));
  const key = ["moves", maxUp, maxDown, ...parts.flatMap((part) => [facts.keyOf(part), part.move])];
  const sum = (of: Facts): Int8Array => {
    const sums = of.buffers.ints(of.size);
    for (const { condition, scope, move } of parts) addWhere(of.holds(condition, scope), move, sums);
    const moves = of.buffers.signed(of.size);
    holdTo(-maxDown, maxUp, sums, moves);
    of.buffers.giveBack(sums);
    return moves;
  };
  return facts.kept(key, () => sum(facts), {
    changes: () => union(parts.map((part) => facts.changesOf(part))),
    mend: (before, rows) => placed(before, rows, sum(facts.at(rows))),
  });
}

function holdTo(least: number, most: number, sums: Int32Array, moves: Int8Array): void {
  for (let row = 0; row < moves.length; row++) moves[row] = Math.min(most, Math.max(least, sums[row]!)); // row < length, that of both
}

function addWhere(mask: Uint8Array, move: number, sums: Int32Array): void {
  for (let row = 0; row < sums.length; row++) if (mask[row] === 1) sums[row]! += move; // likewise
}

/** The measure of whom a budget lets move first: what the first capacity ranks by, else the value; null without any. */
export function bumpsRankBy(preset: Preset): string | null {
  const capacity = preset.tiers.rungs.find((rung) => rung.capacity)?.capacity;
  return capacity?.rankBy ?? valueMeasure(preset);
}

function rankOf(preset: Preset, facts: Facts): Float64Array {
  const rankBy = bumpsRankBy(preset);
  return rankBy === null ? facts.buffers.floats(facts.size) : facts.number(rankBy);
}
