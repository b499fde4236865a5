import { useEffect, useRef } from "react";
import { formatArea } from "../../host/rules/address";
import type { Cell } from "./selection";
import { useGridStyles } from "./styles";

/** A cell that is being edited. */
export interface Editing {
  readonly cell: Cell;
  readonly text: string;
  /** Begun by typing over the cell: the arrows then leave it, as in Excel. */
  readonly isTyping: boolean;
}

interface Props {
  readonly editing: Editing;
  readonly place: { left: number; top: number; width: number; height: number };
  /** With where to go next. */
  onDone(text: string, down: number, right: number): void;
  onCancel(): void;
}

/** The box over a cell while it is edited: Enter and Tab take the text over, Escape leaves the cell as it was. */
export function CellEditor({ editing, place, onDone, onCancel }: Props) {
  const styles = useGridStyles();
  const input = useRef<HTMLInputElement>(null);
  const isOver = useRef(false);
  useEffect(() => {
    input.current?.focus();
    input.current?.setSelectionRange(editing.text.length, editing.text.length);
  }, [editing]);

  const done = (down: number, right: number): void => {
    if (isOver.current) return;
    isOver.current = true;
    onDone(input.current?.value ?? "", down, right);
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const next = moveAfter(event.key, event.shiftKey, editing.isTyping);
    if (!next && event.key !== "Escape") return;
    event.preventDefault();
    if (next) return done(...next);
    isOver.current = true;
    onCancel();
  };
  const { cell, text } = editing;
  return (
    <input
      ref={input}
      aria-label={`Cell ${formatArea({ ...cell, rows: 1, columns: 1 })}`}
      className={styles.editor}
      style={{ ...place, width: Math.max(place.width, 8 * text.length + 24) }}
      defaultValue={text}
      spellCheck={false}
      autoComplete="off"
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.stopPropagation()}
      onPaste={(event) => event.stopPropagation()}
      onBlur={() => done(0, 0)}
    />
  );
}

function moveAfter(key: string, isShift: boolean, isTyping: boolean): [down: number, right: number] | null {
  if (key === "Enter") return [isShift ? -1 : 1, 0];
  if (key === "Tab") return [0, isShift ? -1 : 1];
  if (!isTyping) return null;
  if (key === "ArrowDown" || key === "ArrowUp") return [key === "ArrowDown" ? 1 : -1, 0];
  return key === "ArrowRight" || key === "ArrowLeft" ? [0, key === "ArrowRight" ? 1 : -1] : null;
}
