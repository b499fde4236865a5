import type { Area } from "../snapshot";
import type { Workbook } from "../workbook";
import { refuse } from "./refusal";

/** Refuses to change cells of a read-only workbook, and locked cells of a protected sheet (all cells are locked until unlocked). */
export function checkCellsWritable(workbook: Workbook, sheet: string, area: Area): void {
  checkWorkbookWritable(workbook);
  if (!isProtected(workbook, sheet)) return;
  if (workbook.commonFormat(sheet, area).locked !== false) {
    refuse("AccessDenied", "The sheet is protected, and the cells are locked.");
  }
}

/** Refuses inserts, deletes, formats, tables and rules on a protected sheet. */
export function checkSheetWritable(workbook: Workbook, sheet: string): void {
  checkWorkbookWritable(workbook);
  if (isProtected(workbook, sheet)) refuse("AccessDenied", "The sheet is protected.");
}

/** Refuses adding, deleting, renaming, moving and hiding sheets while the workbook's structure is protected. */
export function checkStructureWritable(workbook: Workbook): void {
  checkWorkbookWritable(workbook);
  if (workbook.isStructureProtected) refuse("AccessDenied", "The structure of the workbook is protected.");
}

export function checkWorkbookWritable(workbook: Workbook): void {
  if (workbook.isReadOnly) refuse("AccessDenied", "The workbook is open for reading only.");
}

function isProtected(workbook: Workbook, sheet: string): boolean {
  return workbook.sheets().find(({ id }) => id === sheet)?.isProtected ?? false;
}
