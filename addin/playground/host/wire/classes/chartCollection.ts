import { numberedName } from "../../rules/naming";
import { checkSheetWritable } from "../../rules/protection";
import { invalidArgument, refuse } from "../../rules/refusal";
import { type SeriesBy, seriesOf } from "../../rules/chartSeries";
import type { ChartAxisSnapshot, ChartSeriesSnapshot, ChartSnapshot, ChartType } from "../../snapshot";
import { oneOf, text, wholeNumber } from "../arguments";
import type { Session } from "../session";
import { nullObject, wireClass, type WireObject, type WireClass } from "../wireClass";
import { chartClass } from "./chart";
import { rangeClass } from "./range";
import { cellsOf } from "./rangeRef";
import { sheetState } from "./sheetState";

/** Others are refused as `NotImplemented`. */
export const CHART_TYPES: readonly ChartType[] = [
  "ColumnClustered",
  "ColumnStacked",
  "ColumnStacked100",
  "BarClustered",
  "BarStacked",
  "BarStacked100",
  "Line",
  "LineMarkers",
  "Pie",
  "Doughnut",
];

/** The charts of a sheet, known by its id. */
export const chartCollectionClass: WireClass<string> = wireClass({
  name: "ChartCollection",
  properties: { Count: { get: (sheet, session) => listed(sheet, session).length } },
  items: (sheet, session) => listed(sheet, session).map(({ id }) => chartClass({ sheet, id })),
  item: (sheet, key, session) => found(sheet, key, session) ?? missing(key),
  methods: {
    Add: add,
    GetItem: (sheet, [key], session) => found(sheet, key, session) ?? missing(key),
    GetItemOrNullObject: (sheet, [key], session) => found(sheet, key, session) ?? nullObject,
    GetItemAt(sheet, [index], session) {
      const chart = listed(sheet, session)[wholeNumber(index)];
      return chart ? chartClass({ sheet, id: chart.id }) : missing(index);
    },
    GetCount: (sheet, _args, session) => listed(sheet, session).length,
  },
});

/** The series that Excel makes of a range. */
export function seriesFrom(source: unknown, seriesBy: unknown, session: Session): ChartSeriesSnapshot[] {
  const range = rangeClass.refOf(source);
  if (!range) return invalidArgument("The source data is not a range.");
  const area = cellsOf(range);
  const by: SeriesBy = oneOf(seriesBy, ["Auto", "Columns", "Rows"], "Auto");
  const cells = session.workbook.readValues(range.sheet, area);
  return seriesOf(cells, area, sheetState(range.sheet, session).name, by);
}

function add(sheet: string, [type, source, seriesBy]: readonly unknown[], session: Session): WireObject {
  const { workbook } = session;
  checkSheetWritable(workbook, sheet);
  const chartType = modelledType(type);
  const series = seriesFrom(source, seriesBy, session);
  const charts = listed(sheet, session);
  const isRound = chartType === "Pie" || chartType === "Doughnut";
  const added: ChartSnapshot = {
    id: freeId(session),
    name: numberedName(
      "Chart ",
      charts.map(({ name }) => name),
    ),
    type: chartType,
    top: 0,
    left: 0,
    width: 360,
    height: 216,
    title: { text: "Chart Title", isVisible: true },
    legend: { isVisible: isRound || series.length > 1, position: "Bottom" },
    categoryAxis: newAxis(false),
    valueAxis: newAxis(true),
    series,
  };
  workbook.setCharts(sheet, [...charts, added]);
  return chartClass({ sheet, id: added.id });
}

/** Refused: what is no type at all, and what this host cannot keep. */
export function modelledType(type: unknown): ChartType {
  const known = CHART_TYPES.find((other) => other === type);
  return known ?? refuse("NotImplemented", `This host has no charts of the type ${text(type)}.`);
}

function newAxis(hasGridlines: boolean): ChartAxisSnapshot {
  const title = { text: "", isVisible: false };
  return { title, isVisible: true, isReversed: false, hasGridlines, numberFormat: "General" };
}

function listed(sheet: string, session: Session): readonly ChartSnapshot[] {
  return session.workbook.charts(sheetState(sheet, session).id);
}

/** The first one of that name; by its id too, which the client asks with. */
function found(sheet: string, key: unknown, session: Session): WireObject | null {
  const wanted = text(key).toLowerCase();
  const charts = listed(sheet, session);
  const chart =
    charts.find(({ name }) => name.toLowerCase() === wanted) ?? charts.find(({ id }) => id.toLowerCase() === wanted);
  return chart ? chartClass({ sheet, id: chart.id }) : null;
}

function freeId({ workbook }: Session): string {
  const taken = workbook.sheets().flatMap(({ id }) => workbook.charts(id).map((chart) => chart.id));
  let number = taken.length + 1;
  while (taken.includes(chartId(number))) number++;
  return chartId(number);
}

const chartId = (number: number): string => `{00000000-0008-0000-0000-${String(number).padStart(12, "0")}}`;

const missing = (key: unknown): never => refuse("ItemNotFound", `There is no chart ${String(key)}.`);
