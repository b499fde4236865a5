import { areaOf, isEntireColumn, isEntireRow } from "../rules/area";
import type { CellShift } from "../rules/shift";
import { Regions } from "../model/regions";
import { isSameFormat, isSameValidation, regionsOf } from "../model/regionValues";
import type { Axis, SheetParts } from "../model/sheetParts";
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
import { Grid } from "./grid";
import { reorderRegions } from "./reorder";
import { movedNumbers, movedSizes } from "./shiftSizes";

/** Everything one sheet holds in memory. */
export class MemorySheet implements SheetParts {
  name: string;
  visibility: SheetSnapshot["visibility"];
  isProtected: boolean;
  tabColor: string;
  showsGridlines: boolean;
  page: PageSnapshot;
  frozenRows: number;
  frozenColumns: number;
  readonly cells: Grid;
  readonly numberFormats: Regions<string>;
  readonly formats: Regions<CellFormat>;
  readonly validations: Regions<Validation>;
  merges: readonly Area[];
  spills: readonly Area[];
  tables: readonly TableSnapshot[];
  conditionalFormats: readonly ConditionalFormatSnapshot[];
  charts: readonly ChartSnapshot[];
  filter: SheetSnapshot["filter"];
  #sizes: Record<Axis, Map<number, number>>;
  #hidden: Record<Axis, Set<number>>;

  /** The snapshot is copied. */
  constructor(
    readonly id: string,
    snapshot: SheetSnapshot,
  ) {
    const { page, merges, spills, tables, validations, conditionalFormats, charts, filter } = snapshot;
    const own = structuredClone({ page, merges, spills, tables, validations, conditionalFormats, charts, filter });
    this.name = snapshot.name;
    this.visibility = snapshot.visibility;
    this.isProtected = snapshot.isProtected;
    this.tabColor = snapshot.tabColor;
    this.showsGridlines = snapshot.showsGridlines;
    this.page = own.page;
    this.frozenRows = snapshot.frozenRows;
    this.frozenColumns = snapshot.frozenColumns;
    this.cells = new Grid(snapshot.values, snapshot.formulas);
    this.numberFormats = new Regions(
      snapshot.numberFormats.map(({ format, ...area }) => ({ area: areaOf(area), value: format })),
      (a, b) => a === b,
    );
    this.formats = new Regions(regionsOf(snapshot.styles), isSameFormat);
    this.validations = new Regions(regionsOf(own.validations), isSameValidation);
    this.merges = own.merges;
    this.spills = own.spills;
    this.tables = own.tables;
    this.conditionalFormats = own.conditionalFormats;
    this.charts = own.charts;
    this.filter = own.filter;
    this.#sizes = { rows: numbered(snapshot.rowHeights), columns: numbered(snapshot.columnWidths) };
    this.#hidden = { rows: new Set(snapshot.hiddenRows), columns: new Set(snapshot.hiddenColumns) };
  }

  sizes(axis: Axis): ReadonlyMap<number, number> {
    return this.#sizes[axis];
  }

  sizeOf(axis: Axis, number: number): number | undefined {
    return this.#sizes[axis].get(number);
  }

  setSize(axis: Axis, first: number, count: number, size: number | null): void {
    for (let number = first; number < first + count; number++) {
      if (size === null) this.#sizes[axis].delete(number);
      else this.#sizes[axis].set(number, size);
    }
  }

  hidden(axis: Axis): ReadonlySet<number> {
    return this.#hidden[axis];
  }

  setHidden(axis: Axis, first: number, count: number, isHidden: boolean): void {
    for (let number = first; number < first + count; number++) {
      if (isHidden) this.#hidden[axis].add(number);
      else this.#hidden[axis].delete(number);
    }
  }

  shift(edit: CellShift): void {
    const { area } = edit;
    this.cells.shift(edit);
    this.numberFormats.shift(edit);
    this.formats.shift(edit);
    if (isEntireRow(area)) this.#shiftLines("rows", edit, area.row, area.rows);
    else if (isEntireColumn(area)) this.#shiftLines("columns", edit, area.column, area.columns);
  }

  reorder(area: Area, order: readonly number[]): void {
    this.cells.reorder(area, order);
    reorderRegions(this.numberFormats, area, order);
    reorderRegions(this.formats, area, order);
  }

  formatTogether(work: () => void): void {
    work();
  }

  #shiftLines(axis: Axis, edit: CellShift, from: number, count: number): void {
    this.#hidden[axis] = movedNumbers(this.#hidden[axis], edit, from, count);
    this.#sizes[axis] = movedSizes(this.#sizes[axis], edit, from, count);
  }
}

function numbered(record: Record<number, number>): Map<number, number> {
  return new Map(Object.entries(record).map(([number, size]) => [Number(number), size]));
}
