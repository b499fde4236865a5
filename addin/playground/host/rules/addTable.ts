import type { Area, CellValue, TableSnapshot } from "../snapshot";
import type { Workbook } from "../workbook";
import { areaOf, intersect } from "./area";
import { freeName, numberedName } from "./naming";
import { checkSheetWritable } from "./protection";
import { invalidArgument } from "./refusal";
import { shiftCells } from "./shiftCells";

export const DEFAULT_TABLE_STYLE = "TableStyleMedium2";

/**
 * Makes a table of the area and gives its id. Without headers Excel writes `Column1`… above and moves the data down a
 * row. Header cells become texts; blank ones are named `Column1`…, repeated ones get a number.
 * Refused: an area that touches another table or a merged area.
 */
export function addTable(workbook: Workbook, sheet: string, area: Area, hasHeaders: boolean): string {
  checkSheetWritable(workbook, sheet);
  if (workbook.tables().some((table) => table.sheet === sheet && intersect(table, area))) {
    invalidArgument("A table can't overlap another table.");
  }
  if (workbook.merges(sheet).some((merge) => intersect(merge, area)))
    invalidArgument("A table can't have merged cells.");
  if (!hasHeaders) {
    shiftCells(workbook, sheet, { area: { ...area, rows: 1 }, shift: "down" });
    area = { ...area, rows: area.rows + 1 };
  } else if (area.rows === 1) {
    shiftCells(workbook, sheet, { area: { ...area, row: area.row + 1 }, shift: "down" });
    area = { ...area, rows: 2 };
  }
  const header = { ...area, rows: 1 };
  const names = columnNames(workbook.readValues(sheet, header)[0] ?? []);
  writeHeader(workbook, sheet, header, names);
  const taken = [...workbook.tables().map(({ name }) => name), ...workbook.names().map(({ name }) => name)];
  const table: Omit<TableSnapshot, "id"> = {
    ...areaOf(area),
    name: numberedName("Table", taken),
    columnNames: names.map((name, index) => ({ id: index + 1, name })),
    hasHeaders: true,
    hasTotals: false,
    style: DEFAULT_TABLE_STYLE,
    isDataFiltered: false,
  };
  return workbook.addTable(sheet, table);
}

/** Unique without regard to case: blank ones named `Column1`…, repeated ones numbered from 2. */
export function columnNames(header: readonly CellValue[], known: readonly string[] = []): string[] {
  const names: string[] = [];
  for (const [index, cell] of header.entries()) {
    const typed = String(cell);
    const taken = [...known, ...names];
    names.push(typed === "" ? numberedName("Column", taken, index + 1) : freeName(typed, taken));
  }
  return names;
}

/** Writes only where the cells do not say so already. */
export function writeHeader(workbook: Workbook, sheet: string, header: Area, names: readonly string[]): void {
  const before = workbook.readValues(sheet, header)[0] ?? [];
  if (names.every((name, index) => before[index] === name)) return;
  workbook.writeCells(sheet, header, { values: [[...names]], formulas: [] });
}
