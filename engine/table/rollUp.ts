import { combineNumbers, combineTexts, combineYesNo, type Combine } from "./combine";
import { TextCells, type Column } from "./column";
import { keysOf } from "./accounts";
import { nameIndex } from "./nameIndex";
import { isLeftOut } from "./rowKinds";
import { ACCOUNT_FIELD, type Table } from "./table";

/** The rows of a sheet joined to accounts. */
export interface RolledUp {
  /** One row per account, in the order in which they first come. */
  readonly table: Table;
  /** The account of each row of the sheet; -1 for one that names none. */
  readonly accountOf: Int32Array;
  /** The first row of each account. */
  readonly firstRows: Int32Array;
}

/**
 * Joins the rows that name the same account, by the text of the field `by` or, where that is blank, by their own name: a
 * parent that stands in the sheet itself joins its children. Names compare trimmed, without case, in one Unicode form.
 *
 * `combines` says how the cells of each field are joined. Missing cells are left out. A row that names nobody is in no
 * account.
 */
export function rollUp(rows: Table, by: string, combines: ReadonlyMap<string, Combine>): RolledUp {
  const names = namesOf(rows, by);
  const index = nameIndex(names);
  const { codes: accountOf, count: size } = index;
  const firstRows = new Int32Array(size);
  for (let row = accountOf.length - 1; row >= 0; row--) if (accountOf[row]! >= 0) firstRows[accountOf[row]!] = row; // row < length
  const joining = { accountOf, size };
  const fields = new Map<string, Column>();
  for (const [id, combine] of combines) {
    const column = rows.fields.get(id);
    if (column) fields.set(id, joined(column, combine, joining));
  }
  const ownNames = Array.from(firstRows, (row) => names[row]);
  const account = fields.get(ACCOUNT_FIELD);
  if (account?.kinds) fields.set(ACCOUNT_FIELD, new TextCells(ownNames, account.kinds));
  const codes = new Int32Array(size).map((_, account) => account);
  const accounts = keysOf({ ...index, codes }, (account) => ownNames[account] ?? "");
  return { table: { ...rows, size, fields, accounts }, accountOf, firstRows };
}

/** The same after an edit of rows that joins them as before: only the fields that have changed are combined again. */
export function rollUpAgain(
  before: RolledUp,
  rows: Table,
  changed: ReadonlySet<string>,
  combines: ReadonlyMap<string, Combine>,
): RolledUp {
  const { size, accounts } = before.table;
  const fields = new Map(before.table.fields);
  for (const [id, combine] of combines) {
    const column = changed.has(id) ? rows.fields.get(id) : undefined;
    if (column) fields.set(id, joined(column, combine, { accountOf: before.accountOf, size }));
  }
  return { ...before, table: { ...rows, size, fields, accounts } };
}

/** Rows of accounts that are joined, and how many accounts there are. */
export interface Joining {
  readonly accountOf: Int32Array;
  readonly size: number;
}

/** Whom each row names; a total names nobody. */
function namesOf(rows: Table, by: string): (string | undefined)[] {
  const [parents, accounts] = [rows.fields.get(by), rows.fields.get(ACCOUNT_FIELD)];
  return Array.from({ length: rows.size }, (_, row) =>
    isLeftOut(rows.rowKinds[row]) ? undefined : (textAt(parents, row) ?? textAt(accounts, row)),
  );
}

function joined(column: Column, combine: Combine, joining: Joining): Column {
  if (column.type === "number") return combineNumbers(column, combine, joining);
  return column.isYesNo ? combineYesNo(column, combine, joining) : combineTexts(column, joining);
}

function textAt(column: Column | undefined, row: number): string | undefined {
  return column instanceof TextCells ? column.texts[row] : undefined;
}
