import { useEffect, useState } from "react";
import type { Source } from "../../excel/source";
import type { Unwatch } from "../../excel/watch";
import { usePane } from "../app/PaneContext";

/** Who moves through the rows with an arrow key rests on one of them for longer. */
const SETTLED_MS = 150;

/**
 * The row of a source, from 0 below the header, that was last selected in the sheet or chosen here; null where none is. Where
 * Excel tells of no selection, what is chosen here is shown all the same.
 */
export function useSelectedRow(source: Source): [row: number | null, choose: (row: number) => void] {
  const { tiering } = usePane().services;
  const [row, setRow] = useState<number | null>(null);
  const { sheet, headerRow, rows } = source;
  const place = `${sheet.id} ${headerRow} ${rows}`;
  useEffect(() => {
    let stop: Unwatch | null = null;
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = (next: number | null) => {
      clearTimeout(timer);
      if (!isOver) timer = setTimeout(() => setRow(next), SETTLED_MS);
    };
    void tiering.watchSelection(source, settle).then((watching) => {
      if (!watching.ok) return;
      if (isOver) void watching.value();
      else stop = watching.value;
    });
    return () => {
      isOver = true;
      clearTimeout(timer);
      void stop?.();
    };
  }, [tiering, place]); // a source that is read again at the same place is watched already
  return [row, setRow];
}
