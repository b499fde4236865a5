import { parseAddress } from "../../rules/address";
import { intersect, sameArea } from "../../rules/area";
import { refuse } from "../../rules/refusal";
import type { Area } from "../../snapshot";
import { text } from "../arguments";
import type { Session } from "../session";
import { nullObject, wireClass, type WireObject, type WireClass } from "../wireClass";
import { applicationClass } from "./application";
import { functionsClass } from "./functions";
import { namedItemCollectionClass } from "./namedItem";
import { rangeAreasClass } from "./rangeAreas";
import { rangeOn } from "./rangeRef";
import { settingCollectionClass } from "./setting";
import { tableCollectionClass } from "./tableCollection";
import { worksheetCollectionClass } from "./worksheetCollection";

/** The root of every path. */
export const workbookClass: WireClass<null> = wireClass({
  name: "Workbook",
  properties: {
    Name: { get: (_, { workbook }) => workbook.name },
    ReadOnly: { get: (_, { workbook }) => workbook.isReadOnly },
    IsDirty: { get: (_, { workbook }) => workbook.isDirty },
  },
  children: {
    Application: () => applicationClass(null),
    Functions: () => functionsClass(null),
    Names: () => namedItemCollectionClass({ sheet: null }),
    Protection: () => workbookProtectionClass(null),
    Settings: () => settingCollectionClass(null),
    Tables: () => tableCollectionClass({ sheet: null }),
    Worksheets: () => worksheetCollectionClass(null),
  },
  methods: {
    GetSelectedRange(_, _args, session) {
      const [area, ...others] = selectedAreas(session);
      if (!area || others.length > 0) return invalidSelection();
      return rangeOn(session.workbook.selection().sheet, area);
    },
    GetSelectedRanges(_, _args, session) {
      const areas = selectedAreas(session);
      return areas.length > 0
        ? rangeAreasClass({ sheet: session.workbook.selection().sheet, areas })
        : invalidSelection();
    },
    GetActiveCell(_, _args, session) {
      const [area] = selectedAreas(session);
      return area ? rangeOn(session.workbook.selection().sheet, { ...area, rows: 1, columns: 1 }) : invalidSelection();
    },
    _RemoveReference: (_, [reference], session) => session.references.remove(text(reference)),
    _GetRangeForEventByReferenceId: (_, [reference], session) =>
      eventRange(text(reference), session) ?? refuse("ItemNotFound", "The cells of this event are gone."),
    _GetRangeOrNullObjectForEventByReferenceId: (_, [reference], session) =>
      eventRange(text(reference), session) ?? nullObject,
  },
});

export const workbookProtectionClass: WireClass<null> = wireClass({
  name: "WorkbookProtection",
  properties: { Protected: { get: (_, { workbook }) => workbook.isStructureProtected } },
});

/** A merged cell is selected as a whole. */
function selectedAreas({ workbook }: Session): readonly Area[] {
  const { areas, sheet, isShape } = workbook.selection();
  if (isShape) return [];
  const merges = workbook.merges(sheet);
  return areas.map(
    (area) =>
      merges.find((merge) => intersect(merge, area) && !sameArea(merge, area) && area.rows * area.columns === 1) ??
      area,
  );
}

function invalidSelection(): never {
  return refuse("InvalidSelection", "The current selection is invalid for this operation.");
}

/** An event's reference id is the sheet's id and the address as they were when it was raised. */
function eventRange(reference: string, session: Session): WireObject | null {
  const [sheet = "", address = ""] = reference.split("!");
  const area = parseAddress(address)?.area;
  const isThere = session.workbook.sheets().some(({ id }) => id === sheet);
  return area && isThere ? rangeOn(sheet, area) : null;
}
