import { checkCellsWritable } from "../../rules/protection";
import { invalidArgument } from "../../rules/refusal";
import { sortOrder, type SortKey } from "../../rules/sortOrder";
import type { Area } from "../../snapshot";
import { record, truth, wholeNumber } from "../arguments";
import type { KeptCells } from "../keptReferences";
import type { Session } from "../session";
import { wireClass, type WireClass } from "../wireClass";
import { cellsOf } from "./rangeRef";

/** Sorts rows by cell values; sorting columns, by colour or by icon is refused. */
export const rangeSortClass: WireClass<KeptCells> = wireClass({
  name: "RangeSort",
  methods: {
    Apply(range, [fields, matchCase, hasHeaders, orientation], session) {
      if (orientation === "Columns") invalidArgument("This host sorts rows only.");
      const area = cellsOf(range);
      const top = truth(hasHeaders, false) ? 1 : 0;
      sortRows(
        session,
        range.sheet,
        { ...area, row: area.row + top, rows: area.rows - top },
        fields,
        truth(matchCase, false),
      );
    },
  },
});

/** `fields` as `Excel.SortField[]`; a `key` outside the area is refused. */
export function sortRows({ workbook }: Session, sheet: string, area: Area, fields: unknown, matchCase: boolean): void {
  if (!Array.isArray(fields) || fields.length === 0) return invalidArgument("There is no field to sort by.");
  checkCellsWritable(workbook, sheet, area);
  const keys = fields.map((field): SortKey => {
    const { key, ascending, sortOn } = record(field);
    const column = wholeNumber(key);
    if (column < 0 || column >= area.columns) return invalidArgument(`There is no column ${column} in the range.`);
    if (sortOn !== undefined && sortOn !== null && sortOn !== "Value")
      return invalidArgument("This host sorts by value only.");
    return { column, isAscending: truth(ascending, true) };
  });
  workbook.reorderRows(sheet, area, sortOrder(workbook.readValues(sheet, area), keys, matchCase));
}
