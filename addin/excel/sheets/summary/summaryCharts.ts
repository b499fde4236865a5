import { CHART_TITLES, nowIn, SECTIONS, SUMMARY_HEADERS } from "../../../strings/summary";
import { CHARTS } from "./summaryLayout";
import { MOVEMENT_TABLE, SUMMARY_TABLE, type SummaryLook } from "./summaryLook";
import { blankColumns, SUMMARY_COLUMNS, type SummaryColumn, type SummaryContent } from "./summaryContent";
import { CHART_COLOURS, SUMMARY_WIDTHS } from "./summaryFormats";

/** The charts of the summary, by the names they have in the workbook. */
const NAMES = { value: "TierSummaryValue", accounts: "TierSummaryAccounts", movement: "TierMovementChart" } as const;
type ChartKind = keyof typeof NAMES;
const KINDS = Object.keys(NAMES) as ChartKind[];

const TYPES = { value: "ColumnClustered", accounts: "ColumnClustered", movement: "ColumnStacked" } as const;

/** Where each chart begins and ends, as parts of the width of the figures. */
const PLACES: Readonly<Record<ChartKind, readonly [from: number, to: number]>> = {
  value: [0, 0.31],
  accounts: [0.32, 0.63],
  movement: [0.64, 1],
};
const POINTS_PER_ROW = 15;

/**
 * Draws the charts that are missing; where `isReshaped` says that they show other cells than before, those that are there
 * are given the cells of now. Their place and their look stay as the analyst likes them. Answers how many there are then.
 */
export async function drawCharts(
  context: Excel.RequestContext,
  look: SummaryLook,
  isReshaped: boolean,
  colours: SummaryContent["colours"] = [],
): Promise<number> {
  const { summary, movement } = look;
  if (!summary) return 0;
  const { charts } = context.workbook.worksheets.getItem(summary.sheet);
  charts.load("items/id, items/name");
  await context.sync();
  const there = new Map(charts.items.map(({ id, name }) => [name, id]));
  const wanted = KINDS.filter((kind) => kind !== "movement" || movement !== null);
  try {
    for (const kind of KINDS) {
      const isThere = there.has(NAMES[kind]);
      if (!wanted.includes(kind)) {
        if (isThere) charts.getItem(NAMES[kind]).delete();
      } else if (!isThere) draw(context, look, charts, { kind, colours });
      else if (isReshaped) show(context, look, charts.getItem(NAMES[kind]), kind);
    }
    await context.sync();
  } catch (thrown) {
    await removeUnfinished(context, summary.sheet, new Set(there.values()));
    throw thrown;
  }
  return wanted.length;
}

/** Removes charts of ours that have come and are not complete. */
async function removeUnfinished(
  context: Excel.RequestContext,
  sheet: string,
  before: ReadonlySet<string>,
): Promise<void> {
  const { charts } = context.workbook.worksheets.getItem(sheet);
  charts.load("items/id, items/name");
  await context.sync();
  const come = charts.items
    .filter(({ id }) => !before.has(id))
    .map(({ name }) => ({ name, series: charts.getItem(name).series }));
  come.forEach(({ series }) => series.load("items/name"));
  if (come.length > 0) await context.sync();
  const headers: readonly string[] = [SUMMARY_HEADERS.value, SUMMARY_HEADERS.accounts];
  for (const { name, series } of come) {
    const first = series.items[0]?.name ?? "";
    const isOurs =
      Object.values<string>(NAMES).includes(name) || headers.includes(first) || first.startsWith(nowIn(""));
    if (isOurs) charts.getItem(name).delete();
  }
  await context.sync();
}

function draw(
  context: Excel.RequestContext,
  look: SummaryLook,
  charts: Excel.ChartCollection,
  { kind, colours }: { readonly kind: ChartKind; readonly colours: SummaryContent["colours"] },
): void {
  const chart = charts.add(TYPES[kind], sourceOf(context, look, kind), "Columns");
  chart.name = NAMES[kind]; // first, so that a chart that is half drawn is found again
  show(context, look, chart, kind);
  chart.title.text = CHART_TITLES[kind];
  place(context, look, chart, PLACES[kind]);
  const paint = (series: number, colour: string) => chart.series.getItemAt(series).format.fill.setSolidColor(colour);
  if (kind === "movement") {
    chart.legend.position = "Right";
    colours.forEach((colour, tier) => colour && paint(tier, colour));
    if (colours.length > 0) paint(colours.length, CHART_COLOURS.left);
  } else {
    paint(0, CHART_COLOURS.figures);
    chart.legend.visible = false;
    chart.series.getItemAt(0).hasDataLabels = true;
    chart.axes.valueAxis.majorGridlines.visible = false;
    chart.axes.valueAxis.visible = false; // the labels say it
  }
}

function place(
  { workbook }: Excel.RequestContext,
  { summary }: SummaryLook,
  chart: Excel.Chart,
  [from, to]: readonly [number, number],
): void {
  if (!summary) return;
  const blank = new Set(blankColumns(summary));
  const width = SUMMARY_WIDTHS.reduce((sum, each, at) => (blank.has(at) ? sum : sum + each), 0);
  const corner = workbook.worksheets.getItem(summary.sheet).getRangeByIndexes(CHARTS.row, 0, 1, 1).untrack();
  chart.setPosition(corner);
  chart.left = from * width;
  chart.width = (to - from) * width;
  chart.height = (CHARTS.rows - 1) * POINTS_PER_ROW;
}

/** Gives a chart its cells. */
function show(context: Excel.RequestContext, look: SummaryLook, chart: Excel.Chart, kind: ChartKind): void {
  chart.setData(sourceOf(context, look, kind), "Columns");
  if (kind !== "movement") chart.series.getItemAt(0).setXAxisValues(tierCells(context, look, "name", 1));
}

/** The figures of a chart, headers first; with the tiers before, of the movement. */
function sourceOf(context: Excel.RequestContext, look: SummaryLook, kind: ChartKind): Excel.Range {
  if (kind !== "movement") return tierCells(context, look, kind, 0);
  return context.workbook.tables.getItem(MOVEMENT_TABLE).getRange().untrack();
}

/** Cells of a column of the summary beside its tiers, from a row of the table on. */
function tierCells(
  { workbook: { tables } }: Excel.RequestContext,
  { summary }: SummaryLook,
  column: SummaryColumn,
  from: number,
): Excel.Range {
  const tiers = summary?.cells.filter(([section]) => section === SECTIONS.tier).length ?? 0;
  const position = summary?.positions[SUMMARY_COLUMNS.indexOf(column)] ?? 0;
  const corner = tables.getItem(SUMMARY_TABLE).getRange().untrack().getCell(from, position).untrack();
  return corner.getResizedRange(tiers - from, 0).untrack();
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
