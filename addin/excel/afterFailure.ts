import { endIfOver, isFinished } from "./finished";
import type { Noted } from "./journal";
import { refusalWith, type Written } from "./problem";
import { readSettings, type Settings } from "./settings";

/**
 * A request of a change has failed, or its answer was lost: that says nothing of how far the work came, the notes in the
 * workbook do. Where the change is finished, which `answer` is then ready for, only Excel's word is missing, and it is
 * answered. Otherwise what was written is put back, and what failed is thrown with `written` as far as that came.
 */
export async function afterFailure<T>(
  context: Excel.RequestContext,
  thrown: unknown,
  { runId }: Pick<Noted, "runId">,
  answer: T | null,
  putBack: (settings: Settings) => Promise<unknown>,
): Promise<T> {
  const settings = await settingsNow(context);
  const isDone = settings !== null && isFinished(settings, runId);
  if (isDone && answer !== null && (await isEnded(context, settings))) return answer;
  const written = isDone ? "partly" : settings ? await restored(context, settings, putBack) : "unknown";
  throw refusalWith(thrown, written);
}

/** Whether nothing is left of a finished change but what can be undone of it. */
async function isEnded(context: Excel.RequestContext, settings: Settings): Promise<boolean> {
  try {
    return !settings.has("pending") || (await endIfOver(context, settings));
  } catch {
    return !((await settingsNow(context))?.has("pending") ?? true);
  }
}

async function restored(
  context: Excel.RequestContext,
  settings: Settings,
  putBack: (settings: Settings) => Promise<unknown>,
): Promise<Written> {
  try {
    await putBack(settings);
    return "restored";
  } catch {
    const now = await settingsNow(context);
    if (!now) return "unknown";
    if (now.has("pending")) return "partly";
    // The note comes before the first cell and goes last: where there was none nothing was written, when it is gone all is put back.
    return settings.has("pending") ? "restored" : "nothing";
  }
}

/** null where nobody knows what stands. */
async function settingsNow(context: Excel.RequestContext): Promise<Settings | null> {
  try {
    return await readSettings(context);
  } catch {
    return null;
  }
}
