import { isEntireColumn } from "../../rules/area";
import { checkCellsWritable, checkSheetWritable } from "../../rules/protection";
import type { CellFormat } from "../../workbook";
import { color, text, truth } from "../arguments";
import { invalidArgument } from "../../rules/refusal";
import type { KeptCells } from "../keptReferences";
import type { Session } from "../session";
import { type Property, wireClass, type WireClass } from "../wireClass";
import { cellsOf } from "./rangeRef";
import { displayedText } from "../../rules/displayedText";

/** Points, as Excel gives widths and heights to add-ins; the workbook keeps pixels (96 to the inch). */
const POINTS_PER_PIXEL = 0.75;
const PIXELS_PER_CHARACTER = 7;
const CELL_PADDING_PIXELS = 5;

export const rangeFormatClass: WireClass<KeptCells> = wireClass({
  name: "RangeFormat",
  properties: {
    ColumnWidth: {
      get: (range, { workbook }) =>
        common(
          cellsOf(range).column,
          cellsOf(range).columns,
          (column) => workbook.columnWidth(range.sheet, column) * POINTS_PER_PIXEL,
        ),
      set(range, value, { workbook }) {
        const { column, columns } = cellsOf(range);
        checkSheetWritable(workbook, range.sheet);
        workbook.setColumnWidth(range.sheet, column, columns, Math.round(size(value) / POINTS_PER_PIXEL));
      },
    },
    UseStandardWidth: {
      get(range, { workbook }) {
        const { column, columns } = cellsOf(range);
        const width = common(column, columns, (each) => workbook.columnWidth(range.sheet, each));
        return width === null ? null : workbook.hasStandardWidth(range.sheet, column);
      },
      /** `false` has no effect, as documented. */
      set(range, value, { workbook }) {
        const { column, columns } = cellsOf(range);
        checkSheetWritable(workbook, range.sheet);
        if (truth(value)) workbook.setColumnWidth(range.sheet, column, columns, null);
      },
    },
    RowHeight: {
      get: (range, { workbook }) =>
        common(cellsOf(range).row, cellsOf(range).rows, (row) => workbook.rowHeight(range.sheet, row)),
      set(range, value, { workbook }) {
        checkSheetWritable(workbook, range.sheet);
        workbook.setRowHeight(range.sheet, cellsOf(range).row, cellsOf(range).rows, size(value));
      },
    },
    WrapText: property("wrapText", truth, false),
    HorizontalAlignment: property("horizontalAlignment", text, "General"),
    VerticalAlignment: property("verticalAlignment", text, "Bottom"),
  },
  children: {
    Fill: (range) => rangeFillClass(range),
    Font: (range) => rangeFontClass(range),
    Protection: (range) => formatProtectionClass(range),
  },
  methods: {
    AutofitColumns: (range, _args, session) => autofit(range, session),
    AutofitRows(range, _args, { workbook }) {
      const { row, rows } = cellsOf(range);
      if (rows <= 10_000) workbook.setRowHeight(range.sheet, row, rows, null);
    },
  },
});

export const rangeFillClass: WireClass<KeptCells> = wireClass({
  name: "RangeFill",
  properties: { Color: property("fill", color, "#FFFFFF") },
  methods: {
    Clear: (range, _args, session) => paint(range, { fill: undefined }, session),
  },
});

export const rangeFontClass: WireClass<KeptCells> = wireClass({
  name: "RangeFont",
  properties: {
    Color: property("color", color, "#000000"),
    Bold: property("bold", truth, false),
    Italic: property("italic", truth, false),
    Name: property("fontName", text, "Calibri"),
    Size: property("fontSize", size, 11),
  },
});

export const formatProtectionClass: WireClass<KeptCells> = wireClass({
  name: "FormatProtection",
  properties: { Locked: property("locked", truth, true) },
});

/** A format kept per cell: `fallback` where none is set, null where cells differ. */
function property<K extends keyof CellFormat>(
  key: K,
  read: (value: unknown) => CellFormat[K],
  fallback: CellFormat[K],
): Property<KeptCells> {
  return {
    get(range, { workbook }) {
      const value = workbook.commonFormat(range.sheet, cellsOf(range))[key];
      return value === undefined ? fallback : value;
    },
    set: (range, value, session) => paint(range, { [key]: read(value) }, session),
  };
}

function paint(
  range: KeptCells,
  format: { [Key in keyof CellFormat]: CellFormat[Key] | undefined },
  session: Session,
): void {
  const area = cellsOf(range);
  checkCellsWritable(session.workbook, range.sheet, area);
  session.workbook.paint(range.sheet, area, format);
}

function size(value: unknown): number {
  return typeof value === "number" && value >= 0 && value <= 1000 ? value : invalidArgument("A size is missing.");
}

function common(first: number, count: number, read: (number: number) => number): number | null {
  const value = read(first);
  for (let number = first + 1; number < Math.min(first + count, first + 20_000); number++) {
    if (read(number) !== value) return null;
  }
  return value;
}

/** As wide as the longest of the shown texts, at seven pixels a character. */
function autofit(range: KeptCells, { workbook }: Session): void {
  const area = cellsOf(range);
  const used = workbook.usedArea(range.sheet, true);
  if (!used) return;
  for (let column = area.column; column < Math.min(area.column + area.columns, used.column + used.columns); column++) {
    const cells = isEntireColumn(area) ? { ...used, column, columns: 1 } : { ...area, column, columns: 1 };
    const formats = workbook.readNumberFormats(range.sheet, cells);
    const lengths = workbook
      .readValues(range.sheet, cells)
      .map(
        ([value = ""], row) =>
          displayedText(value, formats[row]?.[0] ?? "General", workbook.culture, workbook.date1904).length,
      );
    const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
    if (longest > 0)
      workbook.setColumnWidth(range.sheet, column, 1, longest * PIXELS_PER_CHARACTER + CELL_PADDING_PIXELS);
  }
}
