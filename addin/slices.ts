/**
 * Work on the thread that shows the pane, which says by `yield` where it may be interrupted: at least every few
 * milliseconds.
 */
export type Sliced<Answer> = Generator<void, Answer>;

/** Does it with a pause every so often, in which the pane is drawn and hears its user. */
export async function inSlices<Answer>(work: Sliced<Answer>): Promise<Answer> {
  for (let begun = performance.now(); ;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - begun < SLICE_MS) continue;
    await pause();
    begun = performance.now();
  }
}

/** Does it without a pause. */
export function atOnce<Answer>(work: Sliced<Answer>): Answer {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Calls `step` for each item, and says after every so many of them that there may be a pause. */
export function* eachOf<Item>(items: Iterable<Item>, step: (item: Item) => void, every = 1_000): Sliced<void> {
  let done = 0;
  for (const item of items) {
    step(item);
    if (++done % every === 0) yield;
  }
}

/** Well under the 50 ms from which on a pane seems to be stuck. */
const SLICE_MS = 16;

/** Until the next task: a message comes sooner than a timer, which browsers hold back. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
