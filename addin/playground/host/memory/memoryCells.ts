import { cellCount } from "../rules/area";
import { moveReferences } from "../rules/formulaReferences";
import type { CellShift } from "../rules/shift";
import type { Area, CellValue, Validation } from "../snapshot";
import type * as port from "../workbook";
import { commonFormat, commonNumberFormat, paint, readNumberFormats, usedArea } from "./formats";
import { followHeaders } from "./headers";
import { MemorySheets } from "./memorySheets";
import { DEFAULT_COLUMN_PIXELS, DEFAULT_ROW_POINTS, distanceTo } from "./sizes";
import { reorderSheetRows } from "./reorder";
import type { MemorySheet } from "./sheet";
import { shiftSheet } from "./shiftSheet";

/** The second third: cells, how they look, and what lies over them. */
export class MemoryCells extends MemorySheets {
  usedArea(sheet: string, valuesOnly: boolean): Area | null {
    return usedArea(this.sheet(sheet), valuesOnly);
  }

  readValues(sheet: string, area: Area): CellValue[][] {
    return this.sheet(sheet).grid.values(area);
  }

  readFormulas(sheet: string, area: Area): CellValue[][] {
    const { grid } = this.sheet(sheet);
    const cells = grid.values(area);
    for (const { row, column, formula } of grid.formulasIn(area)) {
      const line = cells[row - area.row];
      if (line) line[column - area.column] = formula;
    }
    return cells;
  }

  isFilled(sheet: string, row: number, column: number): boolean {
    const { grid } = this.sheet(sheet);
    return grid.value(row, column) !== "" || grid.formula(row, column) !== undefined;
  }

  hasFormulas(sheet: string, area: Area): boolean {
    return !this.sheet(sheet).grid.formulasIn(area).next().done;
  }

  writeCells(id: string, area: Area, block: port.CellBlock): void {
    const sheet = this.sheet(id);
    const isCell = cellCount(area) === 1;
    const before = sheet.grid.value(area.row, area.column);
    sheet.grid.write(area, block.values);
    for (const { row, column, formula } of block.formulas) {
      sheet.grid.setFormula(area.row + row, area.column + column, formula);
    }
    followHeaders(sheet, area);
    const details = isCell ? { before, after: sheet.grid.value(area.row, area.column) } : undefined;
    this.changed({ type: "edited", sheet: id, area, ...(details && { details }) });
  }

  clear(id: string, area: Area, what: "All" | "Contents" | "Formats"): void {
    const sheet = this.sheet(id);
    const before = sheet.grid.value(area.row, area.column);
    if (what !== "Contents") {
      sheet.numberFormats.set(area, undefined);
      sheet.formats.set(area, undefined);
      this.changed({ type: "formatted", sheet: id, area });
    }
    if (what === "Formats") return;
    if (what === "All") sheet.validations.set(area, undefined);
    sheet.grid.clear(area);
    followHeaders(sheet, area);
    const details = cellCount(area) === 1 ? { before, after: sheet.grid.value(area.row, area.column) } : undefined;
    this.changed({ type: "edited", sheet: id, area, ...(details && { details }) });
  }

  shiftCells(id: string, edit: CellShift): void {
    const sheet = this.sheet(id);
    shiftSheet(sheet, edit);
    this.rewriteFormulas((formula, home) => moveReferences(formula, home, sheet.name, edit));
    this.changed({ type: "shifted", sheet: id, edit });
  }

  reorderRows(id: string, area: Area, order: readonly number[]): void {
    reorderSheetRows(this.sheet(id), area, order);
    this.changed({ type: "edited", sheet: id, area });
  }

  readNumberFormats(sheet: string, area: Area): string[][] {
    return readNumberFormats(this.sheet(sheet), area);
  }

  commonNumberFormat(sheet: string, area: Area): string | null {
    return commonNumberFormat(this.sheet(sheet), area);
  }

  setNumberFormat(id: string, area: Area, format: string): void {
    this.sheet(id).numberFormats.set(area, /^general$/i.test(format) ? undefined : format);
    this.changed({ type: "formatted", sheet: id, area });
  }

  commonFormat(sheet: string, area: Area): port.CommonFormat {
    return commonFormat(this.sheet(sheet), area);
  }

  paint(id: string, area: Area, format: port.CellFormat): void {
    paint(this.sheet(id), area, format);
    this.changed({ type: "formatted", sheet: id, area });
  }

  validationsWithin(sheet: string, area: Area): { area: Area; value: Validation }[] {
    return [...this.sheet(sheet).validations.within(area)];
  }

  setValidation(id: string, area: Area, validation: Validation | null): void {
    this.sheet(id).validations.set(area, validation ?? undefined);
    this.changed({ type: "formatted", sheet: id, area });
  }

  columnWidth(sheet: string, column: number): number {
    return this.sheet(sheet).columnWidths.get(column) ?? DEFAULT_COLUMN_PIXELS;
  }

  hasStandardWidth(sheet: string, column: number): boolean {
    return this.columnWidth(sheet, column) === DEFAULT_COLUMN_PIXELS;
  }

  setColumnWidth(id: string, first: number, count: number, pixels: number | null): void {
    const { columnWidths } = this.sheet(id);
    for (let column = first; column < first + count; column++) {
      if (pixels === null) columnWidths.delete(column);
      else columnWidths.set(column, pixels);
    }
  }

  rowHeight(sheet: string, row: number): number {
    return this.sheet(sheet).rowHeights.get(row) ?? DEFAULT_ROW_POINTS;
  }

  setRowHeight(id: string, first: number, count: number, points: number | null): void {
    const { rowHeights } = this.sheet(id);
    for (let row = first; row < first + count; row++) {
      if (points === null) rowHeights.delete(row);
      else rowHeights.set(row, points);
    }
  }

  distanceTo(sheet: string, axis: "rows" | "columns", number: number): number {
    return distanceTo(this.sheet(sheet), axis, number);
  }

  hiddenRows(sheet: string): ReadonlySet<number> {
    return this.sheet(sheet).hiddenRows;
  }

  hiddenColumns(sheet: string): ReadonlySet<number> {
    return this.sheet(sheet).hiddenColumns;
  }

  setHidden(id: string, axis: "rows" | "columns", first: number, count: number, isHidden: boolean): void {
    const sheet = this.sheet(id);
    const hidden = axis === "rows" ? sheet.hiddenRows : sheet.hiddenColumns;
    for (let number = first; number < first + count; number++) {
      if (isHidden) hidden.add(number);
      else hidden.delete(number);
    }
  }

  merges(sheet: string): readonly Area[] {
    return this.sheet(sheet).merges;
  }

  setMerges(sheet: string, areas: Area[]): void {
    this.sheet(sheet).merges = areas;
  }

  spills(sheet: string): readonly Area[] {
    return this.sheet(sheet).spills;
  }

  setSpills(sheet: string, areas: Area[]): void {
    this.sheet(sheet).spills = areas;
  }

  filter(sheet: string): MemorySheet["filter"] {
    return this.sheet(sheet).filter;
  }

  setFilter(sheet: string, filter: MemorySheet["filter"]): void {
    this.sheet(sheet).filter = filter;
  }
}
