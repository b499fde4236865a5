import type { Issue } from "../issue";
import type { FieldSpec } from "../preset/schema";
import { CellKind, emptyKind, type CellValue, type ColumnCells } from "./cell";
import type { Column, KindArray } from "./column";
import { DAYS_TO_1904, dateInText, FIRST_SERIAL, isSerial, SERIALS_END, type DateOrder } from "./date";
import { numberInText, type NumberSigns } from "./number";
import { cellIssues } from "./tally";
import { textReader, yesNoReader } from "./textReader";
import type { Buffers } from "../workspace";

export interface ReadOptions {
  readonly signs: NumberSigns;
  /** The order of text dates, where the analyst has stated it. */
  readonly dateOrder: DateOrder | null;
  readonly date1904: boolean;
}

/** Reads the cells of one field into one typed column, block by block. */
export interface FieldReader {
  /** Takes the cells `from` to `end` of a block of column `place` of the field's; cell 0 is in row `top` of the table. */
  read(cells: ColumnCells, place: number, top: number, from: number, end: number): void;
  column(): Column;
  /** What became of each cell, one array for each column of the field. */
  readonly cells: readonly KindArray[];
  /** What was converted, missing or unreadable; `firstRow` is the input row of table row 0. */
  issues(field: string, firstRow: number): Issue[];
}

/** The reader of a field that has so many columns in the source; `size` rows, which are taken from `buffers`. */
export function fieldReader(
  field: FieldSpec,
  size: number,
  columns: number,
  options: ReadOptions,
  buffers: Buffers,
): FieldReader {
  const kinds = buffers.bytes(size) as KindArray;
  const rows: FieldRows = { size, kinds, cells: cellKinds(kinds, columns, buffers), buffers };
  switch (field.type) {
    case "number":
      return numberReader("number", rows, NUMBERS, (cell) => readNumber(cell, options.signs));
    case "date":
      return numberReader("date", rows, options.date1904 ? DATES_OF_1904 : DATES, (cell) => readDate(cell, options));
    case "text":
      return textReader(rows);
    case "boolean":
      return yesNoReader(rows);
  }
}

/** What a reader fills: the kind of each row, and of each cell of each column. */
export interface FieldRows {
  readonly size: number;
  readonly kinds: KindArray;
  readonly cells: readonly KindArray[];
  readonly buffers: Buffers;
}

/** Where a field has one column, the kinds of its rows are those of its cells. */
function cellKinds(kinds: KindArray, columns: number, buffers: Buffers): KindArray[] {
  if (columns <= 1) return [kinds];
  return Array.from({ length: columns }, () => buffers.bytes(kinds.length) as KindArray);
}

/** The value and kind of the last cell read: one object for all, so that no cell costs an allocation. */
interface Reading {
  value: number;
  kind: CellKind;
}
const reading: Reading = { value: NaN, kind: CellKind.blank };

function give(value: number, kind: CellKind): Reading {
  reading.value = value;
  reading.kind = kind;
  return reading;
}

/** No amount is larger, and a sheet full of them can still be added up. */
const LARGEST = 1e100;

function readNumber(cell: CellValue, signs: NumberSigns): Reading {
  if (typeof cell === "number") {
    return Math.abs(cell) <= LARGEST ? give(cell, CellKind.read) : give(NaN, CellKind.unreadable);
  }
  if (typeof cell === "boolean") return give(NaN, CellKind.unreadable);
  const empty = emptyKind(cell);
  if (empty !== null) return give(NaN, empty);
  const value = numberInText(cell, signs);
  return Math.abs(value) <= LARGEST ? give(value, CellKind.converted) : give(NaN, CellKind.unreadable);
}

function readDate(cell: CellValue, { dateOrder, date1904 }: ReadOptions): Reading {
  if (typeof cell === "number") {
    const serial = date1904 ? cell + DAYS_TO_1904 : cell;
    return isSerial(serial) && cell >= 0 ? give(serial, CellKind.read) : give(NaN, CellKind.unreadable);
  }
  if (typeof cell === "boolean") return give(NaN, CellKind.unreadable);
  const empty = emptyKind(cell);
  if (empty !== null) return give(NaN, empty);
  const serial = dateInText(cell, dateOrder);
  if (serial === "ambiguous") return give(NaN, CellKind.ambiguous);
  return give(serial, Number.isNaN(serial) ? CellKind.unreadable : CellKind.converted);
}

/** Numbers strictly between `over` and `under` are what they say, `shift` added; all other cells are looked at one by one. */
interface Plain {
  readonly over: number;
  readonly under: number;
  readonly shift: number;
}
const NOTHING = -0; // unlike 0 it leaves even minus zero what it is
const NUMBERS: Plain = { over: -LARGEST, under: LARGEST, shift: NOTHING };
const DATES: Plain = { over: FIRST_SERIAL, under: SERIALS_END, shift: NOTHING };
const DATES_OF_1904: Plain = { over: 0, under: SERIALS_END - DAYS_TO_1904, shift: DAYS_TO_1904 };

/** Numbers and dates. Several columns of one field: numbers add up, a missing one adds nothing; of dates the first that can be read. */
function numberReader(
  type: "number" | "date",
  { size, kinds, cells, buffers }: FieldRows,
  plain: Plain,
  readCell: (cell: CellValue) => Reading,
): FieldReader {
  const values = buffers.floats(size).fill(NaN);
  return {
    cells,
    read({ rows, index }, place, top, from, end) {
      const own = cells[place] ?? kinds;
      readRows(rows, index, top, from, end, plain, readCell, { values, kinds, own, areAdded: type === "number" });
    },
    column: () => ({ type: "number", values, kinds }),
    issues: (field, firstRow) => cellIssues(cells, field, type, firstRow),
  };
}

interface Filled {
  readonly values: Float64Array;
  readonly kinds: KindArray;
  /** Of the cells of the column that is read. */
  readonly own: KindArray;
  /** Whether a second number in a row is added to the first. */
  readonly areAdded: boolean;
}

/** A function of its own, as the loops of `masks.ts`. */
function readRows(
  rows: ColumnCells["rows"],
  index: number,
  top: number,
  from: number,
  end: number,
  { over, under, shift }: Plain,
  readCell: (cell: CellValue) => Reading,
  { values, kinds, own, areAdded }: Filled,
): void {
  for (let i = from; i < end; i++) {
    const cell = rows[i]?.[index];
    const row = top + i;
    let value: number;
    let kind: CellKind = CellKind.read;
    if (typeof cell === "number" && cell > over && cell < under) value = cell + shift;
    else if (cell === undefined || cell === "") continue;
    else ({ value, kind } = readCell(cell));
    own[row] = kind;
    if (kind > kinds[row]!) kinds[row] = kind; // row < size, here and below
    if (Number.isNaN(value)) continue;
    const before = values[row]!;
    if (Number.isNaN(before)) values[row] = value;
    else if (areAdded) values[row] = before + value;
  }
}
