import { bounding, cellAt, intersect, SHEET_COLUMNS, SHEET_ROWS } from "../../rules/area";
import { invalidArgument, refuse } from "../../rules/refusal";
import { surroundingRegion, usedWithin } from "../../rules/regions";
import type { Area } from "../../snapshot";
import { truth, wholeNumber } from "../arguments";
import type { KeptCells } from "../keptReferences";
import type { Session } from "../session";
import { type Method, nullObject, type WireObject } from "../wireClass";
import { cellsOf, cellsOfArgument, rangeOn } from "./rangeRef";
import { tableScopedCollectionClass } from "./tableCollection";

/** Methods of `Excel.Range` that give another range (or the tables in it) and change nothing. */
export const rangeMoves: Record<string, Method<KeptCells>> = {
  GetOffsetRange(range, [rows, columns]) {
    const area = cellsOf(range);
    return on(range, { ...area, row: area.row + wholeNumber(rows, 0), column: area.column + wholeNumber(columns, 0) });
  },
  GetResizedRange(range, [rows, columns]) {
    const area = cellsOf(range);
    return on(range, {
      ...area,
      rows: area.rows + wholeNumber(rows, 0),
      columns: area.columns + wholeNumber(columns, 0),
    });
  },
  GetAbsoluteResizedRange(range, [rows, columns]) {
    return on(range, { ...cellsOf(range), rows: wholeNumber(rows), columns: wholeNumber(columns) });
  },
  GetCell(range, [row, column]) {
    const area = cellsOf(range);
    return on(range, cellAt(area.row + wholeNumber(row), area.column + wholeNumber(column)));
  },
  GetColumn(range, [column]) {
    const area = cellsOf(range);
    return on(range, { ...area, column: area.column + wholeNumber(column), columns: 1 });
  },
  GetRow(range, [row]) {
    const area = cellsOf(range);
    return on(range, { ...area, row: area.row + wholeNumber(row), rows: 1 });
  },
  GetLastCell(range) {
    const area = cellsOf(range);
    return on(range, cellAt(area.row + area.rows - 1, area.column + area.columns - 1));
  },
  GetLastColumn(range) {
    const area = cellsOf(range);
    return on(range, { ...area, column: area.column + area.columns - 1, columns: 1 });
  },
  GetLastRow(range) {
    const area = cellsOf(range);
    return on(range, { ...area, row: area.row + area.rows - 1, rows: 1 });
  },
  GetRowsBelow: (range, [count]) => rowsBeside(range, wholeNumber(count, 1)),
  GetRowsAbove: (range, [count]) => rowsBeside(range, -wholeNumber(count, 1)),
  GetColumnsAfter: (range, [count]) => columnsBeside(range, wholeNumber(count, 1)),
  GetColumnsBefore: (range, [count]) => columnsBeside(range, -wholeNumber(count, 1)),
  GetEntireColumn: (range) => on(range, { ...cellsOf(range), row: 0, rows: SHEET_ROWS }),
  GetEntireRow: (range) => on(range, { ...cellsOf(range), column: 0, columns: SHEET_COLUMNS }),
  GetIntersection: (range, [other], session) =>
    shared(range, other, session) ?? refuse("ItemNotFound", "The ranges do not intersect."),
  GetIntersectionOrNullObject: (range, [other], session) => shared(range, other, session) ?? nullObject,
  GetBoundingRect(range, [other], session) {
    const second = cellsOfArgument(other, range.sheet, session);
    if (second.sheet !== range.sheet) invalidArgument("The ranges are on different sheets.");
    return on(range, bounding(cellsOf(range), second.area));
  },
  GetSurroundingRegion: (range, _args, session) =>
    on(range, surroundingRegion(session.workbook, range.sheet, topLeft(range))),
  GetUsedRange: (range, [valuesOnly], session) =>
    used(range, truth(valuesOnly, false), session) ?? refuse("ItemNotFound", "The range has no used cells."),
  GetUsedRangeOrNullObject: (range, [valuesOnly], session) =>
    used(range, truth(valuesOnly, false), session) ?? nullObject,
  GetTables: (range, [fullyContained]) =>
    tableScopedCollectionClass({ sheet: range.sheet, within: cellsOf(range), isFull: truth(fullyContained, false) }),
  GetSpillParentOrNullObject(range, _args, { workbook }) {
    const cell = oneCell(range);
    const spill = cell && workbook.spills(range.sheet).find((area) => intersect(area, cell));
    return spill ? on(range, cellAt(spill.row, spill.column)) : nullObject;
  },
  GetSpillingToRangeOrNullObject(range, _args, { workbook }) {
    const cell = oneCell(range);
    const spill = workbook.spills(range.sheet).find((area) => area.row === cell?.row && area.column === cell.column);
    return spill ? on(range, spill) : nullObject;
  },
};

const on = (range: KeptCells, area: Area): WireObject => rangeOn(range.sheet, area);

function rowsBeside(range: KeptCells, count: number): WireObject {
  if (count === 0) return invalidArgument("The count is zero.");
  const area = cellsOf(range);
  const row = count > 0 ? area.row + area.rows : area.row + count;
  return on(range, { ...area, row, rows: Math.abs(count) });
}

function columnsBeside(range: KeptCells, count: number): WireObject {
  if (count === 0) return invalidArgument("The count is zero.");
  const area = cellsOf(range);
  const column = count > 0 ? area.column + area.columns : area.column + count;
  return on(range, { ...area, column, columns: Math.abs(count) });
}

function shared(range: KeptCells, other: unknown, session: Session): WireObject | null {
  const second = cellsOfArgument(other, range.sheet, session);
  if (second.sheet !== range.sheet) return invalidArgument("The ranges are on different sheets.");
  const area = intersect(cellsOf(range), second.area);
  return area && on(range, area);
}

function used(range: KeptCells, valuesOnly: boolean, session: Session): WireObject | null {
  const area = usedWithin(session.workbook, range.sheet, cellsOf(range), valuesOnly);
  return area && on(range, area);
}

const topLeft = (range: KeptCells): Area => ({ ...cellsOf(range), rows: 1, columns: 1 });

function oneCell(range: KeptCells): Area | null {
  const area = cellsOf(range);
  return area.rows === 1 && area.columns === 1 ? area : null;
}
