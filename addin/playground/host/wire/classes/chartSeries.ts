import { formatAddress } from "../../rules/address";
import { invalidArgument, refuse } from "../../rules/refusal";
import type { ChartSeriesSnapshot } from "../../snapshot";
import { color, oneOf, text, truth, wholeNumber } from "../arguments";
import type { Session } from "../session";
import { wireClass, type WireObject, type WireClass } from "../wireClass";
import { cellsBehind, changeChart, type ChartRef, chartState } from "./chartState";
import { rangeClass } from "./range";
import { cellsOf } from "./rangeRef";
import { sheetState } from "./sheetState";

/** A series by its place in the chart. */
interface SeriesRef extends ChartRef {
  index: number;
}

export const chartSeriesCollectionClass: WireClass<ChartRef> = wireClass({
  name: "ChartSeriesCollection",
  properties: { Count: { get: (ref, session) => chartState(ref, session).series.length } },
  items: (ref, session) => chartState(ref, session).series.map((_, index) => chartSeriesClass({ ...ref, index })),
  methods: {
    GetCount: (ref, _args, session) => chartState(ref, session).series.length,
    GetItemAt: (ref, [index], session) => at(ref, wholeNumber(index), session),
    /** Without values until it is given some. */
    Add(ref, [name, index], session) {
      const { series } = chartState(ref, session);
      const place = wholeNumber(index, series.length);
      if (place < 0 || place > series.length) invalidArgument(`The chart has no place ${place} for a series.`);
      const called = name === null || name === undefined ? `Series${series.length + 1}` : text(name);
      const added: ChartSeriesSnapshot = {
        name: called,
        values: "",
        categories: series[0]?.categories ?? "",
        hasDataLabels: false,
      };
      changeChart(ref, { series: series.toSpliced(place, 0, added) }, session);
      return chartSeriesClass({ ...ref, index: place });
    },
  },
});

export const chartSeriesClass: WireClass<SeriesRef> = wireClass({
  name: "ChartSeries",
  properties: {
    Name: {
      get(ref, session) {
        const { name } = state(ref, session);
        return name.startsWith("=") ? String(cellsBehind(name, session)[0] ?? "") : name;
      },
      set: (ref, value, session) => change(ref, { name: text(value) }, session),
    },
    HasDataLabels: {
      get: (ref, session) => state(ref, session).hasDataLabels,
      set: (ref, value, session) => change(ref, { hasDataLabels: truth(value) }, session),
    },
  },
  children: { Format: (ref) => chartSeriesFormatClass(ref) },
  methods: {
    SetValues: (ref, [source], session) => change(ref, { values: reference(source, session) }, session),
    SetXAxisValues: (ref, [source], session) => change(ref, { categories: reference(source, session) }, session),
    GetDimensionValues: (ref, [dimension], session) => cellsBehind(dimensionOf(ref, dimension, session), session),
    GetDimensionDataSourceString: (ref, [dimension], session) => dimensionOf(ref, dimension, session).slice(1),
    Delete(ref, _args, session) {
      const gone = state(ref, session);
      changeChart(ref, { series: chartState(ref, session).series.filter((series) => series !== gone) }, session);
    },
  },
});

export const chartSeriesFormatClass: WireClass<SeriesRef> = wireClass({
  name: "ChartSeriesFormat",
  children: { Fill: (ref) => chartFillClass(ref) },
});

export const chartFillClass: WireClass<SeriesRef> = wireClass({
  name: "ChartFill",
  methods: {
    SetSolidColor: (ref, [value], session) => change(ref, { fill: color(value) }, session),
    Clear(ref, _args, session) {
      const { fill: _, ...others } = state(ref, session);
      replace(ref, others, session);
    },
  },
});

function at(ref: ChartRef, index: number, session: Session): WireObject {
  const isThere = chartState(ref, session).series[index] !== undefined;
  return isThere ? chartSeriesClass({ ...ref, index }) : refuse("ItemNotFound", `There is no series ${index}.`);
}

function state(ref: SeriesRef, session: Session): ChartSeriesSnapshot {
  return chartState(ref, session).series[ref.index] ?? refuse("ItemNotFound", "The series does not exist.");
}

function change(ref: SeriesRef, changed: Partial<ChartSeriesSnapshot>, session: Session): void {
  replace(ref, { ...state(ref, session), ...changed }, session);
}

function replace(ref: SeriesRef, series: ChartSeriesSnapshot, session: Session): void {
  changeChart(ref, { series: chartState(ref, session).series.with(ref.index, series) }, session);
}

function reference(source: unknown, session: Session): string {
  const range = rangeClass.refOf(source);
  if (!range) return invalidArgument("The source data is not a range.");
  return `=${formatAddress(sheetState(range.sheet, session).name, cellsOf(range), true)}`;
}

function dimensionOf(ref: SeriesRef, dimension: unknown, session: Session): string {
  const { values, categories } = state(ref, session);
  return oneOf(dimension, ["Values", "Categories"]) === "Values" ? values : categories;
}
