import { ascending, picked } from "./edited/changes";
import { issueOfRows, type Issue } from "./issue";
import { canonical } from "./preset/hash";
import type { FieldSpec, Preset } from "./preset/schema";
import { firstPurchases } from "./measures/lifecycle";
import type { Combine } from "./table/combine";
import { inOneCurrency } from "./table/currency";
import { rollUp, rollUpAgain, type RolledUp } from "./table/rollUp";
import { RowKind } from "./table/rowKinds";
import type { Table } from "./table/table";

/** Who is tiered: the rows of a sheet, each on its own or joined to accounts. */
export interface Accounts {
  /** What was read. */
  readonly source: Table;
  /** One row per account. */
  readonly table: Table;
  /** The rows of the sheet, their amounts in one currency. */
  readonly rows: Table;
  /** The account of each row of the sheet, -1 for none; null where every row is its own. */
  readonly accountOf: Int32Array | null;
  /** The row of the sheet that an account stands on first. */
  firstRowOf(account: number): number;
  /** All that this was made of but the table: equal for two presets that give the same accounts. */
  readonly key: string;
  /** How rows were joined; null where every row is its own account. */
  readonly rolledUp: RolledUp | null;
  /** How they differ from those of the run before; null where they were made of other rows. */
  readonly edit: AccountEdit | null;
}

/** Accounts some of whose rows were edited. */
export interface AccountEdit {
  /** Of the table of accounts, ascending. */
  readonly rows: Int32Array;
  /** Fields that may have changed in them. */
  readonly fields: ReadonlySet<string>;
}

/** Stage 2: amounts in one currency, rows of one account joined. */
export function accountsOf(table: Table, preset: Preset, previous?: Accounts): Accounts {
  const combines = preset.rollUp ? combinesOf(preset) : new Map<string, Combine>();
  const key = canonical([preset.rollUp, preset.currency, [...combines]]);
  if (previous?.source === table && previous.key === key) return previous;
  const rows = preset.currency ? inOneCurrency(table, preset.currency) : table;
  const edit = previous?.key === key ? editSince(previous.source, table, preset) : null;
  if (!preset.rollUp) {
    const firstRowOf = (account: number) => account;
    return { source: table, table: rows, rows, accountOf: null, firstRowOf, key, rolledUp: null, edit };
  }
  const joinedBefore = edit && previous?.rolledUp; // an edit that is known joins the same rows
  const rolledUp = joinedBefore
    ? rollUpAgain(joinedBefore, rows, edit.fields, combines)
    : rollUp(rows, preset.rollUp.by, combines);
  const { accountOf, firstRows } = rolledUp;
  const firstRowOf = (account: number) => firstRows[account] ?? -1;
  const kept = rows.issues.filter(({ code }) => code !== "account-repeated" && code !== "account-blank");
  const issues = [...kept, ...joinedIssues(rows, rolledUp)];
  const joined = edit && { ...edit, rows: accountsAt(edit.rows, accountOf) };
  const all = { ...rolledUp.table, issues };
  return { source: table, table: all, rows, accountOf, firstRowOf, key, rolledUp, edit: joined };
}

/** The edit of rows that made a table from the one before; null where it was made otherwise, or joins rows otherwise. */
function editSince(before: Table, { edit }: Table, { rollUp, currency }: Preset): AccountEdit | null {
  if (!edit || edit.since !== before.reading || (rollUp && edit.fields.has(rollUp.by))) return null;
  const { rows, fields } = edit;
  return { rows, fields: currency && fields.has(currency.field) ? new Set([...fields, ...currency.of]) : fields };
}

/** The accounts that rows are of. */
function accountsAt(rows: Int32Array, accountOf: Int32Array): Int32Array {
  return ascending(picked(accountOf, rows).filter((account) => account >= 0));
}

/**
 * How the cells of each field are joined where rows are: as the field says; without that numbers of several columns add up,
 * of other numbers the highest stands, of first purchases the earliest, of other dates the latest, of yes/no any yes, of
 * texts the first.
 */
function combinesOf({ fields, measures }: Preset): Map<string, Combine> {
  const first = firstPurchases(measures);
  const byDefault = (id: string, { type, many }: FieldSpec): Combine => {
    if (type === "text") return "first";
    if (type === "number" && many) return "sum";
    return first.has(id) ? "min" : "max";
  };
  return new Map([...fields].map(([id, field]) => [id, field.combine ?? byDefault(id, field)]));
}

/** Rows that name nobody in any way, and rows that went into an account that another row had begun. */
function joinedIssues({ firstRow, rowKinds }: Table, { accountOf, firstRows }: ReturnType<typeof rollUp>): Issue[] {
  const [blank, merged]: [number[], number[]] = [[], []];
  accountOf.forEach((account, row) => {
    if (account < 0 && rowKinds[row] === RowKind.unnamed) blank.push(row + firstRow);
    if (account >= 0 && firstRows[account] !== row) merged.push(row + firstRow);
  });
  return [
    issueOfRows("account-blank", "warning", blank),
    issueOfRows("rows-merged", "info", merged, { of: firstRows.length }),
  ].filter((issue) => issue !== null);
}
