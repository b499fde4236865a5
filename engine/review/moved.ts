import type { Run } from "../run";
import { SHOWN } from "./listed";
import type { Move, Movement } from "./movement";
import { standsAt } from "./standsAt";

/** Which moves are meant: those that agree with all that is named. */
export interface MovedOptions {
  readonly kind?: Move["kind"];
  /** Id of a tier; null is none. */
  readonly from?: string | null;
  readonly to?: string | null;
  /** Whether the tier before is one that the rules no longer have. */
  readonly isFormer?: boolean;
  /** How many are named. */
  readonly shown?: number;
}

export interface Moved {
  readonly count: number;
  /** The highest value first, missing ones last, then in the order of the movement. */
  readonly accounts: readonly (Move & {
    /** Input row; null of one that is not in the table. */ readonly row: number | null;
  })[];
}

/** The accounts behind a count of the movement. */
export function moved(run: Run, { moves, tiers }: Movement, { shown = SHOWN, ...asked }: MovedOptions = {}): Moved {
  const { kind, from, to, isFormer } = asked;
  const known = new Set(tiers);
  const found = moves.filter(
    (move) =>
      (kind === undefined || move.kind === kind) &&
      (from === undefined || move.from === from) &&
      (to === undefined || move.to === to) &&
      (isFormer === undefined || (move.from !== null && !known.has(move.from)) === isFormer),
  );
  const valueOf = ({ value }: Move) => value ?? -Infinity;
  found.sort((a, b) => (valueOf(a) === valueOf(b) ? 0 : valueOf(b) - valueOf(a)));
  const rowOf = standsAt(run);
  return {
    count: found.length,
    accounts: found.slice(0, shown).map((move) => ({ ...move, row: rowOf(move.account) })),
  };
}
