import { Refusal } from "./rules/refusal";
import type { ActionInfo } from "./wire/messages";

/** Where something happens, counted from now: request 1 is the next one. */
export interface Moment {
  request: number;
  /** The action's index in the request, or the name of the member it uses (`"Values"`); absent for the request as a whole. */
  action?: number | string;
  when: "before" | "after";
  /** In how many requests, from that one on; at most once in each. One unless said; `Infinity` is for ever. */
  times?: number;
}

/**
 * Something goes wrong on the way. What comes before the moment has been applied, what comes after it is not done:
 *
 * - `code`: the request is rejected with it, any code. After an action means that the action was applied all the same.
 * - `reply: "lost"`: the client is told that the connection failed (`ConnectionFailure`, or the code given, such as
 *   `Timeout`), and nothing of what was done.
 * - `reply: "held"`: nothing comes back until `release`.
 * - `session: "gone"`: this request and all that follow are rejected with `InvalidOrTimedOutSession`, no event comes any
 *   more, and only a new connection helps.
 */
export type Fault = Moment &
  ({ code: string; message?: string } | { reply: "lost"; code?: string } | { reply: "held" } | { session: "gone" });

/** What comes back of a request. */
export type Reply = { kind: "given" } | { kind: "lost"; code: string | null } | { kind: "held" };

/** A request as it comes in, before anything of it is applied. */
export interface RequestSeen {
  /** From 1, since the connection was made. */
  number: number;
  actions: readonly ActionInfo[];
}

/** What a test can make happen between a client and the workbook. */
export class Faults {
  /** How long each reply takes, in milliseconds. */
  latency = 0;
  #planned: Planned[] = [];
  #listeners = new Set<(request: RequestSeen) => void>();
  #held: ((code?: string) => void)[] = [];
  #request = 0;
  #reply: Reply = GIVEN;
  #isSessionGone = false;

  inject(fault: Fault): void {
    this.#plan(fault, () => this.#fail(fault));
  }

  /** Runs something there, such as an edit by the user between two requests or two actions. */
  at(moment: Moment, step: () => void): void {
    this.#plan(moment, step);
  }

  /** Calls `listener` at every request, before it is applied; a `Refusal` that it throws rejects the request. Returns what stops it. */
  onRequest(listener: (request: RequestSeen) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Gives the replies that were held; with a code each is an error instead, as after a time-out. Returns how many there were. */
  release(code?: string): number {
    const held = this.#held;
    this.#held = [];
    for (const give of held) give(code);
    return held.length;
  }

  /** Forgets what has not happened yet. */
  clear(): void {
    this.#planned = [];
  }

  /** Requests so far. */
  get requests(): number {
    return this.#request;
  }

  get isSessionGone(): boolean {
    return this.#isSessionGone;
  }

  /** For the host: a request begins. */
  beginRequest(actions: readonly ActionInfo[]): void {
    this.#request++;
    this.#reply = GIVEN;
    if (this.#isSessionGone) sessionGone();
    for (const listener of [...this.#listeners]) listener({ number: this.#request, actions });
    this.#happen((moment) => moment.action === undefined && moment.when === "before");
  }

  /** For the host: everything in the request has been applied. */
  endRequest(): void {
    this.#happen((moment) => moment.action === undefined && moment.when === "after");
  }

  /** For the host: before and after each action. */
  around(when: Moment["when"], index: number, action: ActionInfo): void {
    if (this.#planned.length === 0) return;
    this.#happen(
      (moment) =>
        moment.when === when &&
        (typeof moment.action === "string" ? moment.action === action.Name : moment.action === index),
    );
  }

  /** For the host: what becomes of the reply to the request just done. */
  get reply(): Reply {
    return this.#reply;
  }

  /** For the host: keeps a reply back. */
  hold(give: (code?: string) => void): void {
    this.#held.push(give);
  }

  #fail(fault: Fault): void {
    if ("session" in fault) {
      this.#isSessionGone = true;
      sessionGone();
    }
    if ("reply" in fault) {
      this.#reply = fault.reply === "held" ? { kind: "held" } : { kind: "lost", code: fault.code ?? null };
      const isDone = fault.when === "after" && fault.action === undefined;
      if (isDone) return;
      throw new Refusal("RequestAborted", "The connection broke off.");
    }
    throw new Refusal(fault.code, fault.message ?? `An injected ${fault.code}.`);
  }

  #plan({ request, action, when, times = 1 }: Moment, run: () => void): void {
    const first = this.#request + request;
    this.#planned.push({
      first,
      last: first + times - 1,
      lastRun: 0,
      when,
      run,
      ...(action !== undefined && { action }),
    });
  }

  #happen(isDue: (moment: Planned) => boolean): void {
    if (this.#planned.length === 0) return;
    const now = this.#request;
    this.#planned = this.#planned.filter(({ last }) => last >= now);
    for (const moment of this.#planned) {
      if (moment.first > now || moment.lastRun === now || !isDue(moment)) continue;
      moment.lastRun = now;
      moment.run();
    }
  }
}

interface Planned {
  /** Requests, counted since the connection was made. */
  first: number;
  last: number;
  lastRun: number;
  action?: number | string;
  when: Moment["when"];
  run: () => void;
}

const GIVEN: Reply = { kind: "given" };

function sessionGone(): never {
  throw new Refusal("InvalidOrTimedOutSession", "The session has expired or is invalid.");
}
