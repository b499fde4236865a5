import { cellAt, isEntireColumn, isEntireRow, WHOLE_SHEET } from "../../rules/area";
import { checkSheetName } from "../../rules/naming";
import { checkStructureWritable, checkWorkbookWritable } from "../../rules/protection";
import { invalidArgument, refuse } from "../../rules/refusal";
import type { Area } from "../../snapshot";
import { color, oneOf, text, truth, wholeNumber } from "../arguments";
import type { Session } from "../session";
import { nullObject, wireClass, type WireClass } from "../wireClass";
import { autoFilterClass } from "./autoFilter";
import { chartCollectionClass } from "./chartCollection";
import { eventRegistrations } from "./eventRegistrations";
import { namedItemCollectionClass } from "./namedItem";
import { pageLayoutClass } from "./pageLayout";
import { addressed, cellsOfArgument, rangeOn } from "./rangeRef";
import { sheetState } from "./sheetState";
import { tableCollectionClass } from "./tableCollection";

/** A worksheet, known by its id. */
export const worksheetClass: WireClass<string> = wireClass({
  name: "Worksheet",
  identity: (id, session) => ({ Id: sheetState(id, session).id }),
  properties: {
    Id: { get: (id, session) => sheetState(id, session).id },
    Name: {
      get: (id, session) => sheetState(id, session).name,
      set(id, value, session) {
        const { workbook } = session;
        checkStructureWritable(workbook);
        const others = workbook.sheets().filter((sheet) => sheet.id !== id);
        checkSheetName(
          text(value),
          others.map(({ name }) => name),
        );
        workbook.changeSheet(id, { name: text(value) });
      },
    },
    Position: {
      get: (id, { workbook }) => workbook.sheets().findIndex((sheet) => sheet.id === id),
      set(id, value, { workbook }) {
        checkStructureWritable(workbook);
        const position = wholeNumber(value);
        if (position < 0 || position >= workbook.sheets().length) invalidArgument("There is no such position.");
        workbook.changeSheet(id, { position });
      },
    },
    Visibility: { get: (id, session) => sheetState(id, session).visibility, set: setVisibility },
    TabColor: {
      /** Null on a sheet that is not visible. */
      get(id, session) {
        const { visibility, tabColor } = sheetState(id, session);
        return visibility === "Visible" ? tabColor : null;
      },
      set(id, value, { workbook }) {
        checkStructureWritable(workbook);
        workbook.changeSheet(id, { tabColor: value === "" ? "" : color(value) });
      },
    },
    ShowGridlines: { get: (id, session) => sheetState(id, session).showsGridlines },
    /** What the client sets for `showGridlines`. */
    Gridlines: {
      isOnDemand: true,
      get: (id, session) => sheetState(id, session).showsGridlines,
      set(id, value, { workbook }) {
        checkWorkbookWritable(workbook);
        workbook.changeSheet(id, { showsGridlines: truth(value) });
      },
    },
  },
  children: {
    Charts: (id) => chartCollectionClass(id),
    PageLayout: (id) => pageLayoutClass(id),
    AutoFilter: (id) => autoFilterClass({ sheet: id }),
    FreezePanes: (id) => freezePanesClass(id),
    Names: (id) => namedItemCollectionClass({ sheet: id }),
    Protection: (id) => worksheetProtectionClass(id),
    Tables: (id) => tableCollectionClass({ sheet: id }),
  },
  methods: {
    ...eventRegistrations((id) => id, {
      DataChanged: "Changed",
      SelectionChanged: "SelectionChanged",
      Activated: "Activated",
    }),
    Activate(id, _args, session) {
      if (sheetState(id, session).visibility !== "Visible")
        refuse("InvalidOperation", "A hidden sheet cannot be activated.");
      session.workbook.activate(id);
    },
    Delete(id, _args, session) {
      checkStructureWritable(session.workbook);
      const { visibility } = sheetState(id, session);
      if (visibility === "VeryHidden") refuse("InvalidOperation", "A very hidden sheet cannot be deleted.");
      if (isOnlyVisible(id, session)) refuse("InvalidOperation", "The last visible sheet cannot be deleted.");
      session.workbook.deleteSheet(id);
    },
    GetRange(id, [address], session) {
      sheetState(id, session);
      if (address === null || address === undefined || address === "") return rangeOn(id, WHOLE_SHEET);
      const found = addressed(text(address), id, session);
      return found.sheet === id ? rangeOn(id, found.area) : invalidArgument("The address is on another sheet.");
    },
    GetRangeByIndexes: (id, [row, column, rows, columns]) =>
      rangeOn(id, {
        row: wholeNumber(row),
        column: wholeNumber(column),
        rows: wholeNumber(rows),
        columns: wholeNumber(columns),
      }),
    GetCell: (id, [row, column]) => rangeOn(id, cellAt(wholeNumber(row), wholeNumber(column))),
    GetUsedRange: (id, [valuesOnly], session) => rangeOn(id, used(id, valuesOnly, session) ?? cellAt(0, 0)),
    GetUsedRangeOrNullObject(id, [valuesOnly], session) {
      const area = used(id, valuesOnly, session);
      return area ? rangeOn(id, area) : nullObject;
    },
  },
});

export const worksheetProtectionClass: WireClass<string> = wireClass({
  name: "WorksheetProtection",
  properties: { Protected: { get: (id, session) => sheetState(id, session).isProtected } },
  methods: {
    /** Options and passwords are not modelled: a password is refused, so that no test trusts one. */
    Protect(id, [options, password], session) {
      if (password !== null && password !== undefined) refuse("NotImplemented", "This host has no passwords.");
      if (options !== null && options !== undefined) refuse("NotImplemented", "This host has no protection options.");
      checkWorkbookWritable(session.workbook);
      if (sheetState(id, session).isProtected) refuse("InvalidOperation", "The sheet is protected already.");
      session.workbook.changeSheet(id, { isProtected: true });
    },
    Unprotect(id, _args, { workbook }) {
      checkWorkbookWritable(workbook);
      workbook.changeSheet(id, { isProtected: false });
    },
  },
});

export const freezePanesClass: WireClass<string> = wireClass({
  name: "WorksheetFreezePanes",
  methods: {
    FreezeRows: (id, [count], { workbook }) =>
      workbook.changeSheet(id, { frozenRows: wholeNumber(count, 1), frozenColumns: 0 }),
    FreezeColumns: (id, [count], { workbook }) =>
      workbook.changeSheet(id, { frozenColumns: wholeNumber(count, 1), frozenRows: 0 }),
    /** All up to the range's last row and column; whole rows or columns freeze in one direction only. */
    FreezeAt(id, [range], session) {
      const { area } = cellsOfArgument(range, id, session);
      const frozenRows = isEntireColumn(area) ? 0 : area.row + area.rows;
      session.workbook.changeSheet(id, {
        frozenRows,
        frozenColumns: isEntireRow(area) ? 0 : area.column + area.columns,
      });
    },
    Unfreeze: (id, _args, { workbook }) => workbook.changeSheet(id, { frozenRows: 0, frozenColumns: 0 }),
    GetLocationOrNullObject(id, _args, session) {
      const { frozenRows, frozenColumns } = sheetState(id, session);
      if (frozenRows === 0 && frozenColumns === 0) return nullObject;
      const rows = frozenRows === 0 ? WHOLE_SHEET.rows : frozenRows;
      return rangeOn(id, { ...WHOLE_SHEET, rows, columns: frozenColumns === 0 ? WHOLE_SHEET.columns : frozenColumns });
    },
  },
});

function setVisibility(id: string, value: unknown, session: Session): void {
  checkStructureWritable(session.workbook);
  const visibility = oneOf(value, ["Visible", "Hidden", "VeryHidden"]);
  if (visibility !== "Visible" && isOnlyVisible(id, session))
    refuse("InvalidOperation", "One sheet has to stay visible.");
  session.workbook.changeSheet(id, { visibility });
}

function isOnlyVisible(id: string, { workbook }: Session): boolean {
  return workbook.sheets().every((sheet) => sheet.id === id || sheet.visibility !== "Visible");
}

function used(id: string, valuesOnly: unknown, session: Session): Area | null {
  return session.workbook.usedArea(sheetState(id, session).id, truth(valuesOnly, false));
}
