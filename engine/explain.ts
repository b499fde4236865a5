import { kindOf, type Condition, type Reason } from "./conditions/registry";
import { shownValue } from "./conditions/condition";
import type { Scope } from "./facts";
import { scopeOf } from "./ladder/climb";
import type { Ladder } from "./preset/schema";
import { valueMeasure, type Run } from "./run";

/** Why a row of the source got what it got. */
export type Explanation =
  | { readonly kind: "header" }
  | { readonly kind: "outside" }
  /** The row names no account. */
  | { readonly kind: "unrated" }
  | {
      readonly kind: "account";
      readonly account: string;
      /** null where missing. */
      readonly value: number | null;
      /** What the value rests on (`history`, `expected`), where its measure says so. */
      readonly basis: string | null;
      readonly segment: Climb | null;
      readonly tier: Climb;
    };

/** The way up a ladder: every rung tried, from the top, to the one the account stands on. */
export interface Climb {
  readonly rung: string;
  readonly label: string;
  /** The last one is the account's own; its reason is null where it is the open rung at the end. */
  readonly tried: readonly { readonly rung: string; readonly label: string; readonly reason: Reason | null }[];
}

/** Explains an input row (0 is the header), as codes and numbers; sentences are made of them elsewhere. */
export function explain(run: Run, inputRow: number): Explanation {
  const { table, preset, facts } = run;
  const row = inputRow - table.firstRow;
  if (!Number.isInteger(inputRow) || inputRow < 0 || row >= table.size) return { kind: "outside" };
  if (row < 0) return { kind: "header" };
  if (facts.included[row] === 0) return { kind: "unrated" };
  const value = run.value[row] ?? NaN;
  return {
    kind: "account",
    account: table.accounts.nameAt(row),
    value: Number.isNaN(value) ? null : value,
    basis: basisAt(run, row),
    segment: preset.segments && run.segment ? climbAt(run, preset.segments, run.segment.codes[row] ?? 0, row) : null,
    tier: climbAt(run, preset.tiers, run.tier.codes[row] ?? 0, row),
  };
}

function climbAt(run: Run, ladder: Ladder, rungIndex: number, row: number): Climb {
  const tried = ladder.rungs.slice(0, rungIndex + 1).map(({ id, label, when }, index) => ({
    rung: id,
    label,
    reason: when ? reasonOf(when, row, run, scopeOf(ladder, index)) : null,
  }));
  const own = ladder.rungs[rungIndex];
  return { rung: own?.id ?? "", label: own?.label ?? "", tried };
}

function reasonOf(condition: Condition, row: number, run: Run, scope: Scope): Reason {
  return kindOf(condition).explain(condition, row, run.facts, scope, (part) => reasonOf(part, row, run, scope));
}

function basisAt({ preset, facts }: Run, row: number): string | null {
  const measure = preset.measures.find(({ id }) => id === valueMeasure(preset));
  if (measure?.type !== "expectedWhenNew") return null;
  return shownValue(facts.column(`${measure.id}.basis`), row) as string | null;
}
