import { Host } from "../host/host";
import { MemoryWorkbook } from "../host/memory/memoryWorkbook";
import type { Area, WorkbookSnapshot } from "../host/snapshot";
import type { Traffic } from "../host/traffic";
import { User } from "../host/user";
import { writeWorkbook } from "../files/writeWorkbook";
import { sampleWorkbook } from "../sample/workbook";
import { advanceQuarter } from "./advanceQuarter";
import type {
  FaultSide,
  Opened,
  OpenOptions,
  Overview,
  SheetSide,
  SheetView,
  UserArguments,
  UserMethod,
} from "./messages";
import { openBytes } from "./openBytes";
import { PaneLink } from "./paneLink";
import { entryOf, overviewOf, viewOf } from "./sheetView";
import { act } from "./userAct";

/** A workbook on a desk: what is open, the pane beside it, and the person at it. Lives in the worker. */
export class Desk implements SheetSide {
  #open: { workbook: MemoryWorkbook; link: PaneLink; options: OpenOptions } | null = null;
  /** The file that the workbook came from, while its rows and columns stand where they stood. */
  #original: Uint8Array | null = null;
  /** A pane that came before there was a workbook. */
  #waiting: MessagePort | null = null;
  #listener: () => void = () => undefined;
  #isTelling = false;

  open(snapshot: WorkbookSnapshot, options: OpenOptions = {}): void {
    this.#open?.link.close();
    const workbook = MemoryWorkbook.from(snapshot, options.workbook);
    this.#original = null;
    workbook.onChange((change) => {
      if (change.type === "shifted" && change.actor !== "add-in") this.#original = null;
      this.#tell();
    });
    this.#open = { workbook, link: this.#newLink(workbook, options), options };
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting) this.connectPane(waiting);
    this.#tell();
  }

  openSample(quarter: 1 | 2): void {
    this.open(sampleWorkbook(quarter), { workbook: { name: `Accounts 2026 Q${quarter}.xlsx` } });
  }

  async openFile(name: string, bytes: Uint8Array): Promise<Opened> {
    const read = await openBytes(name, bytes);
    if (!read.ok) return read;
    const isText = /\.(?:csv|tsv|txt)$/i.test(name);
    this.open(read.workbook, { workbook: { name } });
    this.#original = isText ? null : bytes;
    return { ok: true, notes: read.notes };
  }

  advanceQuarter(): "typed" | "opened" {
    if (this.#open && advanceQuarter(this.#open.workbook)) return "typed";
    this.openSample(2);
    return "opened";
  }

  connectPane(port: MessagePort): void {
    if (!this.#open) {
      this.#waiting?.close();
      this.#waiting = port;
      return;
    }
    const { workbook, link, options } = this.#open;
    // A client that was loaded again counts its requests from one: it needs a host that knows nothing of the other's.
    const next = link.isTaken ? this.#newLink(workbook, options) : link;
    if (next !== link) link.close();
    this.#open.link = next;
    next.take(port);
  }

  overview(): Overview {
    return overviewOf(this.#workbook);
  }

  view(area: Area): SheetView {
    return viewOf(this.#workbook, area);
  }

  entry(row: number, column: number): string {
    return entryOf(this.#workbook, row, column);
  }

  snapshot(): WorkbookSnapshot {
    return this.#workbook.snapshot();
  }

  save(): Promise<Uint8Array<ArrayBuffer>> {
    return writeWorkbook(this.snapshot(), this.#original ?? undefined);
  }

  user<Method extends UserMethod>(method: Method, ...args: UserArguments<Method>): unknown {
    if (method === "sort") this.#original = null;
    return this.#changed(act(new User(this.#workbook), method, args));
  }

  coAuthor<Method extends UserMethod>(method: Method, ...args: UserArguments<Method>): unknown {
    return this.#changed(act(new User(this.#workbook, "co-author"), method, args));
  }

  editCell(isEditing: boolean): void {
    this.#host.editCell(isEditing);
  }

  readonly faults: FaultSide = {
    inject: (fault) => this.#host.faults.inject(fault),
    at: (moment, method, ...args) => this.#host.faults.at(moment, () => void this.user(method, ...args)),
    clear: () => this.#host.faults.clear(),
    setLatency: (milliseconds) => void (this.#host.faults.latency = milliseconds),
  };

  traffic(): Traffic {
    return { ...this.#host.traffic };
  }

  keptReferences(): number {
    return this.#host.keptReferences;
  }

  settled(): Promise<void> {
    return this.#host.settled();
  }

  onChange(listener: () => void): void {
    this.#listener = listener;
  }

  get #workbook(): MemoryWorkbook {
    if (!this.#open) throw new Error("No workbook is open.");
    return this.#open.workbook;
  }

  get #host(): Host {
    if (!this.#open) throw new Error("No workbook is open.");
    return this.#open.link.host;
  }

  #newLink(workbook: MemoryWorkbook, { host }: OpenOptions): PaneLink {
    return new PaneLink(new Host(workbook, host), () => this.#tell());
  }

  /** Some of what a person does raises no event (widths, protection, tables). */
  #changed<T>(result: T): T {
    this.#tell();
    return result;
  }

  #tell(): void {
    if (this.#isTelling) return;
    this.#isTelling = true;
    setTimeout(() => {
      this.#isTelling = false;
      this.#listener();
    }, 60);
  }
}
