import { systemClock, type Clock } from "./clock";
import { problemOf, type Outcome, type Problem } from "./problem";
import { watchRequests } from "./requests";

/** Does one thing with the workbook, and answers with its outcome. */
export type Task<T> = (context: Excel.RequestContext) => Promise<T>;

/**
 * All work with one workbook, one task after another: no two tasks ever interleave.
 *
 * A request that meets a cell in edit mode waits until the edit ends. One that Excel never answers is given up after
 * minutes: its task ends with `request-lost`, nothing more of it is sent, and the next task begins. Excel takes requests
 * in the order in which they come, so that whatever it still does of the lost one is done before the next one.
 */
export interface Queue {
  /** Runs the task in an `Excel.run` of its own, when those before it are done. No proxy may outlive the task. */
  run<T>(task: Task<T>): Promise<Outcome<T>>;
  /** The same for a task that writes nothing, which is so known where its request is lost. */
  read<T>(task: Task<T>): Promise<Outcome<T>>;
  /** Whether a task is under way or waiting. */
  readonly isBusy: boolean;
}

export interface QueueOptions {
  readonly clock?: Clock;
  readonly lostAfterMs?: number;
  /** Told when a task begins to wait for a cell's edit to end, and when it goes on. */
  readonly onCellEdit?: (isWaiting: boolean) => void;
}

/** Calculating a large workbook keeps Excel silent for a minute or two. */
const LOST_AFTER_MS = 300_000;

export function createQueue(
  excel: Pick<typeof Excel, "run">,
  { clock = systemClock, lostAfterMs = LOST_AFTER_MS, onCellEdit = () => undefined }: QueueOptions = {},
): Queue {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  const patience = { clock, lostAfterMs, onCellEdit, isCellEdited: () => isCellEdited(excel) };

  async function outcomeOf<T>(task: Task<T>, mayWrite: boolean): Promise<Outcome<T>> {
    let requests = { isLost: false };
    try {
      const value = await excel.run({ delayForCellEdit: true }, (context) => {
        requests = watchRequests(context, patience);
        return task(context);
      });
      return { ok: true, value };
    } catch (thrown) {
      const written: Problem["written"] = mayWrite ? "unknown" : "nothing";
      const problem = requests.isLost ? ({ code: "request-lost", params: {}, written } as const) : problemOf(thrown);
      return { ok: false, problem };
    } finally {
      waiting--;
    }
  }

  function enqueue<T>(task: Task<T>, mayWrite: boolean): Promise<Outcome<T>> {
    waiting++;
    const outcome = last.then(() => outcomeOf(task, mayWrite));
    last = outcome;
    return outcome;
  }

  return {
    get isBusy() {
      return waiting > 0;
    },
    run: (task) => enqueue(task, true),
    read: (task) => enqueue(task, false),
  };
}

/** A request that does not wait for the edit to end is refused during one. */
async function isCellEdited(excel: Pick<typeof Excel, "run">): Promise<boolean> {
  try {
    await excel.run((context) => {
      context.workbook.load("readOnly");
      return context.sync();
    });
    return false;
  } catch (thrown) {
    return problemOf(thrown).code === "InvalidOperationInCellEditMode";
  }
}
