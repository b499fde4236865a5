import { makeStyles } from "@fluentui/react-components";
import { useLayoutEffect, useRef, useSyncExternalStore } from "react";
import type { GridDesk } from "./gridDesk";
import { selectionLine } from "./selectionLine";
import { UNSEEN } from "./unseen";

const useStyles = makeStyles({
  whole: { position: "relative", flexGrow: 1, minWidth: 0, overflow: "hidden", isolation: "isolate" },
  grid: { position: "absolute", inset: 0 },
  unseen: UNSEEN,
});

/** The grid's place on the page. The grid is a canvas: what is selected is also told in words. */
export function Spreadsheet({ grid, place }: { readonly grid: GridDesk; readonly place: HTMLElement }) {
  const styles = useStyles();
  const around = useRef<HTMLDivElement>(null);
  const line = useSyncExternalStore(grid.onSelection, () => selectionLine(grid.workbook));
  useLayoutEffect(() => around.current?.append(place), [place]);
  return (
    <main className={styles.whole} aria-label="Spreadsheet">
      <div ref={around} className={styles.grid} />
      <output className={styles.unseen} aria-label="Selection">
        {line}
      </output>
    </main>
  );
}
