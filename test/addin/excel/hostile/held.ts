import { cellText } from "../../../../addin/excel/text";
import { MOST } from "./strings";

/** As much of a text as a cell holds: one character less where an apostrophe goes in front, and no half of a pair at its end. */
export function held(text: string): string {
  const most = cellText(text).startsWith("'") ? MOST - 1 : MOST;
  const cut = text.slice(0, most);
  return text.length > most && /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}
