import { endPending, entryIn, keptIn, putFinished, type Noted } from "../journal";
import { askJournalSheet } from "../journalSheet";
import { removeSetting, type Settings } from "../settings";

/** Removes the notes of a change that was put back, wherever they stand; `earlier` can be undone again. The last step. */
export async function forget(
  context: Excel.RequestContext,
  { runId }: Pick<Noted, "runId">,
  earlier: Noted | null,
  settings: Settings,
): Promise<void> {
  const isNoteOf = (key: "pending" | "journal") => {
    const stored = entryIn(settings, key);
    return stored.state === "ok" && stored.value.runId === runId;
  };
  const isPending = isNoteOf("pending");
  const kept = isPending ? keptIn(settings) : null;
  const aside = kept && askJournalSheet(context, kept);
  if (aside) await context.sync();
  if (isNoteOf("journal")) {
    if (earlier) putFinished(context, earlier);
    else removeSetting(context, "journal");
  }
  if (isPending) endPending(context, aside?.isThere() ? kept : null);
  await context.sync();
}
