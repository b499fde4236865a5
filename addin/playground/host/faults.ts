import { Refusal } from "./rules/refusal";
import type { ActionInfo } from "./wire/messages";

/** Where something happens, counted from now: request 1 is the next one. */
export interface Moment {
  request: number;
  /** The action's index in the request, or the name of the member it uses (`"Values"`); absent for the request as a whole. */
  action?: number | string;
  when: "before" | "after";
}

/** Something goes wrong on the way: an error with any code, or a reply that never comes. */
export type Fault = Moment & ({ code: string; message?: string } | { replyLost: true });

/** What a test can make happen between a client and the workbook. Each fault and step happens once. */
export class Faults {
  /** How long each reply takes, in milliseconds. */
  latency = 0;
  #pending: (Moment & { run: () => void })[] = [];
  #request = 0;
  #isReplyLost = false;

  /** Fails the request there. After an action means that the action was applied and the client is told that it failed. */
  inject(fault: Fault): void {
    const run = (): void => {
      const isLost = "replyLost" in fault;
      if (isLost) this.#isReplyLost = true;
      // A reply lost after the fact leaves everything done; one lost before leaves the rest undone.
      if (isLost && fault.when === "after") return;
      const code = isLost ? "GeneralException" : fault.code;
      throw new Refusal(code, (isLost ? undefined : fault.message) ?? `An injected ${code}.`);
    };
    this.#plan(fault, run);
  }

  /** Runs something there, such as an edit by the user between two requests or two actions. */
  at(moment: Moment, step: () => void): void {
    this.#plan(moment, step);
  }

  /** Forgets what has not happened yet. */
  clear(): void {
    this.#pending = [];
  }

  /** For the host: a request begins. */
  beginRequest(): void {
    this.#request++;
    this.#isReplyLost = false;
    this.#happen((moment) => moment.action === undefined && moment.when === "before");
  }

  endRequest(): void {
    this.#happen((moment) => moment.action === undefined && moment.when === "after");
  }

  around(when: Moment["when"], index: number, action: ActionInfo): void {
    if (this.#pending.length === 0) return;
    this.#happen(
      (moment) =>
        moment.when === when &&
        (typeof moment.action === "string" ? moment.action === action.Name : moment.action === index),
    );
  }

  get isReplyLost(): boolean {
    return this.#isReplyLost;
  }

  #plan(moment: Moment, run: () => void): void {
    const { action, when } = moment;
    this.#pending.push({ request: this.#request + moment.request, when, run, ...(action !== undefined && { action }) });
  }

  #happen(isDue: (moment: Moment) => boolean): void {
    const due = this.#pending.filter((moment) => moment.request === this.#request && isDue(moment));
    this.#pending = this.#pending.filter((moment) => !due.includes(moment));
    for (const moment of due) moment.run();
  }
}
