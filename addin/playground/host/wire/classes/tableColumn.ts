import { cellAt } from "../../rules/area";
import { isTaken, numberedName } from "../../rules/naming";
import { invalidArgument, refuse } from "../../rules/refusal";
import { checkShift } from "../../rules/shiftCells";
import { writeCells } from "../../rules/writeCells";
import type { Area } from "../../snapshot";
import type { TableState } from "../../workbook";
import { text, wholeNumber } from "../arguments";
import type { Session } from "../session";
import { nullObject, wireClass, type WireObject, type WireClass } from "../wireClass";
import { rangeOn } from "./rangeRef";
import { writable } from "./table";
import { bodyArea, columnWithin, headerArea, tableState, totalArea } from "./tableState";

interface ColumnRef {
  table: string;
  /** The column's id, kept for life. */
  column: number;
}

/** Columns of a table, known by the table's id. */
export const tableColumnCollectionClass: WireClass<string> = wireClass({
  name: "TableColumnCollection",
  properties: { Count: { get: (table, session) => tableState(table, session).columns } },
  items: (table, session) =>
    tableState(table, session).columnNames.map(({ id }) => tableColumnClass({ table, column: id })),
  item: (table, key, session) => found(table, key, session) ?? missing(key),
  methods: {
    GetItemOrNullObject: (table, [key], session) => found(table, key, session) ?? nullObject,
    GetItemAt(table, [index], session) {
      const column = tableState(table, session).columnNames[wholeNumber(index)];
      return column ? tableColumnClass({ table, column: column.id }) : missing(index);
    },
    GetCount: (table, _args, session) => tableState(table, session).columns,
    Add: addColumn,
  },
});

export const tableColumnClass: WireClass<ColumnRef> = wireClass({
  name: "TableColumn",
  identity: (ref, session) => ({ Id: idOf(ref, session) }),
  properties: {
    Id: { get: idOf },
    Index: { get: indexOf },
    Name: { get: (ref, session) => nameOf(ref, session), set: rename },
    Values: {
      get: (ref, session) =>
        session.workbook.readValues(tableState(ref.table, session).sheet, areaFor(ref, wholeArea, session)),
      set(ref, value, session) {
        const { sheet } = tableState(ref.table, session);
        writeCells(session.workbook, sheet, areaFor(ref, wholeArea, session), value, session.options);
      },
    },
  },
  methods: {
    GetRange: (ref, _args, session) => rangeFor(ref, wholeArea, session),
    GetHeaderRowRange: (ref, _args, session) => rangeFor(ref, headerArea, session),
    GetDataBodyRange: (ref, _args, session) => rangeFor(ref, bodyArea, session),
    GetTotalRowRange: (ref, _args, session) => rangeFor(ref, totalArea, session),
    Delete(ref, _args, session) {
      const table = tableState(writable(ref.table, session), session);
      const area = columnWithin(wholeArea(table), indexOf(ref, session));
      if (table.columns === 1) invalidArgument("A table keeps one column.");
      checkShift(session.workbook, table.sheet, { area, shift: "left" }, table.id);
      session.workbook.deleteTableColumn(table.id, indexOf(ref, session));
    },
  },
});

/**
 * `values`, if given, has one row for each of the table's, headers included. A given name that another column has is
 * refused; a header among the values gets a number instead.
 */
function addColumn(id: string, [index, values, name]: readonly unknown[], session: Session): WireObject {
  const { workbook } = session;
  const table = tableState(writable(id, session), session);
  const taken = table.columnNames.map((column) => column.name);
  const asked = wholeNumber(index, -1);
  const at = asked === -1 ? table.columns : asked;
  if (at < 0 || at > table.columns) invalidArgument(`The table has no place ${at} for a column.`);
  const rows: unknown[] | null = Array.isArray(values) ? values : null;
  const hasShape = !rows || (rows.length === table.rows && rows.every((row) => Array.isArray(row) && row.length === 1));
  if (!hasShape) invalidArgument("The values do not have a row for each row of the table.");
  const given = name === null || name === undefined ? null : text(name);
  if (given !== null && isTaken(given, taken)) invalidArgument(`The table has a column ${given} already.`);
  checkShift(workbook, table.sheet, { area: columnWithin(wholeArea(table), at), shift: "right" }, id);
  const column = workbook.insertTableColumn(id, at, given ?? numberedName("Column", taken));
  const area = columnWithin({ ...wholeArea(table), columns: table.columns + 1 }, at);
  if (rows)
    writeCells(workbook, table.sheet, area, given === null ? rows : [[given], ...rows.slice(1)], session.options);
  else if (values !== null && values !== undefined) {
    writeCells(workbook, table.sheet, columnWithin(bodyArea(table), at), values, session.options);
  }
  return tableColumnClass({ table: id, column });
}

/** A header cell's text is the column's name, so renaming writes the cell. */
function rename(ref: ColumnRef, value: unknown, session: Session): void {
  const table = tableState(writable(ref.table, session), session);
  const index = indexOf(ref, session);
  const others = table.columnNames.filter(({ id }) => id !== ref.column).map(({ name }) => name);
  if (isTaken(text(value), others)) invalidArgument(`The table has a column ${text(value)} already.`);
  if (text(value) === "") invalidArgument("A column's name is not blank.");
  const columnNames = table.columnNames.map((column, at) => (at === index ? { ...column, name: text(value) } : column));
  session.workbook.changeTable(table.id, { columnNames });
  if (!table.hasHeaders) return;
  const cell = cellAt(table.row, table.column + index);
  session.workbook.writeCells(table.sheet, cell, { values: [[text(value)]], formulas: [] });
}

function found(table: string, key: unknown, session: Session): WireObject | null {
  const { columnNames } = tableState(table, session);
  const wanted = String(key).toLowerCase();
  const column = columnNames.find(({ id, name }) =>
    typeof key === "number" ? id === key : name.toLowerCase() === wanted,
  );
  return column ? tableColumnClass({ table, column: column.id }) : null;
}

function indexOf(ref: ColumnRef, session: Session): number {
  const index = tableState(ref.table, session).columnNames.findIndex(({ id }) => id === ref.column);
  return index < 0 ? missing(ref.column) : index;
}

/** Refuses a column that is gone. */
function idOf(ref: ColumnRef, session: Session): number {
  indexOf(ref, session);
  return ref.column;
}

function nameOf(ref: ColumnRef, session: Session): string {
  return tableState(ref.table, session).columnNames[indexOf(ref, session)]?.name ?? "";
}

const wholeArea = ({ row, column, rows, columns }: TableState): Area => ({ row, column, rows, columns });

function areaFor(ref: ColumnRef, part: (table: TableState) => Area, session: Session): Area {
  return columnWithin(part(tableState(ref.table, session)), indexOf(ref, session));
}

function rangeFor(ref: ColumnRef, part: (table: TableState) => Area, session: Session): WireObject {
  return rangeOn(tableState(ref.table, session).sheet, areaFor(ref, part, session));
}

const missing = (key: unknown): never => refuse("ItemNotFound", `There is no column ${String(key)}.`);
