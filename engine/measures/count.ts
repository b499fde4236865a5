import * as z from "zod";
import { id, measureId } from "../preset/parts";
import { foldedWords, type Column } from "../table/column";
import { ACCOUNT_FIELD } from "../table/table";
import { defineMeasure } from "./measure";
import { unmappedIssues } from "./unmapped";

/**
 * How many rows an account has, or with `distinct` how many different values of a field stand in them: orders,
 * products, sites. Counted are the rows of the sheet, before a roll-up joins them. Each row of an account has the number
 * of the account.
 *
 * Accounts are one by their key, and so are texts: case, Unicode form and spaces around them make no other product.
 * Missing and unreadable cells are no values, so an account can have none. Missing in rows that name no account, and
 * throughout where no column holds the field.
 */
export const count = defineMeasure({
  type: "count",
  schema: z.strictObject({
    id,
    type: z.literal("count"),
    /** Whose different values are counted; without it rows are. */
    distinct: measureId.optional(),
  }),
  gives: "number",
  reads: ({ distinct }) => [
    { id: ACCOUNT_FIELD, as: "text" },
    ...(distinct === undefined ? [] : [{ id: distinct, as: "any" as const }]),
  ],
  isByRow(_spec, facts) {
    const { accounts } = facts.beforeRollUp(ACCOUNT_FIELD);
    return accounts === facts.accounts.codes && isEachOnce(accounts, facts.accounts.count);
  },
  compute({ distinct }, facts) {
    const values = facts.buffers.floats(facts.size).fill(NaN);
    if (distinct !== undefined && !facts.isMapped(distinct)) return { type: "number", values };
    const { column, accounts } = facts.beforeRollUp(distinct ?? ACCOUNT_FIELD);
    const size = facts.accounts.count;
    const counts = distinct === undefined ? rowCounts(accounts, size) : distinctCounts(column, accounts, size);
    const { codes } = facts.accounts;
    for (let row = 0; row < values.length; row++) values[row] = counts[codes[row]!] ?? NaN; // row < size; -1 is no account
    return { type: "number", values };
  },
  issues: ({ id, distinct }, facts) => (distinct === undefined ? [] : unmappedIssues(id, [distinct], facts)),
});

/** Rows by account. */
function rowCounts(accounts: Int32Array, size: number): Int32Array {
  const counts = new Int32Array(size);
  for (const account of accounts) if (account >= 0) counts[account]!++; // a code is a position among the keys
  return counts;
}

/** Different values by account. */
function distinctCounts(column: Column, accounts: Int32Array, accountsSize: number): Int32Array {
  const { codes, size } = valueCodes(column);
  if (isEachOnce(accounts, accountsSize)) return onesWhere(codes, accounts, accountsSize);
  const pairs = new Float64Array(codes.length); // account and value in one whole number, which a double can hold
  let found = 0;
  for (let row = 0; row < codes.length; row++) {
    const [account, value] = [accounts[row]!, codes[row]!]; // row < size, the length of both
    if (account >= 0 && value >= 0) pairs[found++] = account * size + value;
  }
  const sorted = pairs.subarray(0, found).sort();
  const counts = new Int32Array(accountsSize);
  for (let i = 0; i < found; i++) {
    if (sorted[i] !== sorted[i - 1]) counts[Math.floor(sorted[i]! / size)]!++; // i < found
  }
  return counts;
}

/** Whether every account stands on one row. */
function isEachOnce(accounts: Int32Array, size: number): boolean {
  let rows = 0;
  for (let row = 0; row < accounts.length; row++) if (accounts[row]! >= 0) rows++; // row < length
  return rows === size; // every code is on a row
}

/** One for each account whose row has a value. */
function onesWhere(codes: Int32Array, accounts: Int32Array, size: number): Int32Array {
  const counts = new Int32Array(size);
  for (let row = 0; row < accounts.length; row++) {
    if (accounts[row]! >= 0 && codes[row]! >= 0) counts[accounts[row]!] = 1; // row < length, that of both
  }
  return counts;
}

/** Which of the `size` different values each row has; -1 where missing. */
function valueCodes(column: Column): { readonly codes: Int32Array; readonly size: number } {
  if (column.type === "text") {
    const { codes, keys } = foldedWords(column);
    return { codes, size: keys.length };
  }
  const { values } = column;
  const codes = new Int32Array(values.length).fill(-1);
  const codeOf = new Map<number, number>();
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!; // row < length
    if (Number.isNaN(value)) continue;
    const code = codeOf.get(value) ?? codeOf.size;
    codeOf.set(value, code);
    codes[row] = code;
  }
  return { codes, size: codeOf.size };
}
