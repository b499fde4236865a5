import { useEffect, useRef, type RefObject } from "react";

/** A dialog gives the focus back a moment after it is gone, in milliseconds with time to spare. */
const RETURN = 50;

/**
 * Where the control that has the focus goes away with what it did, the focus goes to `place` instead of to nowhere, so
 * that the keyboard and a screen reader go on from there. `place` needs `tabIndex={-1}`.
 */
export function useKeptFocus(place: RefObject<HTMLElement | null>): void {
  const focused = useRef<Element | null>(null);
  useEffect(() => {
    const remember = (event: FocusEvent) => (focused.current = event.target as Element);
    const leave = ({ target, relatedTarget }: FocusEvent) => {
      // A control that is taken away loses the focus first: only afterwards is it told from a click elsewhere.
      const forget = () => (target as Element).isConnected && focused.current === target && (focused.current = null);
      if (relatedTarget === null) queueMicrotask(forget);
    };
    document.addEventListener("focusin", remember);
    document.addEventListener("focusout", leave);
    return () => {
      document.removeEventListener("focusin", remember);
      document.removeEventListener("focusout", leave);
    };
  }, []);
  useEffect(() => {
    const last = focused.current;
    const isLost = () => document.activeElement === document.body;
    if (!last || last.isConnected || !isLost()) return;
    const timer = setTimeout(() => isLost() && place.current?.focus(), RETURN);
    return () => clearTimeout(timer);
  });
}
