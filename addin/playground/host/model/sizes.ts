import type { Axis, SheetParts } from "./sheetParts";

export const DEFAULT_COLUMN_PIXELS = 64;
export const DEFAULT_ROW_POINTS = 15;

/** Points, as Excel gives sizes to add-ins; columns are kept in pixels (96 to the inch). */
const POINTS_PER_PIXEL = 0.75;

/** From the sheet's corner to where the row or column begins, in points; hidden ones before it take no room. */
export function distanceTo(sheet: SheetParts, axis: Axis, number: number): number {
  const isRows = axis === "rows";
  const usual = usualSize(axis);
  const sizes = sheet.sizes(axis);
  const hidden = sheet.hidden(axis);
  const sizeOf = (size: number): number => (isRows ? size : size * POINTS_PER_PIXEL);
  let distance = number * usual;
  for (const [at, size] of sizes) if (at < number && !hidden.has(at)) distance += sizeOf(size) - usual;
  for (const at of hidden) if (at < number) distance -= usual;
  return distance;
}

/** In points, of a row or column that nobody has set. */
export function usualSize(axis: Axis): number {
  return axis === "rows" ? DEFAULT_ROW_POINTS : DEFAULT_COLUMN_PIXELS * POINTS_PER_PIXEL;
}
