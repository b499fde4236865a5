import type { DateOrder, Preset, PresetDocument, PresetIssue } from "../../../engine/index";
import type { AutomaticState } from "../../excel/automatic";
import type { ListedPreset } from "../../excel/presets";
import type { Meant } from "../../excel/place";
import type { Problem } from "../../excel/problem";
import type { SourceRecord } from "../../excel/record";
import type { Source } from "../../excel/source";
import { standingOf } from "../../excel/standing";
import type { History, Preview } from "../../excel/tiering";
import type { Message } from "../../strings/messages";
import { NO_EDITS, withEdits, type Edits } from "./edits";

/** All that the pane knows. Changed by events only, in `changed`. */
export interface PaneState {
  readonly screen: Screen;
  /** Whether the workbook was looked at for the first time. */
  readonly isOpen: boolean;
  readonly presets: readonly ListedPreset[];
  /** The chosen one, with what was edited of it as far as that is a preset; null until they are read. */
  readonly preset: Preset | null;
  /** What was edited of it and not saved; null where nothing was. */
  readonly draft: Draft | null;
  /** ISO day, and whether the analyst chose it: otherwise it is today's, whenever that is. */
  readonly asOf: string;
  readonly isDayChosen: boolean;
  readonly choices: Choices;
  readonly found: Found | null;
  /** The last one of these accounts. */
  readonly preview: Preview | null;
  /** Whether the preview is of what is chosen and of what the sheet holds, as far as is known. Only then can it be applied. */
  readonly isFresh: boolean;
  /** Why there is no source, or no preview of it. */
  readonly refusal: Problem | null;
  /** Edits since the tiers were last right. */
  readonly edits: Edits;
  readonly history: History;
  readonly work: Work | null;
  /** Where automatic refresh stands; null while it is off. */
  readonly automatic: Automatic | null;
  /** A step waits because somebody is editing a cell in Excel. */
  readonly isCellEdited: boolean;
  /** What has to be decided before a step goes on. */
  readonly question: Question | null;
  readonly message: Message | null;
}

/** Three looks at the accounts, and the rules that they are tiered by. */
export type Screen = "tier" | "review" | "plan" | "rules";

/** `beginning`: switched on, its first refresh is under way · `stopped`: it has switched itself off. */
export type Automatic = "beginning" | AutomaticState["kind"];

export type Question =
  /** The step would lose what was edited of a preset. `canSave`: that is a preset. */
  | { readonly kind: "unsaved"; readonly preset: string; readonly canSave: boolean }
  /** Somebody else has saved the preset since; when, as ISO text, `""` where nobody knows. */
  | { readonly kind: "conflict"; readonly preset: string; readonly savedAt: string };

/** A preset while it is edited. */
export interface Draft {
  /** As it stands, also where that is no preset. */
  readonly document: PresetDocument;
  /** Why it is none; empty where it is one, which then is the chosen preset. */
  readonly issues: readonly PresetIssue[];
  /** The preset as it was before. */
  readonly saved: Preset;
  /** What followed from that for these accounts; null where there was no preview of it. */
  readonly before: Preview | null;
}

/** What the analyst chose of how cells are read; what is not chosen is guessed. */
export interface Choices {
  readonly mapping: ReadonlyMap<string, readonly string[]>;
  readonly dateOrder: DateOrder | null;
}

export interface Found {
  readonly source: Source;
  readonly record: SourceRecord | null;
  /** How the selection was understood that they were found by; null or absent where that is not known. */
  readonly meant?: Meant | null;
  /** Whether the workbook had changes that were not saved when they were found. */
  readonly isDirty?: boolean;
}

/**
 * What is under way; rows are counted where it goes by rows. `undoing` also puts back a run that was broken off,
 * `adding` is of a sheet.
 */
export interface Work {
  readonly kind: "reading" | "writing" | "undoing" | "adding";
  readonly done: number;
  readonly of: number;
}

export type PaneEvent =
  | { readonly type: "opened"; readonly presets: readonly ListedPreset[]; readonly history: History }
  | { readonly type: "presets"; readonly presets: readonly ListedPreset[] }
  | { readonly type: "history"; readonly history: History }
  | { readonly type: "working"; readonly work: Work }
  | { readonly type: "rested" }
  | { readonly type: "found"; readonly found: Found; readonly preset: Preset; readonly choices: Choices }
  /** There is nothing to tier at that place any more, or it cannot be read as the preset asks. */
  | { readonly type: "refused"; readonly problem: Problem; readonly isLost: boolean }
  /** `isEdited`: somebody edited the accounts while they were read. */
  | { readonly type: "previewed"; readonly preview: Preview; readonly isEdited: boolean }
  /** Another preset, which ends a draft, or other choices. */
  | { readonly type: "chosen"; readonly preset?: Preset; readonly choices?: Choices }
  /** The preset was edited. Where the draft is a preset, `preset` is it. */
  | { readonly type: "drafted"; readonly draft: Pick<Draft, "document" | "issues">; readonly preset: Preset | null }
  | { readonly type: "went"; readonly screen: Screen }
  | { readonly type: "day"; readonly asOf: string; readonly isChosen: boolean }
  | { readonly type: "edited"; readonly edits: Edits }
  /** The sheet's tiers are other ones than when they were read. */
  | { readonly type: "written" }
  | { readonly type: "automatic"; readonly automatic: Automatic | null }
  | { readonly type: "cellEdit"; readonly isWaiting: boolean }
  | { readonly type: "asked"; readonly question: Question | null }
  | { readonly type: "said"; readonly message: Message | null };

const NO_CHOICES: Choices = { mapping: new Map(), dateOrder: null };

export function firstState(asOf: string): PaneState {
  return {
    screen: "tier",
    isOpen: false,
    presets: [],
    preset: null,
    draft: null,
    asOf,
    isDayChosen: false,
    choices: NO_CHOICES,
    found: null,
    preview: null,
    isFresh: false,
    refusal: null,
    edits: NO_EDITS,
    history: { canUndo: false, isUnfinished: false },
    work: null,
    automatic: null,
    isCellEdited: false,
    question: null,
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
    case "rested":
      return { ...state, work: null };
    case "found": {
      const { found, preset, choices } = event;
      const isOther = placeOf(state.found) !== placeOf(found);
      const draft = state.draft && { ...state.draft, before: null };
      const gone = isOther ? { preview: null, edits: NO_EDITS, draft } : {};
      const automatic = found.record?.id === state.found?.record?.id ? state.automatic : null;
      const meant = found.meant ?? (isOther ? null : (state.found?.meant ?? null));
      return {
        ...state,
        ...gone,
        automatic,
        found: { ...found, meant },
        preset,
        choices,
        isFresh: false,
        refusal: !isOther && state.refusal?.code === "fields-unmapped" ? state.refusal : null, // it stays asked till then
      };
    }
    case "refused": {
      const gone = event.isLost ? { found: null, edits: NO_EDITS, automatic: null } : {};
      return { ...state, ...gone, refusal: event.problem, preview: null, isFresh: false, work: null };
    }
    case "previewed": {
      const { preview, isEdited } = event;
      const isCurrent = standingOf(preview).kind === "current" && !isEdited; // an edit may have been taken back
      const edits = isCurrent ? NO_EDITS : state.edits;
      return { ...state, preview, isFresh: !isEdited, refusal: null, edits, work: null };
    }
    case "chosen": {
      const { preset = state.preset, choices = state.choices } = event;
      const { draft, refusal } = event.preset ? { draft: null, refusal: null } : state;
      return { ...state, preset, choices, draft, refusal, isFresh: false };
    }
    case "drafted": {
      const { draft: earlier, preset: chosen } = state;
      if (!chosen) return state;
      const { saved, before } = earlier ?? { saved: chosen, before: state.isFresh ? state.preview : null };
      const preset = event.preset ?? chosen;
      return { ...state, preset, draft: { ...event.draft, saved, before }, isFresh: state.isFresh && !event.preset };
    }
    case "went":
      return { ...state, screen: event.screen };
    case "day":
      return { ...state, asOf: event.asOf, isDayChosen: event.isChosen, isFresh: false };
    case "edited":
      return { ...state, edits: withEdits(state.edits, event.edits), isFresh: false };
    case "written":
      return { ...state, edits: NO_EDITS, isFresh: false, automatic: afterWrite(state.automatic) };
    case "automatic":
      return { ...state, automatic: event.automatic };
    case "cellEdit":
      return { ...state, isCellEdited: event.isWaiting };
    case "asked":
      return { ...state, question: event.question };
    case "said":
      return { ...state, message: event.message };
  }
}

/** Whoever has written has brought the tiers up to date. */
function afterWrite(automatic: Automatic | null): Automatic | null {
  if (automatic === "stale") return "current";
  return automatic === "stopped" ? null : automatic;
}

/** Whether automatic refresh will write, or is writing: what is shown is read afterwards. */
export function isAutomaticBusy({ automatic }: PaneState): boolean {
  return automatic === "beginning" || automatic === "pending" || automatic === "running";
}

/** Which accounts, whatever became of them. */
export function placeOf(found: Found | null): string {
  if (!found) return "";
  const { sheet, table, headerRow, firstColumn } = found.source;
  return JSON.stringify([sheet.id, table?.id ?? [headerRow, firstColumn]]);
}

/** What an analyst chose stays chosen where the same preset was applied before. */
export function choicesFor(found: Found | null, preset: Preset): Choices {
  const record = found?.record;
  if (record?.preset.id !== preset.id) return NO_CHOICES;
  return { mapping: new Map(record.mapping), dateOrder: record.dateOrder };
}
