import { CHART_TITLES } from "../../strings/summary";
import { CHARTS } from "./summaryLayout";
import { MOVEMENT_TABLE, SUMMARY_TABLE, type SummaryLook } from "./summaryLook";
import { SUMMARY_COLUMNS, type SummaryColumn } from "./summaryContent";
import { SECTIONS } from "../../strings/summary";

/** The charts of the summary, by the names they have in the workbook. */
const NAMES = { value: "TierSummaryValue", accounts: "TierSummaryAccounts", movement: "TierMovementChart" } as const;
type ChartKind = keyof typeof NAMES;
const KINDS = Object.keys(NAMES) as ChartKind[];

/** First and last column of each chart; all are as high as their rows. */
const COLUMNS: Readonly<Record<ChartKind, readonly [first: number, last: number]>> = {
  value: [0, 5],
  accounts: [6, 13],
  movement: [14, 20],
};

/**
 * Draws the charts that are missing; all of them where `isReshaped` says that they show other cells than before. A chart
 * that stays keeps its place and its look, which are the analyst's. Answers how many there are then.
 */
export async function drawCharts(
  context: Excel.RequestContext,
  look: SummaryLook,
  isReshaped: boolean,
): Promise<number> {
  const { summary, movement } = look;
  if (!summary) return 0;
  const { charts } = context.workbook.worksheets.getItem(summary.sheet);
  const there = KINDS.map((kind) => ({ kind, chart: charts.getItemOrNullObject(NAMES[kind]) }));
  there.forEach(({ chart }) => chart.load("left, top, width, height"));
  await context.sync();
  let count = 0;
  for (const { kind, chart } of there) {
    const isWanted = kind !== "movement" || movement !== null;
    if (isWanted) count++;
    if (!chart.isNullObject && isWanted && !isReshaped) continue;
    const { left, top, width, height } = chart.isNullObject ? NOWHERE : chart;
    if (!chart.isNullObject) charts.getItem(NAMES[kind]).delete();
    if (!isWanted) continue;
    const drawn = kind === "movement" ? drawMovement(context, charts) : drawTiers(context, look, charts, kind);
    drawn.name = NAMES[kind];
    drawn.title.text = CHART_TITLES[kind];
    if (width > 0) Object.assign(drawn, { left, top, width, height });
    else placeIn(context, summary.sheet, drawn, COLUMNS[kind]);
  }
  await context.sync();
  return count;
}

const NOWHERE = { left: 0, top: 0, width: 0, height: 0 };

function placeIn(
  context: Excel.RequestContext,
  sheet: string,
  chart: Excel.Chart,
  [first, last]: readonly [number, number],
): void {
  const cell = (row: number, column: number) =>
    context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, 1, 1).untrack();
  chart.setPosition(cell(CHARTS.row, first), cell(CHARTS.row + CHARTS.rows - 1, last));
}

/** One column for each tier. */
function drawTiers(
  { workbook: { tables } }: Excel.RequestContext,
  { summary }: SummaryLook,
  charts: Excel.ChartCollection,
  figure: "value" | "accounts",
): Excel.Chart {
  const tiers = summary?.cells.filter(([section]) => section === SECTIONS.tier).length ?? 0;
  const positionOf = (column: SummaryColumn) => summary?.positions[SUMMARY_COLUMNS.indexOf(column)] ?? 0;
  const cells = (column: SummaryColumn, from: number, to: number) =>
    tables
      .getItem(SUMMARY_TABLE)
      .getRange()
      .untrack()
      .getCell(from, positionOf(column))
      .untrack()
      .getResizedRange(to - from, 0)
      .untrack();
  const chart = charts.add("ColumnClustered", cells(figure, 0, tiers), "Columns");
  chart.series.getItemAt(0).setXAxisValues(cells("name", 1, tiers));
  chart.legend.visible = false;
  return chart;
}

/** A column for each tier before, made of the tiers that its accounts are in now. */
function drawMovement({ workbook: { tables } }: Excel.RequestContext, charts: Excel.ChartCollection): Excel.Chart {
  const cells = tables.getItem(MOVEMENT_TABLE).getRange().untrack();
  const chart = charts.add("ColumnStacked", cells, "Columns");
  chart.legend.position = "Right";
  return chart;
}

/** Removes our charts from a sheet. */
export async function removeCharts(context: Excel.RequestContext, sheet: string): Promise<void> {
  const { charts } = context.workbook.worksheets.getItem(sheet);
  const there = KINDS.map((kind) => ({ kind, chart: charts.getItemOrNullObject(NAMES[kind]) }));
  there.forEach(({ chart }) => chart.load("name"));
  await context.sync();
  for (const { kind, chart } of there) if (!chart.isNullObject) charts.getItem(NAMES[kind]).delete();
  await context.sync();
}
