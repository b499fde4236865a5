import { type CellShift, movedArea } from "../rules/shift";
import type { Area } from "../snapshot";
import { shiftChart } from "./shiftChart";
import type { SheetParts } from "./sheetParts";
import { shiftTables } from "./shiftTables";

/** Moves everything on the sheet along with inserted or deleted cells; names are the workbook's to move. */
export function shiftSheet(sheet: SheetParts, edit: CellShift): void {
  const charts = sheet.charts.map((chart) => shiftChart(sheet, chart, edit));
  const merges = movedAreas(sheet.merges, edit).filter((area) => area.rows * area.columns > 1);
  const rules = sheet.conditionalFormats
    .map((rule) => ({ ...rule, areas: movedAreas(rule.areas, edit) }))
    .filter((rule) => rule.areas.length > 0);
  const { tables } = sheet;
  sheet.shift(edit);
  sheet.formatTogether(() => inheritFormats(sheet, edit));
  sheet.merges = merges;
  shiftTables(sheet, tables, edit);
  sheet.conditionalFormats = rules;
  shiftBeside(sheet, edit);
  sheet.charts = charts;
}

/** The part of it that no spreadsheet grid does by itself, but for the charts, which need the sizes from before. */
export function shiftBeside(sheet: SheetParts, edit: CellShift): void {
  sheet.validations.shift(edit);
  sheet.spills = movedAreas(sheet.spills, edit);
  const moved = sheet.filter && movedArea(sheet.filter, edit);
  sheet.filter = moved && { ...moved, isDataFiltered: sheet.filter?.isDataFiltered ?? false };
}

function movedAreas(areas: readonly Area[], edit: CellShift): Area[] {
  return areas.map((area) => movedArea(area, edit)).filter((area) => area !== null);
}

/** New cells look like those above them, or left of them. */
function inheritFormats(sheet: SheetParts, { area, shift }: CellShift): void {
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
