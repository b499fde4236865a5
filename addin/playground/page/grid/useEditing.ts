import type { Remote } from "comlink";
import { useCallback, useState } from "react";
import { formatAddress } from "../../host/rules/address";
import type { SheetSide } from "../messages";
import type { Editing } from "./CellEditor";
import type { Cell } from "./selection";

export interface Editor {
  readonly editing: Editing | null;
  begin(cell: Cell, text: string): void;
  /** With what stands in the cell. */
  open(cell: Cell): Promise<void>;
  /** Takes the text over, if it is another one. */
  finish(text: string): void;
  cancel(): void;
}

/** Editing a cell: meanwhile the workbook is busy, for the pane too, as in Excel. `onRefused` is told what Excel refuses. */
export function useEditing(host: Remote<SheetSide>, sheet: string, onRefused: (error: unknown) => void): Editor {
  const [editing, setEditing] = useState<Editing | null>(null);

  const begin = useCallback(
    (cell: Cell, text: string, isTyping = true) => {
      void host.editCell(true);
      setEditing({ cell, text, isTyping });
    },
    [host],
  );
  const cancel = useCallback(() => {
    void host.editCell(false);
    setEditing(null);
  }, [host]);

  return {
    editing,
    begin,
    open: async (cell) => begin(cell, await host.entry(cell.row, cell.column), false),
    finish(text) {
      const isSame = !editing || (!editing.isTyping && text === editing.text);
      cancel();
      if (isSame) return;
      void host.user("type", formatAddress(sheet, { ...editing.cell, rows: 1, columns: 1 }), text).catch(onRefused);
    },
    cancel,
  };
}
