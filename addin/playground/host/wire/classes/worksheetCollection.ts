import { checkSheetName, numberedName } from "../../rules/naming";
import { checkStructureWritable } from "../../rules/protection";
import { refuse } from "../../rules/refusal";
import type { SheetState } from "../../workbook";
import { text, truth } from "../arguments";
import type { Session } from "../session";
import { nullObject, wireClass, type WireObject, type WireClass } from "../wireClass";
import { eventRegistrations } from "./eventRegistrations";
import { worksheetClass } from "./worksheet";

export const worksheetCollectionClass: WireClass<null> = wireClass({
  name: "WorksheetCollection",
  items: (_, { workbook }) => workbook.sheets().map(({ id }) => worksheetClass(id)),
  item: (_, key, session) => find(key, session) ?? refuse("ItemNotFound", `There is no worksheet ${String(key)}.`),
  methods: {
    ...eventRegistrations(() => "Workbook", {
      DataChanged: "Changed",
      SelectionChanged: "SelectionChanged",
      Added: "Added",
      Deleted: "Deleted",
      Activated: "Activated",
      EventNameChanged: "NameChanged",
    }),
    GetItemOrNullObject: (_, [key], session) => find(key, session) ?? nullObject,
    GetActiveWorksheet: (_, _args, { workbook }) => worksheetClass(workbook.activeSheet()),
    GetCount: (_, [visibleOnly], session) => listed(truth(visibleOnly, false), session).length,
    GetFirst: (_, [visibleOnly], session) => edge(listed(truth(visibleOnly, false), session)[0]),
    GetLast: (_, [visibleOnly], session) => edge(listed(truth(visibleOnly, false), session).at(-1)),
    Add(_, [name], { workbook }) {
      checkStructureWritable(workbook);
      const taken = workbook.sheets().map((sheet) => sheet.name);
      const given = name === null || name === undefined ? numberedName("Sheet", taken) : text(name);
      checkSheetName(given, taken);
      return worksheetClass(workbook.addSheet(given));
    },
  },
});

/** By name without regard to case, or by id. */
function find(key: unknown, { workbook }: Session): WireObject | null {
  const wanted = text(key).toLowerCase();
  const sheet = workbook.sheets().find(({ id, name }) => name.toLowerCase() === wanted || id.toLowerCase() === wanted);
  return sheet ? worksheetClass(sheet.id) : null;
}

function listed(visibleOnly: boolean, { workbook }: Session): SheetState[] {
  return workbook.sheets().filter(({ visibility }) => !visibleOnly || visibility === "Visible");
}

const edge = (sheet: SheetState | undefined): WireObject =>
  sheet ? worksheetClass(sheet.id) : refuse("ItemNotFound", "There is no visible worksheet.");
