import { type PointerEvent, type RefObject, useRef } from "react";
import { sameArea } from "../../host/rules/area";
import type { Layout } from "./layout";
import { areaOf, type Selection } from "./selection";
import { cellUnder } from "./useScroll";

/** Selecting by pointer: a press begins, Shift and dragging go on; a press on a header takes the whole row or column. */
export function useDrag(
  element: RefObject<HTMLElement | null>,
  layout: Layout,
  selection: Selection,
  select: (selection: Selection) => void,
) {
  const drawn = useRef<Selection | null>(null);
  return {
    onPointerDown(event: PointerEvent) {
      const scroller = element.current;
      if (!scroller || event.button !== 0 || isOnScrollBar(scroller, event)) return;
      const { cell, whole } = cellUnder(scroller, layout, event);
      const isExtending = event.shiftKey && whole === selection.whole;
      const next = isExtending ? { ...selection, head: cell } : { active: cell, head: cell, ...(whole && { whole }) };
      drawn.current = next;
      scroller.setPointerCapture(event.pointerId);
      select(next);
    },
    onPointerMove(event: PointerEvent) {
      const from = drawn.current;
      if (!from || !element.current) return;
      const next = { ...from, head: cellUnder(element.current, layout, event).cell };
      if (sameArea(areaOf(next), areaOf(from))) return;
      drawn.current = next;
      select(next);
    },
    onPointerUp: () => void (drawn.current = null),
    onPointerCancel: () => void (drawn.current = null),
  };
}

function isOnScrollBar(scroller: HTMLElement, { clientX, clientY }: PointerEvent): boolean {
  const { left, top } = scroller.getBoundingClientRect();
  return clientX - left >= scroller.clientWidth || clientY - top >= scroller.clientHeight;
}
