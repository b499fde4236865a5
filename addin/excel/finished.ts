import { endPending, entryIn, keptIn } from "./journal";
import { askJournalSheet } from "./journalSheet";
import type { Settings } from "./settings";

/**
 * Whether a change is done: what can be undone of it is noted down when all of it is written and was read back. From then
 * on it is only ever finished, even where its note of being under way is still there.
 */
export function isFinished(settings: Settings, runId: string): boolean {
  const finished = entryIn(settings, "journal");
  return finished.state === "ok" && finished.value.runId === runId;
}

/** Ends a change that broke off when it was done; answers false, with nothing done, where there is more to put right. */
export async function endIfFinished(context: Excel.RequestContext, settings: Settings): Promise<boolean> {
  const pending = entryIn(settings, "pending");
  if (pending.state !== "ok" || !isFinished(settings, pending.value.runId)) return false;
  const kept = keptIn(settings);
  const sheet = kept && askJournalSheet(context, kept);
  if (sheet) await context.sync();
  endPending(context, sheet?.isThere() ? kept : null);
  await context.sync();
  return true;
}
