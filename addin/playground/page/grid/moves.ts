import type { Overview } from "../messages";
import type { KeyAction } from "./keys";
import type { Layout } from "./layout";
import { at, type Cell, moved, type Selection, selectionOf } from "./selection";

/** Where a key takes the selection; null where it does something else. */
export function afterKey(action: KeyAction, from: Selection, layout: Layout, overview: Overview): Selection | null {
  const last: Cell = { row: Math.max(0, overview.rows - 1), column: Math.max(0, overview.columns - 1) };
  const to = (cell: Cell, isExtending: boolean): Selection => (isExtending ? { ...from, head: cell } : at(cell));
  const start = "extends" in action && action.extends ? from.head : from.active;
  switch (action.type) {
    case "move":
      return moved(from, layout, action.down, action.right, action.extends);
    case "edge": {
      const row = edge(start.row, last.row, action.down);
      return to({ row, column: edge(start.column, last.column, action.right) }, action.extends);
    }
    case "home":
      return to({ row: action.ofSheet ? 0 : start.row, column: 0 }, action.extends);
    case "end":
      return to(last, action.extends);
    case "all":
      return selectionOf({ row: 0, column: 0, rows: last.row + 1, columns: last.column + 1 });
    default:
      return null;
  }
}

/** To the first or the last one in use. */
function edge(from: number, last: number, by: number): number {
  if (by === 0) return from;
  return by < 0 ? 0 : Math.max(from, last);
}
