import type { CellValue } from "../../../../engine/index";
import { forget } from "../../forget";
import type { Noted } from "../../journal";
import { refusalMidway } from "../../problem";
import type { PutBack } from "../../restore";
import type { Settings } from "../../settings";
import { drawCharts, removeCharts } from "./summaryCharts";
import { dress, triedTwice } from "./summaryDecorate";
import type { SummaryEntry, SummaryState } from "./summaryEntry";
import { refuseForeign } from "./summaryForeign";
import { removeHalfMade } from "./summaryHalfMade";
import { layOut, meets } from "./summaryLayout";
import { lookAtSummary, partsOf, TITLE_NAME } from "./summaryLook";
import { settle } from "./summarySettle";
import { compare } from "./summaryState";

/**
 * Puts back what a summary has changed, finished or not: the cells get what stood in them, or the sheet that was added
 * goes. Where the analyst has put something of their own on that sheet, only ours goes. Running it again after a failure
 * goes on where it stopped: the note is removed last.
 *
 * `earlier` is what could be undone before. Throws with `written` as far as it came.
 */
export async function putBackSummary(
  context: Excel.RequestContext,
  entry: SummaryEntry,
  settings: Settings,
  earlier: Noted | null = null,
): Promise<PutBack> {
  let hasWritten = false;
  const onWrite = () => (hasWritten = true);
  try {
    await removeHalfMade(context, entry.made, onWrite);
    const cells = entry.old ? await restoreCells(context, entry.old, onWrite) : await removeSummary(context, onWrite);
    await forget(context, entry, earlier, settings);
    return { cells, unmatched: [] };
  } catch (thrown) {
    throw refusalMidway(thrown, hasWritten);
  }
}

async function restoreCells(context: Excel.RequestContext, old: SummaryState, onWrite: () => void): Promise<number> {
  const look = await lookAtSummary(context);
  const layout = layOut(look, old);
  await refuseForeign(context, look, layout);
  onWrite();
  settle(context, look, layout, true);
  await context.sync();
  const after = await lookAtSummary(context);
  compare(after, old);
  await triedTwice(() => dress(context, after, layout));
  await triedTwice(() => drawCharts(context, after, true));
  return Object.values(old).reduce((sum, grid) => sum + (grid?.flat().length ?? 0), 0);
}

const NOTHING: SummaryState = { title: null, summary: null, movement: null };

/** Removes the sheet that was added, or all of it that is ours. */
async function removeSummary(context: Excel.RequestContext, onWrite: () => void): Promise<number> {
  const look = await lookAtSummary(context);
  if (!look.sheet) return 0;
  const { id } = look.sheet;
  const sheet = context.workbook.worksheets.getItem(id);
  const used = sheet.getUsedRangeOrNullObject(true).untrack();
  used.load("rowIndex, columnIndex, formulas");
  await context.sync();
  const ours = partsOf(look);
  const isOurs = (row: number, column: number) =>
    ours.some((part) => meets({ sheet: id, row, column, rows: 1, columns: 1 }, part));
  const hasForeign =
    !used.isNullObject &&
    (used.formulas as CellValue[][]).some((line, i) =>
      line.some((cell, j) => cell !== "" && !isOurs(used.rowIndex + i, used.columnIndex + j)),
    );
  if (look.isForeign && hasForeign) return 0; // somebody else's sheet of that name
  onWrite();
  if (hasForeign) {
    settle(context, look, layOut(look, NOTHING));
    await context.sync();
    await triedTwice(() => removeCharts(context, id));
  } else {
    if (look.hasTitleName) context.workbook.names.getItem(TITLE_NAME).delete();
    sheet.delete();
    await context.sync();
  }
  return ours.reduce((sum, { rows, positions }) => sum + rows * positions.length, 0);
}
