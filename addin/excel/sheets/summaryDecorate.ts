import { problemOf } from "../problem";
import { drawCharts } from "./summaryCharts";
import { SUMMARY_WIDTHS } from "./summaryFormats";
import type { SummaryLayout } from "./summaryLayout";
import { MOVEMENT_TABLE, SUMMARY_TABLE, TITLE_NAME, type SummaryLook } from "./summaryLook";

/**
 * Charts, widths and the page help; the figures are what counts. Each is tried twice, and where it fails the summary
 * stands without it. Answers how many charts there are, null where they could not be drawn.
 */
export async function decorate(
  context: Excel.RequestContext,
  look: SummaryLook,
  layout: SummaryLayout,
): Promise<number | null> {
  await triedTwice(() => dress(context, look, layout));
  return triedTwice(() => drawCharts(context, look, layout.isReshaped));
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
async function dress(context: Excel.RequestContext, look: SummaryLook, layout: SummaryLayout): Promise<void> {
  const { tables, names } = context.workbook;
  if (layout.title.kind === "fresh") {
    const title = names.getItem(TITLE_NAME).getRange().untrack();
    const { font } = title.getCell(0, 0).untrack().format;
    font.size = 16;
    font.bold = true;
  }
  if (layout.summary.kind === "fresh" && look.summary) {
    const sheet = context.workbook.worksheets.getItem(look.summary.sheet);
    const { column } = look.summary;
    SUMMARY_WIDTHS.forEach((width, at) => {
      sheet.getRangeByIndexes(0, column + at, 1, 1).untrack().format.columnWidth = width;
    });
    sheet.showGridlines = false;
    sheet.pageLayout.orientation = "Landscape";
    sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
  }
  for (const [name, { kind }] of [
    [SUMMARY_TABLE, layout.summary],
    [MOVEMENT_TABLE, layout.movement],
  ] as const) {
    if (kind !== "fresh" && kind !== "resized") continue;
    const table = tables.getItem(name);
    table.showFilterButton = false;
    table.getHeaderRowRange().untrack().format.wrapText = true;
    table.getRange().untrack().format.verticalAlignment = "Top";
    if (name === SUMMARY_TABLE) table.columns.getItem("Play").getDataBodyRange().untrack().format.wrapText = true;
  }
  await context.sync();
}
