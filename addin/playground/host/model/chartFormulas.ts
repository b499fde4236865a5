import type { ChartSnapshot } from "../snapshot";

/** The chart with each of its references changed; texts are no references. */
export function mapChartFormulas(chart: ChartSnapshot, change: (formula: string) => string): ChartSnapshot {
  const changed = (formula: string): string => (formula.startsWith("=") ? change(formula) : formula);
  const series = chart.series.map(({ name, values, categories, ...others }) => ({
    name: changed(name),
    values: changed(values),
    categories: changed(categories),
    ...others,
  }));
  return { ...chart, series };
}
