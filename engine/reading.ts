import { explain, type Explanation } from "./explain";
import { canonical } from "./preset/hash";
import type { Preset } from "./preset/schema";
import { answerTo, Asked, type AnswerTo, type OptionsOf, type Question } from "./questions";
import type { RecordedReview } from "./review/history";
import { resultOf } from "./result";
import { run, type RunResult } from "./run";
import type { Override } from "./stages/overrides";
import type { ColumnCells } from "./table/cell";
import type { Binding } from "./table/headers";
import { tableBuilder, type BuildOptions, type TableBuilder } from "./table/table";
import { Workspace, type Lease } from "./workspace";

/** Where accounts are read and tiered: on the thread that asks (`inProcess`), or on another one that answers the same. */
export interface Engine {
  /** For reports; nothing depends on it. */
  readonly thread: "own" | "worker";
  /**
   * Begins to read a source. Only the last two readings are kept, what is looked at and what comes after it: opening a
   * third one lets go of the oldest.
   *
   * Rejects where the binding has errors, which whoever bound the fields has refused before.
   */
  open(source: ToRead): Promise<Reading>;
}

/** A source that is read once, block by block, and tiered as often as its rules change. */
export interface Reading {
  /** Takes the next rows, from the top down. Settles when the next ones may come. Ignored where the reading was let go. */
  add(block: Block): Promise<void>;
  /**
   * Tiers what was read; rows that were never added are blank. The first run ends the reading, a later one takes over
   * from the one before it. Rejects where `asOf` is not a day.
   */
  run(preset: Preset, inputs: RunInputs): Promise<Answer<RunResult>>;
  /** Explains an input row (0 is the header) by the last run. */
  explain(inputRow: number): Promise<Answer<Explanation>>;
  /** Asks one of `QUESTIONS` of the last run. Rejects where nothing was run yet, or the question throws. */
  ask<Name extends Question>(question: Name, ...options: OptionsOf<Name>): Promise<Answer<AnswerTo<Name>>>;
  /** Frees what was read. */
  letGo(): void;
}

/** What a run goes by beside the preset and the cells. Plain data. */
export interface RunInputs {
  /** ISO day. */
  readonly asOf: string;
  /** What people have decided; nothing where absent. */
  readonly overrides?: readonly Override[] | undefined;
  /** The reviews so far, of this preset and others; none where absent. */
  readonly history?: readonly RecordedReview[] | undefined;
}

/** What is to be read, and how. Plain data. */
export interface ToRead {
  readonly binding: Binding;
  /** Every preset with the same fields can be run on what was read. */
  readonly preset: Preset;
  /** Rows below the header. */
  readonly rows: number;
  readonly options?: Omit<BuildOptions, "buffers">;
}

/** Some rows of a source. Their cells are looked at before `add` settles, and not kept. */
export interface Block {
  /** Rows of the block. */
  readonly size: number;
  /** The cells of one source column. */
  column(position: number): ColumnCells;
}

/** `let-go`: the reading has made room for newer ones · `other-fields`: the preset needs other columns than were read. */
export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: "let-go" | "other-fields" };

/** How many readings are kept. */
const MOST_KEPT = 2;

/** The engine on the thread that asks. Readings that were let go leave their memory to the next one. */
export function inProcess(): Engine {
  const workspace = new Workspace();
  let kept: OwnReading[] = [];
  return {
    thread: "own",
    async open(source) {
      const reading = new OwnReading(source, workspace.lease());
      kept = [...kept.filter(({ isKept }) => isKept), reading];
      kept.splice(0, kept.length - MOST_KEPT).forEach((oldest) => oldest.letGo());
      return reading;
    },
  };
}

class OwnReading implements Reading {
  #read: Read | null;
  readonly #buffers: Lease;

  constructor(source: ToRead, buffers: Lease) {
    this.#read = readOf(source, buffers);
    this.#buffers = buffers;
  }

  get isKept(): boolean {
    return this.#read !== null;
  }

  async add(block: Block): Promise<void> {
    if (this.#read?.last) throw new Error("rows were added after a run");
    this.#read?.builder.add(block.size, (position) => block.column(position));
  }

  async run(preset: Preset, { asOf, overrides = [], history = [] }: RunInputs): Promise<Answer<RunResult>> {
    const read = this.#read;
    if (!read) return { ok: false, why: "let-go" };
    if (canonical([...preset.fields]) !== read.fields) return { ok: false, why: "other-fields" };
    const previousRun = read.last?.run;
    const table = previousRun ? previousRun.table : read.builder.table();
    const last = run(table, preset, { asOf, overrides, history, ...(previousRun && { previousRun }) });
    read.last = new Asked(last, history);
    return { ok: true, value: resultOf(last, history) };
  }

  async explain(inputRow: number): Promise<Answer<Explanation>> {
    if (!this.#read) return { ok: false, why: "let-go" };
    if (!this.#read.last) throw new Error("nothing was run that could be explained");
    return { ok: true, value: explain(this.#read.last.run, inputRow) };
  }

  async ask<Name extends Question>(question: Name, ...options: OptionsOf<Name>): Promise<Answer<AnswerTo<Name>>> {
    if (!this.#read) return { ok: false, why: "let-go" };
    if (!this.#read.last) throw new Error("nothing was run that could be asked about");
    return { ok: true, value: answerTo(this.#read.last, question, ...options) };
  }

  letGo(): void {
    this.#read = null;
    this.#buffers.end();
  }
}

interface Read {
  readonly builder: Extract<TableBuilder, { ok: true }>;
  /** The fields that it was read for, as text. */
  readonly fields: string;
  last: Asked | null;
}

function readOf({ binding, preset, rows, options }: ToRead, buffers: Lease): Read {
  const builder = tableBuilder(binding, preset, rows, { ...options, buffers });
  if (!builder.ok) throw new RangeError(`cannot be read: ${builder.issues.map(({ code }) => code).join(", ")}`);
  return { builder, fields: canonical([...preset.fields]), last: null };
}
