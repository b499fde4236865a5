import { Faults } from "./faults";
import { EN_US } from "./rules/culture";
import { refuse } from "./rules/refusal";
import { byteLength, noTraffic, type Traffic } from "./traffic";
import { EventSubscriptions } from "./wire/eventSubscriptions";
import { type EventEntry, eventsOf } from "./wire/events";
import { KeptReferences } from "./wire/keptReferences";
import type { RequestBody, ResponseBody } from "./wire/messages";
import { asError, processRequest } from "./wire/processRequest";
import type { Session, SessionOptions } from "./wire/session";
import type { Workbook } from "./workbook";

export interface HostOptions extends SessionOptions {
  /** Excel on the web refuses larger request and response bodies; in bytes. */
  maxPayload: number;
  /** Conditional formats that earlier connections have added: Excel gives no id twice, also not that of a deleted one. */
  rulesBefore: number;
  /** Told each member that a request uses, as `"Range.Values"`. */
  onMember: (member: string) => void;
}

const DEFAULTS: HostOptions = {
  culture: EN_US,
  filteredWrites: "all",
  maxCellsPerRead: 5_000_000,
  maxPayload: 5 * 1024 * 1024,
  thisYear: new Date().getFullYear(),
  rulesBefore: 0,
  onMember: () => undefined,
};

/**
 * Excel's side of the bridge: answers Microsoft's client from a workbook. Messages are strings both ways, so that client
 * and host may be on different threads. Free of Node and of the page.
 */
export class Host {
  readonly faults = new Faults();
  traffic: Traffic = noTraffic();
  /** As in the options; may change on the way. */
  maxPayload: number;
  readonly #options: HostOptions;
  readonly #session: Session;
  #send: (text: string) => void = () => undefined;
  #events: EventEntry[] = [];
  #busy = 0;
  #waiting: string[] = [];

  constructor(
    readonly workbook: Workbook,
    options: Partial<HostOptions> = {},
  ) {
    this.#options = { ...DEFAULTS, ...options };
    this.maxPayload = this.#options.maxPayload;
    this.#session = {
      workbook,
      references: new KeptReferences(),
      subscriptions: new EventSubscriptions(),
      options: this.#options,
      rulesAdded: this.#options.rulesBefore,
    };
    workbook.onChange((change) => {
      if (change.type === "shifted") this.#session.references.shifted(change.sheet, change.edit);
      if (change.type === "sheetDeleted") this.#session.references.sheetDeleted(change.sheet);
      if (change.type === "cellEdit" && !change.isEditing) this.#letWaitingGo();
      this.#raise(eventsOf(change, this.#session));
    });
  }

  /** Where replies and events go. */
  connect(send: (text: string) => void): void {
    this.#send = send;
  }

  /** A message from the client; answered later, never within the call. */
  receive(text: string): void {
    this.#busy++;
    this.#later(() => this.#answer(text));
  }

  /** A person starts editing a cell, or presses Enter: meanwhile requests fail, or wait if they asked for it (`delayForCellEdit`). */
  editCell(isEditing: boolean): void {
    this.workbook.setEditingCell(isEditing);
  }

  #letWaitingGo(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const text of waiting) this.#later(() => this.#answer(text));
  }

  /** Never at once, and no later than asked for. */
  #later(work: () => void): void {
    if (this.faults.latency > 0) setTimeout(work, this.faults.latency);
    else queueMicrotask(work);
  }

  /** Ranges that the client keeps: a leak shows here. */
  get keptReferences(): number {
    return this.#session.references.size;
  }

  /** Resolves when no request is being answered (one may wait for a cell's edit to end) and all events have been delivered to the client's handlers. */
  async settled(): Promise<void> {
    do await new Promise((resolve) => setTimeout(resolve, 1));
    while (this.#busy > this.#waiting.length || this.#events.length > 0);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }

  #answer(text: string): void {
    const { id, flags, message } = JSON.parse(text) as ClientMessage; // the client's own form
    if (this.workbook.isEditingCell && flags & DELAY_FOR_CELL_EDIT) return void this.#waiting.push(text);
    const bytesIn = byteLength(text);
    const response = this.#process(message.body, bytesIn);
    let body = JSON.stringify(response);
    const bytesOut = byteLength(body);
    if (bytesOut > this.maxPayload) body = JSON.stringify(tooLarge("ResponsePayloadSizeLimitExceeded", "response"));
    this.#count(message.body.Actions.length, bytesIn, bytesOut);
    this.#busy--;
    const { reply } = this.faults;
    if (reply.kind === "given") this.#reply(id, body);
    else if (reply.kind === "lost") this.#replyLost(id, reply.code);
    else this.faults.hold((code) => (code === undefined ? this.#reply(id, body) : this.#replyLost(id, code)));
  }

  /** The body goes in as an object: the client takes it either way, and a text would be escaped and parsed twice. */
  #reply(id: number, body: string): void {
    this.#send(`{"id":${id},"type":1,"message":{"statusCode":200,"headers":{},"body":${body}}}`);
  }

  /** Without a code the client itself makes a `ConnectionFailure` of it. */
  #replyLost(id: number, code: string | null): void {
    const body = code === null ? "" : JSON.stringify({ error: { code, message: "The reply was lost." } });
    this.#send(JSON.stringify({ id, type: 1, message: { statusCode: 504, headers: {}, body } }));
  }

  #process(body: RequestBody, bytesIn: number): ResponseBody {
    try {
      this.faults.beginRequest(body.Actions);
      if (this.workbook.isEditingCell) refuse("InvalidOperationInCellEditMode", "A cell is being edited.");
      if (bytesIn > this.maxPayload) return tooLarge("RequestPayloadSizeLimitExceeded", "request");
      const response = processRequest(body, this.#session, {
        before: (index, action) => this.faults.around("before", index, action),
        after: (index, action) => this.faults.around("after", index, action),
        onMember: this.#options.onMember,
      });
      this.faults.endRequest();
      return response;
    } catch (error) {
      return { Results: [], Error: asError(error) };
    }
  }

  #raise(entries: EventEntry[]): void {
    if (entries.length === 0) return;
    if (this.#events.length === 0) setTimeout(() => this.#deliver(), this.faults.latency);
    this.#events.push(...entries);
  }

  /** After the reply to the request that raised them, if there was one. */
  #deliver(): void {
    const entries = this.#events;
    this.#events = [];
    if (this.faults.isSessionGone) return;
    this.traffic.events += entries.length;
    this.#send(JSON.stringify({ type: 3, controlId: "", message: { entries } }));
  }

  #count(actions: number, bytesIn: number, bytesOut: number): void {
    const { traffic } = this;
    traffic.requests++;
    traffic.actions += actions;
    traffic.bytesIn += bytesIn;
    traffic.bytesOut += bytesOut;
    traffic.largestIn = Math.max(traffic.largestIn, bytesIn);
    traffic.largestOut = Math.max(traffic.largestOut, bytesOut);
  }
}

interface ClientMessage {
  id: number;
  flags: number;
  message: { body: RequestBody };
}

/** The request's flag of `Excel.run({ delayForCellEdit: true }, …)`. */
const DELAY_FOR_CELL_EDIT = 64;

function tooLarge(code: string, what: string): ResponseBody {
  return {
    Results: [],
    Error: { Code: code, Message: `The ${what} payload size has exceeded the limit.`, HttpStatusCode: 413 },
  };
}
