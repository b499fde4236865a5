import type { FoundTable } from "./findTable";
import type { Columns, OurTable, RowOf } from "./ourTable";

/** Rows that are to come into, to change in and to leave one of our tables: plain data, made before anything is written. */
export interface RowsChange {
  readonly table: OurTable;
  /** Where it stands; null where it comes with its sheet. */
  readonly found: FoundTable | null;
  /** Fingerprint of its key columns as the change was planned. */
  readonly keys: string;
  readonly append: readonly RowOf<Columns>[];
  /** Columns by which the rows that came are told from all others. */
  readonly addedBy: readonly string[];
  /** Rows as they are to be, by their place below the header. */
  readonly update: readonly { readonly at: number; readonly row: RowOf<Columns> }[];
  /** Places of rows that go. */
  readonly remove: readonly number[];
}

/** A change of one sheet of ours. */
export interface SheetChange {
  readonly sheet: string;
  /** All of them are there, or none: then the sheet is made, with the tables side by side. */
  readonly tables: readonly RowsChange[];
  /** What cells can be chosen from: right of the tables of a new sheet, wherever they stand on one that was there. */
  readonly lists: readonly ChoiceList[];
}

/** A list of words for the cells of one column. Others can be typed all the same. */
export interface ChoiceList {
  readonly header: string;
  readonly words: readonly string[];
  /** Table and column id. */
  readonly table: string;
  readonly column: string;
}

const UNCHANGED: Pick<RowsChange, "append" | "addedBy" | "update" | "remove"> = {
  append: [],
  addedBy: [],
  update: [],
  remove: [],
};

export function changeOf<Own extends Columns>(
  table: OurTable<Own>,
  there: { readonly found: FoundTable; readonly keys: string } | null,
  change: {
    readonly append?: readonly RowOf<Own>[];
    readonly addedBy?: readonly (keyof Own & string)[];
    readonly update?: readonly { readonly at: number; readonly row: RowOf<Own> }[];
    readonly remove?: readonly number[];
  },
): RowsChange {
  const { found, keys } = there ?? { found: null, keys: "" };
  const any = table as unknown as OurTable; // its rows are its own: they are written by its own columns alone
  return { ...UNCHANGED, ...change, table: any, found, keys };
}

export function isEmpty({ append, update, remove }: RowsChange): boolean {
  return append.length + update.length + remove.length === 0;
}
