import { isOnSheet } from "../../rules/area";
import { parseAddress } from "../../rules/address";
import { invalidArgument, refuse } from "../../rules/refusal";
import type { Area } from "../../snapshot";
import type { KeptCells } from "../keptReferences";
import type { Session } from "../session";
import type { WireObject } from "../wireClass";
import { rangeClass } from "./range";

/** A range object of the area; refuses what does not fit on a sheet. */
export function rangeOn(sheet: string, area: Area): WireObject {
  if (!isOnSheet(area)) invalidArgument("The range would lie outside the sheet.");
  return rangeClass({ sheet, areas: [area] });
}

/** The one area of a range; refuses when its cells have been deleted. */
export function cellsOf(range: KeptCells): Area {
  return range.areas[0] ?? refuse("InvalidReference", "The cells of this range were deleted.");
}

/** The cells that an argument stands for: a range object, or an address (of `home`'s sheet when it names none). */
export function cellsOfArgument(value: unknown, home: string, session: Session): { sheet: string; area: Area } {
  const range = rangeClass.refOf(value);
  if (range) return { sheet: range.sheet, area: cellsOf(range) };
  if (typeof value !== "string") return invalidArgument("A range or an address is missing.");
  return addressed(value, home, session);
}

/** Refuses an address that is none, or that names a sheet which is not there. A name or a table's name is one too. */
export function addressed(address: string, home: string, session: Session): { sheet: string; area: Area } {
  const parsed = parseAddress(address.replace(/^=/, ""));
  if (parsed) {
    if (parsed.sheet === null) return { sheet: home, area: parsed.area };
    const wanted = parsed.sheet.toLowerCase();
    const sheet = session.workbook.sheets().find(({ name }) => name.toLowerCase() === wanted);
    return sheet ? { sheet: sheet.id, area: parsed.area } : invalidArgument(`There is no sheet ${parsed.sheet}.`);
  }
  const name = session.workbook.names().find((other) => other.name.toLowerCase() === address.toLowerCase());
  if (name && parseAddress(name.formula.slice(1))) return addressed(name.formula, home, session);
  const table = session.workbook.tables().find((other) => other.name.toLowerCase() === address.toLowerCase());
  if (!table) return invalidArgument(`"${address}" is not an address.`);
  const top = table.hasHeaders ? 1 : 0;
  const rows = table.rows - top - (table.hasTotals ? 1 : 0);
  return { sheet: table.sheet, area: { row: table.row + top, column: table.column, rows, columns: table.columns } };
}
