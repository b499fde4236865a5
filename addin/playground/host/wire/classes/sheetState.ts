import { refuse } from "../../rules/refusal";
import type { SheetState } from "../../workbook";
import type { Session } from "../session";

/** The sheet, or `ItemNotFound` when it was deleted in the meantime. */
export function sheetState(id: string, session: Session): SheetState {
  const sheet = session.workbook.sheets().find((other) => other.id === id);
  return sheet ?? refuse("ItemNotFound", "The worksheet does not exist.");
}
