import { useEffect, useRef, type RefObject } from "react";

/**
 * Where the control that has the focus goes away with what it did, the focus goes to `place` instead of to nowhere, so
 * that the keyboard and a screen reader go on from there. `place` needs `tabIndex={-1}`.
 */
export function useKeptFocus(place: RefObject<HTMLElement | null>): void {
  const focused = useRef<Element | null>(null);
  useEffect(() => {
    const remember = (event: FocusEvent) => (focused.current = event.target as Element);
    const leave = (event: FocusEvent) => {
      if (event.relatedTarget === null && focused.current?.isConnected) focused.current = null; // somebody clicked elsewhere
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
    if (last && !last.isConnected && document.activeElement === document.body) place.current?.focus();
  });
}
