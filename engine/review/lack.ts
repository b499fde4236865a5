import { SHOWN_ROWS } from "../issue";
import { isBlankKind, isUnreadableKind } from "../table/cell";
import type { Column } from "../table/column";
import type { Need } from "./needs";

/** Numbers of accounts. */
export interface Lack {
  /** Who need it. */
  readonly needed: number;
  /** Of them: nothing is there, or a word that says so. */
  readonly blank: number;
  /** Of them: something is there that cannot be read, or an amount without a rate. */
  readonly unreadable: number;
}

export const NOTHING: Lack = { needed: 0, blank: 0, unreadable: 0 };

/** Lacks by group, and the first accounts that lack it. */
export function lacksOf(column: Column | undefined, { isBlankFine, who }: Need, groupOf: Int16Array, groups: number) {
  const [needed, blank, unreadable] = [new Int32Array(groups), new Int32Array(groups), new Int32Array(groups)];
  const rows: number[] = [];
  for (let account = 0; account < groupOf.length; account++) {
    const group = groupOf[account]!; // account < length
    if (group < 0 || who?.[account] === 0) continue;
    needed[group]!++; // group < groups, here and below
    const state = column ? stateAt(column, account) : "blank";
    if (state === "there" || (state === "blank" && isBlankFine)) continue;
    (state === "blank" ? blank : unreadable)[group]!++;
    if (rows.length < SHOWN_ROWS) rows.push(account);
  }
  const lacks = Array.from(needed, (count, group): Lack => {
    return { needed: count, blank: blank[group] ?? 0, unreadable: unreadable[group] ?? 0 };
  });
  return { lacks, rows };
}

function stateAt(column: Column, row: number): "there" | "blank" | "unreadable" {
  const isMissing = column.type === "text" ? column.codes[row] === -1 : Number.isNaN(column.values[row]);
  const kind = column.kinds?.[row];
  if (kind === undefined) return isMissing ? "blank" : "there";
  if (isBlankKind(kind)) return "blank";
  return isMissing || isUnreadableKind(kind) ? "unreadable" : "there";
}

export function lacking({ blank, unreadable }: Lack): number {
  return blank + unreadable;
}

export function added(lacks: readonly Lack[]): Lack {
  const sum = { ...NOTHING };
  for (const { needed, blank, unreadable } of lacks) {
    sum.needed += needed;
    sum.blank += blank;
    sum.unreadable += unreadable;
  }
  return sum;
}
