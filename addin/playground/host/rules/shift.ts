import type { Area } from "../snapshot";
import { isEntireColumn, isEntireRow, SHEET_COLUMNS, SHEET_ROWS } from "./area";

/** Cells put in (`down`, `right`: the old ones move that way) or taken out (`up`, `left`: what follows moves up). */
export interface CellShift {
  area: Area;
  shift: "down" | "right" | "up" | "left";
}

/**
 * Where an area stands after cells were inserted or deleted; null when all its cells were deleted.
 *
 * It moves only when the edit spans its whole width (or height): an insert beside or through part of it leaves it alone.
 * Cells inserted inside it widen it; cells inserted right before it push it.
 */
export function movedArea(area: Area, edit: CellShift): Area | null {
  const isVertical = edit.shift === "down" || edit.shift === "up";
  if (isVertical ? isEntireColumn(area) : isEntireRow(area)) return area;
  if (!spans(edit.area, area, isVertical)) return area;
  const edited = isVertical ? rowsOf(edit.area) : columnsOf(edit.area);
  const own = isVertical ? rowsOf(area) : columnsOf(area);
  const isInsert = edit.shift === "down" || edit.shift === "right";
  const moved = isInsert ? afterInsert(own, edited) : afterDelete(own, edited);
  const limit = isVertical ? SHEET_ROWS : SHEET_COLUMNS;
  if (!moved || moved.start >= limit) return null;
  const length = Math.min(moved.length, limit - moved.start);
  return isVertical ? { ...area, row: moved.start, rows: length } : { ...area, column: moved.start, columns: length };
}

/** Whether the edit would move one part of the area and not the other (what Excel refuses for tables and merges). */
export function tears(area: Area, edit: CellShift): boolean {
  const isVertical = edit.shift === "down" || edit.shift === "up";
  if (spans(edit.area, area, isVertical)) return false;
  const [own, other] = isVertical ? [columnsOf(area), columnsOf(edit.area)] : [rowsOf(area), rowsOf(edit.area)];
  const isBeside = own.start >= other.start + other.length || own.start + own.length <= other.start;
  const [ownAlong, from] = isVertical ? [rowsOf(area), edit.area.row] : [columnsOf(area), edit.area.column];
  return !isBeside && ownAlong.start + ownAlong.length > from;
}

interface Stretch {
  start: number;
  length: number;
}

const rowsOf = (area: Area): Stretch => ({ start: area.row, length: area.rows });
const columnsOf = (area: Area): Stretch => ({ start: area.column, length: area.columns });

function spans(edited: Area, area: Area, isVertical: boolean): boolean {
  const across = isVertical ? columnsOf : rowsOf;
  const [outer, inner] = [across(edited), across(area)];
  return outer.start <= inner.start && outer.start + outer.length >= inner.start + inner.length;
}

function afterInsert(own: Stretch, added: Stretch): Stretch {
  if (own.start >= added.start) return { ...own, start: own.start + added.length };
  const isInside = own.start + own.length > added.start;
  return isInside ? { ...own, length: own.length + added.length } : own;
}

function afterDelete(own: Stretch, removed: Stretch): Stretch | null {
  const end = own.start + own.length;
  const removedEnd = removed.start + removed.length;
  const kept =
    Math.max(0, Math.min(end, removed.start) - own.start) + Math.max(0, end - Math.max(own.start, removedEnd));
  if (kept === 0) return null;
  if (own.start < removed.start) return { start: own.start, length: kept };
  return { start: own.start >= removedEnd ? own.start - removed.length : removed.start, length: kept };
}
