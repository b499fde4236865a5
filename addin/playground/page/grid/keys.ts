/** What a key does in the grid while no cell is edited. */
export type KeyAction =
  | { readonly type: "move"; readonly down: number; readonly right: number; readonly extends: boolean }
  | { readonly type: "edge"; readonly down: number; readonly right: number; readonly extends: boolean }
  | { readonly type: "home"; readonly ofSheet: boolean; readonly extends: boolean }
  | { readonly type: "end"; readonly extends: boolean }
  | { readonly type: "all" | "clear" | "edit" }
  /** Begins to type over the cell. */
  | { readonly type: "type"; readonly text: string };

export interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly isComposing?: boolean;
}

/** `page` is how many rows fit on the screen. Null for a key that is the browser's. */
export function keyAction(event: Key, page: number): KeyAction | null {
  const { key, shiftKey } = event;
  const isCommand = event.ctrlKey || event.metaKey;
  const arrow = ARROWS[key];
  if (arrow && !event.altKey) {
    const [down, right] = arrow;
    return { type: isCommand ? "edge" : "move", down, right, extends: shiftKey };
  }
  if (isCommand) {
    if (key === "Home") return { type: "home", ofSheet: true, extends: shiftKey };
    if (key === "End") return { type: "end", extends: shiftKey };
    return key.toLowerCase() === "a" ? { type: "all" } : null;
  }
  if (event.altKey) return null;
  switch (key) {
    case "Enter":
      return { type: "move", down: shiftKey ? -1 : 1, right: 0, extends: false };
    case "Tab":
      return { type: "move", down: 0, right: shiftKey ? -1 : 1, extends: false };
    case "PageDown":
      return { type: "move", down: page, right: 0, extends: shiftKey };
    case "PageUp":
      return { type: "move", down: -page, right: 0, extends: shiftKey };
    case "Home":
      return { type: "home", ofSheet: false, extends: shiftKey };
    case "Delete":
    case "Backspace":
      return { type: "clear" };
    case "F2":
      return { type: "edit" };
    default:
      return key.length === 1 && !event.isComposing ? { type: "type", text: key } : null;
  }
}

const ARROWS: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};
