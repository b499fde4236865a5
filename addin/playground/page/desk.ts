import { Host } from "../host/host";
import type { WorkbookOptions } from "../host/model/modelSheets";
import type { ModelWorkbook } from "../host/model/modelWorkbook";
import type { WorkbookSnapshot } from "../host/snapshot";
import type { Traffic } from "../host/traffic";
import { User } from "../host/user";
import { SAMPLES, type SampleName } from "../sample/samples";
import { advanceQuarter } from "./advanceQuarter";
import { copyOf } from "./copyOf";
import { faultSide } from "./faultSide";
import type { Files } from "./files";
import type { Conditions, Opened, OpenOptions, Overview, SheetSide, UserArguments, UserMethod } from "./messages";
import { PaneLink } from "./paneLink";
import { act } from "./userAct";

/** Where a workbook is kept: in memory, or in a grid, which has one at a time and lets go of the one before. */
export type OpenWorkbook = (snapshot: WorkbookSnapshot, options?: WorkbookOptions) => ModelWorkbook;

/** A workbook on a desk: what is open, the pane beside it, and the person at it. */
export class Desk implements SheetSide {
  #open: Open | null = null;
  /** The file that the workbook came from, while its rows and columns stand where they stood. */
  #original: Uint8Array | null = null;
  /** A pane that came before there was a workbook. */
  #waiting: MessagePort | null = null;
  #conditions: Conditions | null = null;

  constructor(
    readonly openWorkbook: OpenWorkbook,
    readonly files: Files,
  ) {}

  open(snapshot: WorkbookSnapshot, options: OpenOptions = {}): void {
    this.#open?.link.close();
    const workbook = this.openWorkbook(snapshot, options.workbook);
    this.#original = null;
    workbook.onChange((change) => {
      if (change.type === "shifted" && change.actor !== "add-in") this.forgetOriginal();
    });
    this.#open = { workbook, link: this.#newLink(workbook, options), options };
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting) this.connectPane(waiting);
  }

  openSample(name: SampleName): void {
    const { file, workbook } = SAMPLES[name];
    this.open(workbook(), { workbook: { name: file } });
  }

  async openFile(name: string, bytes: Uint8Array): Promise<Opened> {
    const read = await this.files.open(name, bytes);
    if (!read.ok) return read;
    this.open(read.workbook, { workbook: { name } });
    this.#original = read.original;
    return { ok: true, notes: read.notes };
  }

  advanceQuarter(): boolean {
    return advanceQuarter(this.#now.workbook);
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
    const { workbook } = this.#now;
    const front = workbook.activeSheet();
    const { sheet, areas } = workbook.selection();
    return {
      name: workbook.name,
      activeSheet: workbook.sheets().find(({ id }) => id === front)?.name ?? "",
      selection: sheet === front ? areas : [],
    };
  }

  snapshot(): WorkbookSnapshot {
    return this.#now.workbook.snapshot();
  }

  async save(): Promise<Uint8Array<ArrayBuffer>> {
    const open = this.#now;
    const copy = await copyOf(open.workbook, () => this.#open === open); // what changes later is not in the file
    if (!copy) throw new Error("Nothing was saved: another workbook was opened meanwhile.");
    try {
      return await this.files.write(copy, this.#original ?? undefined);
    } catch (error) {
      open.workbook.isDirty = true;
      throw error;
    }
  }

  /** The workbook has been changed since it was opened or saved. */
  get isDirty(): boolean {
    return this.#open?.workbook.isDirty ?? false;
  }

  /** Rows were moved in a way that raises no event of its own. */
  forgetOriginal(): void {
    this.#original = null;
  }

  user<Method extends UserMethod>(method: Method, ...args: UserArguments<Method>): unknown {
    if (method === "sort") this.forgetOriginal();
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

  imitate(conditions: Conditions): void {
    this.#conditions = conditions;
    if (this.#open) this.#apply(this.#open.link.host);
  }

  get #now(): Open {
    if (!this.#open) throw new Error("No workbook is open.");
    return this.#open;
  }

  #newLink(workbook: ModelWorkbook, options: OpenOptions): PaneLink {
    const host = new Host(workbook, options.host);
    this.#apply(host);
    return new PaneLink(host);
  }

  #apply(host: Host): void {
    if (!this.#conditions) return;
    host.maxPayload = this.#conditions.maxPayload;
    host.faults.latency = this.#conditions.latency;
  }

  #act<Method extends UserMethod>(who: User["actor"], method: Method, args: UserArguments<Method>): unknown {
    return act(new User(this.#now.workbook, who), method, args);
  }
}

interface Open {
  readonly workbook: ModelWorkbook;
  link: PaneLink;
  readonly options: OpenOptions;
}
