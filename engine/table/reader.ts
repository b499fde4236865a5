import type { Issue } from "../issue";
import type { FieldSpec } from "../preset/schema";
import { CellKind, emptyKind, type CellValue, type ColumnCells } from "./cell";
import type { Column, KindArray } from "./column";
import { DAYS_TO_1904, dateInText, isSerial, type DateOrder } from "./date";
import { numberInText, type NumberSigns } from "./number";
import { KindTally } from "./tally";
import { textReader, yesNoReader } from "./textReader";

export interface ReadOptions {
  readonly signs: NumberSigns;
  /** The order of text dates, where the analyst has stated it. */
  readonly dateOrder: DateOrder | null;
  readonly date1904: boolean;
}

/** Reads the cells of one field into one typed column, block by block. */
export interface FieldReader {
  /** Takes a block of cells of column `place` of the field's, the first of which is in row `from` of the table. */
  read(cells: ColumnCells, from: number, place: number): void;
  column(): Column;
  /** What became of each cell, one array for each column of the field. */
  readonly cells: readonly KindArray[];
  /** What was converted, missing or unreadable; `firstRow` is the input row of table row 0. */
  issues(field: string, firstRow: number): Issue[];
}

/** The reader of a field that has so many columns in the source; `size` rows. */
export function fieldReader(field: FieldSpec, size: number, columns: number, options: ReadOptions): FieldReader {
  const kinds = new Uint8Array(size) as KindArray;
  const rows: FieldRows = { size, kinds, cells: cellKinds(kinds, columns) };
  switch (field.type) {
    case "number":
      return numberReader("number", rows, (cell) => readNumber(cell, options.signs));
    case "date":
      return numberReader("date", rows, (cell) => readDate(cell, options));
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
}

/** Where a field has one column, the kinds of its rows are those of its cells. */
function cellKinds(kinds: KindArray, columns: number): KindArray[] {
  if (columns <= 1) return [kinds];
  return Array.from({ length: columns }, () => new Uint8Array(kinds.length) as KindArray);
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

/** Numbers and dates. Several columns of one field: numbers add up, a missing one adds nothing; of dates the first that can be read. */
function numberReader(
  type: "number" | "date",
  { size, kinds, cells }: FieldRows,
  readCell: (cell: CellValue) => Reading,
): FieldReader {
  const values = new Float64Array(size).fill(NaN);
  const tally = new KindTally();
  return {
    cells,
    read({ rows, index }, from, place) {
      const own = cells[place] ?? kinds;
      for (let i = 0; i < rows.length; i++) {
        const row = from + i;
        const cell = rows[i]?.[index] ?? "";
        if (cell === "") {
          tally.add(CellKind.blank, row);
          continue;
        }
        const { value, kind } = readCell(cell);
        tally.add(kind, row);
        own[row] = kind;
        if (kind > kinds[row]!) kinds[row] = kind; // row < size, here and below
        if (Number.isNaN(value)) continue;
        const before = values[row]!;
        if (Number.isNaN(before)) values[row] = value;
        else if (type === "number") values[row] = before + value;
      }
    },
    column: () => ({ type: "number", values, kinds }),
    issues: (field, firstRow) => tally.issues(field, type, firstRow),
  };
}
