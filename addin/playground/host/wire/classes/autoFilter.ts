import { invalidArgument, refuse } from "../../rules/refusal";
import type { Area } from "../../snapshot";
import type { Session } from "../session";
import { nullObject, wireClass, type WireClass } from "../wireClass";
import { rangeOn } from "./rangeRef";
import { tableState } from "./tableState";

/** A sheet's own filter, or a table's. Criteria are the user's side; only what they hide is kept. */
export const autoFilterClass: WireClass<{ sheet: string } | { table: string }> = wireClass({
  name: "AutoFilter",
  properties: {
    Enabled: { get: (ref, session) => filtered(ref, session) !== null },
    IsDataFiltered: { get: (ref, session) => filtered(ref, session)?.isDataFiltered ?? false },
  },
  methods: {
    GetRange(ref, _args, session) {
      const filter = filtered(ref, session) ?? refuse("ItemNotFound", "There is no filter.");
      return rangeOn(filter.sheet, filter);
    },
    GetRangeOrNullObject(ref, _args, session) {
      const filter = filtered(ref, session);
      return filter ? rangeOn(filter.sheet, filter) : nullObject;
    },
    ClearCriteria: (ref, _args, session) => clearCriteria(ref, session),
    Remove(ref, _args, session) {
      if (!("sheet" in ref)) return invalidArgument("A table's filter is removed with the table.");
      clearCriteria(ref, session);
      session.workbook.setFilter(ref.sheet, null);
    },
  },
});

interface Filtered extends Area {
  sheet: string;
  isDataFiltered: boolean;
}

function filtered(ref: { sheet: string } | { table: string }, session: Session): Filtered | null {
  if ("table" in ref) return tableState(ref.table, session);
  const filter = session.workbook.filter(ref.sheet);
  return filter && { ...filter, sheet: ref.sheet };
}

/** Shows all rows of the filter's range again. */
export function clearCriteria(ref: { sheet: string } | { table: string }, session: Session): void {
  const filter = filtered(ref, session);
  if (!filter?.isDataFiltered) return;
  const { workbook } = session;
  workbook.setHidden(filter.sheet, "rows", filter.row, filter.rows, false);
  if ("table" in ref) workbook.changeTable(ref.table, { isDataFiltered: false });
  else {
    const { row, column, rows, columns } = filter;
    workbook.setFilter(ref.sheet, { row, column, rows, columns, isDataFiltered: false });
  }
}
