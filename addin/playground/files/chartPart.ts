import type { ChartAxisSnapshot, ChartSeriesSnapshot, ChartSnapshot, ChartText, ChartType } from "../host/snapshot";
import { formulaForFile } from "./formulaText";
import { encodeCellText, encodeXml } from "./xml";

/** How a file tells the types: a plot's element, its direction and its grouping. */
export const PLOTS = {
  ColumnClustered: { plot: "barChart", direction: "col", grouping: "clustered" },
  ColumnStacked: { plot: "barChart", direction: "col", grouping: "stacked" },
  ColumnStacked100: { plot: "barChart", direction: "col", grouping: "percentStacked" },
  BarClustered: { plot: "barChart", direction: "bar", grouping: "clustered" },
  BarStacked: { plot: "barChart", direction: "bar", grouping: "stacked" },
  BarStacked100: { plot: "barChart", direction: "bar", grouping: "percentStacked" },
  Line: { plot: "lineChart", direction: "", grouping: "standard" },
  LineMarkers: { plot: "lineChart", direction: "", grouping: "standard" },
  Pie: { plot: "pieChart", direction: "", grouping: "" },
  Doughnut: { plot: "doughnutChart", direction: "", grouping: "" },
} as const satisfies Record<ChartType, { plot: string; direction: string; grouping: string }>;

export const LEGEND_SIDES = { Top: "t", Bottom: "b", Left: "l", Right: "r", Corner: "tr" } as const;

/** A chart as its own part of a file. What it shows is taken from the cells when the file is opened. */
export function chartXml(chart: ChartSnapshot): string {
  const { plot, direction, grouping } = PLOTS[chart.type];
  const isRound = plot === "pieChart" || plot === "doughnutChart";
  const isStacked = grouping === "stacked" || grouping === "percentStacked";
  const series = chart.series.map((one, index) => seriesXml(one, index, chart.type));
  const body = [
    direction && `<c:barDir val="${direction}"/>`,
    grouping && `<c:grouping val="${grouping}"/>`,
    `<c:varyColors val="${isRound ? 1 : 0}"/>`,
    ...series,
    plot === "barChart" && `<c:gapWidth val="80"/>${isStacked ? '<c:overlap val="100"/>' : ""}`,
    plot === "lineChart" && '<c:marker val="1"/>',
    plot === "doughnutChart" && '<c:holeSize val="50"/>',
    !isRound && '<c:axId val="1"/><c:axId val="2"/>',
  ].filter((part) => part !== false && part !== "");
  const axes = isRound ? "" : axesXml(chart, direction === "bar");
  const { isVisible, position } = chart.legend;
  const legend = `<c:legend><c:legendPos val="${LEGEND_SIDES[position]}"/><c:overlay val="0"/></c:legend>`;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">' +
    `<c:roundedCorners val="0"/><c:chart>${titleXml(chart.title, 1400)}` +
    `<c:autoTitleDeleted val="${chart.title.isVisible ? 0 : 1}"/>` +
    `<c:plotArea><c:layout/><c:${plot}>${body.join("")}</c:${plot}>${axes}</c:plotArea>${isVisible ? legend : ""}` +
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>'
  );
}

function seriesXml(
  { name, values, categories, fill, hasDataLabels }: ChartSeriesSnapshot,
  index: number,
  type: ChartType,
) {
  const solid = fill && `<a:solidFill><a:srgbClr val="${fill.slice(1)}"/></a:solidFill>`;
  const isLine = type === "Line" || type === "LineMarkers";
  const reference = (formula: string, kind: string): string =>
    `<c:${kind}><c:f>${encodeXml(formulaForFile(formula.slice(1)))}</c:f></c:${kind}>`;
  return [
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>`,
    `<c:tx>${name.startsWith("=") ? reference(name, "strRef") : `<c:v>${encodeCellText(name)}</c:v>`}</c:tx>`,
    solid && `<c:spPr>${isLine ? `<a:ln w="28575">${solid}</a:ln>` : solid}</c:spPr>`,
    !isLine && !["Pie", "Doughnut"].includes(type) && '<c:invertIfNegative val="0"/>',
    type === "Line" && '<c:marker><c:symbol val="none"/></c:marker>',
    hasDataLabels && DATA_LABELS,
    categories && `<c:cat>${reference(categories, "strRef")}</c:cat>`,
    values && `<c:val>${reference(values, "numRef")}</c:val>`,
    isLine && '<c:smooth val="0"/>',
    "</c:ser>",
  ]
    .filter((part) => part !== false && part !== undefined)
    .join("");
}

const DATA_LABELS =
  '<c:dLbls><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>';

function axesXml({ categoryAxis, valueAxis }: ChartSnapshot, isSideways: boolean): string {
  const [below, beside] = isSideways ? ["l", "b"] : ["b", "l"];
  return (
    `<c:catAx>${axisXml(categoryAxis, 1, below)}<c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>` +
    `<c:valAx>${axisXml(valueAxis, 2, beside)}<c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`
  );
}

function axisXml(
  { title, isVisible, isReversed, hasGridlines, numberFormat }: ChartAxisSnapshot,
  id: 1 | 2,
  side = "",
): string {
  const isLinked = numberFormat === "General";
  return (
    `<c:axId val="${id}"/><c:scaling><c:orientation val="${isReversed ? "maxMin" : "minMax"}"/></c:scaling>` +
    `<c:delete val="${isVisible ? 0 : 1}"/><c:axPos val="${side}"/>${hasGridlines ? GRIDLINES : ""}${titleXml(title, 1000)}` +
    `<c:numFmt formatCode="${encodeXml(numberFormat)}" sourceLinked="${isLinked ? 1 : 0}"/>` +
    `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:crossAx val="${3 - id}"/>`
  );
}

const GRIDLINES =
  '<c:majorGridlines><c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>';

function titleXml({ text, isVisible }: ChartText, size: number): string {
  if (!isVisible) return "";
  const run = `<a:r><a:rPr lang="en-US" sz="${size}" b="0"/><a:t>${encodeCellText(text)}</a:t></a:r>`;
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p>${run}</a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
}
