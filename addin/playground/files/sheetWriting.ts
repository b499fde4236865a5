import type { Area, CellStyle, CellValue, SheetSnapshot } from "../host/snapshot";
import { RowAreas } from "./areaMerging";
import { formulaForFile } from "./formulaText";
import { MAX_CELL_TEXT } from "./limits";
import { areaName, cellName, columnLetters, contains } from "./references";
import type { SharedStrings } from "./sharedStrings";
import type { ReadCells } from "./sheetReading";
import type { StylePalette } from "./stylePalette";
import { encodeCellText, encodeXml } from "./xml";

/** What the cells of all sheets share while a workbook is written. */
export interface CellWriting {
  palette: StylePalette;
  strings: SharedStrings;
}

/**
 * The rows of a sheet part, one piece each: values, formulas with their last results, formats. `original` is the same
 * sheet of an original file, whose formats are kept by place.
 * Refused with a `RangeError`: text longer than Excel takes.
 */
export function* rowsXml(sheet: SheetSnapshot, shared: CellWriting, original?: ReadCells): Generator<string> {
  const size = usedSize(sheet, original);
  const base = new RowAreas(original?.formats ?? []);
  const formats = new RowAreas(sheet.numberFormats);
  const styles = new RowAreas(sheet.styles);
  const formulas = byRow(sheet.formulas);
  const headers = headersByRow(sheet);
  const hidden = new Set(sheet.hiddenRows);

  for (let row = 0; row < size.rows; row++) {
    const values = sheet.values[row] ?? [];
    const rowFormulas = formulas.get(row);
    const rowHeaders = headers.get(row);
    const numbers = rowStyles(row);
    let cells = "";
    for (let column = 0; column < Math.max(numbers.length, values.length, size.formulaColumns); column++) {
      const style = numbers[column] ?? 0;
      const value = rowHeaders?.get(column) ?? values[column] ?? "";
      const formula = rowFormulas?.get(column);
      if (formula === undefined && value === "" && style === 0) continue;
      const tag = `<c r="${columnLetters(column)}${row + 1}"${style ? ` s="${style}"` : ""}`;
      cells +=
        formula === undefined ? tag + plainCell(value, shared.strings) : tag + formulaCell(formula, value, row, column);
    }
    const height = sheet.rowHeights[row];
    const flags = (height ? ` ht="${height}" customHeight="1"` : "") + (hidden.has(row) ? ' hidden="1"' : "");
    if (cells || flags) yield `<row r="${row + 1}"${flags}>${cells}</row>`;
  }

  /** Format numbers by column, as far as some area reaches. */
  function rowStyles(row: number): number[] {
    const own = base.at(row);
    const painted = styles.at(row);
    const numbered = formats.at(row);
    if (own.length + painted.length + numbered.length === 0) return [];
    const width = Math.max(...[...own, ...painted, ...numbered].map((area) => area.column + area.columns));
    return Array.from({ length: Math.min(width, size.columns) }, (_, column) =>
      shared.palette.number(
        crossing(own, column)?.key ?? 0,
        crossing(numbered, column)?.format ?? "General",
        crossing(painted, column) ?? PLAIN,
      ),
    );
  }

  function formulaCell(formula: string, value: CellValue, row: number, column: number): string {
    const table = sheet.tables.find((candidate) => contains(candidate, row, column))?.name;
    const text = encodeCellText(formulaForFile(formula.replace(/^=/, ""), table));
    const spill = sheet.spills.find((area) => area.row === row && area.column === column);
    const open = spill ? `<f t="array" ref="${areaName(spill)}">` : "<f>";
    return `${spill ? ' cm="1"' : ""}${resultType(value)}>${open}${text}</f>${resultXml(value)}</c>`;
  }
}

const PLAIN: CellStyle = {};

function crossing<A extends Area>(areas: readonly A[], column: number): A | undefined {
  return areas.find((area) => column >= area.column && column < area.column + area.columns);
}

/** Formats of more rows or columns than this reach only as far as the sheet is used: whole columns, whole rows. */
const MANY_ROWS = 100_000;
const MANY_COLUMNS = 1_000;

function usedSize(sheet: SheetSnapshot, original: ReadCells | undefined) {
  let rows = sheet.values.length;
  let columns = 0;
  let formulaColumns = 0;
  for (const values of sheet.values) columns = Math.max(columns, values.length);
  for (const { row, column } of sheet.formulas) {
    rows = Math.max(rows, row + 1);
    formulaColumns = Math.max(formulaColumns, column + 1);
  }
  for (const row of sheet.hiddenRows) rows = Math.max(rows, row + 1);
  for (const row of Object.keys(sheet.rowHeights)) rows = Math.max(rows, Number(row) + 1);
  for (const area of [...sheet.tables, ...sheet.numberFormats, ...sheet.styles, ...(original?.formats ?? [])]) {
    if (area.rows <= MANY_ROWS) rows = Math.max(rows, area.row + area.rows);
    if (area.columns <= MANY_COLUMNS) columns = Math.max(columns, area.column + area.columns);
  }
  return { rows, columns: Math.max(columns, formulaColumns), formulaColumns };
}

/** Excel repairs a file whose table headers differ from the names of the columns, and keeps headers as text. */
function headersByRow(sheet: SheetSnapshot): Map<number, Map<number, string>> {
  const found = new Map<number, Map<number, string>>();
  for (const table of sheet.tables) {
    if (!table.hasHeaders) continue;
    const row = found.get(table.row) ?? new Map<number, string>();
    table.columnNames.forEach(({ name }, i) => row.set(table.column + i, name));
    found.set(table.row, row);
  }
  return found;
}

function byRow(formulas: SheetSnapshot["formulas"]): Map<number, Map<number, string>> {
  const rows = new Map<number, Map<number, string>>();
  for (const { row, column, formula } of formulas) {
    const cells = rows.get(row) ?? new Map<number, string>();
    rows.set(row, cells.set(column, formula));
  }
  return rows;
}

/** The rest of a cell's element after its place and format. */
function plainCell(value: CellValue, strings: SharedStrings): string {
  if (value === "") return "/>";
  if (typeof value === "string" && !ERRORS.has(value)) {
    if (value.length > MAX_CELL_TEXT) throw new RangeError(`a cell holds ${MAX_CELL_TEXT} characters at most`);
    return ` t="s"><v>${strings.add(value)}</v></c>`;
  }
  return `${resultType(value)}>${resultXml(value)}</c>`;
}

function resultType(value: CellValue): string {
  if (typeof value === "boolean") return ' t="b"';
  if (typeof value === "number") return Number.isFinite(value) ? "" : ' t="e"';
  return ERRORS.has(value) ? ' t="e"' : ' t="str"';
}

function resultXml(value: CellValue): string {
  if (typeof value === "boolean") return `<v>${value ? 1 : 0}</v>`;
  // Excel has no NaN and no infinity: it shows #NUM! for both.
  if (typeof value === "number") return `<v>${Number.isFinite(value) ? value + 0 : "#NUM!"}</v>`;
  return ERRORS.has(value) ? `<v>${encodeXml(value)}</v>` : `<v>${encodeCellText(value)}</v>`;
}

/** The errors that files know. Newer ones (#SPILL!, #CALC!) are written as text and come back with recalculation. */
const ERRORS = new Set(["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA"]);

/** From A1 to the last cell, as the `dimension` of a sheet part. */
export function dimension(sheet: SheetSnapshot): string {
  const { rows, columns } = usedSize(sheet, undefined);
  return rows * columns === 0 ? "A1" : `A1:${cellName(rows - 1, columns - 1)}`;
}
