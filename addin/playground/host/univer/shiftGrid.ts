import type { FormulaCell } from "../model/sheetParts";
import { cellAt, isEntireColumn, isEntireRow, SHEET_COLUMNS, SHEET_ROWS, WHOLE_SHEET } from "../rules/area";
import { type CellShift, movedArea } from "../rules/shift";
import type { Area } from "../snapshot";
import { rangeOf } from "./ranges";
import type { CellMatrix, SheetData } from "./sheetData";
import type { UniverCells } from "./univerCells";

/** Fewer rows and columns than these are never shown. */
export const SMALLEST_GRID = { rows: 200, columns: 26 };

/** Moves the cells with their formats; with whole rows or columns also their sizes and whether they are hidden. */
export function shiftGrid(cells: UniverCells, edit: CellShift): void {
  const { data } = cells;
  const { area } = edit;
  const isRows = isEntireRow(area);
  if (!isRows && !isEntireColumn(area)) return shiftCells(data, edit);
  const after = isRows ? { ...WHOLE_SHEET, row: area.row } : { ...WHOLE_SHEET, column: area.column };
  moveFormulas(cells, [...cells.formulasIn(after)], edit, () =>
    isRows ? shiftRows(data, edit) : shiftColumns(data, edit),
  );
}

/** Puts row `order[i]` of the area in place `i`. */
export function reorderGrid(data: SheetData, area: Area, order: readonly number[]): void {
  const before = cellsIn(data, area);
  const cells: CellMatrix = {};
  order.forEach((from, to) => {
    for (let column = area.column; column < area.column + area.columns; column++) {
      const cell = before[area.row + from]?.[column];
      (cells[area.row + to] ??= {})[column] = cell ? { ...cell } : null;
    }
  });
  clearCells(data, before);
  data.setCells(cells);
}

function shiftRows(data: SheetData, { area, shift }: CellShift): void {
  const { rows, columns } = data.size;
  if (area.row >= rows) return;
  const count = Math.min(area.rows, rows - area.row);
  const range = { ...rangeOf({ ...area, rows: shift === "down" ? area.rows : count }), endColumn: columns - 1 };
  data.run(shift === "down" ? "sheet.mutation.insert-row" : "sheet.mutation.remove-rows", { range });
  const least = Math.min(SHEET_ROWS, Math.max(data.size.rows, SMALLEST_GRID.rows));
  if (least !== data.size.rows) data.run("sheet.mutation.set-worksheet-row-count", { rowCount: least });
}

function shiftColumns(data: SheetData, { area, shift }: CellShift): void {
  const { rows, columns } = data.size;
  if (area.column >= columns) return;
  const count = Math.min(area.columns, columns - area.column);
  const range = { ...rangeOf({ ...area, columns: shift === "right" ? area.columns : count }), endRow: rows - 1 };
  data.run(shift === "right" ? "sheet.mutation.insert-col" : "sheet.mutation.remove-col", { range });
  const least = Math.min(SHEET_COLUMNS, Math.max(data.size.columns, SMALLEST_GRID.columns));
  if (least !== data.size.columns) data.run("sheet.mutation.set-worksheet-column-count", { columnCount: least });
}

/** Formulas are taken out before the cells move and put in again after: whoever calculates them is told of no move. */
function moveFormulas(
  { data }: UniverCells,
  formulas: readonly FormulaCell[],
  edit: CellShift,
  move: () => void,
): void {
  const results = formulas
    .map(({ row, column }) => data.matrix[row]?.[column])
    .map((cell) => ({ v: cell?.v, t: cell?.t }));
  const [gone, back]: [CellMatrix, CellMatrix] = [{}, {}];
  formulas.forEach(({ row, column, formula }, index) => {
    (gone[row] ??= {})[column] = { f: null, si: null };
    const cell = movedArea(cellAt(row, column), edit);
    if (cell) (back[cell.row] ??= {})[cell.column] = { ...results[index], f: formula, si: null };
  });
  if (formulas.length > 0) data.setCells(gone);
  move();
  if (formulas.length > 0) data.setCells(back);
}

function shiftCells(data: SheetData, { area, shift }: CellShift): void {
  const isVertical = shift === "down" || shift === "up";
  const { rows, columns } = data.scan;
  const band: Area = isVertical
    ? { ...area, rows: Math.max(0, rows - area.row) }
    : { ...area, columns: Math.max(0, columns - area.column) };
  const before = cellsIn(data, band);
  const amount = (isVertical ? area.rows : area.columns) * (shift === "down" || shift === "right" ? 1 : -1);
  const after: CellMatrix = {};
  for (const [rowKey, line] of Object.entries(before)) {
    for (const [columnKey, cell] of Object.entries(line ?? {})) {
      const row = Number(rowKey) + (isVertical ? amount : 0);
      const column = Number(columnKey) + (isVertical ? 0 : amount);
      if (!cell || row < area.row || column < area.column) continue;
      (after[row] ??= {})[column] = { ...cell };
    }
  }
  clearCells(data, before);
  const grown = isVertical
    ? { ...band, rows: band.rows + area.rows }
    : { ...band, columns: band.columns + area.columns };
  if (amount > 0 && Object.keys(after).length > 0) data.makeRoom(grown);
  data.setCells(after);
}

function cellsIn(data: SheetData, area: Area): CellMatrix {
  const { matrix } = data;
  const found: CellMatrix = {};
  for (let row = area.row; row < area.row + area.rows; row++) {
    const line = matrix[row];
    if (!line) continue;
    for (let column = area.column; column < area.column + area.columns; column++) {
      const cell = line[column];
      if (cell) (found[row] ??= {})[column] = { ...cell };
    }
  }
  return found;
}

function clearCells(data: SheetData, cells: CellMatrix): void {
  const gone = Object.entries(cells).map(([row, line]) => [
    row,
    Object.fromEntries(Object.keys(line ?? {}).map((column) => [column, null])),
  ]);
  if (gone.length > 0) data.setCells(Object.fromEntries(gone));
}
