import { issueOfRows, type Issue } from "../issue";
import { TextCells, type Column } from "./column";
import { nameIndex, type NameIndex } from "./nameIndex";
import { isLeftOut, RowKind, type RowKinds } from "./rowKinds";
import type { AccountKeys } from "./table";
import type { Buffers } from "../workspace";

/** Who each row of the account column is. */
export function accountKeys(column: Column | undefined, size: number, buffers: Buffers): AccountKeys {
  const texts = column instanceof TextCells ? column.texts : new Array<undefined>(size);
  return keysOf(nameIndex(texts, buffers), (row) => texts[row] ?? "");
}

/** Names as keys, all of which are made when first asked for. */
export function keysOf(
  { codes, count, mayBeTotals, keyAt, firstAt, codeOf }: NameIndex,
  nameAt: (row: number) => string,
): AccountKeys {
  let keys: readonly string[] | null = null;
  return {
    codes,
    count,
    mayBeTotals,
    keyAt,
    firstAt,
    codeOf,
    get keys() {
      return (keys ??= Array.from({ length: count }, (_, code) => keyAt(code)));
    },
    nameAt,
  };
}

/** The same without the rows that are totals or repeat the header: they are nobody, and a name that only they have is no account's. */
export function withoutTotals(accounts: AccountKeys, kinds: RowKinds): AccountKeys {
  if (!kinds.includes(RowKind.total) && !kinds.includes(RowKind.header)) return accounts;
  const codes = accounts.codes.map((code, row) => (isLeftOut(kinds[row]) ? -1 : code));
  const isUsed = new Uint8Array(accounts.count);
  for (const code of codes) if (code >= 0) isUsed[code] = 1;
  const newCodes = new Int32Array(accounts.count);
  const kept: number[] = [];
  for (let code = 0; code < isUsed.length; code++) newCodes[code] = isUsed[code] === 1 ? kept.push(code) - 1 : -1;
  const index: NameIndex = {
    codes: codes.map((code) => newCodes[code] ?? -1),
    count: kept.length,
    mayBeTotals: accounts.mayBeTotals.map((code) => newCodes[code]!).filter((code) => code >= 0), // there is one for each code
    keyAt: (code) => accounts.keyAt(kept[code] ?? -1),
    firstAt: (code) => accounts.firstAt(kept[code] ?? -1),
    codeOf: (name) => newCodes[accounts.codeOf(name)] ?? -1,
  };
  return keysOf(index, accounts.nameAt);
}

/** Rows that are nobody, that repeat an account, or were left out as totals. `firstRow` is the input row of table row 0. */
export function rowIssues({ codes, count }: AccountKeys, kinds: RowKinds, firstRow: number): Issue[] {
  const seen = new Uint8Array(count);
  const [blank, totals, headers, repeated]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!; // row < length
    if (code < 0) {
      if (kinds[row] === RowKind.total) totals.push(row + firstRow);
      else if (kinds[row] === RowKind.header) headers.push(row + firstRow);
      else if (kinds[row] === RowKind.unnamed) blank.push(row + firstRow);
    } else if (seen[code] === 1) repeated.push(row + firstRow);
    else seen[code] = 1;
  }
  return [
    issueOfRows("totals-left-out", "info", totals),
    issueOfRows("headers-left-out", "info", headers),
    issueOfRows("account-blank", "warning", blank),
    issueOfRows("account-repeated", "warning", repeated),
  ].filter((issue) => issue !== null);
}
