import type {
  ChartAxisSnapshot,
  ChartSeriesSnapshot,
  ChartSnapshot,
  ChartText,
  ChartType,
  SheetSnapshot,
} from "../host/snapshot";
import { LEGEND_SIDES, PLOTS } from "./chartPart";
import { readDrawing, type Place } from "./drawingPart";
import { formulaFromFile } from "./formulaText";
import { folderOf, readRelations, relationsOf } from "./workbookPart";
import { decodeCellText, decodeXml, elements, plainXml } from "./xml";
import type { Archive } from "./zipReading";

/** The charts of a sheet, and the parts of the file that they hold everything of. */
export interface ReadCharts {
  charts: ChartSnapshot[];
  wholeParts: string[];
}

/** Reads the kinds of charts that a snapshot can hold; of others, and of what else a chart has, `wholeParts` says nothing. */
export async function readCharts(
  archive: Archive,
  part: string,
  sizes: Pick<SheetSnapshot, "columnWidths" | "rowHeights" | "hiddenRows" | "hiddenColumns">,
): Promise<ReadCharts> {
  const found: ReadCharts = { charts: [], wholeParts: [] };
  for (const { type, target: drawing } of (await readRelations(archive, relationsOf(part), folderOf(part))).values()) {
    if (type !== "drawing" || !archive.has(drawing)) continue;
    const { places, isOnlyCharts } = readDrawing(plainXml(await archive.text(drawing)), sizes);
    const relations = await readRelations(archive, relationsOf(drawing), folderOf(drawing));
    let isWhole = isOnlyCharts;
    for (const [relation, place] of places) {
      const target = relations.get(relation)?.target ?? "";
      const xml = archive.has(target) ? plainXml(await archive.text(target)) : "";
      const chart = chartOf(xml, place);
      if (chart) found.charts.push(chart);
      if (chart && hasOnlyKnown(xml)) found.wholeParts.push(target, relationsOf(target));
      else isWhole = false;
    }
    if (isWhole) found.wholeParts.push(drawing, relationsOf(drawing));
  }
  return found;
}

function chartOf(xml: string, place: Place): ChartSnapshot | null {
  const [plotArea] = elements(xml, "plotArea");
  const type = plotArea && typeOf(plotArea.inner);
  if (!plotArea || !type) return null;
  const beforePlot = xml.slice(0, xml.indexOf(plotArea.outer));
  const position = value([...elements(xml, "legend")][0]?.inner ?? "", "legendPos");
  const side = (Object.keys(LEGEND_SIDES) as (keyof typeof LEGEND_SIDES)[]).find(
    (name) => LEGEND_SIDES[name] === position,
  );
  return {
    ...place,
    type,
    title: titleOf(beforePlot),
    legend: { isVisible: [...elements(xml, "legend")].length > 0, position: side ?? "Bottom" },
    categoryAxis: axisOf([...elements(plotArea.inner, "catAx")][0]?.inner, false),
    valueAxis: axisOf([...elements(plotArea.inner, "valAx")][0]?.inner, true),
    series: [...elements(plotArea.inner, "ser")].map(({ inner }) => seriesOf(inner)),
  };
}

/** Null for a kind that is not modelled, and for several kinds in one chart. */
function typeOf(plotArea: string): ChartType | null {
  const plots = [...plotArea.matchAll(/<(?:\w+:)?(\w+Chart)>/g)].map(([, name]) => name);
  const [plot, ...others] = plots;
  if (others.length > 0) return null;
  const [direction, grouping] = [value(plotArea, "barDir"), value(plotArea, "grouping")];
  const isPlainLine = [...elements(plotArea, "ser")].some(({ inner }) => value(inner, "symbol") === "none");
  const matching = (Object.keys(PLOTS) as ChartType[]).filter((type) => {
    const { plot: own, direction: ownDirection, grouping: ownGrouping } = PLOTS[type];
    return own === plot && ownDirection === (direction ?? "") && ownGrouping === (grouping ?? "");
  });
  return matching.find((type) => type !== (isPlainLine ? "LineMarkers" : "Line")) ?? null;
}

function seriesOf(xml: string): ChartSeriesSnapshot {
  const named = [...elements(xml, "tx")][0]?.inner ?? "";
  const fill = /<(?:\w+:)?srgbClr\s[^>]*val="([0-9A-Fa-f]{6})"/.exec([...elements(xml, "spPr")][0]?.inner ?? "")?.[1];
  return {
    name: reference(named) || decodeCellText([...elements(named, "v")][0]?.inner ?? ""),
    values: reference([...elements(xml, "val")][0]?.inner ?? ""),
    categories: reference([...elements(xml, "cat")][0]?.inner ?? ""),
    ...(fill !== undefined && { fill: `#${fill.toUpperCase()}` }),
    hasDataLabels: value([...elements(xml, "dLbls")][0]?.inner ?? "", "showVal") === "1",
  };
}

function axisOf(xml: string | undefined, hasUsualGridlines: boolean): ChartAxisSnapshot {
  const text = xml ?? "";
  const [format] = elements(text, "numFmt");
  const isLinked = format?.attributes.get("sourceLinked") === "1";
  return {
    title: titleOf(text),
    isVisible: value(text, "delete") !== "1",
    isReversed: value(text, "orientation") === "maxMin",
    hasGridlines: xml === undefined ? hasUsualGridlines : [...elements(text, "majorGridlines")].length > 0,
    numberFormat: isLinked ? "General" : (format?.attributes.get("formatCode") ?? "General"),
  };
}

/** The text of a title that is not shown is not in the file. */
function titleOf(xml: string): ChartText {
  const [title] = elements(xml, "title");
  if (!title) return { text: "", isVisible: false };
  return { text: [...elements(title.inner, "t")].map(({ inner }) => decodeCellText(inner)).join(""), isVisible: true };
}

function reference(xml: string): string {
  const [formula] = elements(xml, "f");
  return formula ? `=${formulaFromFile(decodeXml(formula.inner))}` : "";
}

function value(xml: string, name: string): string | undefined {
  return [...elements(xml, name)][0]?.attributes.get("val");
}

/** Everything that we write ourselves; a chart with more in it loses that. */
const KNOWN = new Set(
  `chartSpace roundedCorners chart title tx rich bodyPr lstStyle p r rPr t overlay autoTitleDeleted plotArea layout barChart lineChart
   pieChart doughnutChart barDir grouping varyColors ser idx order strRef numRef f v spPr solidFill srgbClr ln invertIfNegative marker
   symbol dLbls showLegendKey showVal showCatName showSerName showPercent showBubbleSize cat val smooth gapWidth overlap holeSize axId catAx valAx
   scaling orientation delete axPos majorGridlines numFmt majorTickMark minorTickMark tickLblPos crossAx crosses auto lblAlgn lblOffset
   noMultiLvlLbl crossBetween legend legendPos plotVisOnly dispBlanksAs`.split(/\s+/),
);

function hasOnlyKnown(xml: string): boolean {
  return [...xml.matchAll(/<(?:\w+:)?(\w+)[\s/>]/g)].every(([, name = ""]) => KNOWN.has(name));
}
