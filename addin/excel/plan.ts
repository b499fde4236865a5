import { canonical, fold, hash, presetDocument, type CellValue, type Preset, type RunResult } from "../../engine/index";
import { columnHeader } from "../strings/columns";
import { cellAddress, LAST_COLUMN } from "./address";
import { columnCells, type ColumnCells } from "./columnCells";
import { coloursOf } from "./colours";
import { formatOf } from "./numberFormats";
import type { OldCells } from "./oldCells";
import type { PlacedColumn } from "./owned";
import type { ProblemCode, ProblemParams } from "./problem";
import type { Accounts } from "./read";
import type { ColumnKind, RuleColour, SourceRecord } from "./record";
import type { Sliced } from "../slices";
import type { Source } from "./source";

/** All that will be written, before anything is: pure data, shown as a preview and carried out as it stands. */
export interface WritePlan {
  readonly source: Source;
  /** What stands in the workbook about this source; null before the first run. */
  readonly before: SourceRecord | null;
  /** What will stand there, but for the marks and rules that only writing can give. */
  readonly after: Omit<SourceRecord, "id" | "mark" | "columns">;
  readonly columns: readonly PlannedColumn[];
  /** All our columns beside this source as they stand, also those that this preset does not write. */
  readonly placed: ReadonlyMap<ColumnKind, PlacedColumn>;
  /** Who stands in which row, what stands beside them, and how they were read. */
  readonly accounts: Accounts;
  /** Which account each row is: the same code for the same one, -1 where it is blank. */
  readonly accountCodes: Int32Array;
  /** What must still hold right before the write. */
  readonly expected: Expected;
  readonly moves: Moves;
  /** Our columns that this preset no longer writes; they are left as they are. */
  readonly left: readonly ColumnKind[];
  /** Why it cannot be carried out as the sheet is; the result can be looked at all the same. */
  readonly obstacle: Obstacle | null;
}

export interface Obstacle {
  readonly code: ProblemCode;
  readonly params: ProblemParams;
}

/** Fingerprints of the account column and of our own columns, as they were when the plan was made. */
export interface Expected {
  readonly keys: string;
  readonly keyPosition: number;
  readonly targets: string;
}

export interface PlannedColumn {
  readonly kind: ColumnKind;
  /** What it is headed: as the analyst has renamed it, or as a new column will be. */
  readonly header: string;
  /** Sheet column, counted from zero: where it stands, or where it will. */
  readonly column: number;
  /** The column that is there; null for a new one. */
  readonly placed: PlacedColumn | null;
  /** Every distinct content once. */
  readonly labels: readonly CellValue[];
  /** Label of each row. */
  readonly codes: Int16Array | Int32Array;
  /** Whether the labels are no small fixed set of words. */
  readonly isOpen: boolean;
  /** Number format; null for words. */
  readonly format: string | null;
  /** Rows whose cell will change, ascending. */
  readonly changed: Int32Array;
  readonly colours: readonly RuleColour[];
}

/** How the tiers differ from what stands in the sheet. */
export interface Moves {
  readonly up: number;
  readonly down: number;
  /** Also who is outside of the tiers, as the cell said before. */
  readonly same: number;
  /** The others, beside whom no tier of this preset stood. */
  readonly new: number;
}

/** What changes with a preset but its place: a saved copy under another version number is the same preset. */
export function presetHash(preset: Preset): string {
  return hash(canonical({ ...presetDocument(preset), version: 0, name: "", description: "" }));
}

export interface PlanInput {
  readonly run: RunResult;
  readonly accounts: Accounts;
  readonly source: Source;
  readonly before: SourceRecord | null;
  readonly placed: ReadonlyMap<ColumnKind, PlacedColumn>;
  readonly asOf: string;
  readonly isDayFixed: boolean;
  readonly dateOrder: SourceRecord["dateOrder"];
}

/**
 * Engine result → what to write where. Only cells that differ are written.
 *
 * Obstacles: `column-name-taken` where a column that is not ours has our header; `sheet-full` where a new column would
 * stand beyond the last one.
 */
export function* planWrite({
  run,
  accounts,
  source,
  before,
  placed,
  asOf,
  isDayFixed,
  dateOrder,
}: PlanInput): Sliced<WritePlan> {
  const { preset } = run;
  const { date1904 } = accounts;
  const ours = new Set([...placed.values()].map(({ column }) => column));
  let next = source.firstColumn + source.columns;
  const nextFree = () => {
    while (ours.has(next)) next++; // beside chosen cells stand our own columns of an earlier run
    return next++;
  };
  const columns: PlannedColumn[] = [];
  for (const result of run.columns) {
    const { kind, isOpen } = result;
    const cells = yield* columnCells(result, { preset, date1904 });
    const there = placed.get(kind) ?? null;
    const column = there ? there.column : nextFree();
    const old = there ? accounts.old.get(kind) : undefined;
    yield;
    columns.push({
      kind,
      header: there?.header ?? columnHeader(kind, preset),
      column,
      placed: there,
      ...cells,
      isOpen,
      format: formatOf(kind),
      changed: yield* changedRows(cells, old),
      colours: coloursOf(kind, preset),
    });
    yield;
  }
  const fresh = columns.filter((column) => column.placed === null);
  return {
    source,
    before,
    after: {
      format: 1,
      preset: { id: preset.id, version: preset.version, hash: presetHash(preset) },
      mapping: [...accounts.mapping].map(([field, headers]) => [field, [...headers]]),
      asOf,
      isDayFixed,
      dateOrder,
      inputs: accounts.inputs,
    },
    columns,
    expected: { keys: accounts.keys, keyPosition: accounts.keyPosition, targets: accounts.targets },
    accounts,
    accountCodes: run.accountCodes,
    placed,
    moves: countMoves(run, accounts.old.get("tier")),
    left: [...placed.keys()].filter((kind) => !columns.some((column) => column.kind === kind)),
    obstacle:
      fresh.map((column) => takenName(source, placed, column) ?? beyondSheet(source, column)).find(Boolean) ?? null,
  };
}

/** Whether the plan asks for something that no earlier run of this source was allowed. */
export function isNewApproval({ before, after, columns }: WritePlan): boolean {
  if (!before || columns.some(({ placed }) => placed === null)) return true;
  const isReadAlike = isSameMapping(before, after) && before.dateOrder === after.dateOrder;
  const isSameDay = before.isDayFixed === after.isDayFixed && (!after.isDayFixed || before.asOf === after.asOf);
  return before.preset.hash !== after.preset.hash || !isReadAlike || !isSameDay;
}

/** The order of the fields says nothing, nor a field that is read from no column. */
function isSameMapping(one: Pick<SourceRecord, "mapping">, other: Pick<SourceRecord, "mapping">): boolean {
  const read = ({ mapping }: Pick<SourceRecord, "mapping">) =>
    canonical(Object.fromEntries(mapping.filter(([, headers]) => headers.length > 0)));
  return read(one) === read(other);
}

function* changedRows({ codes, labels }: ColumnCells, old: OldCells | undefined): Sliced<Int32Array> {
  const changed = new Int32Array(codes.length);
  const standing = old?.among(labels);
  yield;
  let count = 0;
  for (let row = 0; row < codes.length; row++) {
    const isSame = standing?.(row) === codes[row] || old?.at(row) === labels[codes[row] ?? 0]; // two labels may be equal
    if (!isSame) changed[count++] = row;
  }
  return changed.slice(0, count);
}

/**
 * A header of ours on a column of somebody else is never written over, nor set beside it under the same name; nor is one
 * that the analyst has given to another column of ours.
 */
function takenName(
  source: Source,
  placed: ReadonlyMap<ColumnKind, PlacedColumn>,
  { header }: PlannedColumn,
): Obstacle | null {
  const at = source.headers.findIndex((other) => fold(other) === fold(header));
  const own = [...placed.values()].find((other) => fold(other.header) === fold(header));
  if (at < 0 && !own) return null;
  const address = cellAddress(source.headerRow, own?.column ?? source.firstColumn + at);
  return { code: "column-name-taken", params: { header, address, sheet: source.sheet.name } };
}

function beyondSheet({ sheet }: Source, { column }: PlannedColumn): Obstacle | null {
  return column > LAST_COLUMN ? { code: "sheet-full", params: { sheet: sheet.name } } : null;
}

function countMoves({ tier, preset, included }: RunResult, old: OldCells | undefined): Moves {
  const tiers = preset.tiers.rungs.map(({ label }) => label);
  const rankBefore = old?.among(tiers);
  const wordBefore = old?.among(tier.labels.slice(tiers.length).filter((label) => label !== ""));
  const moves = { up: 0, down: 0, same: 0, new: 0 };
  tier.codes.forEach((rank, row) => {
    if (included[row] === 0) return;
    const before = rankBefore?.(row) ?? -1;
    if (before < 0 && rank >= tiers.length && (wordBefore?.(row) ?? -1) >= 0) moves.same++;
    else if (before < 0) moves.new++;
    else if (rank < before) moves.up++;
    else if (rank > before) moves.down++;
    else moves.same++;
  });
  return moves;
}
