import { sheetOf } from "../simpleSnapshot";
import { areaOf } from "../rules/area";
import type {
  ChartSnapshot,
  ConditionalFormatSnapshot,
  SheetSnapshot,
  PageSnapshot,
  TableSnapshot,
  Area,
  Validation,
} from "../snapshot";
import type { CellFormat } from "../workbook";
import { Grid } from "./grid";
import { Regions } from "./regions";

/** Everything one sheet holds in memory. */
export interface MemorySheet {
  readonly id: string;
  name: string;
  visibility: SheetSnapshot["visibility"];
  isProtected: boolean;
  tabColor: string;
  showsGridlines: boolean;
  page: PageSnapshot;
  frozenRows: number;
  frozenColumns: number;
  grid: Grid;
  numberFormats: Regions<string>;
  formats: Regions<CellFormat>;
  columnWidths: Map<number, number>;
  rowHeights: Map<number, number>;
  hiddenRows: Set<number>;
  hiddenColumns: Set<number>;
  merges: Area[];
  spills: Area[];
  tables: TableSnapshot[];
  validations: Regions<Validation>;
  conditionalFormats: ConditionalFormatSnapshot[];
  charts: ChartSnapshot[];
  filter: SheetSnapshot["filter"];
}

export function openSheet(id: string, snapshot: SheetSnapshot): MemorySheet {
  const { name, visibility, isProtected, tabColor, showsGridlines, frozenRows, frozenColumns } = snapshot;
  const { page, merges, spills, tables, validations, conditionalFormats, charts, filter } = copied(snapshot);
  return {
    id,
    name,
    visibility,
    isProtected,
    tabColor,
    showsGridlines,
    page,
    frozenRows,
    frozenColumns,
    grid: new Grid(snapshot.values, snapshot.formulas),
    numberFormats: new Regions(
      snapshot.numberFormats.map(({ format, ...area }) => ({ area: areaOf(area), value: format })),
      (a, b) => a === b,
    ),
    formats: new Regions(snapshot.styles.map(asRegion), isSameFormat),
    columnWidths: new Map(Object.entries(snapshot.columnWidths).map(([column, width]) => [Number(column), width])),
    rowHeights: new Map(Object.entries(snapshot.rowHeights).map(([row, height]) => [Number(row), height])),
    hiddenRows: new Set(snapshot.hiddenRows),
    hiddenColumns: new Set(snapshot.hiddenColumns),
    merges,
    spills,
    tables,
    validations: new Regions(validations.map(asRegion), isSameValidation),
    conditionalFormats,
    charts,
    filter,
  };
}

/** The parts of a snapshot that a workbook holds as they are, so that they must be its own. */
function copied(
  snapshot: SheetSnapshot,
): Pick<
  SheetSnapshot,
  "page" | "merges" | "spills" | "tables" | "validations" | "conditionalFormats" | "charts" | "filter"
> {
  const { page, merges, spills, tables, validations, conditionalFormats, charts, filter } = snapshot;
  return structuredClone({ page, merges, spills, tables, validations, conditionalFormats, charts, filter });
}

export function emptySheet(id: string, name: string): MemorySheet {
  return openSheet(id, sheetOf(name));
}

export function sheetSnapshot(sheet: MemorySheet): SheetSnapshot {
  const ascending = (numbers: Set<number>): number[] => [...numbers].sort((a, b) => a - b);
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    isProtected: sheet.isProtected,
    tabColor: sheet.tabColor,
    showsGridlines: sheet.showsGridlines,
    frozenRows: sheet.frozenRows,
    frozenColumns: sheet.frozenColumns,
    values: sheet.grid.snapshotValues(),
    formulas: sheet.grid.snapshotFormulas(),
    numberFormats: sheet.numberFormats.list.map(({ area, value }) => ({ ...area, format: value })),
    styles: sheet.formats.list.map(({ area, value }) => ({ ...area, ...keptStyle(value) })).filter(hasStyle),
    columnWidths: Object.fromEntries(sheet.columnWidths),
    rowHeights: Object.fromEntries(sheet.rowHeights),
    hiddenRows: ascending(sheet.hiddenRows),
    hiddenColumns: ascending(sheet.hiddenColumns),
    ...structuredClone({
      page: sheet.page,
      merges: sheet.merges,
      spills: sheet.spills,
      tables: sheet.tables,
      validations: sheet.validations.list.map(({ area, value }) => ({ ...area, ...value })),
      conditionalFormats: sheet.conditionalFormats,
      charts: sheet.charts,
      filter: sheet.filter,
    }),
  };
}

export function isSameFormat(a: CellFormat, b: CellFormat): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof CellFormat>; // both are CellFormats
  for (const key of keys) if (a[key] !== b[key]) return false;
  return true;
}

/** Both have their members in the same order. */
function isSameValidation(a: Validation, b: Validation): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function asRegion<T extends Area>({
  row,
  column,
  rows,
  columns,
  ...value
}: T): {
  area: Area;
  value: Omit<T, keyof Area>;
} {
  return { area: { row, column, rows, columns }, value };
}

function keptStyle({ fill, color, bold }: CellFormat): CellFormat {
  return {
    ...(fill !== undefined && { fill }),
    ...(color !== undefined && { color }),
    ...(bold !== undefined && { bold }),
  };
}

const hasStyle = (style: CellFormat): boolean =>
  style.fill !== undefined || style.color !== undefined || style.bold !== undefined;
