import { act, fireEvent } from "@testing-library/react";

/** Opens all that is folded, and what is folded in that. Menus and lists to choose from stay closed. */
export function unfold(): void {
  for (;;) {
    const folded = document.querySelectorAll("button[aria-expanded=false]:not([aria-haspopup]):not([role])");
    if (folded.length === 0) return;
    act(() => folded.forEach((button) => void fireEvent.click(button))); // of each accordion one at a time
  }
}
