import type { Remote } from "comlink";
import { useEffect, useMemo, useRef } from "react";
import { formatAddress } from "../../host/rules/address";
import type { SheetSide } from "../messages";
import { CellEditor } from "./CellEditor";
import { ColumnHeaders } from "./ColumnHeaders";
import { keyAction } from "./keys";
import { COLUMN_HEADER, layoutOf, ROW, ROW_HEADER } from "./layout";
import { afterKey } from "./moves";
import { Overlay, placeOf } from "./Overlay";
import { cellId, Row, type ShownColumn } from "./Row";
import { areaOf, at, moved } from "./selection";
import { useGridStyles } from "./styles";
import { useDrag } from "./useDrag";
import { useEditing } from "./useEditing";
import { reveal, useScroll } from "./useScroll";
import type { Sheet } from "./useSheet";
import { useViews } from "./useViews";

interface Props {
  readonly host: Remote<SheetSide>;
  readonly sheet: Sheet;
  readonly onRefused: (error: unknown) => void;
}

/** The cells of the sheet in front: only those on the screen are there, however many rows the sheet has. */
export function Grid({ host, sheet, onRefused }: Props) {
  const styles = useGridStyles();
  const { overview, selection, areas, select } = sheet;
  const scroller = useRef<HTMLDivElement>(null);
  const layout = useMemo(() => layoutOf(overview), [overview]);
  const window = useScroll(scroller, layout);
  const rows = useViews(host, layout, window, sheet.version);
  const editor = useEditing(host, overview.activeSheet, onRefused);
  const drag = useDrag(scroller, layout, selection, select);

  const { row: headRow, column: headColumn } = selection.head;
  const { whole } = selection;
  useEffect(() => {
    if (scroller.current && !whole) reveal(scroller.current, layout, { row: headRow, column: headColumn });
    // Not with each new layout: a change of the workbook must not scroll.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [headRow, headColumn, whole, overview.activeSheet]);

  const { firstColumn, lastColumn } = window;
  const columns = useMemo(
    () =>
      layout.columns.visible(firstColumn, lastColumn).flatMap(({ first, last }) =>
        Array.from({ length: last - first + 1 }, (_, i): ShownColumn => {
          const column = first + i;
          return { column, left: ROW_HEADER + layout.columns.offset(column), width: layout.columns.sizeOf(column) };
        }),
      ),
    [layout, firstColumn, lastColumn],
  );
  const shown = layout.rows.visible(window.firstRow - 4, window.lastRow + 4);
  const area = areaOf(selection);

  const onKeyDown = (event: React.KeyboardEvent): void => {
    const action = keyAction(event.nativeEvent, Math.max(1, window.lastRow - window.firstRow - 1));
    if (!action) return;
    event.preventDefault();
    const next = afterKey(action, selection, layout, overview);
    if (next) select(next);
    else if (action.type === "edit") void editor.open(selection.active);
    else if (action.type === "type") editor.begin(selection.active, action.text);
    else void host.user("clear", formatAddress(overview.activeSheet, area)).catch(onRefused);
  };
  const onPaste = (event: React.ClipboardEvent): void => {
    const lines = event.clipboardData
      .getData("text/plain")
      .replace(/\r?\n$/, "")
      .split(/\r?\n/);
    const cells = lines.map((line) => line.split("\t"));
    const width = Math.max(...cells.map((line) => line.length));
    const filled = cells.map((line) => Array.from({ length: width }, (_, i) => line[i] ?? ""));
    void host.user("paste", formatAddress(overview.activeSheet, area), filled).catch(onRefused);
  };
  const finish = (text: string, down: number, right: number): void => {
    editor.finish(text);
    if (down !== 0 || right !== 0) {
      select(moved(at(selection.active), layout, down, right, false));
      scroller.current?.focus({ preventScroll: true });
    }
  };

  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={`Sheet ${overview.activeSheet}`}
      aria-rowcount={layout.rows.count + 1}
      aria-colcount={layout.columns.count + 1}
      aria-multiselectable
      aria-activedescendant={cellId(selection.active.row, selection.active.column)}
      aria-describedby="grid-keys"
      className={styles.scroller}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
      onDoubleClick={() => void editor.open(selection.active)}
      {...drag}
    >
      <div
        role="rowgroup"
        className={styles.content}
        style={{ width: ROW_HEADER + layout.columns.total, height: COLUMN_HEADER + layout.rows.total }}
      >
        <ColumnHeaders columns={columns} areas={areas} />
        {shown.flatMap(({ first, last }) =>
          Array.from({ length: last - first + 1 }, (_, i) => {
            const row = first + i;
            const isSelected = row >= area.row && row < area.row + area.rows;
            return (
              <Row
                key={row}
                row={row}
                top={COLUMN_HEADER + layout.rows.offset(row)}
                columns={columns}
                pieces={rows.get(row) ?? NONE}
                from={isSelected ? area.column : 0}
                to={isSelected ? area.column + area.columns - 1 : -1}
              />
            );
          }),
        )}
        <Overlay layout={layout} areas={areas} active={selection.active} />
        {editor.editing && (
          <CellEditor
            editing={editor.editing}
            place={{ ...placeOf(layout, { ...editor.editing.cell, rows: 1, columns: 1 }), height: ROW }}
            onDone={finish}
            onCancel={() => {
              editor.cancel();
              scroller.current?.focus({ preventScroll: true });
            }}
          />
        )}
      </div>
    </div>
  );
}

const NONE: never[] = [];
