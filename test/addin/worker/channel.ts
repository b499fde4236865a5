import { expose } from "comlink";
import { exposed } from "../../../addin/worker/exposed";
import type { Started } from "../../../addin/worker/session";

/** A worker's side of a message channel, on this thread: what is sent is cloned or handed over as between threads. */
export class ChannelWorker implements Started {
  readonly endpoint: MessagePort;
  readonly #inside: MessagePort;
  isStopped = false;
  /** Breaks it, as an error that nobody caught would. */
  fail: (message: string) => void = () => {};

  constructor({ isDeaf = false } = {}) {
    const { port1, port2 } = new MessageChannel();
    [this.#inside, this.endpoint] = [port1, port2];
    if (!isDeaf) expose(exposed(), port1);
  }

  readonly onFailure = (tell: (message: string) => void): void => {
    this.fail = tell;
  };
  readonly stop = (): void => {
    this.isStopped = true;
    this.#inside.close();
  };
}
