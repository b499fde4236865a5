import type { Accounts } from "../accounts";
import { RowKind } from "../table/rowKinds";

type Key = string | number | boolean | null;

/**
 * A value for each account as one for each row of the sheet. A row that ought to name an account and does not has null,
 * one that is blank or a total has nothing, which is -1.
 *
 * `known` are values that are always there, first and in this order; `keyOf` tells equal values that are objects.
 */
export function coded<Value>(
  accounts: Accounts,
  valueAt: (account: number) => Value,
  known: readonly Value[] = [],
  keyOf: (value: Value) => Key = (value) => value as Key,
): { readonly codes: Int32Array; readonly values: readonly (Value | null)[] } {
  const values: (Value | null)[] = [...known];
  const codeOf = new Map<Key, number>(known.map((value, code) => [keyOf(value), code]));
  const encode = (value: Value | null) => {
    const key = value === null ? null : keyOf(value);
    let code = codeOf.get(key);
    if (code === undefined) codeOf.set(key, (code = values.push(value) - 1));
    return code;
  };
  const codes = byRow(
    accounts,
    (account) => encode(valueAt(account)),
    () => encode(null),
  );
  return { codes, values };
}

/** A code for each row of the sheet: that of its account, `unnamed` where it ought to name one, else -1. */
export function byRow(
  { accountOf, rows, table }: Accounts,
  codeAt: (account: number) => number,
  unnamed: () => number,
): Int32Array {
  const { codes: keys } = table.accounts;
  const codes = new Int32Array(rows.size).fill(-1);
  const ofAccounts = accountOf ? new Int32Array(table.size).fill(-1) : null;
  for (let row = 0; row < codes.length; row++) {
    const account = accountOf ? accountOf[row]! : row; // row < length, here and below
    if (account < 0 || keys[account]! < 0) {
      if (rows.rowKinds[row] === RowKind.unnamed) codes[row] = unnamed();
    } else if (ofAccounts) {
      if (ofAccounts[account]! < 0) ofAccounts[account] = codeAt(account);
      codes[row] = ofAccounts[account]!;
    } else codes[row] = codeAt(account);
  }
  return codes;
}
