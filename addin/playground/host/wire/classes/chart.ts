import { checkSheetWritable } from "../../rules/protection";
import { invalidArgument } from "../../rules/refusal";
import type { Area, ChartSnapshot } from "../../snapshot";
import { oneOf, text, truth } from "../arguments";
import type { Session } from "../session";
import { type Property, wireClass, type WireClass } from "../wireClass";
import { chartAxesClass } from "./chartAxis";
import { modelledType, seriesFrom } from "./chartCollection";
import { chartSeriesCollectionClass } from "./chartSeries";
import { changeChart, type ChartRef, chartState } from "./chartState";
import { textProperties } from "./chartText";
import { cellsOfArgument } from "./rangeRef";
import { worksheetClass } from "./worksheet";

export const chartClass: WireClass<ChartRef> = wireClass({
  name: "Chart",
  identity: (ref, session) => ({ Id: chartState(ref, session).id }),
  properties: {
    Id: { get: (ref, session) => chartState(ref, session).id },
    Name: {
      get: (ref, session) => chartState(ref, session).name,
      set: (ref, value, session) => changeChart(ref, { name: text(value) }, session),
    },
    ChartType: {
      get: (ref, session) => chartState(ref, session).type,
      set: (ref, value, session) => changeChart(ref, { type: modelledType(value) }, session),
    },
    Top: place("top"),
    Left: place("left"),
    Width: place("width"),
    Height: place("height"),
  },
  children: {
    Axes: (ref) => chartAxesClass(ref),
    Legend: (ref) => chartLegendClass(ref),
    Series: (ref) => chartSeriesCollectionClass(ref),
    Title: (ref) => chartTitleClass(ref),
    Worksheet: (ref) => worksheetClass(ref.sheet),
  },
  methods: {
    Delete(ref, _args, session) {
      checkSheetWritable(session.workbook, ref.sheet);
      const gone = chartState(ref, session);
      session.workbook.setCharts(
        ref.sheet,
        session.workbook.charts(ref.sheet).filter((chart) => chart !== gone),
      );
    },
    /** A series keeps its colour and its labels by its place. */
    SetData(ref, [source, seriesBy], session) {
      const before = chartState(ref, session).series;
      const series = seriesFrom(source, seriesBy, session).map((added, index) => {
        const { fill, hasDataLabels = false } = before[index] ?? {};
        return { ...added, ...(fill !== undefined && { fill }), hasDataLabels };
      });
      changeChart(ref, { series }, session);
    },
    /** From the first cell's corner to the last one's; without a last one the chart keeps its size. */
    SetPosition(ref, [start, end], session) {
      const first = cellsOfArgument(start, ref.sheet, session);
      const last = end === null || end === undefined || end === "" ? null : cellsOfArgument(end, ref.sheet, session);
      if (first.sheet !== ref.sheet || (last && last.sheet !== ref.sheet)) {
        invalidArgument("The cells are on another sheet.");
      }
      const { top, left } = corners(ref.sheet, first.area, session);
      if (!last) return changeChart(ref, { top, left }, session);
      const { bottom, right } = corners(ref.sheet, last.area, session);
      if (bottom <= top || right <= left) invalidArgument("The chart would end before it starts.");
      changeChart(ref, { top, left, width: right - left, height: bottom - top }, session);
    },
  },
});

export const chartTitleClass: WireClass<ChartRef> = wireClass({
  name: "ChartTitle",
  properties: textProperties(
    (ref: ChartRef, session) => chartState(ref, session).title,
    (ref, title, session) => changeChart(ref, { title }, session),
  ),
});

export const chartLegendClass: WireClass<ChartRef> = wireClass({
  name: "ChartLegend",
  properties: {
    Visible: {
      get: (ref, session) => chartState(ref, session).legend.isVisible,
      set(ref, value, session) {
        changeChart(ref, { legend: { ...chartState(ref, session).legend, isVisible: truth(value) } }, session);
      },
    },
    Position: {
      get: (ref, session) => chartState(ref, session).legend.position,
      set(ref, value, session) {
        const position = oneOf(value, ["Top", "Bottom", "Left", "Right", "Corner"]);
        changeChart(ref, { legend: { isVisible: true, position } }, session);
      },
    },
  },
});

function place(side: "top" | "left" | "width" | "height"): Property<ChartRef> {
  return {
    get: (ref, session) => chartState(ref, session)[side],
    set(ref, value, session) {
      const isPlace = typeof value === "number" && Number.isFinite(value) && value >= 0;
      const change: Partial<ChartSnapshot> = { [side]: isPlace ? value : invalidArgument("A place is missing.") };
      changeChart(ref, change, session);
    },
  };
}

/** Edges of a block of cells, in points from the sheet's corner. */
function corners(
  sheet: string,
  { row, column, rows, columns }: Area,
  { workbook }: Session,
): { top: number; left: number; bottom: number; right: number } {
  return {
    top: workbook.distanceTo(sheet, "rows", row),
    left: workbook.distanceTo(sheet, "columns", column),
    bottom: workbook.distanceTo(sheet, "rows", row + rows),
    right: workbook.distanceTo(sheet, "columns", column + columns),
  };
}
