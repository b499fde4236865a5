import type { DateOrder, Preset } from "../../../engine/index";
import type { ListedPreset } from "../../excel/presets";
import type { Problem } from "../../excel/problem";
import type { SourceRecord } from "../../excel/record";
import type { Source } from "../../excel/source";
import { standingOf } from "../../excel/stale";
import type { History, Preview } from "../../excel/tiering";
import type { Edit } from "../../excel/watch";
import type { Message } from "../../strings/messages";

/** All that the pane knows. Changed by events only, in `changed`. */
export interface PaneState {
  /** Whether the workbook was looked at for the first time. */
  readonly isOpen: boolean;
  readonly presets: readonly ListedPreset[];
  /** The chosen one; null until they are read. */
  readonly preset: Preset | null;
  /** ISO day. */
  readonly asOf: string;
  readonly choices: Choices;
  readonly found: Found | null;
  /** Of the accounts as they were last read, under the preset, choices and day above. */
  readonly preview: Preview | null;
  /** Why there is no source, or no preview of it. */
  readonly refusal: Problem | null;
  /** Edits since the tiers were last right. */
  readonly edits: Edits;
  readonly history: History;
  readonly work: Work | null;
  readonly message: Message | null;
}

/** What the analyst chose of how cells are read; what is not chosen is guessed. */
export interface Choices {
  readonly mapping: ReadonlyMap<string, readonly string[]>;
  readonly dateOrder: DateOrder | null;
}

export interface Found {
  readonly source: Source;
  readonly record: SourceRecord | null;
}

export interface Edits {
  /** Rows of the source with an edited cell, counted from 0 below the header. */
  readonly rows: ReadonlySet<number>;
  /** Rows came, went or moved. */
  readonly isReshaped: boolean;
}

/** What is under way. Rows are counted where it goes by rows. */
export interface Work {
  readonly kind: "reading" | "writing" | "other";
  readonly done: number;
  readonly of: number;
}

export type PaneEvent =
  | { readonly type: "opened"; readonly presets: readonly ListedPreset[]; readonly history: History }
  | { readonly type: "presets"; readonly presets: readonly ListedPreset[] }
  | { readonly type: "history"; readonly history: History }
  | { readonly type: "working"; readonly work: Work }
  | { readonly type: "found"; readonly found: Found; readonly preset: Preset; readonly choices: Choices }
  | { readonly type: "refused"; readonly problem: Problem; readonly isLost: boolean }
  | { readonly type: "previewed"; readonly preview: Preview }
  | { readonly type: "chosen"; readonly preset?: Preset; readonly choices?: Choices; readonly asOf?: string }
  | { readonly type: "edited"; readonly edit: Edit }
  | { readonly type: "rested" }
  | { readonly type: "applied" }
  | { readonly type: "said"; readonly message: Message | null };

const NO_CHOICES: Choices = { mapping: new Map(), dateOrder: null };
export const NO_EDITS: Edits = { rows: new Set(), isReshaped: false };

export function firstState(asOf: string): PaneState {
  return {
    isOpen: false,
    presets: [],
    preset: null,
    asOf,
    choices: NO_CHOICES,
    found: null,
    preview: null,
    refusal: null,
    edits: NO_EDITS,
    history: { canUndo: false, isUnfinished: false },
    work: null,
    message: null,
  };
}

/** The state after an event. Pure. */
export function changed(state: PaneState, event: PaneEvent): PaneState {
  switch (event.type) {
    case "opened": {
      const first = event.presets.find((each) => each.state === "ok");
      const preset = state.preset ?? (first?.state === "ok" ? first.preset : null);
      return { ...state, isOpen: true, presets: event.presets, preset, history: event.history };
    }
    case "presets":
      return { ...state, presets: event.presets };
    case "history":
      return { ...state, history: event.history };
    case "working":
      return { ...state, work: event.work };
    case "found":
      return { ...state, found: event.found, preset: event.preset, choices: event.choices, refusal: null };
    case "refused": {
      const there = event.isLost ? { found: null, edits: NO_EDITS } : {};
      return { ...state, ...there, refusal: event.problem, preview: null, work: null };
    }
    case "previewed": {
      const isCurrent = standingOf(event.preview).kind === "current"; // an edit may have been taken back
      const edits = isCurrent ? NO_EDITS : state.edits;
      return { ...state, preview: event.preview, refusal: null, edits, work: null };
    }
    case "chosen": {
      const { preset = state.preset, choices = state.choices, asOf = state.asOf } = event;
      return { ...state, preset, choices, asOf };
    }
    case "edited":
      return { ...state, edits: withEdit(state.edits, event.edit) };
    case "applied":
      return { ...state, edits: NO_EDITS };
    case "rested":
      return { ...state, work: null };
    case "said":
      return { ...state, message: event.message };
  }
}

function withEdit({ rows, isReshaped }: Edits, edit: Edit): Edits {
  if (edit.kind === "shape") return { rows, isReshaped: true };
  const more = new Set(rows);
  for (let i = 0; i < edit.rows; i++) more.add(edit.from + i);
  return { rows: more, isReshaped };
}

/** What an analyst chose stays chosen where the same preset was applied before. */
export function choicesFor({ record }: Found, preset: Preset): Choices {
  if (record?.preset.id !== preset.id) return NO_CHOICES;
  return { mapping: new Map(record.mapping), dateOrder: record.dateOrder };
}
