import type { Fault, Moment } from "../host/faults";
import type { HostOptions } from "../host/host";
import type { WorkbookOptions } from "../host/model/modelSheets";
import type { Area, CellValue, WorkbookSnapshot } from "../host/snapshot";
import type { Traffic } from "../host/traffic";
import type { User } from "../host/user";
import type { SampleName } from "../sample/samples";

/**
 * What a page may ask of whoever holds the workbook: itself, or a worker (through comlink, so each answer is a promise).
 * The pane's client is not among those who ask: it has a port of its own, over which the strings of the host's bridge pass.
 */
export interface SheetSide {
  /** Opens a workbook. The pane must connect again, as Excel opens a pane anew for each workbook. */
  open(workbook: WorkbookSnapshot, options?: OpenOptions): void;
  openSample(name: SampleName): void;
  /** Opens the bytes of an .xlsx or .csv file; what is open stays where they cannot be read. */
  openFile(name: string, bytes: Uint8Array): Promise<Opened>;
  /** Types the second quarter's numbers over the sample's, by account; false where the sample is not open. */
  advanceQuarter(): boolean;

  /** Joins a pane's client; one that was joined before (the page was loaded again) is let go. Waits for a workbook. */
  connectPane(port: MessagePort): void;

  overview(): Overview;
  snapshot(): WorkbookSnapshot;
  /** The workbook as an .xlsx file. */
  save(): Promise<Uint8Array<ArrayBuffer>>;

  /** What a person does; throws what Excel refuses, in a sentence. */
  user<Method extends UserMethod>(method: Method, ...args: UserArguments<Method>): unknown;
  /** The same by somebody else who has the workbook open. */
  coAuthor<Method extends UserMethod>(method: Method, ...args: UserArguments<Method>): unknown;
  /** A cell is opened for editing, or left: meanwhile the pane's requests fail or wait. */
  editCell(isEditing: boolean): void;

  faults: FaultSide;
  traffic(): Traffic;
  /** Ranges that the pane's client keeps. */
  keptReferences(): number;
  /** Nothing is being answered, and all events are on their way to the pane. */
  settled(): Promise<void>;
  /** From now on, and for every pane that is joined later. */
  imitate(conditions: Conditions): void;
}

/** Faults of the pane that is connected now, or of the next one while none is. */
export interface FaultSide {
  inject(fault: Fault): void;
  /** A person does something right there, between two requests or two actions. */
  at<Method extends UserMethod>(moment: Moment, method: Method, ...args: UserArguments<Method>): void;
  /** Forgets what has not happened yet. */
  clear(): void;
  /** Gives the replies that a fault held. */
  release(): void;
  /** How long each reply takes, in milliseconds. */
  setLatency(milliseconds: number): void;
}

/** What a snapshot does not say. */
export interface OpenOptions {
  workbook?: WorkbookOptions;
  host?: Partial<Omit<HostOptions, "onMember">>;
}

/** The way between a pane and the workbook. */
export interface Conditions {
  /** Larger requests and answers are refused; in bytes. */
  maxPayload: number;
  /** How long each answer takes, in milliseconds. */
  latency: number;
}

/** What to know about an opened file, in sentences; or the one reason why it is not open. */
export type Opened = { ok: true; notes: string[] } | { ok: false; problem: string };

export type UserMethod = {
  [Name in keyof User]: User[Name] extends (...args: never[]) => unknown ? Name : never;
}[keyof User];

/** As the method takes them; `filter` takes the list of values to keep, as Excel's filter does. */
export type UserArguments<Method extends UserMethod> = Method extends "filter"
  ? [address: string, column: number, keep: CellValue[]]
  : Parameters<User[Method]>;

/** Which workbook it is, and where a person is in it. */
export interface Overview {
  name: string;
  activeSheet: string;
  /** On the active sheet; none while a shape is selected. */
  selection: readonly Area[];
}

/** What a pane in a frame says to the page around it: here is my end's other end. The port comes with it. */
export const PANE_HELLO = "account-tiering:pane";
