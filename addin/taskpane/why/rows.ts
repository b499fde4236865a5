import { accountKey, fold } from "../../../engine/index";
import type { Source } from "../../excel/source";
import type { Preview } from "../../excel/tiering";

/** A row of the source from 0 below the header, as a row the engine counts from the top of the source. */
export function inputRowOf({ header }: Pick<Source, "header">, row: number): number {
  return row + header.row + header.rows;
}

/** An account by its name, and the first row that it stands in. */
export interface NamedRow {
  readonly row: number;
  readonly name: string;
}

/** Accounts with a text in their names, those whose names begin with it first, in the order of the sheet; at most `most`. */
export function accountsNamed({ plan, source }: Preview, text: string, most: number): NamedRow[] {
  const wanted = fold(text);
  if (wanted === "") return [];
  const [begin, contain]: [NamedRow[], NamedRow[]] = [[], []];
  const seen = new Set<number>();
  for (let row = 0; row < source.rows && begin.length < most; row++) {
    const name = plan.accounts.nameAt(row);
    const at = fold(name).indexOf(wanted);
    const code = plan.accountCodes[row] ?? -1;
    if (at < 0 || code < 0 || seen.has(code)) continue;
    seen.add(code);
    if (at === 0) begin.push({ row, name });
    else if (contain.length < most) contain.push({ row, name });
  }
  return [...begin, ...contain].slice(0, most);
}

/** The first row of each account that is asked for, by account key; one that is not there is not in it. */
export function rowsOfAccounts({ plan, source }: Preview, names: readonly string[]): ReadonlyMap<string, number> {
  const wanted = new Set(names.map(accountKey));
  const rows = new Map<string, number>();
  for (let row = 0; row < source.rows && rows.size < wanted.size; row++) {
    const key = accountKey(plan.accounts.nameAt(row));
    if (wanted.has(key) && !rows.has(key)) rows.set(key, row);
  }
  return rows;
}
