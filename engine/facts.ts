import type { Condition } from "./conditions/registry";
import type { Changes } from "./edited/changes";
import type { GoingOn } from "./edited/goingOn";
import type { AccountKeys } from "./table/table";
import type { Column, TextColumn } from "./table/column";
import type { Serial } from "./table/date";
import type { Buffers } from "./workspace";

/** What measures and conditions may know about the accounts of a run. Asking twice costs nothing: every answer is kept. */
export interface Facts {
  readonly size: number;
  /** Where columns and masks are to be taken from. */
  readonly buffers: Buffers;
  /** The day of the run. */
  readonly asOf: Serial;
  readonly accounts: AccountKeys;
  /** 1 for each row that is an account. */
  readonly named: Uint8Array;
  /** 1 for each row that is an account in the race; 0 for one without a name or turned away by a gate. */
  readonly included: Uint8Array;
  /** The identity of `included` within a key of `kept`. */
  readonly includedKey: KeyPart;
  /** The input row to show for a row: the first of an account that stands on several. */
  inputRow(row: number): number;
  /** A column as it stands in the sheet, before rows of one account were joined, and the account code of each of its rows. */
  beforeRollUp(id: string): { readonly column: Column; readonly accounts: Int32Array };
  /** The column of a field, a measure or a measure's side column (`value.basis`). */
  column(id: string): Column;
  /** The same, where it is known to hold numbers; NaN is missing. */
  number(id: string): Float64Array;
  /** The same, where it is known to hold text. */
  text(id: string): TextColumn;
  /** Whether a measure of the preset puts all accounts in order of a number. */
  isRankedWhole(id: string): boolean;
  /** Whether a field was bound to a column; of a measure, whether anything it reads was. */
  isMapped(id: string): boolean;
  /** 1 for each row the condition holds on. */
  holds(condition: Condition, scope: Scope): Uint8Array;
  /** Order of two accounts by key, in code-point order; by their codes. */
  compareKeys(a: number, b: number): number;
  /** Keeps `compute`'s answer for as long as nothing that `parts` name has changed; `goingOn` says what an edit of rows does to it. */
  kept<T>(parts: readonly KeyPart[], compute: () => T, goingOn?: GoingOn<T>): T;
  /** The rows at which an answer may differ from the run before; only in a run over edited rows. */
  changesOf(part: { measure: string } | { condition: Condition; scope: Scope } | "included"): Changes;
  /** The same facts of some accounts alone: what asks of each only what stands beside it can be asked of them. */
  at(rows: Int32Array): Facts;
  /** The identity of a column or a condition within a key of `kept`. */
  keyOf(part: { measure: string } | { condition: Condition; scope: Scope }): KeyPart;
}

export type KeyPart = string | number | null;

/** Where a condition stands: what its `top` ranks, and among whom. */
export interface Scope {
  /** The population of `top`; every included account where absent. */
  readonly among?: Condition | undefined;
  /** Measure whose values split the population into lists of their own. */
  readonly within?: string | undefined;
  /** Measures that decide between equal values, highest first. */
  readonly tieBreak: readonly string[];
  /** Conditions of the rungs above, which `crossing: "refill"` continues. */
  readonly above: readonly Condition[];
}

/** Outside of a ladder: everybody, ties by account. */
export const OPEN_SCOPE: Scope = { tieBreak: [], above: [] };
