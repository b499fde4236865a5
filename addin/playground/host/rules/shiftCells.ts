import type { Area } from "../snapshot";
import type { Workbook } from "../workbook";
import { intersect, SHEET_COLUMNS, SHEET_ROWS } from "./area";
import { checkSheetWritable } from "./protection";
import { refuse } from "./refusal";
import { type CellShift, tears } from "./shift";

/**
 * Inserts or deletes cells. Refused: on a protected sheet, when filled cells would fall off the sheet
 * (`NonBlankCellOffSheet`), when a table or a merged area would be torn, or a table would lose only its header row.
 */
export function shiftCells(workbook: Workbook, sheet: string, edit: CellShift): void {
  checkSheetWritable(workbook, sheet);
  checkShift(workbook, sheet, edit);
  workbook.shiftCells(sheet, edit);
}

/** Only the refusals, for edits that the workbook does itself, such as a table's new column. */
export function checkShift(workbook: Workbook, sheet: string, edit: CellShift, ownTable?: string): void {
  if (edit.shift === "down" || edit.shift === "right") checkRoom(workbook, sheet, edit);
  for (const table of workbook.tables()) {
    if (table.sheet !== sheet || table.id === ownTable) continue;
    const isHeaderOnly =
      edit.shift === "up" &&
      table.hasHeaders &&
      intersect(edit.area, { ...table, rows: 1 }) !== null &&
      edit.area.row + edit.area.rows < table.row + table.rows;
    if (isHeaderOnly || tears(table, edit)) {
      refuse("InsertDeleteConflict", `The operation would shift cells of the table ${table.name}.`);
    }
  }
  for (const merge of workbook.merges(sheet)) {
    if (tears(merge, edit)) refuse("MergedRangeConflict", "The operation would shift a part of a merged area.");
  }
}

function checkRoom(workbook: Workbook, sheet: string, { area, shift }: CellShift): void {
  const used = workbook.usedArea(sheet, true);
  const falling: Area =
    shift === "down" ? { ...area, row: SHEET_ROWS - area.rows } : { ...area, column: SHEET_COLUMNS - area.columns };
  const endangered = used && intersect(used, falling);
  if (!endangered) return;
  const isFilled = workbook.readFormulas(sheet, endangered).some((row) => row.some((cell) => cell !== ""));
  if (isFilled) refuse("NonBlankCellOffSheet", "Cells that are not blank would be pushed off the sheet.");
}
