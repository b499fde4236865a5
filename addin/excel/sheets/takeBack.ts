import { SUMMARY_SHEET } from "../../strings/summary";
import type { Settings } from "../settings";
import type { TakenBack } from "../undo";
import type { SummaryEntry } from "./summary/summaryEntry";
import { putBackSummary } from "./summary/summaryRestore";
import { putRowsBack } from "./tables/restoreRows";
import type { RowsEntry } from "./tables/rowsEntry";

/** Puts a change of one of our sheets back. Loaded where it is needed. */
export async function takeBackSheet(
  context: Excel.RequestContext,
  entry: RowsEntry | SummaryEntry,
  settings: Settings,
): Promise<TakenBack> {
  return entry.kind === "sheet-rows"
    ? { ...(await putRowsBack(context, entry, settings)), sheet: entry.sheet.name }
    : { ...(await putBackSummary(context, entry, settings)), sheet: SUMMARY_SHEET };
}
