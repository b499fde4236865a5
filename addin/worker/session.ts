import { wrap, type Endpoint, type Remote } from "comlink";
import type { Exposed } from "./exposed";

/** A worker that was started. */
export interface Started {
  readonly endpoint: Endpoint;
  /** Calls `tell` where the worker could not be loaded, or broke. */
  onFailure(tell: (message: string) => void): void;
  stop(): void;
}

/** A worker, from its start until it breaks. */
export class Session {
  readonly remote: Remote<Exposed>;
  /** Why the worker is gone; null while it is there. */
  failure: Error | null = null;
  hasAnswered = false;
  /** Settles when all that was let go of is freed. */
  freed: Promise<unknown> = Promise.resolve();
  readonly #waiting = new Set<(failure: Error) => void>();

  constructor({ endpoint, onFailure, stop }: Started) {
    this.remote = wrap<Exposed>(endpoint);
    onFailure((message) => {
      if (this.failure) return;
      this.failure = new Error(`the engine's worker broke: ${message}`);
      this.#waiting.forEach((reject) => reject(this.failure as Error)); // as was just set
      stop();
    });
  }

  /** An answer of the worker; rejects where it breaks before it answers. */
  ask<T>(answer: Promise<T>): Promise<T> {
    if (this.failure) return Promise.reject(this.failure);
    return new Promise((resolve, reject) => {
      const settled = () => {
        this.hasAnswered = true;
        this.#waiting.delete(reject);
      };
      this.#waiting.add(reject);
      answer.finally(settled).then(resolve, reject);
    });
  }
}
