import { afterFailure } from "../../afterFailure";
import { commit, keepAside, putPending } from "../../journal";
import { Refusal } from "../../problem";
import type { Change } from "../../session";
import { askForeign, refuseForeign } from "./summaryForeign";
import type { SummaryContent } from "./summaryContent";
import { decorate } from "./summaryDecorate";
import type { MadePart, SummaryEntry } from "./summaryEntry";
import { layOut, type SummaryLayout } from "./summaryLayout";
import { lookAtSummary, MOVEMENT_TABLE, SUMMARY_TABLE, TITLE_NAME } from "./summaryLook";
import { putBackSummary } from "./summaryRestore";
import { settle } from "./summarySettle";
import { compare, stateOf, typedState } from "./summaryState";

/** A summary that was written. */
export interface SummaryWritten {
  /** Name of the sheet it stands on. */
  readonly sheet: string;
  /** Whether the sheet was added for it. */
  readonly isNew: boolean;
  /** Rows of `TierSummary` below its header. */
  readonly rows: number;
  /** Charts that stand on it; null where they could not be drawn, the figures stand all the same. */
  readonly charts: number | null;
}

/**
 * Writes the summary: look, note down, write, read back, draw, commit. In place where it is there already, so that
 * formulas that point to it keep working; what the analyst has put beside it stays. Either all of it is written or what
 * stood there is put back; where even that fails the note stays in the workbook for a repair.
 */
export async function writeSummary(
  context: Excel.RequestContext,
  content: SummaryContent,
  { id, earlier }: Change,
): Promise<SummaryWritten> {
  const look = await lookAtSummary(context);
  if (look.isForeign) throw new Refusal("own-sheet-taken", { sheet: look.sheet?.name ?? "" });
  const wanted = typedState(content);
  const layout = layOut(look, wanted);
  await refuseForeign(context, look, layout);
  const old = look.sheet && stateOf(look);
  const entry: SummaryEntry = { format: 1, kind: "sheet-content", runId: id, old, made: madeBy(layout) };
  let restoreForeign: (() => Promise<void>) | null = null;
  let written: SummaryWritten | null = null;
  try {
    const kept = await keepAside(context, entry);
    putPending(context, entry, kept);
    const foreign = askForeign(context, look, layout);
    settle(context, look, layout);
    await context.sync();
    restoreForeign = foreign();
    if (restoreForeign) throw new Refusal("target-edited", { sheet: look.sheet?.name ?? "" });
    const after = await lookAtSummary(context);
    compare(after, wanted);
    const charts = await decorate(context, after, layout, content.colours);
    commit(context, entry, kept);
    const sheet = after.sheet?.name ?? "";
    written = { sheet, isNew: look.sheet === null, rows: wanted.summary.length - 1, charts };
    await context.sync();
    return written;
  } catch (thrown) {
    return afterFailure(context, thrown, entry, written, async (settings) => {
      await putBackSummary(context, entry, settings, earlier);
      await restoreForeign?.();
    });
  }
}

function madeBy({ title, summary, movement }: SummaryLayout): MadePart[] {
  const parts = [
    [TITLE_NAME, title],
    [SUMMARY_TABLE, summary],
    [MOVEMENT_TABLE, movement],
  ] as const;
  return parts.flatMap(([name, part]) => {
    if (part.kind !== "fresh") return [];
    const { sheet, row, column } = part.area;
    return [{ name, sheet, row, column, cells: part.cells.map((line) => [...line]) }];
  });
}
