import { problemOf } from "../../problem";
import { drawCharts } from "./summaryCharts";
import { blankColumns, type SummaryContent } from "./summaryContent";
import { HEADER_COLOURS, SUMMARY_WIDTHS } from "./summaryFormats";
import type { SummaryLayout } from "./summaryLayout";
import { MOVEMENT_TABLE, SUMMARY_TABLE, TITLE_NAME, type Standing, type SummaryLook } from "./summaryLook";

/**
 * Charts, widths and the page help; the figures are what counts. Each is tried twice, and where it fails the summary
 * stands without it. Answers how many charts there are, null where they could not be drawn.
 */
export async function decorate(
  context: Excel.RequestContext,
  look: SummaryLook,
  layout: SummaryLayout,
  colours: SummaryContent["colours"],
): Promise<number | null> {
  await triedTwice(() => dress(context, look, layout));
  return triedTwice(() => drawCharts(context, look, layout.isReshaped, colours));
}

/** What helps but does not count: null where it failed twice. */
export async function triedTwice<T>(step: () => Promise<T>): Promise<T | null> {
  for (let tries = 1; ; tries++) {
    try {
      return await step();
    } catch (thrown) {
      // With the session gone nobody knows what stands: that is left to a repair.
      if (problemOf(thrown).code === "InvalidOrTimedOutSession") throw thrown;
      if (tries === 2) return null;
    }
  }
}

/** Looks of what was laid out just now; what was there before is as the analyst likes it. */
export async function dress(context: Excel.RequestContext, look: SummaryLook, layout: SummaryLayout): Promise<void> {
  if (layout.title.kind === "fresh") {
    const title = context.workbook.names.getItem(TITLE_NAME).getRange().untrack();
    const { font } = title.getCell(0, 0).untrack().format;
    font.bold = true;
    font.size = 16;
  }
  if (layout.summary.kind === "fresh" && look.summary) dressSheet(context, look.summary, look.movement);
  if ("at" in layout.summary && look.summary) showFigures(context, layout.summary.at, look.summary);
  for (const [name, { kind }] of [
    [SUMMARY_TABLE, layout.summary],
    [MOVEMENT_TABLE, layout.movement],
  ] as const) {
    if (kind === "fresh") dressTable(context.workbook.tables.getItem(name));
  }
  await context.sync();
}

function dressSheet(context: Excel.RequestContext, summary: Standing, movement: Standing | null): void {
  const sheet = context.workbook.worksheets.getItem(summary.sheet);
  const inUse = movement ? movement.columns : 0;
  SUMMARY_WIDTHS.forEach((width, at) => {
    const { format } = sheet.getRangeByIndexes(0, summary.column + at, 1, 1).untrack();
    format.columnWidth = width;
  });
  blankColumns(summary)
    .filter((at) => at >= inUse)
    .forEach((at) => hide(sheet, summary.column + at, true));
  sheet.showGridlines = false;
  sheet.pageLayout.orientation = "Landscape";
  sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
}

/** A column without a figure is hidden on a new sheet, and shown when it gets its first one. */
function showFigures(context: Excel.RequestContext, before: Standing, now: Standing): void {
  const sheet = context.workbook.worksheets.getItem(now.sheet);
  const stillBlank = new Set(blankColumns(now));
  for (const at of blankColumns(before)) {
    if (!stillBlank.has(at)) hide(sheet, now.column + (now.positions[at] ?? at), false);
  }
}

function hide(sheet: Excel.Worksheet, column: number, isHidden: boolean): void {
  sheet.getRangeByIndexes(0, column, 1, 1).untrack().getEntireColumn().untrack().columnHidden = isHidden;
}

function dressTable(table: Excel.Table): void {
  table.showFilterButton = false;
  const { format } = table.getHeaderRowRange().untrack();
  format.fill.color = HEADER_COLOURS.fill;
  format.font.color = HEADER_COLOURS.text;
  format.font.bold = true;
}
