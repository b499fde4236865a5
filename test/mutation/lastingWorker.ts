import { ThreadsPoolWorker, type PoolWorker, type Vite } from "vitest/node";

type Options = ConstructorParameters<typeof ThreadsPoolWorker>[0];
type Listener = (message: unknown) => void;

/** After so many runs its thread is given up, with whatever they have left behind in it. */
const RUNS = 200;

let kept: { readonly thread: ThreadsPoolWorker; runs: number } | undefined;

/**
 * A worker whose thread stays for the next run, with the modules it has loaded: to load the engine takes longer than the
 * tests of a mutant. Files of tests are loaded anew for every run by vitest itself.
 */
class LastingWorker implements PoolWorker {
  readonly name = "lasting";
  readonly #options: Options;
  readonly #listeners: [string, Listener][] = [];

  constructor(options: Options) {
    this.#options = options;
  }

  async start(): Promise<void> {
    if (kept) return;
    kept = { thread: new ThreadsPoolWorker(this.#options), runs: 0 };
    await kept.thread.start();
  }

  on(event: string, listener: Listener): void {
    this.#listeners.push([event, listener]);
    kept?.thread.on(event, listener);
  }

  off(event: string, listener: Listener): void {
    kept?.thread.off(event, listener);
  }

  send(message: Parameters<PoolWorker["send"]>[0]): void {
    if (message.type !== "stop") return kept?.thread.send(message);
    const stopped = { type: "stopped", __vitest_worker_response__: true };
    for (const [event, listener] of [...this.#listeners]) if (event === "message") listener(stopped);
  }

  deserialize(data: unknown): unknown {
    return data;
  }

  async stop(): Promise<void> {
    for (const [event, listener] of this.#listeners) this.off(event, listener);
    if (!kept || ++kept.runs < RUNS) return;
    const { thread } = kept;
    kept = undefined;
    await thread.stop();
  }
}

/** Every project runs in a lasting worker, whatever pool was asked for. */
export const lastingWorkers: Vite.Plugin = {
  name: "lasting-workers",
  configureVitest({ project, vitest }) {
    vitest.onClose(async () => kept?.thread.stop());
    project.config.pool = "lasting";
    project.config.poolRunner = { name: "lasting", createPoolWorker: (options) => new LastingWorker(options) };
  },
};
