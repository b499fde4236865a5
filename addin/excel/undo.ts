import { endIfOver } from "./finished";
import { brokenOff, entryIn, isRun, type Noted } from "./journal";
import { Refusal } from "./problem";
import { letGo, putBack, type PutBack } from "./restore";
import type { Session } from "./session";
import { readSettings, type Settings } from "./settings";
import type { Tiering } from "./tiering";

const NOTHING: TakenBack = { cells: 0, unmatched: [], sheet: null };

/** Taking back what was finished last, or what was broken off. */
export function undoServices({ queue, last }: Session): Pick<Tiering, "undo" | "repair" | "history"> {
  return {
    undo: () =>
      queue.run(async (context) => {
        const settings = await readSettings(context);
        if (settings.has("pending")) throw new Refusal("run-unfinished");
        const finished = entryIn(settings, "journal");
        if (finished.state === "absent") throw new Refusal("undo-nothing");
        if (finished.state === "damaged") throw new Refusal("journal-damaged");
        const answer = await takeBack(context, last.complete(finished.value), settings);
        last.forget();
        return answer;
      }),
    repair: () =>
      queue.run(async (context) => {
        const settings = await readSettings(context);
        if (await endIfOver(context, settings)) return { ...NOTHING, isRestored: true };
        const broken = await brokenOff(context, settings);
        if (broken.state === "absent") throw new Refusal("undo-nothing");
        const entry = broken.state === "ok" ? last.complete(broken.value) : null;
        return entry && isWhole(entry)
          ? { ...(await takeBack(context, entry, settings)), isRestored: true }
          : {
              ...NOTHING,
              ...(await letGo(context, entry && isRun(entry) ? entry : null, settings)),
              isRestored: false,
            };
      }),
    history: () =>
      queue.read(async (context) => {
        const settings = await readSettings(context);
        return { canUndo: entryIn(settings, "journal").state === "ok", isUnfinished: settings.has("pending") };
      }),
  };
}

export interface TakenBack extends PutBack {
  /** The sheet of ours that had been written; null of a run. */
  readonly sheet: string | null;
}

/** Puts back what a change has changed: the tiers of a run, rows of our sheets, a sheet that was written as a whole. */
async function takeBack(context: Excel.RequestContext, entry: Noted, settings: Settings): Promise<TakenBack> {
  if (isRun(entry)) return { ...(await putBack(context, entry, settings)), sheet: null };
  const { takeBackSheet } = await import("./sheets/takeBack");
  return takeBackSheet(context, entry, settings);
}

/** Whether all is known that stood there before. */
function isWhole(entry: Noted): boolean {
  return !isRun(entry) || entry.before === null || entry.old !== null;
}
