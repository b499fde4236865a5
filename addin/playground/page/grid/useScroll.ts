import { type RefObject, useLayoutEffect, useState } from "react";
import { COLUMN_HEADER, type Layout, ROW_HEADER } from "./layout";
import type { Cell } from "./selection";
import type { Window } from "./useViews";

/** The rows and columns that a scrolled element shows. */
export function useScroll(element: RefObject<HTMLElement | null>, { rows, columns }: Layout): Window {
  const [{ top, left, width, height }, setPlace] = useState({ top: 0, left: 0, width: 800, height: 600 });
  useLayoutEffect(() => {
    const scroller = element.current;
    if (!scroller) return;
    const read = (): void =>
      setPlace({
        top: scroller.scrollTop,
        left: scroller.scrollLeft,
        width: scroller.clientWidth,
        height: scroller.clientHeight,
      });
    const observer = new ResizeObserver(read);
    observer.observe(scroller);
    scroller.addEventListener("scroll", read, { passive: true });
    return () => {
      observer.disconnect();
      scroller.removeEventListener("scroll", read);
    };
  }, [element]);
  return {
    firstRow: rows.at(top),
    lastRow: rows.at(top + height),
    firstColumn: columns.at(left),
    lastColumn: columns.at(left + width),
  };
}

/** Scrolls no further than needed for a cell to be seen whole. */
export function reveal(scroller: HTMLElement, { rows, columns }: Layout, cell: Cell): void {
  const top = rows.offset(cell.row);
  const bottom = top + rows.sizeOf(cell.row) + COLUMN_HEADER;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  else if (bottom > scroller.scrollTop + scroller.clientHeight) scroller.scrollTop = bottom - scroller.clientHeight;
  const left = columns.offset(cell.column);
  const right = left + columns.sizeOf(cell.column) + ROW_HEADER;
  if (left < scroller.scrollLeft) scroller.scrollLeft = left;
  else if (right > scroller.scrollLeft + scroller.clientWidth) scroller.scrollLeft = right - scroller.clientWidth;
}

/** The cell under the pointer; in a header, the whole row or column. */
export function cellUnder(
  scroller: HTMLElement,
  { rows, columns }: Layout,
  { clientX, clientY }: { clientX: number; clientY: number },
): { cell: Cell; whole?: "rows" | "columns" } {
  const box = scroller.getBoundingClientRect();
  const [x, y] = [clientX - box.left - ROW_HEADER, clientY - box.top - COLUMN_HEADER];
  const cell = { row: rows.at(y + scroller.scrollTop), column: columns.at(x + scroller.scrollLeft) };
  if (y < 0) return { cell: { row: rows.at(scroller.scrollTop), column: cell.column }, whole: "columns" };
  return x < 0 ? { cell: { row: cell.row, column: columns.at(scroller.scrollLeft) }, whole: "rows" } : { cell };
}
