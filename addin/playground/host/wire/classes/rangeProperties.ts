import { formatAddress } from "../../rules/address";
import { areaOf, cellCount, intersect, isEntireColumn, isEntireRow } from "../../rules/area";
import { displayedText } from "../../rules/displayedText";
import { checkCellsWritable, checkSheetWritable } from "../../rules/protection";
import { invalidArgument, refuse } from "../../rules/refusal";
import { valueType } from "../../rules/valueType";
import { writeCells } from "../../rules/writeCells";
import type { Area } from "../../snapshot";
import { truth } from "../arguments";
import type { KeptCells } from "../keptReferences";
import type { Session } from "../session";
import type { Property } from "../wireClass";
import { cellsOf } from "./rangeRef";
import { sheetState } from "./sheetState";

/** `Excel.Range`'s scalars. Whole rows, columns and sheets give null for what they have per cell, as in Excel. */
export const rangeProperties: Record<string, Property<KeptCells>> = {
  Address: { get: (range, session) => address(range, session) },
  AddressLocal: { get: (range, session) => address(range, session) },
  CellCount: { get: (range) => (cellCount(cellsOf(range)) > 2 ** 31 - 1 ? -1 : cellCount(cellsOf(range))) },
  ColumnCount: { get: (range) => cellsOf(range).columns },
  ColumnIndex: { get: (range) => cellsOf(range).column },
  RowCount: { get: (range) => cellsOf(range).rows },
  RowIndex: { get: (range) => cellsOf(range).row },
  IsEntireColumn: { get: (range) => isEntireColumn(cellsOf(range)) },
  IsEntireRow: { get: (range) => isEntireRow(cellsOf(range)) },
  Values: {
    get: (range, session) => perCell(range, session, (area) => session.workbook.readValues(range.sheet, area)),
    set: setCells,
  },
  Formulas: {
    get: (range, session) => perCell(range, session, (area) => session.workbook.readFormulas(range.sheet, area)),
    set: setCells,
  },
  NumberFormat: {
    get: (range, session) => perCell(range, session, (area) => session.workbook.readNumberFormats(range.sheet, area)),
    set: setNumberFormat,
  },
  Text: { get: (range, session) => perCell(range, session, (area) => texts(range.sheet, area, session)) },
  ValueTypes: {
    get: (range, session) =>
      perCell(range, session, (area) =>
        session.workbook.readValues(range.sheet, area).map((row) => row.map(valueType)),
      ),
  },
  Hidden: { get: (range, session) => both(rowsHidden(range, session), columnsHidden(range, session)) },
  RowHidden: {
    get: (range, session) => rowsHidden(range, session),
    set(range, value, session) {
      checkSheetWritable(session.workbook, range.sheet);
      session.workbook.setHidden(range.sheet, "rows", cellsOf(range).row, cellsOf(range).rows, truth(value));
    },
  },
  ColumnHidden: {
    get: (range, session) => columnsHidden(range, session),
    set(range, value, session) {
      checkSheetWritable(session.workbook, range.sheet);
      session.workbook.setHidden(range.sheet, "columns", cellsOf(range).column, cellsOf(range).columns, truth(value));
    },
  },
  HasSpill: { get: hasSpill },
};

function address(range: KeptCells, session: Session): string {
  return formatAddress(sheetState(range.sheet, session).name, cellsOf(range));
}

function perCell(range: KeptCells, session: Session, read: (area: Area) => unknown[][]): unknown[][] | null {
  const area = cellsOf(range);
  if (isEntireColumn(area) || isEntireRow(area)) return null;
  if (cellCount(area) > session.options.maxCellsPerRead) {
    refuse("RangeExceedsLimit", "The cell count in the range has exceeded the maximum supported number.");
  }
  return read(area);
}

function setCells(range: KeptCells, value: unknown, session: Session): void {
  writeCells(session.workbook, range.sheet, cellsOf(range), value, session.options);
}

function setNumberFormat(range: KeptCells, value: unknown, session: Session): void {
  const area = cellsOf(range);
  const { workbook } = session;
  checkCellsWritable(workbook, range.sheet, area);
  if (typeof value === "string") return workbook.setNumberFormat(range.sheet, area, value);
  if (!Array.isArray(value)) return invalidArgument("A number format is a text.");
  const rows: unknown[] = value;
  const isShaped = rows.length === area.rows && rows.every((row) => Array.isArray(row) && row.length === area.columns);
  if (!isShaped) return invalidArgument("The number formats do not have the shape of the range.");
  for (let column = 0; column < area.columns; column++) {
    for (let row = 0; row < area.rows;) {
      const format = cellOf(rows, row, column);
      let end = row + 1;
      while (end < area.rows && cellOf(rows, end, column) === format) end++;
      const stretch = { row: area.row + row, column: area.column + column, rows: end - row, columns: 1 };
      if (format !== null) workbook.setNumberFormat(range.sheet, stretch, String(format));
      row = end;
    }
  }
}

const cellOf = (rows: unknown[], row: number, column: number): unknown => {
  const line = rows[row];
  return Array.isArray(line) ? (line as unknown[])[column] : null;
};

function texts(sheet: string, area: Area, { workbook }: Session): string[][] {
  const formats = workbook.readNumberFormats(sheet, area);
  return workbook
    .readValues(sheet, area)
    .map((line, row) =>
      line.map((value, column) =>
        displayedText(value, formats[row]?.[column] ?? "General", workbook.culture, workbook.date1904),
      ),
    );
}

function rowsHidden(range: KeptCells, { workbook }: Session): boolean | null {
  const { row, rows } = cellsOf(range);
  return allOrNone(workbook.hiddenRows(range.sheet), row, rows);
}

function columnsHidden(range: KeptCells, { workbook }: Session): boolean | null {
  const { column, columns } = cellsOf(range);
  return allOrNone(workbook.hiddenColumns(range.sheet), column, columns);
}

function allOrNone(hidden: ReadonlySet<number>, first: number, count: number): boolean | null {
  let found = 0;
  for (const number of hidden) if (number >= first && number < first + count) found++;
  return found === 0 ? false : found === count ? true : null;
}

const both = (a: boolean | null, b: boolean | null): boolean | null =>
  a === true || b === true ? true : a === null || b === null ? null : false;

/** True or false when all cells agree, null when only some belong to a spilled array. */
function hasSpill(range: KeptCells, { workbook }: Session): boolean | null {
  const area = areaOf(cellsOf(range));
  const spilled = workbook.spills(range.sheet).map((spill) => intersect(spill, area));
  const count = spilled.reduce((sum, shared) => sum + (shared ? cellCount(shared) : 0), 0);
  return count === 0 ? false : count === cellCount(area) ? true : null;
}
