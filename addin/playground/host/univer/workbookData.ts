import {
  BooleanNumber,
  type ICellData,
  type IColumnData,
  type IObjectMatrixPrimitiveType,
  type IRowData,
  type IStyleData,
  type IWorkbookData,
  type IWorksheetData,
  LocaleType,
} from "@univerjs/core";
import { isEntireColumn, isEntireRow } from "../rules/area";
import type { Area, SheetSnapshot } from "../snapshot";
import { contentOf } from "./cellData";
import { PIXELS_PER_POINT } from "./lines";
import { rangeOf } from "./ranges";
import { SMALLEST_GRID } from "./shiftGrid";
import { formatPatch, numberFormatPatch, patched, type StylePatch } from "./styles";
import { DEFAULT_COLUMN_PIXELS, DEFAULT_ROW_POINTS } from "../model/sizes";

/** A workbook as Univer opens it, without its tables, rules and names. */
export function workbookData(id: string, name: string, sheets: readonly [id: string, SheetSnapshot][]): IWorkbookData {
  const styles = new StyleIds();
  return {
    id,
    name,
    appVersion: "",
    locale: LocaleType.EN_US,
    sheetOrder: sheets.map(([sheet]) => sheet),
    sheets: Object.fromEntries(sheets.map(([sheet, snapshot]) => [sheet, sheetData(sheet, snapshot, styles)])),
    styles: styles.all,
  };
}

/** One sheet of it; styles are named by `styles`. */
export function sheetData(id: string, snapshot: SheetSnapshot, styles: StyleIds): IWorksheetData {
  const { values, frozenRows, frozenColumns } = snapshot;
  const cellData = cellsOf(snapshot);
  const rowData: Record<number, Partial<IRowData>> = {};
  const columnData: Record<number, Partial<IColumnData>> = {};
  const lines = { cellData, rowData, columnData };
  for (const { format, ...area } of snapshot.numberFormats) paint(lines, area, numberFormatPatch(format), styles);
  for (const { fill, color, bold, ...area } of snapshot.styles) {
    const { bg, cl, bl } = formatPatch({
      ...(fill !== undefined && { fill }),
      ...(color !== undefined && { color }),
      ...(bold !== undefined && { bold }),
    });
    paint(lines, area, { bg: bg ?? null, cl: cl ?? null, bl: bl ?? null }, styles);
  }
  for (const [column, width] of Object.entries(snapshot.columnWidths)) lineOf(columnData, column).w = width;
  for (const [row, height] of Object.entries(snapshot.rowHeights)) {
    Object.assign(lineOf(rowData, row), { h: height * PIXELS_PER_POINT, ia: BooleanNumber.FALSE });
  }
  for (const row of snapshot.hiddenRows) lineOf(rowData, row).hd = BooleanNumber.TRUE;
  for (const column of snapshot.hiddenColumns) lineOf(columnData, column).hd = BooleanNumber.TRUE;
  const widest = values.reduce((most, line) => Math.max(most, line.length), 0);
  const inTables = Math.max(0, ...snapshot.tables.map((table) => table.row + table.rows));
  return {
    id,
    name: snapshot.name,
    tabColor: snapshot.tabColor,
    hidden: snapshot.visibility === "Visible" ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    freeze: {
      startRow: frozenRows > 0 ? frozenRows : -1,
      startColumn: frozenColumns > 0 ? frozenColumns : -1,
      ySplit: frozenRows,
      xSplit: frozenColumns,
    },
    rowCount: Math.max(SMALLEST_GRID.rows, values.length + 100, lastOf(cellData), inTables),
    columnCount: Math.max(SMALLEST_GRID.columns, widest + 10),
    zoomRatio: 1,
    scrollTop: 0,
    scrollLeft: 0,
    defaultColumnWidth: DEFAULT_COLUMN_PIXELS,
    defaultRowHeight: DEFAULT_ROW_POINTS * PIXELS_PER_POINT,
    defaultStyle: { ff: "Arial", fs: 10 },
    mergeData: snapshot.merges.map(rangeOf),
    cellData,
    rowData: rowData as IWorksheetData["rowData"],
    columnData,
    rowHeader: { width: 46 },
    columnHeader: { height: 20 },
    showGridlines: snapshot.showsGridlines ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    rightToLeft: BooleanNumber.FALSE,
  };
}

/** Names for styles, the same for the same. */
export class StyleIds {
  readonly all: Record<string, IStyleData> = {};
  readonly #ids = new Map<string, string>();
  /** By the name that a cell has and the patch that it gets. */
  readonly #patched = new Map<StylePatch, Map<string, string>>();

  patch(id: string, patch: StylePatch): string {
    const known = this.#patched.get(patch) ?? new Map<string, string>();
    this.#patched.set(patch, known);
    const next = known.get(id) ?? this.#name(patched(this.all[id], patch));
    known.set(id, next);
    return next;
  }

  #name(style: IStyleData): string {
    const text = JSON.stringify(style);
    const id = this.#ids.get(text) ?? `style-${this.#ids.size + 1}`;
    this.#ids.set(text, id);
    this.all[id] = style;
    return id;
  }
}

type CellData = IObjectMatrixPrimitiveType<ICellData>;

function cellsOf({ values, formulas }: SheetSnapshot): CellData {
  const cells: CellData = {};
  values.forEach((line, row) => {
    const stored: Record<number, ICellData> = {};
    line.forEach((value, column) => {
      if (value !== "") stored[column] = contentOf(value);
    });
    if (line.length > 0) cells[row] = stored;
  });
  for (const { row, column, formula } of formulas) {
    const line = (cells[row] ??= {});
    line[column] = { ...line[column], f: formula };
  }
  return cells;
}

interface Lines {
  cellData: CellData;
  rowData: Record<number, Partial<IRowData>>;
  columnData: Record<number, Partial<IColumnData>>;
}

function paint({ cellData, rowData, columnData }: Lines, area: Area, patch: StylePatch, styles: StyleIds): void {
  const painted = (line: { s?: ICellData["s"] }): void => {
    line.s = styles.patch(typeof line.s === "string" ? line.s : "", patch);
  };
  if (isEntireColumn(area)) return eachOf(area.column, area.columns, (column) => painted(lineOf(columnData, column)));
  if (isEntireRow(area)) return eachOf(area.row, area.rows, (row) => painted(lineOf(rowData, row)));
  eachOf(area.row, area.rows, (row) => {
    const line = (cellData[row] ??= {});
    eachOf(area.column, area.columns, (column) => painted((line[column] ??= {})));
  });
}

function eachOf(first: number, count: number, work: (number: number) => void): void {
  for (let number = first; number < first + count; number++) work(number);
}

function lineOf<T extends object>(lines: Record<number, T>, number: number | string): T {
  return (lines[Number(number)] ??= {} as T); // every part of a line may be absent
}

const lastOf = (cells: CellData): number =>
  Object.keys(cells).reduce((last, row) => Math.max(last, Number(row) + 1), 0);
