import type { Sliced } from "../../../slices";
import type { CellShift } from "../rules/shift";
import type {
  Area,
  CellValue,
  ChartSnapshot,
  ConditionalFormatSnapshot,
  SheetSnapshot,
  TableSnapshot,
  Validation,
} from "../snapshot";
import type { CellBlock, CellFormat, SheetState } from "../workbook";
import type { Regions } from "./regions";

/**
 * Everything one sheet holds, wherever it is kept: what the workbook's edits work on.
 *
 * Lists are replaced as a whole and never changed in place, so that whoever keeps them sees each change.
 */
export interface SheetParts extends SheetState {
  readonly cells: Cells;
  readonly numberFormats: AreaValues<string>;
  readonly formats: AreaValues<CellFormat>;
  readonly validations: Regions<Validation>;
  merges: readonly Area[];
  spills: readonly Area[];
  tables: readonly TableSnapshot[];
  conditionalFormats: readonly ConditionalFormatSnapshot[];
  charts: readonly ChartSnapshot[];
  filter: SheetSnapshot["filter"];

  /** Columns in pixels, rows in points, where somebody set them. */
  sizes(axis: Axis): ReadonlyMap<number, number>;
  sizeOf(axis: Axis, number: number): number | undefined;
  /** Null gives the usual size. */
  setSize(axis: Axis, first: number, count: number, size: number | null): void;
  hidden(axis: Axis): ReadonlySet<number>;
  setHidden(axis: Axis, first: number, count: number, isHidden: boolean): void;

  /** Moves the cells with their formats and, where whole rows or columns are edited, sizes and what is hidden. */
  shift(edit: CellShift): void;
  /** Puts row `order[i]` of the area in place `i`, with its formats. */
  reorder(area: Area, order: readonly number[]): void;
  /** Formats that `work` sets may be set at once when it is done; it reads none that it has set. */
  formatTogether(work: () => void): void;
}

export type Axis = "rows" | "columns";

export type FormulaCell = CellBlock["formulas"][number];

/** Values and formulas of one sheet. */
export interface Cells {
  /** The area around everything that is not blank, or null. */
  used(): Area | null;
  value(row: number, column: number): CellValue;
  values(area: Area): CellValue[][];
  formula(row: number, column: number): string | undefined;
  formulasIn(area: Area): Iterable<FormulaCell>;
  /**
   * A null leaves its cell alone; any other value takes the cell's formula away. Formulas are counted from the area's
   * corner.
   */
  write(area: Area, values: (CellValue | null)[][], formulas?: readonly FormulaCell[]): void;
  mapFormulas(change: (formula: string) => string): void;
  clear(area: Area): void;
  /** Row by row from A1, without trailing blanks: equal workbooks have equal rows. */
  snapshotValues(): Sliced<CellValue[][]>;
  snapshotFormulas(): FormulaCell[];
}

/** A value for some cells of a sheet; the rest has none. */
export interface AreaValues<T> {
  /** Areas that have a value, none overlapping. */
  readonly list: readonly { area: Area; value: T }[];
  /** Pieces of `area` that have a value. */
  within(area: Area): Iterable<{ area: Area; value: T }>;
  /** `undefined` takes the value away. */
  set(area: Area, value: T | undefined): void;
}
