import { areaOf, intersect } from "../../rules/area";
import { columnNames, writeHeader } from "../../rules/addTable";
import { checkName } from "../../rules/naming";
import { checkSheetWritable } from "../../rules/protection";
import { invalidArgument, refuse } from "../../rules/refusal";
import { shiftCells } from "../../rules/shiftCells";
import { text, truth } from "../arguments";
import type { Session } from "../session";
import { wireClass, type WireClass } from "../wireClass";
import { autoFilterClass, clearCriteria } from "./autoFilter";
import { eventRegistrations } from "./eventRegistrations";
import { cellsOfArgument, rangeOn } from "./rangeRef";
import { sortRows } from "./rangeSort";
import { tableColumnCollectionClass } from "./tableColumn";
import { tableRowCollectionClass } from "./tableRow";
import { bodyArea, headerArea, tableState, totalArea } from "./tableState";
import { worksheetClass } from "./worksheet";

/** A table, known by its id. */
export const tableClass: WireClass<string> = wireClass({
  name: "Table",
  identity: (id, session) => ({ Id: tableState(id, session).id }),
  properties: {
    Id: { get: (id, session) => tableState(id, session).id },
    Name: { get: (id, session) => tableState(id, session).name, set: rename },
    Style: {
      get: (id, session) => tableState(id, session).style,
      set: (id, value, session) => session.workbook.changeTable(writable(id, session), { style: text(value) }),
    },
    ShowFilterButton: {
      get: (id, session) => tableState(id, session).hasFilterButtons ?? true,
      set: (id, value, session) => setShown(id, "hasFilterButtons", truth(value), session),
    },
    ShowBandedRows: {
      get: (id, session) => tableState(id, session).hasBandedRows ?? true,
      set: (id, value, session) => setShown(id, "hasBandedRows", truth(value), session),
    },
    ShowHeaders: { get: (id, session) => tableState(id, session).hasHeaders, set: showHeaders },
    ShowTotals: { get: (id, session) => tableState(id, session).hasTotals, set: showTotals },
  },
  children: {
    AutoFilter: (id) => autoFilterClass({ table: id }),
    Columns: (id) => tableColumnCollectionClass(id),
    Rows: (id) => tableRowCollectionClass(id),
    Sort: (id) => tableSortClass(id),
    Worksheet: (id, session) => worksheetClass(tableState(id, session).sheet),
  },
  methods: {
    ...eventRegistrations((id) => id, { DataChanged: "TableChanged", SelectionChanged: "TableSelectionChanged" }),
    GetRange: (id, _args, session) => rangeOn(tableState(id, session).sheet, areaOf(tableState(id, session))),
    GetHeaderRowRange: (id, _args, session) =>
      rangeOn(tableState(id, session).sheet, headerArea(tableState(id, session))),
    GetDataBodyRange: (id, _args, session) => rangeOn(tableState(id, session).sheet, bodyArea(tableState(id, session))),
    GetTotalRowRange: (id, _args, session) =>
      rangeOn(tableState(id, session).sheet, totalArea(tableState(id, session))),
    Resize: resize,
    ClearFilters: (id, _args, session) => clearCriteria({ table: writable(id, session) }, session),
    Delete: (id, _args, session) => session.workbook.deleteTable(writable(id, session), true),
    ConvertToRange(id, _args, session) {
      const table = tableState(writable(id, session), session);
      session.workbook.deleteTable(id, false);
      return rangeOn(table.sheet, areaOf(table));
    },
  },
});

export const tableSortClass: WireClass<string> = wireClass({
  name: "TableSort",
  methods: {
    Apply(id, [fields, matchCase], session) {
      const table = tableState(writable(id, session), session);
      sortRows(session, table.sheet, bodyArea(table), fields, truth(matchCase, false));
    },
    /** Excel forgets the sort's fields; they are not kept here. */
    Clear: (id, _args, session) => void writable(id, session),
  },
});

/** The id again, once the table is seen to be there on a sheet that is not protected. */
export function writable(id: string, session: Session): string {
  checkSheetWritable(session.workbook, tableState(id, session).sheet);
  return id;
}

function setShown(id: string, what: "hasFilterButtons" | "hasBandedRows", isShown: boolean, session: Session): void {
  session.workbook.changeTable(writable(id, session), { [what]: isShown ? undefined : false });
}

function rename(id: string, value: unknown, session: Session): void {
  const { workbook } = session;
  const others = workbook.tables().filter((table) => table.id !== id);
  const taken = [...others.map(({ name }) => name), ...workbook.names().map(({ name }) => name)];
  checkName(text(value), taken, "InvalidArgument");
  workbook.changeTable(writable(id, session), { name: text(value) });
}

function resize(id: string, [target]: readonly unknown[], session: Session): void {
  const table = tableState(writable(id, session), session);
  const { workbook } = session;
  const { sheet, area } = cellsOfArgument(target, table.sheet, session);
  const isAllowed = sheet === table.sheet && area.row === table.row && intersect(area, table) !== null && area.rows > 1;
  if (!isAllowed) invalidArgument("The new range must overlap the table and start in the same row.");
  const isOther = (other: { sheet: string; id: string }): boolean => other.sheet === sheet && other.id !== id;
  if (workbook.tables().some((other) => isOther(other) && intersect(other, area))) {
    invalidArgument("A table can't overlap another table.");
  }
  const header = { ...area, rows: 1 };
  const names = columnNames(workbook.readValues(sheet, header)[0] ?? []);
  let nextId = Math.max(0, ...table.columnNames.map((column) => column.id)) + 1;
  const columns = names.map((name, index) => {
    const known = table.columnNames[area.column + index - table.column];
    return { id: known?.id ?? nextId++, name: table.hasHeaders ? name : (known?.name ?? name) };
  });
  workbook.changeTable(id, { ...area, columnNames: columns });
  if (table.hasHeaders) writeHeader(workbook, sheet, header, names);
}

/** The headers' row leaves the table, its cells blank, or comes back above it. */
function showHeaders(id: string, value: unknown, session: Session): void {
  const table = tableState(writable(id, session), session);
  const { workbook } = session;
  if (truth(value) === table.hasHeaders) return;
  if (table.hasHeaders) {
    workbook.changeTable(id, { hasHeaders: false, row: table.row + 1, rows: table.rows - 1 });
    return workbook.clear(table.sheet, headerArea(table), "Contents");
  }
  const above = { row: table.row - 1, rows: 1, column: table.column, columns: table.columns };
  const isFree = table.row > 0 && (workbook.readFormulas(table.sheet, above)[0] ?? []).every((cell) => cell === "");
  if (!isFree) return refuse("InvalidOperation", "There is no free row above the table.");
  workbook.changeTable(id, { hasHeaders: true, row: table.row - 1, rows: table.rows + 1 });
  writeHeader(
    workbook,
    table.sheet,
    above,
    table.columnNames.map(({ name }) => name),
  );
}

/** The totals' row pushes the cells below the table down; only its label is written, since nothing is calculated. */
function showTotals(id: string, value: unknown, session: Session): void {
  const table = tableState(writable(id, session), session);
  const { workbook } = session;
  if (truth(value) === table.hasTotals) return;
  if (table.hasTotals) {
    workbook.changeTable(id, { hasTotals: false, rows: table.rows - 1 });
    return shiftCells(workbook, table.sheet, { area: totalArea(table), shift: "up" });
  }
  const added = { row: table.row + table.rows, rows: 1, column: table.column, columns: table.columns };
  shiftCells(workbook, table.sheet, { area: added, shift: "down" });
  workbook.changeTable(id, { hasTotals: true, rows: table.rows + 1 });
  workbook.writeCells(table.sheet, { ...added, columns: 1 }, { values: [["Total"]], formulas: [] });
}
