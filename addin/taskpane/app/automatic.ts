import type { AutomaticState, Disarm } from "../../excel/automatic";
import { problemOf, type Outcome, type Problem } from "../../excel/problem";
import type { Message } from "../../strings/messages";
import type { Reading } from "./reading";
import type { Services } from "./services";
import { isAutomaticBusy } from "./state";
import type { Store } from "./store";

/** Tiers that follow the analyst's edits, for as long as the pane is open and these accounts are shown. */
export interface AutomaticActions {
  /**
   * On, for the accounts that are shown: refreshes them at once and after each edit. Off: settles when nothing of it is under
   * way any more. It switches itself off where other accounts are shown, where a run is taken back, and where a refresh
   * is refused, which is said.
   */
  setAutomatic(isOn: boolean): Promise<void>;
}

const OFFERS_UNDO: ReadonlySet<Message["kind"]> = new Set(["tiered", "refreshed", "wrote"]);

/** One time of being switched on. */
interface Armed {
  readonly recordId: string;
  /** Settles with its first refresh. */
  readonly begun: Promise<Outcome<Disarm>>;
}

export function createAutomatic(
  { tiering, today }: Pick<Services, "tiering" | "today">,
  store: Store,
  reading: Pick<Reading, "again">,
  { say, lookAtHistory }: { say(message: Message | null): void; lookAtHistory(): Promise<void> },
): AutomaticActions & { close(): Promise<void> } {
  let armed: Armed | null = null;

  store.subscribe(() => {
    if (!armed) return;
    const { found, work } = store.get();
    if (found?.record?.id !== armed.recordId || work?.kind === "undoing") void off();
  });

  async function on(recordId: string): Promise<void> {
    store.send({ type: "automatic", automatic: "beginning" });
    const onState = (state: AutomaticState) => armed?.begun === begun && moved(state);
    const begun = refreshing(recordId, onState);
    armed = { recordId, begun };
    const outcome = await begun;
    if (!outcome.ok && armed?.begun === begun) await stopped(outcome.problem);
  }

  async function refreshing(recordId: string, onState: (state: AutomaticState) => void): Promise<Outcome<Disarm>> {
    try {
      const { automaticRefresh } = await import("../../excel/automatic");
      return await automaticRefresh(tiering, recordId, { today, onState });
    } catch (thrown) {
      return { ok: false, problem: problemOf(thrown) };
    }
  }

  function moved(state: AutomaticState): void {
    if (state.kind === "stopped") return void stopped(state.problem);
    const { automatic: before, message } = store.get();
    store.send({ type: "automatic", automatic: state.kind });
    const hasRun = before === "beginning" || before === "running";
    const isDone = state.kind === "current" || state.kind === "stale";
    if (!hasRun || !isDone || !armed) return;
    const hasWritten = state.kind !== "current" || state.last.cells > 0;
    if (hasWritten && message && OFFERS_UNDO.has(message.kind)) say(null); // that would take back this run
    void follow(armed.recordId);
  }

  /** What is shown follows what was written. */
  async function follow(recordId: string): Promise<void> {
    await lookAtHistory();
    const { found, automatic } = store.get();
    if (found?.record?.id !== recordId) return;
    if (automatic !== "stale") store.send({ type: "written" });
    await reading.again();
  }

  async function stopped(problem: Problem): Promise<void> {
    armed = null;
    store.send({ type: "automatic", automatic: "stopped" });
    say({ kind: "problem", problem });
    await lookAtHistory();
    await reading.again();
  }

  /** True where something of it was under way, which is over now. */
  async function ended({ begun }: Armed): Promise<boolean> {
    const wasBusy = isAutomaticBusy(store.get());
    armed = null;
    store.send({ type: "automatic", automatic: null });
    const outcome = await begun;
    if (outcome.ok) await outcome.value();
    return wasBusy;
  }

  async function off(): Promise<void> {
    if (!armed) return;
    const own = armed;
    if (await ended(own)) await follow(own.recordId);
  }

  return {
    async setAutomatic(isOn) {
      if (!isOn) return off();
      const recordId = store.get().found?.record?.id;
      if (recordId !== undefined && !armed) await on(recordId);
    },
    async close() {
      if (armed) await ended(armed);
    },
  };
}
