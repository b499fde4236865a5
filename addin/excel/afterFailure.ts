import { entryIn, type Noted } from "./journal";
import { problemOf, Refusal, type Written } from "./problem";
import { readSettings, type Settings } from "./settings";

/**
 * A request of a change has failed, or its answer was lost: that says nothing of how far the work came, the notes in the
 * workbook do. Where the change was finished, which `answer` is then ready for, only Excel's word is missing, and it is
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
  if (settings && answer !== null && isFinished(settings, runId)) return answer;
  const { code, params, detail } = problemOf(thrown);
  const written = settings ? await restored(context, settings, putBack) : "unknown";
  throw new Refusal(code, params, detail === undefined ? { written } : { written, detail });
}

function isFinished(settings: Settings, runId: string): boolean {
  const finished = entryIn(settings, "journal");
  return !settings.has("pending") && finished.state === "ok" && finished.value.runId === runId;
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
    // The note goes last: when it is gone, all is put back.
    return now.has("pending") ? "partly" : settings.has("pending") ? "restored" : "unknown";
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
