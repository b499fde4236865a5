import { BooleanNumber } from "@univerjs/core";
import { Regions } from "../model/regions";
import { isSameValidation, regionsOf } from "../model/regionValues";
import type { Axis, SheetParts } from "../model/sheetParts";
import { shiftChart } from "../model/shiftChart";
import { shiftBeside } from "../model/shiftSheet";
import { sheetOf } from "../simpleSnapshot";
import type { CellShift } from "../rules/shift";
import type {
  Area,
  ChartSnapshot,
  ConditionalFormatSnapshot,
  PageSnapshot,
  SheetSnapshot,
  TableSnapshot,
  Validation,
} from "../snapshot";
import type { CellFormat } from "../workbook";
import { hiddenLines, setHiddenLines, setSizes, sizeOfLine, sizesOf } from "./lines";
import { LockedFormats } from "./lockedFormats";
import { areaOfRange, rangeOf } from "./ranges";
import { SheetData } from "./sheetData";
import { reorderGrid, shiftGrid } from "./shiftGrid";
import { formatOf, formatPatch, hexOf, numberFormatOf, numberFormatPatch } from "./styles";
import { StyleValues } from "./styleValues";
import type { Unit } from "./unit";
import { UniverCells } from "./univerCells";
import { UniverRules } from "./univerRules";
import { UniverTables } from "./univerTables";

/** One sheet: what Univer knows is read from it and written into it; the rest is kept here, and moves along. */
export class UniverSheet implements SheetParts {
  readonly cells: UniverCells;
  readonly numberFormats: StyleValues<string>;
  readonly formats: LockedFormats;
  readonly validations: Regions<Validation>;
  isProtected: boolean;
  page: PageSnapshot;
  spills: readonly Area[];
  charts: readonly ChartSnapshot[];
  filter: SheetSnapshot["filter"];
  readonly #data: SheetData;
  readonly #locked = new Regions<boolean>([], (a, b) => a === b);
  readonly #tables: UniverTables;
  readonly #rules: UniverRules;
  #isVeryHidden: boolean;

  /** The unit has the sheet already; of the snapshot only what Univer does not know is taken. */
  constructor(
    unit: Unit,
    readonly id: string,
    snapshot: SheetSnapshot = sheetOf(""),
  ) {
    const { page, validations, spills, charts, filter } = snapshot;
    const beside = structuredClone({ page, validations, spills, charts, filter });
    const data = new SheetData(unit, id);
    this.#data = data;
    this.#tables = new UniverTables(data);
    this.#rules = new UniverRules(data);
    this.cells = new UniverCells(data, (row, column) => this.#tables.nameAt(row, column));
    this.numberFormats = new StyleValues(data, numberFormatOf, numberFormatPatch);
    this.formats = new LockedFormats(new StyleValues<CellFormat>(data, formatOf, formatPatch), this.#locked);
    this.validations = new Regions(regionsOf(beside.validations), isSameValidation);
    this.isProtected = snapshot.isProtected;
    this.page = beside.page;
    this.spills = beside.spills;
    this.charts = beside.charts;
    this.filter = beside.filter;
    this.#isVeryHidden = snapshot.visibility === "VeryHidden";
  }

  get name(): string {
    return this.#data.worksheet.getName();
  }

  set name(name: string) {
    this.#data.run("sheet.mutation.set-worksheet-name", { name });
  }

  get visibility(): SheetSnapshot["visibility"] {
    if (this.#data.worksheet.isSheetHidden() !== BooleanNumber.TRUE) return "Visible";
    return this.#isVeryHidden ? "VeryHidden" : "Hidden";
  }

  set visibility(visibility: SheetSnapshot["visibility"]) {
    this.#isVeryHidden = visibility === "VeryHidden";
    const hidden = visibility === "Visible" ? BooleanNumber.FALSE : BooleanNumber.TRUE;
    this.#data.run("sheet.mutation.set-worksheet-hidden", { hidden });
  }

  get tabColor(): string {
    return hexOf(this.#config.tabColor) ?? "";
  }

  set tabColor(color: string) {
    this.#data.run("sheet.mutation.set-tab-color", { color });
  }

  get showsGridlines(): boolean {
    return this.#config.showGridlines !== BooleanNumber.FALSE;
  }

  set showsGridlines(isShown: boolean) {
    const showGridlines = isShown ? BooleanNumber.TRUE : BooleanNumber.FALSE;
    this.#data.run("sheet.mutation.toggle-gridlines", { showGridlines });
  }

  get frozenRows(): number {
    return this.#config.freeze.ySplit;
  }

  set frozenRows(rows: number) {
    this.#freeze(rows, this.frozenColumns);
  }

  get frozenColumns(): number {
    return this.#config.freeze.xSplit;
  }

  set frozenColumns(columns: number) {
    this.#freeze(this.frozenRows, columns);
  }

  get merges(): readonly Area[] {
    return this.#config.mergeData.map(areaOfRange);
  }

  set merges(areas: readonly Area[]) {
    if (JSON.stringify(areas) === JSON.stringify(this.merges)) return;
    const ranges = this.#config.mergeData.map((range) => ({ ...range }));
    if (ranges.length > 0) this.#data.run("sheet.mutation.remove-worksheet-merge", { ranges });
    if (areas.length > 0) this.#data.run("sheet.mutation.add-worksheet-merge", { ranges: areas.map(rangeOf) });
  }

  get tables(): readonly TableSnapshot[] {
    return this.#tables.list;
  }

  set tables(tables: readonly TableSnapshot[]) {
    this.#tables.list = tables;
  }

  get conditionalFormats(): readonly ConditionalFormatSnapshot[] {
    return this.#rules.list;
  }

  set conditionalFormats(formats: readonly ConditionalFormatSnapshot[]) {
    this.#rules.list = formats;
  }

  sizes(axis: Axis): ReadonlyMap<number, number> {
    return sizesOf(this.#data, axis);
  }

  sizeOf(axis: Axis, number: number): number | undefined {
    return sizeOfLine(this.#data, axis, number);
  }

  setSize(axis: Axis, first: number, count: number, size: number | null): void {
    setSizes(this.#data, axis, first, count, size);
  }

  hidden(axis: Axis): ReadonlySet<number> {
    const hidden = hiddenLines(this.#data, axis);
    if (axis === "rows") for (const row of this.#tables.filteredOut) hidden.add(row);
    return hidden;
  }

  setHidden(axis: Axis, first: number, count: number, isHidden: boolean): void {
    setHiddenLines(this.#data, axis, first, count, isHidden);
  }

  shift(edit: CellShift): void {
    this.#locked.shift(edit);
    shiftGrid(this.cells, edit);
  }

  reorder(area: Area, order: readonly number[]): void {
    reorderGrid(this.#data, area, order);
  }

  formatTogether(work: () => void): void {
    this.#data.styleTogether(work);
  }

  /** Before the grid itself moves its cells: where charts go depends on the sizes from before. */
  shiftCharts(edit: CellShift): void {
    this.charts = this.charts.map((chart) => shiftChart(this, chart, edit));
  }

  /** After the grid itself has moved its cells. */
  shiftOthers(edit: CellShift): void {
    this.#locked.shift(edit);
    shiftBeside(this, edit);
  }

  get #config() {
    return this.#data.worksheet.getConfig();
  }

  #freeze(ySplit: number, xSplit: number): void {
    const startRow = ySplit > 0 ? ySplit : -1;
    const startColumn = xSplit > 0 ? xSplit : -1;
    this.#data.run("sheet.mutation.set-frozen", { startRow, startColumn, ySplit, xSplit });
  }
}
