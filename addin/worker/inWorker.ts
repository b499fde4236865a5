import { releaseProxy, transfer, type Remote } from "comlink";
import {
  onDemand,
  type Answer,
  type AnswerTo,
  type Block,
  type Engine,
  type Explanation,
  type OptionsOf,
  type Preset,
  type Question,
  type Reading,
  type RunInputs,
  type RunResult,
  type ToRead,
} from "../../engine/index";
import type { Exposed } from "./exposed";
import { buffersOf, pack } from "./packed";
import { Session, type Started } from "./session";

/**
 * The engine in a worker, which is started when the first source is opened.
 *
 * Where there are no workers, or none can be started, it runs on the thread that asks. A worker that breaks rejects what
 * was asked of it and not answered; its readings are gone, and the next one is opened in a new worker.
 */
export function inWorker({ start = startWorker }: { start?: () => Started } = {}): Engine {
  let session: Session | null = null;
  let fallback: Engine | null = null;
  return {
    get thread() {
      return fallback ? "own" : "worker";
    },
    async open(source) {
      if (!fallback) {
        if (session?.failure !== null) session = sessionOf(start); // none yet, or one that broke
        const reading = session && (await openedIn(session, source));
        if (reading) return reading;
      }
      fallback ??= onDemand();
      return fallback.open(source);
    },
  };
}

function startWorker(): Started {
  const worker = new Worker(new URL("./engineWorker.ts", import.meta.url), { type: "module" });
  return {
    endpoint: worker,
    onFailure(tell) {
      worker.addEventListener("error", ({ message }) => tell(message || "it could not be loaded")); // then it has none
      worker.addEventListener("messageerror", () => tell("it could not be understood"));
    },
    stop: () => worker.terminate(),
  };
}

/** null where no worker can be made at all. */
function sessionOf(start: () => Started): Session | null {
  try {
    return new Session(start());
  } catch {
    return null;
  }
}

/** null where the worker broke before it ever answered: it could not be loaded. */
async function openedIn(session: Session, source: ToRead): Promise<Reading | null> {
  try {
    await session.freed; // or what was just let go of would take the place of what is still needed
    return new RemoteReading(session, await session.ask(session.remote.open(source)), source);
  } catch (thrown) {
    if (session.hasAnswered || thrown !== session.failure) throw thrown;
    return null;
  }
}

type Proxied = Awaited<ReturnType<Remote<Exposed>["open"]>>;

class RemoteReading implements Reading {
  readonly #session: Session;
  readonly #remote: Proxied;
  readonly #positions: readonly number[];
  #isLetGo = false;
  /** The block that went out last. The next one may be read while it is on its way, but does not follow before it is taken. */
  #last: Promise<void> = Promise.resolve();

  constructor(session: Session, remote: Proxied, { binding }: ToRead) {
    this.#session = session;
    this.#remote = remote;
    this.#positions = [...new Set([...binding.columns.values()].flat())];
  }

  async add(block: Block): Promise<void> {
    if (this.#isLetGo) return;
    const packed = pack(block, this.#positions);
    const before = this.#last;
    this.#last = before.then(() => {
      if (this.#isLetGo) return;
      return this.#session.ask(this.#remote.add(transfer(packed, buffersOf(packed))));
    });
    this.#last.catch(() => {}); // the next call says so
    await before;
  }

  async run(preset: Preset, inputs: RunInputs): Promise<Answer<RunResult>> {
    const answer = await this.#asked((remote) => remote.run(preset, inputs));
    return answer.ok ? { ok: true, value: { ...answer.value, preset } } : answer;
  }

  explain(inputRow: number): Promise<Answer<Explanation>> {
    return this.#asked((remote) => remote.explain(inputRow));
  }

  ask<Name extends Question>(question: Name, ...options: OptionsOf<Name>): Promise<Answer<AnswerTo<Name>>> {
    return this.#asked((remote) => remote.ask(question, options) as Promise<Answer<AnswerTo<Name>>>); // as it asks
  }

  letGo(): void {
    if (this.#isLetGo) return;
    this.#isLetGo = true;
    const remote = this.#remote;
    // Released only when all that was asked before is answered: a proxy that is released answers nothing any more.
    const freed = this.#session.ask(remote.letGo()).then(
      () => remote[releaseProxy](),
      () => {}, // gone with its worker
    );
    this.#session.freed = Promise.all([this.#session.freed, freed]);
  }

  async #asked<T>(ask: (remote: Proxied) => Promise<Answer<T>>): Promise<Answer<T>> {
    if (!this.#isLetGo) await this.#last; // rejects where a block was not taken
    if (this.#isLetGo || this.#session.failure) return { ok: false, why: "let-go" };
    return this.#session.ask(ask(this.#remote));
  }
}
