import type { CellStyle as FileStyle } from "hucre";
import type { Area, SheetSnapshot } from "../host/snapshot";
import { mergeAreas } from "./areaMerging";
import type { Look } from "./cellStyles";
import { lookOf, styleKey } from "./cellStyles";
import { widthInPixels } from "./columnWidth";
import { readConditionalFormats } from "./conditionalFormats";
import type { Carried } from "./carried";
import { withCarriedIds } from "./carried";
import { assignFormatIds } from "./formatIds";
import type { OpenWorkbook } from "./openWorkbook";
import { parseArea } from "./references";
import type { ReadCells } from "./sheetReading";
import type { ReadTables } from "./tables";
import { readSheetLook } from "./sheetLook";
import { readValidations } from "./validations";
import { isTrue } from "./workbookPart";
import { elements } from "./xml";

/** A sheet of an open file as plain data. `at` is its place among the tabs. */
export function sheetSnapshot(
  { frame, parts, cells: allCells, formats }: OpenWorkbook,
  at: number,
  { tables }: ReadTables,
  carried: Carried,
): SheetSnapshot | null {
  const { name = "", part = "" } = parts.sheets[at] ?? {};
  const sheet = frame.sheets[at];
  const cells = allCells.get(part);
  if (!sheet || !cells) return null;
  const theme = frame.workbook.themeColors ?? [];
  const looks = looksOf(frame.styles, frame.workbook);
  const rules = readConditionalFormats(cells.tail, sheet.conditionalRules ?? [], formats, theme);
  return {
    name,
    visibility: sheet.veryHidden ? "VeryHidden" : sheet.hidden ? "Hidden" : "Visible",
    isProtected: sheet.protection?.sheet === true,
    values: cells.values,
    formulas: cells.formulas,
    numberFormats: propertyAreas(cells.formats, looks, ({ format }) => (format === "General" ? "" : format)).map(
      ({ area, value }) => ({ ...area, format: value.format }),
    ),
    styles: propertyAreas(cells.formats, looks, ({ style }) => (Object.keys(style).length ? styleKey(style) : "")).map(
      ({ area, value }) => ({ ...area, ...value.style }),
    ),
    ...columnsOf(cells.head),
    hiddenRows: cells.hiddenRows,
    merges: (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
      row: startRow,
      column: startCol,
      rows: endRow - startRow + 1,
      columns: endCol - startCol + 1,
    })),
    spills: cells.spills,
    tables: tables.map((table) => withCarriedIds(table, carried)),
    ...readSheetLook(cells.head, cells.tail),
    rowHeights: Object.fromEntries(cells.heights),
    validations: readValidations(cells.tail),
    charts: [],
    conditionalFormats: assignFormatIds(
      rules,
      carried.formatIds.filter((entry) => entry.sheet === name),
      at,
    ),
    filter: filterOf(cells.tail, carried.filtered.sheets.includes(name)),
  };
}

/** The looks of a workbook's formats, by number. */
export function looksOf(styles: readonly FileStyle[], workbook: OpenWorkbook["frame"]["workbook"]): Look[] {
  const theme = workbook.themeColors ?? [];
  const own = lookOf({ font: { color: workbook.defaultFont?.color } }, theme, undefined).style.color;
  return styles.map((style) => lookOf(style, theme, own));
}

/** Areas of equal `property`, an empty one being the default. */
function propertyAreas(
  areas: ReadCells["formats"],
  looks: readonly Look[],
  property: (look: Look) => string,
): { area: Area; value: Look }[] {
  const numbers = new Map<string, number>([["", 0]]);
  const examples: Look[] = [];
  const keys = looks.map((look) => {
    const text = property(look);
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    examples[number] ??= look;
    return number;
  });
  return mergeAreas(areas, (key) => keys[key] ?? 0).flatMap(({ key, ...area }) => {
    const value = examples[key];
    return value ? [{ area, value }] : [];
  });
}

/** A width given to more columns than this is the sheet's default width, not a choice for each of them. */
const MANY_COLUMNS = 1000;

function columnsOf(head: string): Pick<SheetSnapshot, "columnWidths" | "hiddenColumns"> {
  const columnWidths: Record<number, number> = {};
  const hiddenColumns: number[] = [];
  for (const { attributes } of elements(head, "col")) {
    const first = Math.max(1, Number(attributes.get("min") ?? 1));
    const last = Math.min(16_384, Number(attributes.get("max") ?? first));
    const isDefault = last - first >= MANY_COLUMNS || /^(0|false)$/.test(attributes.get("customWidth") ?? "");
    const width = isDefault ? NaN : Number(attributes.get("width") ?? NaN);
    for (let column = first; column <= last; column++) {
      if (isTrue(attributes.get("hidden"))) hiddenColumns.push(column - 1);
      if (width > 0) columnWidths[column - 1] = widthInPixels(width);
    }
  }
  return { columnWidths, hiddenColumns };
}

function filterOf(tail: string, isCarried: boolean): SheetSnapshot["filter"] {
  const filter = [...elements(tail, "autoFilter")][0];
  const area = parseArea(filter?.attributes.get("ref") ?? "");
  if (!filter || !area) return null;
  const hasCriteria = [...elements(filter.inner, "filterColumn")].some(({ inner }) => inner !== "");
  return { ...area, isDataFiltered: hasCriteria || isCarried };
}
