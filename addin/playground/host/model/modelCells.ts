import { cellCount } from "../rules/area";
import { moveReferences } from "../rules/formulaReferences";
import type { CellShift } from "../rules/shift";
import type { Area, CellValue, Validation } from "../snapshot";
import type * as port from "../workbook";
import { commonFormat, commonNumberFormat, paint, readNumberFormats, usedArea } from "./formats";
import { followHeaders } from "./headers";
import { ModelSheets } from "./modelSheets";
import { DEFAULT_COLUMN_PIXELS, DEFAULT_ROW_POINTS, distanceTo } from "./sizes";
import type { SheetParts } from "./sheetParts";
import { shiftSheet } from "./shiftSheet";

/** The second third: cells, how they look, and what lies over them. */
export abstract class ModelCells extends ModelSheets {
  usedArea(sheet: string, valuesOnly: boolean): Area | null {
    return usedArea(this.sheet(sheet), valuesOnly);
  }

  readValues(sheet: string, area: Area): CellValue[][] {
    return this.sheet(sheet).cells.values(area);
  }

  readFormulas(sheet: string, area: Area): CellValue[][] {
    const { cells } = this.sheet(sheet);
    const block = cells.values(area);
    for (const { row, column, formula } of cells.formulasIn(area)) {
      const line = block[row - area.row];
      if (line) line[column - area.column] = formula;
    }
    return block;
  }

  filled(sheet: string): (row: number, column: number) => boolean {
    const { cells } = this.sheet(sheet);
    return (row, column) => cells.value(row, column) !== "" || cells.formula(row, column) !== undefined;
  }

  hasFormulas(sheet: string, area: Area): boolean {
    return !this.sheet(sheet).cells.formulasIn(area)[Symbol.iterator]().next().done;
  }

  writeCells(id: string, area: Area, block: port.CellBlock): void {
    const sheet = this.sheet(id);
    const isCell = cellCount(area) === 1;
    const before = sheet.cells.value(area.row, area.column);
    sheet.cells.write(area, block.values, block.formulas);
    followHeaders(sheet, area);
    const details = isCell ? { before, after: sheet.cells.value(area.row, area.column) } : undefined;
    this.changed({ type: "edited", sheet: id, area, ...(details && { details }) });
  }

  clear(id: string, area: Area, what: "All" | "Contents" | "Formats"): void {
    const sheet = this.sheet(id);
    const before = sheet.cells.value(area.row, area.column);
    if (what !== "Contents") {
      sheet.numberFormats.set(area, undefined);
      sheet.formats.set(area, undefined);
      this.changed({ type: "formatted", sheet: id, area });
    }
    if (what === "Formats") return;
    if (what === "All") sheet.validations.set(area, undefined);
    sheet.cells.clear(area);
    followHeaders(sheet, area);
    const details = cellCount(area) === 1 ? { before, after: sheet.cells.value(area.row, area.column) } : undefined;
    this.changed({ type: "edited", sheet: id, area, ...(details && { details }) });
  }

  shiftCells(id: string, edit: CellShift): void {
    const sheet = this.sheet(id);
    shiftSheet(sheet, edit);
    this.rewriteFormulas((formula, home) => moveReferences(formula, home, sheet.name, edit));
    this.changed({ type: "shifted", sheet: id, edit });
  }

  reorderRows(id: string, area: Area, order: readonly number[]): void {
    this.sheet(id).reorder(area, order);
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
    return this.sheet(sheet).sizeOf("columns", column) ?? DEFAULT_COLUMN_PIXELS;
  }

  hasStandardWidth(sheet: string, column: number): boolean {
    return this.columnWidth(sheet, column) === DEFAULT_COLUMN_PIXELS;
  }

  setColumnWidth(id: string, first: number, count: number, pixels: number | null): void {
    this.sheet(id).setSize("columns", first, count, pixels);
  }

  rowHeight(sheet: string, row: number): number {
    return this.sheet(sheet).sizeOf("rows", row) ?? DEFAULT_ROW_POINTS;
  }

  setRowHeight(id: string, first: number, count: number, points: number | null): void {
    this.sheet(id).setSize("rows", first, count, points);
  }

  distanceTo(sheet: string, axis: "rows" | "columns", number: number): number {
    return distanceTo(this.sheet(sheet), axis, number);
  }

  hiddenRows(sheet: string): ReadonlySet<number> {
    return this.sheet(sheet).hidden("rows");
  }

  hiddenColumns(sheet: string): ReadonlySet<number> {
    return this.sheet(sheet).hidden("columns");
  }

  setHidden(id: string, axis: "rows" | "columns", first: number, count: number, isHidden: boolean): void {
    this.sheet(id).setHidden(axis, first, count, isHidden);
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

  filter(sheet: string): SheetParts["filter"] {
    return this.sheet(sheet).filter;
  }

  setFilter(sheet: string, filter: SheetParts["filter"]): void {
    this.sheet(sheet).filter = filter;
  }
}
