import type { Regions } from "../model/regions";
import type { Area } from "../snapshot";

/** Formats follow sorted rows. Regions as tall as the area are the same in every row, so only the others move. */
export function reorderRegions<T>(regions: Regions<T>, area: Area, order: readonly number[]): void {
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
