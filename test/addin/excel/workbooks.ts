import { expect } from "vitest";
import { BUILT_IN, readTable, run, type Preset } from "../../../engine/index";
import type { Outcome, Problem } from "../../../addin/excel/problem";
import { createTiering, type Tiered, type Tiering } from "../../../addin/excel/tiering";
import { connect, reconnect, type Connection, type ConnectOptions } from "../../../addin/playground/host/client";
import { MemoryWorkbook } from "../../../addin/playground/host/memory/memoryWorkbook";
import { sheetOf, workbookOf } from "../../../addin/playground/host/simpleSnapshot";
import type {
  CellValue,
  SheetSnapshot,
  TableSnapshot,
  WorkbookSnapshot,
} from "../../../addin/playground/host/snapshot";
import { User } from "../../../addin/playground/host/user";

export const DAY = "2026-01-31";
export const PRESET = builtIn("revenue-share");

export function builtIn(id: string): Preset {
  const preset = BUILT_IN.get(id);
  if (!preset) throw new Error(`There is no built-in ${id}.`);
  return preset;
}

/** Ten accounts whose shares of the revenue fall into all of Key, Enterprise and Commercial. */
export const ROWS: CellValue[][] = [
  ["Acme", 300],
  ["Bolt", 200],
  ["Cyan", 150],
  ["Dune", 120],
  ["Echo", 80],
  ["Fern", 60],
  ["Gale", 40],
  ["Hill", 30],
  ["Iris", 15],
  ["Jade", 5],
];
export const CELLS: CellValue[][] = [["Account", "Revenue"], ...ROWS];

export type Kind = "table" | "range";
export const KINDS: readonly Kind[] = ["table", "range"];

/** The accounts at A1:B11 of the sheet "Accounts", as an Excel table or as plain cells. */
export function accounts(kind: Kind, more: Partial<SheetSnapshot> = {}): WorkbookSnapshot {
  const sheet = sheetOf("Accounts", CELLS, more);
  return workbookOf([kind === "table" ? { ...sheet, tables: [tableOver(sheet.values)] } : sheet]);
}

/** A table named Accounts from A1 on, over all the cells given. */
export function tableOver(cells: CellValue[][], more: Partial<TableSnapshot> = {}): TableSnapshot {
  const header = cells[0] ?? [];
  return {
    ...{ row: 0, column: 0, rows: cells.length, columns: header.length, id: "{T1}", name: "Accounts" },
    columnNames: header.map((name, i) => ({ id: i + 1, name: String(name) })),
    ...{ hasHeaders: true, hasTotals: false, style: "TableStyleMedium2", isDataFiltered: false },
    ...more,
  };
}

export interface Opened extends Connection {
  readonly workbook: MemoryWorkbook;
  readonly user: User;
  readonly tiering: Tiering;
}

/** A workbook in memory with a client, the add-in's services and a user, who has clicked into A2. */
export function opened(
  snapshot: WorkbookSnapshot,
  { isReadOnly = false, ...options }: ConnectOptions & { isReadOnly?: boolean } = {},
): Opened {
  const workbook = MemoryWorkbook.from(snapshot, { isReadOnly, ...(options.culture && { culture: options.culture }) });
  const user = new User(workbook);
  user.select("A2");
  const connection = connect(workbook, options);
  return { ...connection, workbook, user, tiering: session(connection.Excel) };
}

/** As `opened`, by the client of a connection that is dead afterwards: a sweep would load the client anew each time. */
export function openedBy(
  client: Connection,
  snapshot: WorkbookSnapshot,
  options: Omit<ConnectOptions, "application"> = {},
): Opened {
  const workbook = MemoryWorkbook.from(snapshot);
  const user = new User(workbook);
  user.select("A2");
  const connection = reconnect(client, workbook, options);
  return { ...connection, workbook, user, tiering: session(connection.Excel) };
}

/** A pane that is opened on the workbook once the one before has gone, whose client it takes. */
export function laterSession(book: Opened, options: Omit<ConnectOptions, "application"> = {}): Tiering {
  return session(reconnect(book, book.workbook, options).Excel);
}

let sessions = 0;

/** The add-in's services, as a newly opened pane makes them. */
export function session(Excel: Connection["Excel"]): Tiering {
  const own = ++sessions;
  let ids = 0;
  return createTiering(Excel, { newId: () => `run${own}x${++ids}`, now: () => new Date(0) });
}

export const SELECTED = { where: { by: "selection" }, preset: PRESET, asOf: DAY } as const;

export async function previewed({ tiering }: Pick<Opened, "tiering">, preset = PRESET) {
  return must(await tiering.preview({ ...SELECTED, preset }));
}

/** Previews and applies to what is selected. */
export async function applied(book: Pick<Opened, "tiering">, preset = PRESET): Promise<Tiered> {
  return must(await book.tiering.apply(await previewed(book, preset)));
}

export function must<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`${outcome.problem.code} (${outcome.problem.written}) ${outcome.problem.detail ?? ""}`);
}

/** What stopped a call: its code, and whether anything was written. */
export function stopped(outcome: Outcome<unknown>): Pick<Problem, "code" | "written"> {
  if (outcome.ok) throw new Error("It succeeded.");
  const { code, written } = outcome.problem;
  return { code, written };
}

export function sheet({ workbook }: Pick<Opened, "workbook">): SheetSnapshot {
  return workbook.snapshot().sheets[0] ?? sheetOf("");
}

/** A sheet by its name; a blank one where there is none. */
export function sheetNamed({ workbook }: Pick<Opened, "workbook">, name: string): SheetSnapshot {
  return workbook.snapshot().sheets.find((sheet) => sheet.name === name) ?? sheetOf("");
}

/** A workbook without the note of what can be undone, which is known for one step only. */
export function withoutJournal({ settings, ...others }: WorkbookSnapshot): WorkbookSnapshot {
  const { "tiering.journal": _, ...kept } = settings;
  return { ...others, settings: kept };
}

/** The values of a sheet without trailing blanks. */
export function values(book: Pick<Opened, "workbook">): CellValue[][] {
  return sheet(book).values.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== "") + 1));
}

/** The column under a header, by account. */
export function beside(book: Pick<Opened, "workbook">, header: string): Record<string, CellValue> {
  const [headers = [], ...rows] = values(book);
  const [account, column] = [headers.indexOf("Account"), headers.indexOf(header)];
  const named = rows.filter((row) => (row[account] ?? "") !== "");
  return Object.fromEntries(named.map((row) => [String(row[account]), row[column] ?? ""]));
}

/** Expects beside every account the tier that the engine gives it for the cells as they are now. */
export function expectTiersBesideAccounts(book: Pick<Opened, "workbook">, preset = PRESET): void {
  const [headers = [], ...rows] = values(book);
  const inputs = ["Account", "Revenue"].map((header) => headers.indexOf(header));
  const filled = rows.filter((row) => row.length > 0).map((row) => inputs.map((at) => row[at] ?? ""));
  const table = readTable([["Account", "Revenue"], ...filled], preset);
  if (!table.ok) throw new Error("The sheet is no table.");
  const { tier } = run(table.table, preset, { asOf: DAY });
  const wanted = filled.flatMap(([account], row) =>
    account === "" ? [] : [[String(account), tier.labels[tier.codes[row] ?? 0]] as const],
  );
  expect(beside(book, "Tier")).toEqual(Object.fromEntries(wanted));
}

/** The workbook as a file, opened again: the host counts its rules anew, so those that are there get ids of their own. */
export function reopened({ workbook }: Pick<Opened, "workbook">): WorkbookSnapshot {
  const text = JSON.stringify(workbook.snapshot()).replaceAll("{00000000-000C", "{0000000A-000C");
  return JSON.parse(text) as WorkbookSnapshot; // what it was
}

/** A workbook without what may differ between two equal ends: ids, and how far rules reach that were made again. */
export function end(snapshot: WorkbookSnapshot): unknown {
  const withoutIds = (text: string) => text.replace(/\{0000000[0A]-000C[^}]*\}|run\d+x\d+/g, "");
  const sheets = snapshot.sheets.map(({ conditionalFormats, ...others }) => ({
    ...others,
    rules: conditionalFormats
      .map((rule) => withoutIds(JSON.stringify(rule)).replace('"rows":11', '"rows":10')) // with the row that was appended
      .sort(),
  }));
  const settings = Object.entries(snapshot.settings).map((each) => withoutIds(each.join(" ")));
  const names = snapshot.names.map(({ name, formula }) => `${withoutIds(name)} ${formula}`);
  return { sheets, settings: settings.sort(), names };
}
