import type { CellShift } from "./rules/shift";
import type { Culture } from "./rules/culture";
import type {
  Area,
  CellStyle,
  CellValue,
  ChartSnapshot,
  ConditionalFormatSnapshot,
  NameSnapshot,
  PageSnapshot,
  SheetSnapshot,
  TableSnapshot,
  Validation,
} from "./snapshot";

/**
 * What the wire layer needs of a spreadsheet, whoever keeps it: the in-memory one for tests, a grid on a page.
 *
 * Synchronous, zero-based, in plain data. Implementations store and move; Excel's rules about what may be written
 * (typed text, shapes, names, protection) are asked before, in `rules/`. A sheet is known by its id, which outlives renames.
 * Every method may assume that the ids it is given exist and that areas lie on the sheet.
 */
export interface Workbook {
  readonly name: string;
  readonly isReadOnly: boolean;
  /** Sheets may not be added, removed, renamed, moved or hidden. */
  readonly isStructureProtected: boolean;
  readonly isDirty: boolean;
  readonly date1904: boolean;
  readonly culture: Culture;
  readonly calculationMode: "Automatic" | "AutomaticExceptTables" | "Manual";

  /** Runs `work`; the changes it makes are told to listeners as `actor`'s. Without it they are the user's. */
  by<T>(actor: Actor, work: () => T): T;
  /** Called after each change, synchronously. Returns what stops it. */
  onChange(listener: (change: Change) => void): () => void;

  /** The person at this workbook is typing into a cell and has not pressed Enter yet. */
  readonly isEditingCell: boolean;
  setEditingCell(isEditing: boolean): void;

  /** In tab order. */
  sheets(): readonly SheetState[];
  addSheet(name: string): string;
  deleteSheet(sheet: string): void;
  changeSheet(sheet: string, change: SheetChange): void;
  activeSheet(): string;
  activate(sheet: string): void;
  selection(): Selection;
  select(sheet: string, areas: Area[]): void;

  /** The smallest area around everything filled (or, unless `valuesOnly`, formatted); null on an empty sheet. */
  usedArea(sheet: string, valuesOnly: boolean): Area | null;
  readValues(sheet: string, area: Area): CellValue[][];
  /** `Range.formulas`: the formula where there is one, the value elsewhere. */
  readFormulas(sheet: string, area: Area): CellValue[][];
  hasFormulas(sheet: string, area: Area): boolean;
  /** Whether a cell holds a value or a formula: asked for once for many cells of a sheet. */
  filled(sheet: string): (row: number, column: number) => boolean;
  writeCells(sheet: string, area: Area, block: CellBlock): void;
  clear(sheet: string, area: Area, what: "All" | "Contents" | "Formats"): void;
  /** Moves names, tables, merges, spills, formats, rules and filters along. */
  shiftCells(sheet: string, edit: CellShift): void;
  /** Puts row `order[i]` of the area in place `i`, with its formats. */
  reorderRows(sheet: string, area: Area, order: readonly number[]): void;

  readNumberFormats(sheet: string, area: Area): string[][];
  /** The one number format of the area, or null when it has several. */
  commonNumberFormat(sheet: string, area: Area): string | null;
  setNumberFormat(sheet: string, area: Area, format: string): void;
  /** What all cells of the area share; a property on which they differ is null, one that none has is absent. */
  commonFormat(sheet: string, area: Area): CommonFormat;
  paint(sheet: string, area: Area, format: CellFormat): void;
  /** Pieces of the area that have a validation. */
  validationsWithin(sheet: string, area: Area): { area: Area; value: Validation }[];
  /** Null takes it away. */
  setValidation(sheet: string, area: Area, validation: Validation | null): void;
  columnWidth(sheet: string, column: number): number;
  /** Whether a column is as wide as the sheet's columns are that nobody has set. */
  hasStandardWidth(sheet: string, column: number): boolean;
  /** Null gives the columns the sheet's standard width. */
  setColumnWidth(sheet: string, first: number, count: number, pixels: number | null): void;
  rowHeight(sheet: string, row: number): number;
  /** Null gives the rows their automatic height. */
  setRowHeight(sheet: string, first: number, count: number, points: number | null): void;
  /** From the sheet's corner to where a row or column begins, in points; hidden ones before it take no room. */
  distanceTo(sheet: string, axis: "rows" | "columns", number: number): number;
  hiddenRows(sheet: string): ReadonlySet<number>;
  hiddenColumns(sheet: string): ReadonlySet<number>;
  setHidden(sheet: string, axis: "rows" | "columns", first: number, count: number, isHidden: boolean): void;

  merges(sheet: string): readonly Area[];
  setMerges(sheet: string, areas: Area[]): void;
  spills(sheet: string): readonly Area[];
  setSpills(sheet: string, areas: Area[]): void;
  filter(sheet: string): SheetSnapshot["filter"];
  setFilter(sheet: string, filter: SheetSnapshot["filter"]): void;

  tables(): readonly TableState[];
  /** The table's cells are as they are; only the table is new. Returns its id. */
  addTable(sheet: string, table: Omit<TableSnapshot, "id">): string;
  changeTable(id: string, change: Partial<Omit<TableSnapshot, "id">>): void;
  /** With or without its cells' contents. */
  deleteTable(id: string, alsoCells: boolean): void;
  /** Pushes the cells right of the table aside, within the table's rows. Returns the new column's id. */
  insertTableColumn(id: string, index: number, name: string): number;
  deleteTableColumn(id: string, index: number): void;
  /** Counted in the table's body. */
  insertTableRows(id: string, index: number, count: number): void;
  deleteTableRows(id: string, index: number, count: number): void;

  /** The strongest first. */
  conditionalFormats(sheet: string): readonly ConditionalFormatSnapshot[];
  setConditionalFormats(sheet: string, formats: ConditionalFormatSnapshot[]): void;
  /** From the back to the front. */
  charts(sheet: string): readonly ChartSnapshot[];
  setCharts(sheet: string, charts: ChartSnapshot[]): void;
  names(): readonly NameSnapshot[];
  setNames(names: NameSnapshot[]): void;
  settings(): Readonly<Record<string, unknown>>;
  /** `undefined` deletes. */
  putSetting(key: string, value: unknown): void;
}

/** Who changes the workbook. */
export type Actor = "add-in" | "user" | "co-author";

export interface SheetState {
  id: string;
  name: string;
  visibility: SheetSnapshot["visibility"];
  isProtected: boolean;
  tabColor: string;
  showsGridlines: boolean;
  page: PageSnapshot;
  frozenRows: number;
  frozenColumns: number;
}

export type SheetChange = Partial<Omit<SheetState, "id">> & { position?: number };

export interface TableState extends TableSnapshot {
  /** Id of the sheet it stands on. */
  sheet: string;
}

export interface Selection {
  sheet: string;
  areas: readonly Area[];
  /** A chart or a shape is selected, so no cells are. */
  isShape: boolean;
}

/** Cells to write, already read as Excel reads them: `values` has the area's shape, and `null` leaves a cell as it is. */
export interface CellBlock {
  values: (CellValue | null)[][];
  /** Counted from the area's corner; the block's value there is the formula's result. */
  formulas: { row: number; column: number; formula: string }[];
}

/** Formats of a cell; only `CellStyle` survives in a snapshot. */
export interface CellFormat extends CellStyle {
  italic?: boolean;
  fontName?: string;
  fontSize?: number;
  wrapText?: boolean;
  horizontalAlignment?: string;
  verticalAlignment?: string;
  /** False lets a cell be edited while its sheet is protected. */
  locked?: boolean;
}

export type CommonFormat = { [Key in keyof CellFormat]: CellFormat[Key] | null };

export type Change = { actor: Actor } & (
  | { type: "edited"; sheet: string; area: Area; details?: EditDetails }
  | { type: "shifted"; sheet: string; edit: CellShift }
  | { type: "formatted"; sheet: string; area: Area }
  | { type: "selected"; sheet: string; areas: readonly Area[] }
  | { type: "sheetAdded" | "sheetDeleted" | "sheetActivated"; sheet: string }
  | { type: "sheetRenamed"; sheet: string; before: string; after: string }
  | { type: "charts"; sheet: string }
  | { type: "cellEdit"; isEditing: boolean }
  | { type: "settings" }
);

/** Only for an edit of a single cell, as in Excel. */
export interface EditDetails {
  before: CellValue;
  after: CellValue;
}
