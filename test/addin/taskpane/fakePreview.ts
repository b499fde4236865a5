import { NO_SHEETS } from "../../../addin/excel/sheets/readSheets";
import { BUILT_IN, readTable, resultOf, run, type CellValue, type Preset } from "../../../engine/index";
import { OldCells } from "../../../addin/excel/oldCells";
import { planWrite } from "../../../addin/excel/plan";
import { atOnce } from "../../../addin/slices";
import type { ListedPreset } from "../../../addin/excel/presets";
import type { Outcome, Problem, ProblemCode } from "../../../addin/excel/problem";
import type { ColumnKind, SourceRecord } from "../../../addin/excel/record";
import type { Source } from "../../../addin/excel/source";
import type { Preview } from "../../../addin/excel/tiering";

/** What the services answer, at once. */

export const DAY = "2026-01-31";
export const CELLS: CellValue[][] = [
  ["Account", "Revenue"],
  ["Acme", 300],
  ["Bolt", 200],
  ["Cyan", "150"],
  ["Dune", 40],
];

export const ok = <T>(value: T): Promise<Outcome<T>> => Promise.resolve({ ok: true, value });
export const refused = (code: ProblemCode, params: Problem["params"] = {}, more: Partial<Problem> = {}) =>
  Promise.resolve({ ok: false as const, problem: { code, params, written: "nothing" as const, ...more } });

export const listed: ListedPreset[] = [...BUILT_IN].map(([id, preset]) => ({
  id,
  state: "ok",
  origin: "built-in",
  preset,
}));

export function sourceOf(cells: CellValue[][] = CELLS): Source {
  const headers = (cells[0] ?? []).map(String);
  const place = {
    header: { row: 0, rows: 1 },
    headerRow: 0,
    firstColumn: 0,
    rows: cells.length - 1,
    columns: headers.length,
  };
  return { sheet: { id: "{1}", name: "Accounts" }, table: null, ...place, headers, extent: "region" };
}

/** Never answers a question: what asks one waits. */
const SILENT = { ask: () => new Promise(() => undefined) } as unknown as Preview["reading"];

interface Before {
  /** Tiers that stand in the sheet; without them the accounts were never tiered. */
  tiers?: string[];
  /** What the last run left, where it is not what this one would leave. */
  record?: Partial<SourceRecord>;
}

/** A preview of these cells, made by the engine and the plan that the pane gets in Excel too. */
export function previewOf(cells = CELLS, preset = builtIn("revenue-share"), { tiers, record }: Before = {}): Preview {
  const read = readTable(cells, preset);
  if (!read.ok) throw new Error(read.issues[0]?.code);
  const result = resultOf(run(read.table, preset, { asOf: DAY }));
  const source = sourceOf(cells);
  const segments = [...(result.segment?.codes ?? [])].map((code) => result.segment?.labels[code] ?? "");
  const standing = tiers ? { segment: segments, tier: tiers } : {};
  const accounts = {
    mapping: new Map([
      ["account", ["Account"]],
      ["income", ["Revenue"]],
    ]),
    old: new Map(Object.entries(standing).map(([kind, words]) => [kind as ColumnKind, oldCells(words)])),
    nameAt: (row: number) => String(cells[row + 1]?.[0] ?? ""),
    isAccount: () => true,
    isSameCell: () => true,
    ...{ inputs: "inputs", keys: "keys", keyPosition: 0, targets: "targets", date1904: false },
  };
  const input = {
    run: result,
    accounts,
    source,
    before: null,
    placed: new Map(),
    asOf: DAY,
    isDayFixed: false,
    dateOrder: null,
  };
  const first = atOnce(planWrite(input));
  const columns = first.columns.map(({ kind, header, column, labels }) => {
    return { kind, header, column, labels: labels.map(String), mark: { name: kind }, rules: [] };
  });
  const before = { ...first.after, id: "run1", mark: { name: "n", extent: "region" as const }, columns, ...record };
  const placed = new Map(columns.map((column) => [column.kind, column]));
  const plan = tiers ? atOnce(planWrite({ ...input, before, placed })) : first;
  const request = { where: { by: "selection" as const }, preset, asOf: DAY };
  return { request, source, run: result, plan, reading: SILENT, sheets: NO_SHEETS };
}

function oldCells(words: string[]): OldCells {
  const old = new OldCells(words.length);
  old.read({ rows: words.map((word) => [word]), index: 0 }, 0);
  return old;
}

export function builtIn(id: string): Preset {
  const preset = BUILT_IN.get(id);
  if (!preset) throw new Error(`There is no built-in ${id}.`);
  return preset;
}
