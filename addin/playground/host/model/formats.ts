import { bounding, cellCount, intersect, WHOLE_SHEET } from "../rules/area";
import type { Area } from "../snapshot";
import type { CellFormat, CommonFormat } from "../workbook";
import type { SheetParts } from "./sheetParts";

export function readNumberFormats(sheet: SheetParts, area: Area): string[][] {
  const rows = Array.from({ length: area.rows }, () => new Array<string>(area.columns).fill("General"));
  for (const { area: piece, value } of sheet.numberFormats.within(area)) {
    for (let row = piece.row - area.row; row < piece.row - area.row + piece.rows; row++) {
      rows[row]?.fill(value, piece.column - area.column, piece.column - area.column + piece.columns);
    }
  }
  return rows;
}

export function commonNumberFormat(sheet: SheetParts, area: Area): string | null {
  let common: string | undefined;
  let covered = 0;
  for (const { area: piece, value } of sheet.numberFormats.within(area)) {
    if (common !== undefined && common !== value) return null;
    common = value;
    covered += cellCount(piece);
  }
  if (common === undefined) return "General";
  return covered === cellCount(area) ? common : null;
}

export function commonFormat(sheet: SheetParts, area: Area): CommonFormat {
  const pieces = [...sheet.formats.within(area)];
  const covered = pieces.reduce((sum, { area: piece }) => sum + cellCount(piece), 0);
  const formats: CellFormat[] = pieces.map(({ value }) => value);
  if (covered < cellCount(area)) formats.push({});
  const keys = new Set(formats.flatMap((format) => Object.keys(format))) as Set<keyof CellFormat>; // keys of CellFormats
  const common: Record<string, unknown> = {};
  for (const key of keys) {
    const [first, ...others] = formats.map((format) => format[key]);
    common[key] = others.every((value) => value === first) ? first : null;
  }
  return common;
}

/** A property given as `undefined` is taken away. */
export function paint(sheet: SheetParts, area: Area, format: CellFormat): void {
  const pieces = [...sheet.formats.within(area)];
  sheet.formatTogether(() => {
    sheet.formats.set(area, withoutUndefined(format));
    for (const { area: piece, value } of pieces) sheet.formats.set(piece, withoutUndefined({ ...value, ...format }));
  });
}

/** Formats on whole rows or columns do not count as use beyond the cells that are filled. */
export function usedArea(sheet: SheetParts, valuesOnly: boolean): Area | null {
  let used = sheet.cells.used();
  if (valuesOnly) return used;
  for (const { area } of [...sheet.numberFormats.list, ...sheet.formats.list]) {
    if (area.rows === WHOLE_SHEET.rows || area.columns === WHOLE_SHEET.columns) continue;
    used = used ? bounding(used, area) : area;
  }
  for (const table of sheet.tables) used = used ? bounding(used, table) : intersect(table, WHOLE_SHEET);
  return used;
}

function withoutUndefined(format: CellFormat): CellFormat | undefined {
  const entries = Object.entries(format).filter(([, value]) => value !== undefined);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
