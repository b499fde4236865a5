import { parseAddress } from "../../rules/address";
import { checkSheetWritable } from "../../rules/protection";
import { refuse } from "../../rules/refusal";
import type { CellValue, ChartSnapshot } from "../../snapshot";
import type { Session } from "../session";

/** A chart, known by its sheet's id and its own. */
export interface ChartRef {
  sheet: string;
  id: string;
}

/** The chart, or `ItemNotFound` when it was deleted in the meantime. */
export function chartState({ sheet, id }: ChartRef, { workbook }: Session): ChartSnapshot {
  const isThere = workbook.sheets().some((other) => other.id === sheet);
  const chart = isThere ? workbook.charts(sheet).find((other) => other.id === id) : undefined;
  return chart ?? refuse("ItemNotFound", "The chart does not exist.");
}

/** Refused on a protected sheet. */
export function changeChart(ref: ChartRef, change: Partial<ChartSnapshot>, session: Session): void {
  checkSheetWritable(session.workbook, ref.sheet);
  const before = chartState(ref, session);
  const charts = session.workbook.charts(ref.sheet);
  session.workbook.setCharts(
    ref.sheet,
    charts.map((chart) => (chart === before ? { ...before, ...change } : chart)),
  );
}

/** The cells that a chart's reference leads to, one after another; none when they are gone. */
export function cellsBehind(reference: string, { workbook }: Session): CellValue[] {
  const parsed = parseAddress(reference.slice(1));
  const wanted = parsed?.sheet?.toLowerCase();
  const sheet = workbook.sheets().find(({ name }) => name.toLowerCase() === wanted);
  return parsed && sheet ? workbook.readValues(sheet.id, parsed.area).flat() : [];
}
