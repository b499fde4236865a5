import type { ChartAxisSnapshot } from "../../snapshot";
import { text, truth } from "../arguments";
import type { Session } from "../session";
import { type Property, wireClass, type WireClass } from "../wireClass";
import { changeChart, type ChartRef, chartState } from "./chartState";
import { textProperties } from "./chartText";

interface AxisRef extends ChartRef {
  axis: "categoryAxis" | "valueAxis";
}

export const chartAxesClass: WireClass<ChartRef> = wireClass({
  name: "ChartAxes",
  children: {
    CategoryAxis: (ref) => chartAxisClass({ ...ref, axis: "categoryAxis" }),
    ValueAxis: (ref) => chartAxisClass({ ...ref, axis: "valueAxis" }),
  },
});

export const chartAxisClass: WireClass<AxisRef> = wireClass({
  name: "ChartAxis",
  properties: {
    Visible: setting("isVisible", truth),
    ReversePlotOrder: setting("isReversed", truth),
    NumberFormat: setting("numberFormat", text),
  },
  children: { MajorGridlines: (ref) => chartGridlinesClass(ref), Title: (ref) => chartAxisTitleClass(ref) },
});

export const chartGridlinesClass: WireClass<AxisRef> = wireClass({
  name: "ChartGridlines",
  properties: { Visible: setting("hasGridlines", truth) },
});

export const chartAxisTitleClass: WireClass<AxisRef> = wireClass({
  name: "ChartAxisTitle",
  properties: textProperties(
    (ref: AxisRef, session) => axisState(ref, session).title,
    (ref, title, session) => changeAxis(ref, { title }, session),
  ),
});

function setting<K extends keyof ChartAxisSnapshot>(
  key: K,
  read: (value: unknown) => ChartAxisSnapshot[K],
): Property<AxisRef> {
  return {
    get: (ref, session) => axisState(ref, session)[key],
    set: (ref, value, session) => changeAxis(ref, { [key]: read(value) }, session),
  };
}

function axisState(ref: AxisRef, session: Session): ChartAxisSnapshot {
  return chartState(ref, session)[ref.axis];
}

function changeAxis(ref: AxisRef, change: Partial<ChartAxisSnapshot>, session: Session): void {
  changeChart(ref, { [ref.axis]: { ...axisState(ref, session), ...change } }, session);
}
