import { readTable, resultOf, run, type CellValue, type ResultColumn, type RunResult } from "../../../engine/index";
import { OldCells } from "../../../addin/excel/oldCells";
import type { PlacedColumn } from "../../../addin/excel/owned";
import { planWrite, type PlanInput, type WritePlan } from "../../../addin/excel/plan";
import type { ColumnKind } from "../../../addin/excel/record";
import { atOnce } from "../../../addin/slices";
import type { Source } from "../../../addin/excel/source";
import { DAY, PRESET } from "./workbooks";

/** Plans without a workbook: accounts in B3:C7, the last of which is blank. */
export const NAMES = ["Acme", "Bolt", "Cyan", "acme", ""];
const CELLS: CellValue[][] = [["Account", "Revenue"], ...NAMES.map((name, i): CellValue[] => [name, name && 100 - i])];
const read = readTable(CELLS, PRESET);
if (!read.ok) throw new Error(read.issues[0]?.code);
const RESULT = resultOf(run(read.table, PRESET, { asOf: DAY }));

export const SOURCE: Source = {
  sheet: { id: "{1}", name: "Accounts" },
  table: null,
  ...{ header: { row: 0, rows: 1 }, headerRow: 1, firstColumn: 1, rows: NAMES.length, columns: 2 },
  headers: ["Account", "Revenue"],
  extent: "region",
};

/** A column of the engine: every distinct word once, and which of them each row has. */
export function words(kind: "tier" | "segment", values: readonly string[], codes: readonly number[]): ResultColumn {
  return { kind, values, codes: Int16Array.from(codes), isOpen: false };
}

/** Scores are open: each account may have one of its own. */
export function scores(values: readonly (number | null)[]): ResultColumn {
  return { kind: "score", values, codes: Int32Array.from(values.keys()), isOpen: true };
}

/** What stands in a column of ours, from the first account down. */
export function standing(cells: readonly CellValue[]): OldCells {
  const old = new OldCells(cells.length);
  old.read({ rows: cells.map((cell) => [cell]), index: 0 }, 0);
  return old;
}

/** A column of ours beside these accounts, with a name on it. */
export function placedAt(kind: ColumnKind, column: number, more: Partial<PlacedColumn> = {}): PlacedColumn {
  const header = kind === "tier" ? "Tier" : kind === "score" ? "Score" : "Segment";
  return { kind, column, header, mark: { name: `_tiering_run0_${kind}` }, labels: [], rules: [], ...more };
}

interface Given extends Partial<Omit<PlanInput, "run" | "placed">> {
  readonly columns: readonly ResultColumn[];
  readonly run?: Partial<RunResult>;
  readonly old?: Readonly<Partial<Record<ColumnKind, readonly CellValue[]>>>;
  readonly placed?: readonly PlacedColumn[];
  readonly date1904?: boolean;
}

/** What is written where, of the columns that the engine gave. */
export function planOf({
  columns,
  run: more = {},
  old = {},
  placed = [],
  date1904 = false,
  ...others
}: Given): WritePlan {
  const cells = Object.entries(old).map(([kind, each]) => [kind as ColumnKind, standing(each ?? [])] as const);
  const accounts = {
    mapping: new Map([
      ["account", ["Account"]],
      ["income", ["Revenue"]],
    ]),
    old: new Map(cells),
    nameAt: (row: number) => NAMES[row] ?? "",
    isAccount: () => true,
    isSameCell: () => true,
    ...{ inputs: "of inputs", keys: "of keys", keyPosition: 0, targets: "of targets", date1904 },
  };
  return atOnce(
    planWrite({
      run: { ...RESULT, columns, ...more },
      accounts,
      source: SOURCE,
      before: null,
      placed: new Map(placed.map((column) => [column.kind, column])),
      asOf: DAY,
      isDayFixed: false,
      dateOrder: null,
      ...others,
    }),
  );
}

/** The tiers of a run: `codes` are positions in `labels`, the first of which are those of the preset. */
export function tiersOf(outside: readonly string[], codes: readonly number[]): Pick<RunResult, "tier"> {
  const labels = [...PRESET.tiers.rungs.map(({ label }) => label), ...outside];
  return { tier: { ...RESULT.tier, labels, codes: Int16Array.from(codes) } };
}
