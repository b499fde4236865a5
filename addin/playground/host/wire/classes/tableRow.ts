import { invalidArgument, refuse } from "../../rules/refusal";
import { checkShift } from "../../rules/shiftCells";
import { writeCells } from "../../rules/writeCells";
import type { Area } from "../../snapshot";
import { wholeNumber } from "../arguments";
import type { Session } from "../session";
import { wireClass, type WireObject, type WireClass } from "../wireClass";
import { rangeOn } from "./rangeRef";
import { writable } from "./table";
import { bodyArea, tableState } from "./tableState";

/** A place in the table's body: it stays when rows move. */
interface RowRef {
  table: string;
  index: number;
}

/** Rows of a table's body, known by the table's id. */
export const tableRowCollectionClass: WireClass<string> = wireClass({
  name: "TableRowCollection",
  properties: { Count: { get: count } },
  items: (table, session) =>
    Array.from({ length: count(table, session) }, (_, index) => tableRowClass({ table, index })),
  methods: {
    GetCount: (table, _args, session) => count(table, session),
    GetItemAt: (table, [index], session) => at(table, wholeNumber(index), session),
    Add: addRows,
    DeleteRows(table, [rows], session) {
      if (!Array.isArray(rows)) return invalidArgument("The rows to delete are missing.");
      if (tableState(table, session).isDataFiltered) refuse("InsertDeleteConflict", "The table has a filter applied.");
      const indexes = rows.map((row: unknown) => tableRowClass.refOf(row)?.index ?? wholeNumber(row));
      for (const index of [...new Set(indexes)].sort((a, b) => b - a)) remove(table, index, 1, session);
    },
    DeleteRowsAt: (table, [index, number], session) =>
      remove(table, wholeNumber(index), wholeNumber(number, 1), session),
  },
});

export const tableRowClass: WireClass<RowRef> = wireClass({
  name: "TableRow",
  identity: (ref) => ({ Index: ref.index }),
  properties: {
    Index: { get: (ref) => ref.index },
    Values: {
      get: (ref, session) => session.workbook.readValues(tableState(ref.table, session).sheet, rowArea(ref, session)),
      set: (ref, value, session) =>
        writeCells(
          session.workbook,
          tableState(ref.table, session).sheet,
          rowArea(ref, session),
          value,
          session.options,
        ),
    },
  },
  methods: {
    GetRange: (ref, _args, session) => rangeOn(tableState(ref.table, session).sheet, rowArea(ref, session)),
    Delete: (ref, _args, session) => remove(ref.table, ref.index, 1, session),
  },
});

/** At the end the cells below the table are pushed down within its columns. Gives the first of the new rows. */
function addRows(id: string, [index, values]: readonly unknown[], session: Session): WireObject {
  const table = tableState(writable(id, session), session);
  const body = bodyArea(table);
  const asked = wholeNumber(index, -1);
  const place = asked === -1 ? body.rows : asked;
  if (place < 0 || place > body.rows) invalidArgument(`The table has no place ${place} for a row.`);
  const rows: unknown[] | null = Array.isArray(values) ? values : null;
  if (rows && (rows.length === 0 || !rows.every((row) => Array.isArray(row) && row.length === table.columns))) {
    invalidArgument("The values do not have a cell for each column of the table.");
  }
  const area = { ...body, row: body.row + place, rows: rows?.length ?? 1 };
  checkShift(session.workbook, table.sheet, { area, shift: "down" }, id);
  session.workbook.insertTableRows(id, place, area.rows);
  if (values !== null && values !== undefined) writeCells(session.workbook, table.sheet, area, values, session.options);
  return tableRowClass({ table: id, index: place });
}

function remove(id: string, index: number, number: number, session: Session): void {
  const table = tableState(writable(id, session), session);
  const body = bodyArea(table);
  if (index < 0 || number < 1 || index + number > body.rows) invalidArgument("There are no such rows.");
  const area = { ...body, row: body.row + index, rows: number };
  checkShift(session.workbook, table.sheet, { area, shift: "up" }, id);
  session.workbook.deleteTableRows(id, index, number);
}

function at(table: string, index: number, session: Session): WireObject {
  const isThere = index >= 0 && index < count(table, session);
  return isThere ? tableRowClass({ table, index }) : refuse("ItemNotFound", `There is no row ${index}.`);
}

function count(table: string, session: Session): number {
  return bodyArea(tableState(table, session)).rows;
}

function rowArea({ table, index }: RowRef, session: Session): Area {
  const body = bodyArea(tableState(table, session));
  return index < body.rows
    ? { ...body, row: body.row + index, rows: 1 }
    : refuse("ItemNotFound", `There is no row ${index}.`);
}
