import { problemOf, type Outcome } from "./problem";

/** Does one thing with the workbook, and answers with its outcome. */
export type Task<T> = (context: Excel.RequestContext) => Promise<T>;

/** All work with one workbook, one task after another: no two tasks ever interleave. */
export interface Queue {
  /** Runs the task in an `Excel.run` of its own, when those before it are done. No proxy may outlive the task. */
  run<T>(task: Task<T>): Promise<Outcome<T>>;
  /** Whether a task is under way or waiting. */
  readonly isBusy: boolean;
}

export function createQueue(excel: Pick<typeof Excel, "run">): Queue {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return {
    get isBusy() {
      return waiting > 0;
    },
    run<T>(task: Task<T>) {
      waiting++;
      const outcome = last.then(async (): Promise<Outcome<T>> => {
        try {
          return { ok: true, value: await excel.run((context) => task(context)) };
        } catch (thrown) {
          return { ok: false, problem: problemOf(thrown) };
        } finally {
          waiting--;
        }
      });
      last = outcome;
      return outcome;
    },
  };
}
