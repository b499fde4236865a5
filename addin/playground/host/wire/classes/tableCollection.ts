import { areaOf, contains, intersect } from "../../rules/area";
import { addTable } from "../../rules/addTable";
import { refuse } from "../../rules/refusal";
import type { Area } from "../../snapshot";
import type { TableState } from "../../workbook";
import { text, truth, wholeNumber } from "../arguments";
import type { Session } from "../session";
import { nullObject, wireClass, type WireObject, type WireClass } from "../wireClass";
import { eventRegistrations } from "./eventRegistrations";
import { cellsOfArgument } from "./rangeRef";
import { tableClass } from "./table";

/** Tables of one sheet, or (`null`) of the workbook. */
interface Scope {
  sheet: string | null;
}

export const tableCollectionClass: WireClass<Scope> = wireClass({
  name: "TableCollection",
  properties: { Count: { get: (scope, session) => listed(scope, session).length } },
  items: (scope, session) => listed(scope, session).map(({ id }) => tableClass(id)),
  item: (scope, key, session) => found(listed(scope, session), key) ?? missing(key),
  methods: {
    ...eventRegistrations((scope) => scope.sheet ?? "Workbook", { DataChanged: "TableChanged" }),
    GetItemOrNullObject: (scope, [key], session) => found(listed(scope, session), key) ?? nullObject,
    GetItemAt: (scope, [index], session) => {
      const table = listed(scope, session)[wholeNumber(index)];
      return table ? tableClass(table.id) : missing(index);
    },
    GetCount: (scope, _args, session) => listed(scope, session).length,
    Add(scope, [address, hasHeaders], session) {
      const home = scope.sheet ?? session.workbook.activeSheet();
      const { sheet, area } = cellsOfArgument(address, home, session);
      return tableClass(addTable(session.workbook, sheet, area, truth(hasHeaders)));
    },
  },
});

/** Tables that a range touches, or (`isFull`) holds completely. */
export const tableScopedCollectionClass: WireClass<{ sheet: string; within: Area; isFull: boolean }> = wireClass({
  name: "TableScopedCollection",
  items: (scope, session) => touching(scope, session).map(({ id }) => tableClass(id)),
  item: (scope, key, session) => found(touching(scope, session), key) ?? missing(key),
  methods: {
    GetItemOrNullObject: (scope, [key], session) => found(touching(scope, session), key) ?? nullObject,
    GetCount: (scope, _args, session) => touching(scope, session).length,
    GetFirst(scope, _args, session) {
      const [table] = touching(scope, session);
      return table ? tableClass(table.id) : missing("first");
    },
  },
});

function listed({ sheet }: Scope, { workbook }: Session): TableState[] {
  return workbook.tables().filter((table) => sheet === null || table.sheet === sheet);
}

function touching(scope: { sheet: string; within: Area; isFull: boolean }, session: Session): TableState[] {
  return listed(scope, session).filter((table) =>
    scope.isFull ? contains(scope.within, areaOf(table)) : intersect(scope.within, table) !== null,
  );
}

/** By name without regard to case, or by id. */
function found(tables: TableState[], key: unknown): WireObject | null {
  const wanted = text(key).toLowerCase();
  const table = tables.find(({ id, name }) => id.toLowerCase() === wanted || name.toLowerCase() === wanted);
  return table ? tableClass(table.id) : null;
}

const missing = (key: unknown): never => refuse("ItemNotFound", `There is no table ${String(key)}.`);
