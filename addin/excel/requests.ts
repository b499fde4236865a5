import type { Clock } from "./clock";
import { Refusal } from "./problem";

/** After this long a request is slow: perhaps it waits for a cell that is being edited. Looked at again as often. */
const SLOW_MS = 1000;

export interface Patience {
  readonly clock: Clock;
  /** How long Excel may keep silent before a request counts as lost, not counting the time in which a cell is edited. */
  readonly lostAfterMs: number;
  /** Asks Excel, beside the request that waits, whether a cell is being edited. May never settle. */
  isCellEdited(): Promise<boolean>;
  /** Told when a request begins to wait for a cell's edit to end, and when it goes on. */
  onCellEdit(isWaiting: boolean): void;
}

/**
 * Watches the requests of one context. A request without an answer is given up in the end: it rejects with
 * `request-lost`, and so does every later one of the context, so that nothing of a task that was given up is sent any
 * more, not even where the answer comes late after all.
 */
export function watchRequests(context: Excel.RequestContext, patience: Patience): { readonly isLost: boolean } {
  const state = { isLost: false };
  const sync = context.sync.bind(context);
  context.sync = <T>(passThrough?: T): Promise<T> => {
    if (state.isLost) return Promise.reject(new Refusal("request-lost"));
    return new Promise<T>((resolve, reject) => {
      const stop = watchOne(patience, () => {
        state.isLost = true;
        reject(new Refusal("request-lost"));
      });
      void sync(passThrough).finally(stop).then(resolve, reject);
    });
  };
  return state;
}

/** Calls `giveUp` where nothing is heard of a request for too long; the answer ends the watch. */
function watchOne({ clock, lostAfterMs, isCellEdited, onCellEdit }: Patience, giveUp: () => void): () => void {
  let [silentMs, isWaiting, isAsking, isOver] = [0, false, false, false];
  let stopTimer = clock.after(SLOW_MS, look);

  function tell(isEdited: boolean): void {
    if (isEdited !== isWaiting) onCellEdit((isWaiting = isEdited));
  }
  function look(): void {
    silentMs += SLOW_MS;
    if (silentMs >= lostAfterMs) {
      stop();
      return giveUp();
    }
    stopTimer = clock.after(SLOW_MS, look);
    if (isAsking) return;
    isAsking = true;
    void isCellEdited().then((isEdited) => {
      isAsking = false;
      if (isOver) return;
      if (isEdited) silentMs = 0;
      tell(isEdited);
    });
  }
  function stop(): void {
    isOver = true;
    stopTimer();
    tell(false);
  }
  return stop;
}
