import type { Area } from "../snapshot";
import type { MemorySheet } from "./sheet";
import type { Regions } from "./regions";

/** Sorting moves whole cells: values, formulas (unchanged text), number formats and formats. */
export function reorderSheetRows(sheet: MemorySheet, area: Area, order: readonly number[]): void {
  sheet.grid.reorder(area, order);
  reorderRegions(sheet.numberFormats, area, order);
  reorderRegions(sheet.formats, area, order);
}

/** Regions as tall as the area are the same in every row, so only the others move. */
function reorderRegions<T>(regions: Regions<T>, area: Area, order: readonly number[]): void {
  const pieces = [...regions.within(area)].filter((piece) => piece.area.rows !== area.rows);
  if (pieces.length === 0) return;
  for (const piece of pieces) regions.set(piece.area, undefined);
  const target = new Map(order.map((from, to) => [from, to]));
  for (const piece of pieces) {
    for (let row = piece.area.row; row < piece.area.row + piece.area.rows; row++) {
      const to = target.get(row - area.row) ?? row - area.row;
      regions.set({ ...piece.area, row: area.row + to, rows: 1 }, piece.value);
    }
  }
}
