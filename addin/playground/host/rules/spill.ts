import type { Area, CellValue } from "../snapshot";
import type { Workbook } from "../workbook";
import { cellAt, intersect, subtract } from "./area";

/**
 * Before a write: a spilled array whose fill cells are written over shows `#SPILL!` in its anchor and nothing elsewhere;
 * one whose anchor is written over is gone.
 */
export function breakSpills(workbook: Workbook, sheet: string, area: Area, values: (CellValue | null)[][]): void {
  const spills = workbook.spills(sheet);
  if (spills.length === 0) return;
  const kept = spills.filter((spill) => {
    const shared = intersect(spill, area);
    if (!shared || !writesAny(shared, area, values)) return true;
    const anchor = cellAt(spill.row, spill.column);
    const isAnchorWritten = writesAny(anchor, area, values);
    for (const fill of subtract(spill, anchor)) workbook.clear(sheet, fill, "Contents");
    if (!isAnchorWritten) blockAnchor(workbook, sheet, anchor);
    return false;
  });
  workbook.setSpills(sheet, kept);
}

function blockAnchor(workbook: Workbook, sheet: string, anchor: Area): void {
  const formula = String(workbook.readFormulas(sheet, anchor)[0]?.[0] ?? "");
  workbook.writeCells(sheet, anchor, { values: [["#SPILL!"]], formulas: [{ row: 0, column: 0, formula }] });
}

/** Blanks do not block a spill. */
function writesAny(cells: Area, area: Area, values: (CellValue | null)[][]): boolean {
  const shared = intersect(cells, area);
  if (!shared) return false;
  for (let row = shared.row; row < shared.row + shared.rows; row++) {
    for (let column = shared.column; column < shared.column + shared.columns; column++) {
      const value = values[row - area.row]?.[column - area.column] ?? null;
      if (value !== null && value !== "") return true;
    }
  }
  return false;
}
