import type { ChartSnapshot, SheetSnapshot } from "../host/snapshot";
import { attributes, attributeText, decodeEscapes, decodeXml, elements, encodeCellText, encodeXml } from "./xml";

/** Of English metric units, in which files measure drawings. */
const UNITS_PER_POINT = 12_700;
const POINTS_PER_PIXEL = 0.75;
const ROW_POINTS = 15;
const COLUMN_POINTS = 48;

type Sizes = Pick<SheetSnapshot, "columnWidths" | "rowHeights" | "hiddenRows" | "hiddenColumns">;
export type Place = Pick<ChartSnapshot, "id" | "name" | "top" | "left" | "width" | "height">;

/** The drawing part of a sheet: where its charts lie, which are its relations rId1, rId2, … */
export function drawingXml(charts: readonly ChartSnapshot[], sizes: Sizes): string {
  const anchors = charts.map(({ id, name, top, left, width, height }, index) => {
    const corner = (x: number, y: number): string => {
      const [column, columnOff] = cellAt(x, columnSize(sizes));
      const [row, rowOff] = cellAt(y, rowSize(sizes));
      return `<xdr:col>${column}</xdr:col><xdr:colOff>${columnOff}</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${rowOff}</xdr:rowOff>`;
    };
    const creation = `<a:extLst><a:ext uri="{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}"><a16:creationId xmlns:a16="http://schemas.microsoft.com/office/drawing/2014/main" id="${encodeXml(id)}"/></a:ext></a:extLst>`;
    return (
      `<xdr:twoCellAnchor><xdr:from>${corner(left, top)}</xdr:from><xdr:to>${corner(left + width, top + height)}</xdr:to>` +
      `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${index + 2}" name="${attributeText(encodeCellText(name))}">${creation}</xdr:cNvPr>` +
      `<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic>` +
      `<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId${index + 1}"/></a:graphicData>` +
      `</a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`
    );
  });
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${anchors.join("")}</xdr:wsDr>`;
}

/** Where the charts of a drawing lie, by relation; `isOnlyCharts` tells that there is nothing else in it. */
export function readDrawing(xml: string, sizes: Sizes): { places: Map<string, Place>; isOnlyCharts: boolean } {
  const places = new Map<string, Place>();
  const anchors = [...elements(xml, "twoCellAnchor")];
  for (const { inner } of anchors) {
    const relation = /<(?:\w+:)?chart\s[^>]*\br:id="([^"]+)"/.exec(inner)?.[1];
    const [from, to] = [corner(inner, "from", sizes), corner(inner, "to", sizes)];
    const frame = attributes(/<(?:\w+:)?cNvPr\s([^>]*)>/.exec(inner)?.[1] ?? "");
    if (relation === undefined || !from || !to) continue;
    places.set(relation, {
      id: decodeXml(
        /creationId\s[^>]*\bid="([^"]+)"/.exec(inner)?.[1] ?? `{CHART-${relation}-${frame.get("id") ?? ""}}`,
      ),
      name: decodeEscapes(frame.get("name") ?? ""),
      top: from.y,
      left: from.x,
      width: rounded(to.x - from.x),
      height: rounded(to.y - from.y),
    });
  }
  const others = [...elements(xml, "oneCellAnchor"), ...elements(xml, "absoluteAnchor")];
  return { places, isOnlyCharts: places.size === anchors.length && others.length === 0 };
}

function corner(anchor: string, name: string, sizes: Sizes): { x: number; y: number } | null {
  const inner = [...elements(anchor, name)][0]?.inner;
  if (inner === undefined) return null;
  const number = (tag: string): number => Number([...elements(inner, tag)][0]?.inner ?? 0);
  return {
    x: placeOf(number("col"), number("colOff"), columnSize(sizes)),
    y: placeOf(number("row"), number("rowOff"), rowSize(sizes)),
  };
}

function rowSize({ rowHeights, hiddenRows }: Sizes): (row: number) => number {
  const hidden = new Set(hiddenRows);
  return (row) => (hidden.has(row) ? 0 : (rowHeights[row] ?? ROW_POINTS));
}

function columnSize({ columnWidths, hiddenColumns }: Sizes): (column: number) => number {
  const hidden = new Set(hiddenColumns);
  return (column) => {
    const pixels = columnWidths[column];
    return hidden.has(column) ? 0 : pixels === undefined ? COLUMN_POINTS : pixels * POINTS_PER_PIXEL;
  };
}

/** The cell at a distance in points, and how far in it that is, in units. */
function cellAt(distance: number, sizeOf: (index: number) => number): [index: number, offset: number] {
  let index = 0;
  let rest = distance;
  while (index < MOST_CELLS && rest >= sizeOf(index)) rest -= sizeOf(index++);
  return [index, Math.round(rest * UNITS_PER_POINT)];
}

const MOST_CELLS = 100_000;

function placeOf(index: number, offset: number, sizeOf: (index: number) => number): number {
  let place = offset / UNITS_PER_POINT;
  for (let cell = 0; cell < Math.min(index, MOST_CELLS); cell++) place += sizeOf(cell);
  return rounded(place);
}

/** To a hundredth of a point, less than files can tell. */
const rounded = (points: number): number => Math.round(points * 100) / 100;
