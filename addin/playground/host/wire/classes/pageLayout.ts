import { checkSheetWritable } from "../../rules/protection";
import { invalidArgument } from "../../rules/refusal";
import type { PageSnapshot } from "../../snapshot";
import { oneOf, record, wholeNumber } from "../arguments";
import type { Session } from "../session";
import { wireClass, type WireClass } from "../wireClass";
import { sheetState } from "./sheetState";

/** How a sheet is printed. */
export const pageLayoutClass: WireClass<string> = wireClass({
  name: "PageLayout",
  properties: {
    Orientation: {
      get: (id, session) => sheetState(id, session).page.orientation,
      set: (id, value, session) =>
        change(id, { orientation: oneOf<PageSnapshot["orientation"]>(value, ["Portrait", "Landscape"]) }, session),
    },
    Zoom: {
      get(id, session) {
        const none = { horizontalFitToPages: null, scale: null, verticalFitToPages: null };
        return { ...none, ...sheetState(id, session).page.zoom };
      },
      set: (id, value, session) => change(id, { zoom: zoomOf(record(value)) }, session),
    },
  },
});

function change(id: string, changed: Partial<PageSnapshot>, session: Session): void {
  checkSheetWritable(session.workbook, id);
  session.workbook.changeSheet(id, { page: { ...sheetState(id, session).page, ...changed } });
}

/** Either a scale, from 10 to 400 percent, or numbers of pages. */
function zoomOf({ scale, horizontalFitToPages, verticalFitToPages }: Record<string, unknown>): PageSnapshot["zoom"] {
  const [wide, tall] = [pages(horizontalFitToPages), pages(verticalFitToPages)];
  if (scale === null || scale === undefined) {
    if (wide === null && tall === null) invalidArgument("The zoom is missing.");
    return { ...(wide !== null && { horizontalFitToPages: wide }), ...(tall !== null && { verticalFitToPages: tall }) };
  }
  if (wide !== null || tall !== null) invalidArgument("A page is scaled or fitted, not both.");
  const percent = wholeNumber(scale);
  return percent >= 10 && percent <= 400 ? { scale: percent } : invalidArgument("The scale is from 10 to 400.");
}

function pages(value: unknown): number | null {
  if (value === null || value === undefined) return null;
  const count = wholeNumber(value);
  return count >= 1 ? count : invalidArgument("A number of pages is at least one.");
}
