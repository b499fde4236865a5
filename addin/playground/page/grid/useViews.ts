import type { Remote } from "comlink";
import { useEffect, useRef, useState } from "react";
import type { Area } from "../../host/snapshot";
import type { CellView, SheetSide } from "../messages";
import type { Layout } from "./layout";

/** Rows that have been read, by number; each holds cells from column `first` on. */
export type ReadRows = ReadonlyMap<number, { readonly first: number; readonly cells: readonly (CellView | null)[] }[]>;

export interface Window {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** The cells in a window and some around it, read anew whenever `version` changes. */
export function useViews(host: Remote<SheetSide>, layout: Layout, window: Window, version: number): ReadRows {
  const [shown, setShown] = useState<ReadRows>(new Map());
  const asked = useRef(0);
  const arrived = useRef(0);
  const around = JSON.stringify(areasAround(layout, window));
  useEffect(() => {
    const number = ++asked.current;
    void host.views(JSON.parse(around) as Area[]).then((views) => {
      if (number < arrived.current) return; // a later one was faster
      arrived.current = number;
      const rows = new Map<number, { first: number; cells: (CellView | null)[] }[]>();
      for (const { area, cells } of views) {
        cells.forEach((line, i) => {
          const pieces = rows.get(area.row + i) ?? [];
          rows.set(area.row + i, [...pieces, { first: area.column, cells: line }]);
        });
      }
      setShown(rows);
    });
  }, [host, around, version]);
  return shown;
}

/** Whole blocks of rows and columns, so that not every step of scrolling asks. */
function areasAround({ rows, columns }: Layout, window: Window): Area[] {
  const [first, last] = [blockOf(window.firstRow, ROWS, -1), blockOf(window.lastRow, ROWS, 2) - 1];
  const [left, right] = [blockOf(window.firstColumn, COLUMNS, 0), blockOf(window.lastColumn, COLUMNS, 1) - 1];
  return rows.visible(first, last).flatMap((line) =>
    columns.visible(left, right).map((band) => ({
      row: line.first,
      rows: line.last - line.first + 1,
      column: band.first,
      columns: band.last - band.first + 1,
    })),
  );
}

const ROWS = 20;
const COLUMNS = 8;

function blockOf(index: number, size: number, more: number): number {
  return (Math.floor(index / size) + more) * size;
}
