import { isNoted } from "./forget";
import { endPending, entryIn, keptIn } from "./journal";
import { askJournalSheet, type JournalSheet } from "./journalSheet";
import type { Settings } from "./settings";

/**
 * Whether a change is done: what can be undone of it is noted down when all of it is written and was read back. From then
 * on it is only ever finished, even where its note of being under way is still there.
 */
export function isFinished(settings: Settings, runId: string): boolean {
  return isNoted(runId, settings, "journal");
}

/**
 * Ends what broke off before its first cell was overwritten, or when it was done: only its note and its sheet are left.
 * Answers false, with nothing done, where there is more to put right.
 */
export async function endIfOver(context: Excel.RequestContext, settings: Settings): Promise<boolean> {
  const isTouched = (keptIn(settings)?.state ?? "whole") === "whole";
  const pending = entryIn(settings, "pending");
  const isDone = pending.state === "ok" && isFinished(settings, pending.value.runId);
  if (isTouched && !isDone) return false;
  endPending(context, await standingSheet(context, settings));
  await context.sync();
  return true;
}

/** The sheet that keeps what was there before, if there is one and it is still there. */
export async function standingSheet(context: Excel.RequestContext, settings: Settings): Promise<JournalSheet | null> {
  const kept = keptIn(settings);
  if (!kept) return null;
  const sheet = askJournalSheet(context, kept);
  await context.sync();
  return sheet.isThere() ? kept : null;
}
