import { Host } from "../host/host";
import { MemoryWorkbook } from "../host/memory/memoryWorkbook";
import type { Area, WorkbookSnapshot } from "../host/snapshot";
import type { Traffic } from "../host/traffic";
import { User } from "../host/user";
import { writeWorkbook } from "../files/writeWorkbook";
import { sampleWorkbook } from "../sample/workbook";
import { advanceQuarter } from "./advanceQuarter";
import { faultSide } from "./faultSide";
import type { Opened, OpenOptions, Overview, SheetSide, SheetView, UserArguments, UserMethod } from "./messages";
import { openBytes } from "./openBytes";
import { PaneLink } from "./paneLink";
import { entryOf, overviewOf, viewOf } from "./sheetView";
import { act } from "./userAct";

/** A workbook on a desk: what is open, the pane beside it, and the person at it. Lives in the worker. */
export class Desk implements SheetSide {
  #open: Open | null = null;
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
    this.open(read.workbook, { workbook: { name } });
    this.#original = read.original;
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
    return overviewOf(this.#now.workbook);
  }

  views(areas: readonly Area[]): SheetView[] {
    return areas.map((area) => viewOf(this.#now.workbook, area));
  }

  entry(row: number, column: number): string {
    return entryOf(this.#now.workbook, row, column);
  }

  snapshot(): WorkbookSnapshot {
    return this.#now.workbook.snapshot();
  }

  save(): Promise<Uint8Array<ArrayBuffer>> {
    return writeWorkbook(this.snapshot(), this.#original ?? undefined);
  }

  user<Method extends UserMethod>(method: Method, ...args: UserArguments<Method>): unknown {
    if (method === "sort") this.#original = null;
    return this.#act("user", method, args);
  }

  coAuthor<Method extends UserMethod>(method: Method, ...args: UserArguments<Method>): unknown {
    return this.#act("co-author", method, args);
  }

  editCell(isEditing: boolean): void {
    this.#now.link.host.editCell(isEditing);
  }

  readonly faults = faultSide(
    () => this.#now.link.host,
    (method, args) => void this.#act("user", method, args),
  );

  traffic(): Traffic {
    return { ...this.#now.link.host.traffic };
  }

  keptReferences(): number {
    return this.#now.link.host.keptReferences;
  }

  settled(): Promise<void> {
    return this.#now.link.host.settled();
  }

  onChange(listener: () => void): void {
    this.#listener = listener;
  }

  get #now(): Open {
    if (!this.#open) throw new Error("No workbook is open.");
    return this.#open;
  }

  #newLink(workbook: MemoryWorkbook, { host }: OpenOptions): PaneLink {
    return new PaneLink(new Host(workbook, host), () => this.#tell());
  }

  #act<Method extends UserMethod>(who: User["actor"], method: Method, args: UserArguments<Method>): unknown {
    this.#tell(); // some of what a person does raises no event (protection, tables, hidden rows)
    return act(new User(this.#now.workbook, who), method, args);
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

interface Open {
  readonly workbook: MemoryWorkbook;
  link: PaneLink;
  readonly options: OpenOptions;
}
