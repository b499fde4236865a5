import { CellKind } from "./cell";
import type { KindArray, TextCells } from "./column";
import { markRepeatedHeaders } from "./repeatedHeaders";
import type { AccountKeys } from "./table";
import { markTotals } from "./totals";

/** What a row of a table is. Only accounts are tiered; blank rows, totals and headers take part in nothing. */
export const RowKind = {
  account: 0,
  /** Names no account, but something stands in another column that was read. */
  unnamed: 1,
  /** Nothing stands in any column that was read. A word that says so ("n/a") is something: somebody has seen the row. */
  blank: 2,
  /** Sums up other rows. */
  total: 3,
  /** Repeats the header. */
  header: 4,
} as const;
export type RowKind = (typeof RowKind)[keyof typeof RowKind];

/** A `Uint8Array` whose values are row kinds. */
export interface RowKinds extends Uint8Array {
  [row: number]: RowKind;
}

/** What was read of the rows, as far as it tells what they are. */
export interface ReadRows {
  readonly accounts: AccountKeys;
  /** Kinds of the cells of every field. */
  readonly cells: readonly KindArray[];
  /** Values of the number fields, NaN where missing; dates are none. */
  readonly numbers: readonly Float64Array[];
  /** The text fields. */
  readonly texts: readonly TextCells[];
  /** Kinds of the cells of the number and date fields. */
  readonly values: readonly KindArray[];
  /** What the account column is headed; `""` where nobody says. */
  readonly accountHeader: string;
}

/** Whether a row is none of accounts, though it names something. */
export function isLeftOut(kind: number | undefined): boolean {
  return kind === RowKind.total || kind === RowKind.header;
}

/**
 * The kind of each row. One pass over the account codes; all else looks at the few rows that are not plainly accounts.
 * `arePlain`: there are none of these, so that the names alone say that every row is an account.
 */
export function rowKinds(rows: ReadRows): { readonly kinds: RowKinds; readonly arePlain: boolean } {
  const { codes, codeOf } = rows.accounts;
  const kinds: RowKinds = new Uint8Array(codes.length) as RowKinds;
  let areNamed = true;
  for (let row = 0; row < codes.length; row++) {
    if (codes[row]! >= 0) continue; // row < length
    kinds[row] = isBlank(rows.cells, row) ? RowKind.blank : RowKind.unnamed;
    areNamed = false;
  }
  markRepeatedHeaders(rows.accounts, rows.accountHeader, rows.values, kinds);
  const { wereInDoubt } = markTotals(rows, kinds);
  return { kinds, arePlain: areNamed && !wereInDoubt && codeOf(rows.accountHeader) < 0 };
}

function isBlank(cells: readonly KindArray[], row: number): boolean {
  for (const kinds of cells) if (kinds[row] !== CellKind.blank) return false;
  return true;
}
