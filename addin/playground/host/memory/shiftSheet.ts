import { isEntireColumn, isEntireRow } from "../rules/area";
import { type CellShift, movedArea } from "../rules/shift";
import type { Area } from "../snapshot";
import type { MemorySheet } from "./sheet";
import { shiftChart } from "./shiftChart";
import { shiftTables } from "./shiftTables";

/** Moves everything on the sheet along with inserted or deleted cells; names are the workbook's to move. */
export function shiftSheet(sheet: MemorySheet, edit: CellShift): void {
  sheet.grid.shift(edit);
  sheet.numberFormats.shift(edit);
  sheet.formats.shift(edit);
  sheet.validations.shift(edit);
  inheritFormats(sheet, edit);
  sheet.merges = movedAreas(sheet.merges, edit).filter((area) => area.rows * area.columns > 1);
  sheet.spills = movedAreas(sheet.spills, edit);
  shiftTables(sheet, edit);
  sheet.conditionalFormats = sheet.conditionalFormats
    .map((rule) => ({ ...rule, areas: movedAreas(rule.areas, edit) }))
    .filter((rule) => rule.areas.length > 0);
  if (sheet.filter) {
    const moved = movedArea(sheet.filter, edit);
    sheet.filter = moved && { ...moved, isDataFiltered: sheet.filter.isDataFiltered };
  }
  sheet.charts = sheet.charts.map((chart) => shiftChart(sheet, chart, edit));
  if (isEntireRow(edit.area)) {
    sheet.hiddenRows = movedNumbers(sheet.hiddenRows, edit, edit.area.row, edit.area.rows);
    sheet.rowHeights = movedSizes(sheet.rowHeights, edit, edit.area.row, edit.area.rows);
  } else if (isEntireColumn(edit.area)) {
    sheet.hiddenColumns = movedNumbers(sheet.hiddenColumns, edit, edit.area.column, edit.area.columns);
    sheet.columnWidths = movedSizes(sheet.columnWidths, edit, edit.area.column, edit.area.columns);
  }
}

function movedAreas(areas: readonly Area[], edit: CellShift): Area[] {
  return areas.map((area) => movedArea(area, edit)).filter((area) => area !== null);
}

/** New cells look like those above them, or left of them. */
function inheritFormats(sheet: MemorySheet, { area, shift }: CellShift): void {
  if (shift !== "down" && shift !== "right") return;
  const isDown = shift === "down";
  if ((isDown ? area.row : area.column) === 0) return;
  const before: Area = isDown
    ? { ...area, row: area.row - 1, rows: 1 }
    : { ...area, column: area.column - 1, columns: 1 };
  const stretched = (piece: Area): Area =>
    isDown ? { ...piece, row: area.row, rows: area.rows } : { ...piece, column: area.column, columns: area.columns };
  for (const { area: piece, value } of [...sheet.numberFormats.within(before)]) {
    sheet.numberFormats.set(stretched(piece), value);
  }
  for (const { area: piece, value } of [...sheet.formats.within(before)]) sheet.formats.set(stretched(piece), value);
}

function movedNumbers(numbers: Set<number>, { shift }: CellShift, from: number, count: number): Set<number> {
  const isInsert = shift === "down" || shift === "right";
  const kept = [...numbers].filter((number) => isInsert || number < from || number >= from + count);
  return new Set(kept.map((number) => (number < from ? number : number + (isInsert ? count : -count))));
}

function movedSizes(sizes: Map<number, number>, edit: CellShift, from: number, count: number): Map<number, number> {
  const moved = new Map<number, number>();
  for (const [number, size] of sizes) {
    for (const target of movedNumbers(new Set([number]), edit, from, count)) moved.set(target, size);
  }
  return moved;
}
