import { areaOf, cellCount, intersect, isEntireColumn, isEntireRow } from "../rules/area";
import { formatArea } from "../rules/address";
import type { CellShift } from "../rules/shift";
import { valueType } from "../rules/valueType";
import type { Area } from "../snapshot";
import type { Change } from "../workbook";
import type { Session } from "./session";

/** One entry of an event message, as the client wants it. */
export interface EventEntry {
  messageCategory: 65536;
  messageType: number;
  targetId: string;
  /** The arguments as JSON. */
  message: string;
}

/** The client's numbers for events. */
const EVENT = {
  settingsChanged: 1,
  documentSelectionChanged: 2,
  worksheetChanged: 10,
  worksheetActivated: 11,
  worksheetAdded: 13,
  worksheetSelectionChanged: 14,
  worksheetDeleted: 15,
  worksheetNameChanged: 25,
  tableSelectionChanged: 100,
  tableChanged: 101,
} as const;

/** What the client is told of a change; nothing for events that it has not asked for. */
export function eventsOf(change: Change, session: Session): EventEntry[] {
  const source = change.actor === "co-author" ? "Remote" : "Local";
  const triggerSource = change.actor === "add-in" ? "ThisLocalAddin" : "Unknown";
  switch (change.type) {
    case "edited":
      return changed(change.sheet, change.area, session, {
        changeType: "RangeEdited",
        source,
        triggerSource,
        shiftDirection: "None",
        ...(change.details && details(change.details)),
      });
    case "shifted":
      return changed(change.sheet, change.edit.area, session, {
        changeType: shiftType(change.edit),
        source,
        triggerSource,
        shiftDirection: shiftDirection(change.edit),
      });
    case "selected":
      return selected(change.sheet, change.areas, session);
    case "settings":
      return [entry(EVENT.settingsChanged, "", {})];
    case "sheetAdded":
      return workbookEvent("Added", EVENT.worksheetAdded, { source, worksheetId: change.sheet }, session);
    case "sheetDeleted":
      return workbookEvent("Deleted", EVENT.worksheetDeleted, { source, worksheetId: change.sheet }, session);
    case "sheetActivated":
      return [
        ...workbookEvent("Activated", EVENT.worksheetActivated, { worksheetId: change.sheet }, session),
        ...sheetEvent("Activated", EVENT.worksheetActivated, change.sheet, { worksheetId: change.sheet }, session),
      ];
    case "sheetRenamed": {
      const names = { nameBefore: change.before, nameAfter: change.after, source, worksheetId: change.sheet };
      return workbookEvent("NameChanged", EVENT.worksheetNameChanged, names, session);
    }
    case "formatted":
    case "charts":
    case "cellEdit":
      return [];
  }
}

function changed(sheet: string, area: Area, session: Session, args: Record<string, unknown>): EventEntry[] {
  const address = formatArea(area);
  const message: Record<string, unknown> = { ...args, address, worksheetId: sheet, referenceId: `${sheet}!${address}` };
  const { workbook, subscriptions } = session;
  const entries = [
    ...sheetEvent("Changed", EVENT.worksheetChanged, sheet, message, session),
    ...workbookEvent("Changed", EVENT.worksheetChanged, message, session),
  ];
  // A table's event says nothing of who triggered it.
  const tableArgs = { ...message, triggerSource: undefined };
  for (const table of workbook.tables()) {
    if (table.sheet !== sheet || !intersect(table, area)) continue;
    const targets = [table.id, "Workbook", sheet].filter((target) => subscriptions.has(`TableChanged ${target}`));
    entries.push(...targets.map((target) => entry(EVENT.tableChanged, target, { ...tableArgs, tableId: table.id })));
  }
  return entries;
}

function selected(sheet: string, areas: readonly Area[], session: Session): EventEntry[] {
  const message = { address: areas.map((area) => formatArea(area)).join(","), worksheetId: sheet };
  const entries = [
    entry(EVENT.documentSelectionChanged, "", {}),
    ...sheetEvent("SelectionChanged", EVENT.worksheetSelectionChanged, sheet, message, session),
    ...workbookEvent("SelectionChanged", EVENT.worksheetSelectionChanged, message, session),
  ];
  for (const table of session.workbook.tables()) {
    if (table.sheet !== sheet || !session.subscriptions.has(`TableSelectionChanged ${table.id}`)) continue;
    const isInsideTable = areas.some((area) => intersect(areaOf(table), area));
    const args = { ...message, isInsideTable, tableId: table.id };
    entries.push(entry(EVENT.tableSelectionChanged, table.id, args));
  }
  return entries;
}

function sheetEvent(name: string, type: number, sheet: string, args: unknown, session: Session): EventEntry[] {
  return session.subscriptions.has(`${name} ${sheet}`) ? [entry(type, sheet, args)] : [];
}

function workbookEvent(name: string, type: number, args: unknown, session: Session): EventEntry[] {
  return session.subscriptions.has(`${name} Workbook`) ? [entry(type, "Workbook", args)] : [];
}

function entry(messageType: number, targetId: string, args: unknown): EventEntry {
  return { messageCategory: 65536, messageType, targetId, message: JSON.stringify(args) };
}

function details({ before, after }: { before: string | number | boolean; after: string | number | boolean }): object {
  return {
    valueBefore: before,
    valueAfter: after,
    valueTypeBefore: valueType(before),
    valueTypeAfter: valueType(after),
  };
}

function shiftType({ area, shift }: CellShift): string {
  const isInsert = shift === "down" || shift === "right";
  if (isEntireRow(area)) return isInsert ? "RowInserted" : "RowDeleted";
  if (isEntireColumn(area)) return isInsert ? "ColumnInserted" : "ColumnDeleted";
  return cellCount(area) > 0 && isInsert ? "CellInserted" : "CellDeleted";
}

function shiftDirection({ area, shift }: CellShift): string {
  if (isEntireRow(area) || isEntireColumn(area)) return "None";
  return { down: "ShiftCellDown", up: "ShiftCellUp", left: "ShiftCellLeft", right: "ShiftCellRight" }[shift];
}
