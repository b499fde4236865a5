import { endPending, entryIn, keptIn, putFinished, type Noted } from "./journal";
import { askJournalSheet } from "./journalSheet";
import { removeSetting, type Settings } from "./settings";

/** What goes together with the notes of a change. */
export interface LastSteps {
  /** Whether Excel was asked for something that `queue` goes by, in a request that is still to be sent. */
  readonly hasAsked: boolean;
  queue(): void;
}

/**
 * The last step of putting a change back: its notes go, wherever they stand, in one request with what else goes last;
 * `earlier` can be undone again.
 */
export async function forget(
  context: Excel.RequestContext,
  { runId }: Pick<Noted, "runId">,
  earlier: Noted | null,
  settings: Settings,
  others?: LastSteps,
): Promise<void> {
  const isPending = isNoted(runId, settings, "pending");
  const kept = isPending ? keptIn(settings) : null;
  const aside = kept && askJournalSheet(context, kept);
  if (aside !== null || others?.hasAsked) await context.sync();
  others?.queue();
  if (isNoted(runId, settings, "journal")) {
    if (earlier) putFinished(context, earlier);
    else removeSetting(context, "journal");
  }
  if (isPending) endPending(context, aside?.isThere() ? kept : null);
  await context.sync();
}

/** Whether a change is what is noted as under way, or as finished last. */
export function isNoted(runId: string, settings: Settings, key: "pending" | "journal"): boolean {
  const stored = entryIn(settings, key);
  return stored.state === "ok" && stored.value.runId === runId;
}
