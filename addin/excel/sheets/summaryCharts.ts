import { CHART_TITLES, nowIn, SECTIONS, SUMMARY_HEADERS } from "../../strings/summary";
import { CHARTS } from "./summaryLayout";
import { MOVEMENT_TABLE, SUMMARY_TABLE, type SummaryLook } from "./summaryLook";
import { SUMMARY_COLUMNS, type SummaryColumn } from "./summaryContent";

/** The charts of the summary, by the names they have in the workbook. */
const NAMES = { value: "TierSummaryValue", accounts: "TierSummaryAccounts", movement: "TierMovementChart" } as const;
type ChartKind = keyof typeof NAMES;
const KINDS = Object.keys(NAMES) as ChartKind[];

const TYPES = { value: "ColumnClustered", accounts: "ColumnClustered", movement: "ColumnStacked" } as const;

/** First and last column of each chart; all are as high as their rows. */
const COLUMNS: Readonly<Record<ChartKind, readonly [first: number, last: number]>> = {
  value: [0, 5],
  accounts: [6, 13],
  movement: [14, 20],
};

/**
 * Draws the charts that are missing; where `isReshaped` says that they show other cells than before, those that are there
 * are given the cells of now. Their place and their look stay as the analyst likes them. Answers how many there are then.
 */
export async function drawCharts(
  context: Excel.RequestContext,
  look: SummaryLook,
  isReshaped: boolean,
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
      } else if (!isThere) draw(context, look, charts, kind);
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

function draw(context: Excel.RequestContext, look: SummaryLook, charts: Excel.ChartCollection, kind: ChartKind): void {
  const chart = charts.add(TYPES[kind], sourceOf(context, look, kind), "Columns");
  chart.name = NAMES[kind]; // first, so that a chart that is half drawn is found again
  show(context, look, chart, kind);
  chart.title.text = CHART_TITLES[kind];
  const [first, last] = COLUMNS[kind].map((column, end) =>
    context.workbook.worksheets
      .getItem(look.summary?.sheet ?? "")
      .getRangeByIndexes(CHARTS.row + end * (CHARTS.rows - 1), column, 1, 1)
      .untrack(),
  );
  if (first) chart.setPosition(first, last);
  if (kind === "movement") chart.legend.position = "Right";
  else chart.legend.visible = false;
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
