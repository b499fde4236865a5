import fc from "fast-check";
import { cellAddress, columnLetters } from "../../../addin/excel/address";
import type { MemoryWorkbook } from "../../../addin/playground/host/memory/memoryWorkbook";
import { User } from "../../../addin/playground/host/user";

/** Things that people do to a sheet of accounts while the add-in works, wherever the accounts are by then. */

export const ACTS = [
  ...(["edit revenue", "rename account", "type over tier", "clear tier", "sort all", "sort accounts only"] as const),
  ...([
    "insert row",
    "delete row",
    "append row",
    "insert column left",
    "insert column amid",
    "delete our column",
  ] as const),
  ...([
    "rename our header",
    "rename revenue",
    "rename sheet",
    "filter",
    "clear filter",
    "protect",
    "unprotect",
  ] as const),
  ...(["delete sheet", "select elsewhere"] as const),
] as const;
export type ActName = (typeof ACTS)[number];

export interface Act {
  readonly name: ActName;
  /** Which row or column, in whatever way the act needs it. */
  readonly at: number;
  readonly by: "user" | "co-author";
}

/** What stops everything is rarer than the rest: a filter, a protected sheet, one that is deleted. */
export const act: fc.Arbitrary<Act> = fc.record({
  name: fc.oneof(
    { weight: 60, arbitrary: fc.constantFrom(...ACTS.slice(0, -6)) },
    { weight: 12, arbitrary: fc.constantFrom(...ACTS.slice(-6, -2)) },
    { weight: 1, arbitrary: fc.constantFrom(...ACTS.slice(-2)) },
  ),
  at: fc.nat(30),
  by: fc.constantFrom("user", "user", "co-author"),
});

/** Does it, if the sheet allows it. Answers whether anything was done. */
export function perform(workbook: MemoryWorkbook, { name, at, by }: Act, number: number): boolean {
  const user = new User(workbook, by);
  const place = accountsOf(workbook);
  if (!place && name !== "select elsewhere") return false;
  try {
    if (name === "select elsewhere") user.activateSheet("Other");
    else if (place) change(user, place, { name, at, by }, number);
    return true;
  } catch {
    return false; // Excel does not let the user do that now
  }
}

interface Place {
  readonly sheet: string;
  readonly table: string | null;
  readonly header: number;
  readonly first: number;
  readonly rows: number;
  readonly headers: readonly string[];
}

/** Where the accounts are, by the word "Account". */
function accountsOf(workbook: MemoryWorkbook): Place | null {
  for (const { id, name } of workbook.sheets()) {
    if (name === "Other") continue;
    const used = workbook.snapshot().sheets.find((sheet) => sheet.name === name)?.values ?? [];
    const header = used.findIndex((row) => row.includes("Account"));
    if (header < 0) continue;
    const row = used[header] ?? [];
    const first = row.indexOf("Account");
    const end = row.findLastIndex((cell) => cell !== "");
    const body = used.slice(header + 1);
    const rows = body.findLastIndex((cells) => cells.some((cell) => cell !== "")) + 1;
    const table = workbook.tables().find((each) => each.sheet === id)?.name ?? null;
    return { sheet: name, table, header, first, rows, headers: row.slice(first, end + 1).map(String) };
  }
  return null;
}

function change(user: User, place: Place, { name, at }: Act, number: number): void {
  const { sheet, table, header, first, rows, headers } = place;
  const on = (address: string) => `${sheet}!${address}`;
  const cell = (row: number, column: number) => on(cellAddress(header + 1 + row, first + column));
  const row = at % Math.max(1, rows);
  const revenue = headers.findIndex((text) => text.startsWith("Revenue"));
  const tier = headers.findIndex((text) => text === "Tier" || text === "Class");
  const ours = headers.findIndex((text) => text === "Segment" || text === "Tier" || text === "Class");
  const body = (columns: number) =>
    on(`${cellAddress(header + 1, first)}:${cellAddress(header + Math.max(1, rows), first + columns - 1)}`);
  const sheetRow = header + 2 + row;
  switch (name) {
    case "edit revenue":
      return revenue < 0 ? undefined : user.type(cell(row, revenue), 1000 + number * 7);
    case "rename account":
      return user.type(cell(row, 0), `Renamed ${number}`);
    case "type over tier":
      return tier < 0 ? undefined : user.type(cell(row, tier), "Tier 3");
    case "clear tier":
      return tier < 0 ? undefined : user.clear(cell(row, tier));
    case "sort all":
      return user.sort(body(headers.length), Math.max(0, revenue), at % 2 === 0);
    case "sort accounts only":
      return user.sort(body(ours < 0 ? headers.length : ours), Math.max(0, revenue), at % 2 === 0);
    case "insert row":
      if (table !== null) user.insertTableRows(table, row);
      else user.insert(on(`${sheetRow}:${sheetRow}`));
      return user.paste(cell(row, 0), [[`New ${number}`, 500 + number]]);
    case "delete row":
      if (rows < 3) return;
      return table !== null ? user.deleteTableRows(table, row) : user.delete(on(`${sheetRow}:${sheetRow}`));
    case "append row":
      user.type(cell(rows, 0), `Added ${number}`);
      return revenue < 0 ? undefined : user.type(cell(rows, revenue), 300 + number);
    case "insert column left":
      return user.insert(on(`${columnLetters(first)}:${columnLetters(first)}`));
    case "insert column amid": {
      const position = 1 + (at % headers.length);
      const letters = columnLetters(first + position);
      if (table !== null) return user.insertTableColumn(table, position, `Note ${number}`);
      user.insert(on(`${letters}:${letters}`));
      return user.type(on(cellAddress(header, first + position)), `Note ${number}`);
    }
    case "delete our column": {
      if (ours < 0) return;
      const letters = columnLetters(first + ours);
      if (table !== null) return user.deleteTableColumn(table, headers[ours] ?? "");
      return user.delete(on(`${letters}:${letters}`));
    }
    case "rename our header":
      return tier < 0 ? undefined : user.type(on(cellAddress(header, first + tier)), "Class");
    case "rename revenue":
      return revenue < 0 ? undefined : user.type(on(cellAddress(header, first + revenue)), `Revenue ${number}`);
    case "rename sheet":
      return user.renameSheet(sheet, `Sheet ${number}`);
    case "filter":
      return user.filter(
        on(`${cellAddress(header, first)}:${cellAddress(header + rows, first + headers.length - 1)}`),
        Math.max(0, revenue),
        (value) => Number(value) > 50,
      );
    case "clear filter":
      return user.clearFilter(sheet);
    case "protect":
      return user.protect(sheet);
    case "unprotect":
      return user.unprotect(sheet);
    case "delete sheet":
      return user.deleteSheet(sheet);
    case "select elsewhere":
      return;
  }
}
