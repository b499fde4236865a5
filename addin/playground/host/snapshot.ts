/**
 * A whole workbook as plain data: what a file holds and what tests compare.
 *
 * The file readers make it, the in-memory workbook starts from it and gives it back. Plain JSON, so that two workbooks
 * are equal exactly when their snapshots are deeply equal.
 */
export interface WorkbookSnapshot {
  sheets: SheetSnapshot[];
  /** Name of the sheet in front. */
  activeSheet: string;
  names: NameSnapshot[];
  /** `workbook.settings`: JSON values by key. */
  settings: Record<string, unknown>;
  /** Dates count from 1904 instead of 1900. */
  date1904: boolean;
}

/** A cell's value as `Range.values` gives it: `""` is blank, errors are their text (`"#N/A"`), dates are serial numbers. */
export type CellValue = string | number | boolean;

/** A block of cells, counted from zero. */
export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

export interface SheetSnapshot {
  name: string;
  visibility: "Visible" | "Hidden" | "VeryHidden";
  isProtected: boolean;
  /** `#RRGGBB`; `""` is Excel's own colour. */
  tabColor: string;
  showsGridlines: boolean;
  /** Rows at the top, columns at the left, that stay in sight. */
  frozenRows: number;
  frozenColumns: number;
  page: PageSnapshot;
  /** Row by row from A1; rows may be short, and a missing row or cell is blank. A formula cell holds its last result. */
  values: CellValue[][];
  /** Sparse: what `Range.formulas` gives where it differs from the value, with its leading `=`. */
  formulas: { row: number; column: number; formula: string }[];
  /** Sparse, first match wins nothing: areas do not overlap. `"General"` is never listed. Excel's en-US codes. */
  numberFormats: (Area & { format: string })[];
  /** Sparse: painted cells; areas do not overlap. Colours are `#RRGGBB`. */
  styles: (Area & CellStyle)[];
  /** Widths in pixels by column number, where they are not the default. */
  columnWidths: Record<number, number>;
  /** Heights in points by row number, where they were set. */
  rowHeights: Record<number, number>;
  hiddenRows: number[];
  hiddenColumns: number[];
  merges: Area[];
  /** Dynamic arrays: `row`/`column` is the anchor, the area is what it fills. */
  spills: Area[];
  tables: TableSnapshot[];
  /** Sparse: what may be typed into cells; areas do not overlap. */
  validations: (Area & Validation)[];
  /** In order of priority, the strongest first. */
  conditionalFormats: ConditionalFormatSnapshot[];
  /** From the one at the back to the one in front. */
  charts: ChartSnapshot[];
  /** The sheet's own filter (tables carry theirs); `isDataFiltered` says whether it hides anything. */
  filter: (Area & { isDataFiltered: boolean }) | null;
}

export interface CellStyle {
  fill?: string;
  color?: string;
  bold?: boolean;
}

/** How a sheet is printed. */
export interface PageSnapshot {
  orientation: "Portrait" | "Landscape";
  /** In percent of its size, or on so many pages; a number of pages that is absent is as many as it takes. */
  zoom: { scale: number } | { horizontalFitToPages?: number; verticalFitToPages?: number };
}

export interface TableSnapshot extends Area {
  /** Kept for life: what `Table.id` gives. */
  id: string;
  name: string;
  /** One per column, unique without regard to case; the ids are kept for life. */
  columnNames: { id: number; name: string }[];
  hasHeaders: boolean;
  hasTotals: boolean;
  style: string;
  isDataFiltered: boolean;
  /** Only where it differs from a new table. */
  hasFilterButtons?: false;
  hasBandedRows?: false;
}

/** Only the kinds that the add-in makes are opened up; others are carried through as they came. */
export interface ConditionalFormatSnapshot {
  id: string;
  areas: Area[];
  stopIfTrue: boolean;
  rule:
    | {
        type: "CellValue";
        operator: string;
        formula1: string;
        formula2?: string;
        fill?: string;
        color?: string;
        bold?: boolean;
      }
    | { type: "DataBar"; color: string }
    | { type: "IconSet"; style: string }
    /** Any other kind: `source` is the file library's own description, untouched. */
    | { type: "Other"; source: unknown };
}

/** A chart that lies on a sheet. Formulas have their leading `=`; those of deleted cells are `"=#REF!"`. */
export interface ChartSnapshot {
  id: string;
  name: string;
  type: ChartType;
  /** In points from the sheet's corner. */
  top: number;
  left: number;
  width: number;
  height: number;
  title: ChartText;
  legend: { isVisible: boolean; position: LegendPosition };
  categoryAxis: ChartAxisSnapshot;
  valueAxis: ChartAxisSnapshot;
  series: ChartSeriesSnapshot[];
}

export interface ChartText {
  text: string;
  isVisible: boolean;
}

export interface ChartAxisSnapshot {
  title: ChartText;
  isVisible: boolean;
  /** The first category is at the far end. */
  isReversed: boolean;
  hasGridlines: boolean;
  /** `"General"` also stands for that of the cells. */
  numberFormat: string;
}

export interface ChartSeriesSnapshot {
  /** A text, or the cell it stands in: `"=Sheet1!$B$1"`. */
  name: string;
  /** `"=Sheet1!$B$2:$B$9"`; `""` for none yet. */
  values: string;
  categories: string;
  /** `#RRGGBB`; absent is the workbook's own palette. */
  fill?: string;
  hasDataLabels: boolean;
}

/** The types of `Excel.ChartType` that are modelled. */
export type ChartType =
  | "ColumnClustered"
  | "ColumnStacked"
  | "ColumnStacked100"
  | "BarClustered"
  | "BarStacked"
  | "BarStacked100"
  | "Line"
  | "LineMarkers"
  | "Pie"
  | "Doughnut";

export type LegendPosition = "Top" | "Bottom" | "Left" | "Right" | "Corner";

/** Excel's data validation of some cells, as `Range.dataValidation` gives it. Formulas have their leading `=`. */
export interface Validation {
  rule: ValidationRule;
  ignoreBlanks: boolean;
  prompt: { showPrompt: boolean; title: string; message: string };
  errorAlert: { showAlert: boolean; style: "Stop" | "Warning" | "Information"; title: string; message: string };
}

export type ValidationRule =
  /** Anything may be typed; there is only a prompt. */
  | { type: "None" }
  /** `source`: `"=Sheet1!$A$2:$A$9"`, or the choices with commas between them. */
  | { type: "List"; source: string; inCellDropDown: boolean }
  | { type: "Custom"; formula: string }
  | { type: ComparedType; operator: ValidationOperator; formula1: string; formula2?: string };

export type ComparedType = "WholeNumber" | "Decimal" | "Date" | "Time" | "TextLength";

export type ValidationOperator =
  | "Between"
  | "NotBetween"
  | "EqualTo"
  | "NotEqualTo"
  | "GreaterThan"
  | "LessThan"
  | "GreaterThanOrEqualTo"
  | "LessThanOrEqualTo";

export interface NameSnapshot {
  name: string;
  /** With its leading `=`: `"=Sheet1!$B$2:$B$9"`; `"=#REF!"` after its cells were deleted. */
  formula: string;
  isVisible: boolean;
  comment: string;
  /** Name of the sheet it belongs to; absent for the whole workbook. */
  sheet?: string;
}
