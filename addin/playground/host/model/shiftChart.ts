import { isEntireColumn, isEntireRow } from "../rules/area";
import type { CellShift } from "../rules/shift";
import type { ChartSnapshot } from "../snapshot";
import type { SheetParts } from "./sheetParts";
import { distanceTo, usualSize } from "./sizes";

/**
 * Where a chart lies after whole rows or columns were inserted or deleted: it moves and sizes with the cells, which is what
 * Excel does with a new chart. Cells that are inserted or deleted in a part of the sheet leave it alone. To be called
 * while the sheet's sizes are still those from before.
 */
export function shiftChart(sheet: SheetParts, chart: ChartSnapshot, { area, shift }: CellShift): ChartSnapshot {
  if (isEntireRow(area)) {
    const [from, to] = stretch(sheet, "rows", area.row, area.rows, shift === "down");
    const [top, height] = moved(chart.top, chart.height, from, to, shift === "down");
    return { ...chart, top, height };
  }
  if (!isEntireColumn(area)) return chart;
  const [from, to] = stretch(sheet, "columns", area.column, area.columns, shift === "right");
  const [left, width] = moved(chart.left, chart.width, from, to, shift === "right");
  return { ...chart, left, width };
}

/** Where the inserted cells, which have the usual size, will lie, or the deleted ones have lain. */
function stretch(
  sheet: SheetParts,
  axis: "rows" | "columns",
  first: number,
  count: number,
  isInsert: boolean,
): [from: number, to: number] {
  const from = distanceTo(sheet, axis, first);
  if (!isInsert) return [from, distanceTo(sheet, axis, first + count)];
  return [from, from + count * usualSize(axis)];
}

function moved(start: number, length: number, from: number, to: number, isInsert: boolean): [number, number] {
  const size = to - from;
  if (isInsert) return start >= from ? [start + size, length] : [start, start + length > from ? length + size : length];
  const keep = (place: number): number => (place <= from ? place : Math.max(from, place - size));
  return [keep(start), keep(start + length) - keep(start)];
}
