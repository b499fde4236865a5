import type { Area, CellValue } from "../snapshot";
import type { CellBlock, Workbook } from "../workbook";
import { intersect } from "./area";
import type { Culture } from "./culture";
import { checkCellsWritable } from "./protection";
import { invalidArgument } from "./refusal";
import { breakSpills } from "./spill";
import { typeText } from "./typedText";

export interface WriteOptions {
  /** How texts are read: en-US for an add-in ("locale-shaped strings are stored as text"), the workbook's for a user. */
  culture: Culture;
  thisYear: number;
  /** `"visible-only"` puts the rows of the values one after another into rows that are not hidden. */
  filteredWrites: "all" | "visible-only";
}

/**
 * What assigning `values` or `formulas` to a range does, and typing or pasting too: each text is read as typed.
 *
 * `values` is a two-dimensional array of the area's shape, or one value for all cells. `null` leaves a cell alone, `""`
 * empties it. Refused before anything is written: another shape, other types, texts too long, locked cells.
 */
export function writeCells(
  workbook: Workbook,
  sheet: string,
  area: Area,
  values: unknown,
  options: WriteOptions,
): void {
  const rows = asRows(values, area);
  checkCellsWritable(workbook, sheet, area);
  const { block, formats } = readTyped(workbook, sheet, area, rows, options);
  dropMergedCells(workbook, sheet, area, block);
  const placed = options.filteredWrites === "visible-only" ? skipHiddenRows(workbook, sheet, area, block) : block;
  breakSpills(workbook, sheet, area, placed.values);
  workbook.writeCells(sheet, area, placed);
  for (const { row, column, format } of formats) {
    workbook.setNumberFormat(sheet, { row: area.row + row, column: area.column + column, rows: 1, columns: 1 }, format);
  }
}

function asRows(values: unknown, area: Area): unknown[][] {
  if (!Array.isArray(values)) {
    return Array.from({ length: area.rows }, () => new Array<unknown>(area.columns).fill(values));
  }
  const isShaped =
    values.length === area.rows && values.every((row) => Array.isArray(row) && row.length === area.columns);
  if (!isShaped) {
    invalidArgument(
      `The number of rows or columns in the input array doesn't match the size or dimensions of the range (${area.rows} x ${area.columns}).`,
    );
  }
  return values as unknown[][]; // every row was seen to be an array
}

interface Typed {
  block: CellBlock;
  formats: { row: number; column: number; format: string }[];
}

function readTyped(workbook: Workbook, sheet: string, area: Area, rows: unknown[][], options: WriteOptions): Typed {
  const common = workbook.commonNumberFormat(sheet, area);
  const numberFormats = common === null ? workbook.readNumberFormats(sheet, area) : null;
  const context = { culture: options.culture, date1904: workbook.date1904, thisYear: options.thisYear };
  const typed: Typed = { block: { values: [], formulas: [] }, formats: [] };
  rows.forEach((cells, row) => {
    const line: (CellValue | null)[] = new Array<CellValue | null>(area.columns).fill(null);
    for (let column = 0; column < area.columns; column++) {
      const cell = cells[column];
      if (cell === null || cell === undefined) continue;
      if (typeof cell === "number" || typeof cell === "boolean") line[column] = cell;
      else if (typeof cell !== "string") invalidArgument("A cell takes a number, a text, true, false or null.");
      else if (cell === "") line[column] = "";
      else {
        const format = common ?? numberFormats?.[row]?.[column] ?? "General";
        const { value, formula, format: typedFormat } = typeText(cell, format, context);
        line[column] = value;
        if (formula !== undefined) typed.block.formulas.push({ row, column, formula });
        if (typedFormat !== undefined && format === "General") typed.formats.push({ row, column, format: typedFormat });
      }
    }
    typed.block.values.push(line);
  });
  return typed;
}

/** In a merged area only the top left cell keeps what is written. */
function dropMergedCells(workbook: Workbook, sheet: string, area: Area, block: CellBlock): void {
  for (const merge of workbook.merges(sheet)) {
    const shared = intersect(merge, area);
    if (!shared) continue;
    for (let row = shared.row; row < shared.row + shared.rows; row++) {
      for (let column = shared.column; column < shared.column + shared.columns; column++) {
        const line = block.values[row - area.row];
        if (line && (row !== merge.row || column !== merge.column)) line[column - area.column] = null;
      }
    }
    block.formulas = block.formulas.filter(
      (cell) => block.values[cell.row]?.[cell.column] !== null && block.values[cell.row]?.[cell.column] !== undefined,
    );
  }
}

function skipHiddenRows(workbook: Workbook, sheet: string, area: Area, block: CellBlock): CellBlock {
  const hidden = workbook.hiddenRows(sheet);
  const targets: number[] = [];
  for (let row = 0; row < area.rows; row++) if (!hidden.has(area.row + row)) targets.push(row);
  const values = block.values.map((line) => line.map((): CellValue | null => null));
  targets.forEach((target, index) => (values[target] = block.values[index] ?? []));
  const formulas = block.formulas.flatMap((cell) => {
    const row = targets[cell.row];
    return row === undefined ? [] : [{ ...cell, row }];
  });
  return { values, formulas };
}
