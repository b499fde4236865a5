import type { Sheet, WriteSheet } from "hucre";
import type { PageSnapshot, SheetSnapshot } from "../host/snapshot";
import { isTrue } from "./workbookPart";
import { elements } from "./xml";

/** What a snapshot says of a sheet's window and of its pages. */
export type SheetLook = Pick<SheetSnapshot, "tabColor" | "showsGridlines" | "frozenRows" | "frozenColumns" | "page">;

/** From what stands before (`head`) and after (`tail`) a sheet's cells. */
export function readSheetLook(head: string, tail: string): SheetLook {
  const first = (xml: string, name: string) => [...elements(xml, name)][0]?.attributes ?? new Map<string, string>();
  const pane = first(head, "pane");
  const isFrozen = /^frozen/.test(pane.get("state") ?? "");
  const [, colour] = /^(?:[0-9A-F]{2})?([0-9A-F]{6})$/i.exec(first(head, "tabColor").get("rgb") ?? "") ?? [];
  const gridlines = /<(?:\w+:)?sheetView\s[^>]*showGridLines="(?:0|false)"/.test(head);
  return {
    tabColor: colour === undefined ? "" : `#${colour.toUpperCase()}`,
    showsGridlines: !gridlines,
    frozenRows: isFrozen ? Number(pane.get("ySplit") ?? 0) : 0,
    frozenColumns: isFrozen ? Number(pane.get("xSplit") ?? 0) : 0,
    page: pageOf(first(tail, "pageSetup"), isTrue(first(head, "pageSetUpPr").get("fitToPage"))),
  };
}

/** For hucre, over what an original file has there. */
export function lookForFile(
  { tabColor, showsGridlines, frozenRows, frozenColumns, page }: SheetSnapshot,
  original: Sheet | undefined,
): Pick<WriteSheet, "freezePane" | "view" | "pageSetup"> {
  const { tabColor: _colour, ...view } = original?.view ?? {};
  const { printArea: _a, printTitlesRow: _r, printTitlesColumn: _c, ...setup } = original?.pageSetup ?? {};
  const { zoom } = page;
  const scaling =
    "scale" in zoom
      ? { fitToPage: false, ...(zoom.scale !== 100 && { scale: zoom.scale }) }
      : { fitToPage: true, fitToWidth: zoom.horizontalFitToPages ?? 0, fitToHeight: zoom.verticalFitToPages ?? 0 };
  const { fitToPage: _f, fitToWidth: _w, fitToHeight: _h, scale: _s, orientation: _o, ...others } = setup;
  const isPlain = page.orientation === "Portrait" && "scale" in zoom && zoom.scale === 100;
  return {
    ...((frozenRows > 0 || frozenColumns > 0) && { freezePane: { rows: frozenRows, columns: frozenColumns } }),
    view: { ...view, showGridLines: showsGridlines, ...(tabColor !== "" && { tabColor: { rgb: tabColor.slice(1) } }) },
    ...((!isPlain || Object.keys(others).length > 0) && {
      pageSetup: { ...others, orientation: page.orientation === "Landscape" ? "landscape" : "portrait", ...scaling },
    }),
  };
}

function pageOf(setup: Map<string, string>, isFitted: boolean): PageSnapshot {
  const orientation = setup.get("orientation") === "landscape" ? "Landscape" : "Portrait";
  if (!isFitted) return { orientation, zoom: { scale: Number(setup.get("scale") ?? 100) } };
  const [wide, tall] = [Number(setup.get("fitToWidth") ?? 1), Number(setup.get("fitToHeight") ?? 1)];
  return {
    orientation,
    zoom: { ...(wide > 0 && { horizontalFitToPages: wide }), ...(tall > 0 && { verticalFitToPages: tall }) },
  };
}
