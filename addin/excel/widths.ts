import * as z from "zod";
import type { CellValue } from "../../engine/index";
import { ownCells } from "./cells";
import type { ColumnMark } from "./record";
import type { Source } from "./source";

/**
 * Widths of sheet columns, in points as Excel gives them to add-ins. Only a new column of ours is ever widened, and none
 * is narrowed; undo gives the sheet column the width it had, unless somebody has changed it since.
 */

/** A sheet column that a run makes wider. */
export const widening = z.strictObject({
  before: z.number(),
  /** Whether `before` was the sheet's standard width, which a column follows when that changes. */
  wasStandard: z.boolean(),
  after: z.number(),
});
export type Widening = z.output<typeof widening>;

/** How wide the column of a cell is. */
export interface Width {
  readonly points: number;
  readonly isStandard: boolean;
}

const POINTS_PER_PIXEL = 0.75;
/** Width of a digit of Calibri 11, and what Excel leaves free beside a text (ECMA-376 part 1, 18.3.1.13). */
const PIXELS_PER_CHARACTER = 7;
const PADDING_PIXELS = 5;
/** Of a table's header. */
const BUTTON_PIXELS = 20;
const MOST_PIXELS = 240;
/** A number is never cut, but shown as ##### where it has no room: a date has so many. */
const NUMBER_CHARACTERS = 10;
/** Excel rounds widths to the screen's pixels: less than this apart, they are the same. */
const TOLERANCE_POINTS = 1;

/**
 * Points that a column needs for its header and its longest label. One character is to spare, because letters can be
 * wider than digits: "Commercial" takes 71 pixels in Calibri 11, not 70.
 */
export function neededWidth(header: string, labels: readonly CellValue[], hasButton: boolean): number {
  const pixelsOf = (characters: number) => (characters + 1) * PIXELS_PER_CHARACTER + PADDING_PIXELS;
  let pixels = pixelsOf([...header].length) + (hasButton ? BUTTON_PIXELS : 0);
  for (const label of labels) {
    if (pixels >= MOST_PIXELS) break;
    const characters = typeof label === "string" ? [...label.slice(0, MOST_PIXELS)].length : NUMBER_CHARACTERS;
    pixels = Math.max(pixels, pixelsOf(characters));
  }
  return Math.min(MOST_PIXELS, pixels) * POINTS_PER_PIXEL;
}

/** What to do about a column that is `now` so wide; null where that suffices, or where the column is hidden. */
export function wideningTo(needed: number, now: Width | null): Widening | null {
  if (!now || now.points + TOLERANCE_POINTS >= needed) return null;
  return { before: now.points, wasStandard: now.isStandard, after: needed };
}

/** Asks how wide the columns of some cells are; the answer, after the next sync, has null for a hidden column. */
export function askWidths(cells: readonly Excel.Range[]): () => (Width | null)[] {
  for (const cell of cells) cell.load("columnHidden, format/columnWidth, format/useStandardWidth");
  return () =>
    cells.map(({ columnHidden, format }) =>
      columnHidden ? null : { points: format.columnWidth, isStandard: format.useStandardWidth },
    );
}

/** Queues the widening of new columns, wherever they stand by now. */
export function widen(context: Excel.RequestContext, source: Source, columns: readonly Widened[]): void {
  for (const { mark, width } of columns) {
    if (mark && width) ownCells(context, source, mark, -1, 1).format.columnWidth = width.after;
  }
}

export interface Widened {
  readonly mark: ColumnMark | null;
  readonly width?: Widening | undefined;
}

/** Gives the column of a cell the width it had, if it is still as wide as we made it. Queued. */
export function narrowBack({ format }: Excel.Range, { before, wasStandard, after }: Widening, now: Width | null): void {
  if (!now || Math.abs(now.points - after) > TOLERANCE_POINTS) return;
  if (wasStandard) format.useStandardWidth = true;
  else format.columnWidth = before;
}
