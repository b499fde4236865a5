import { valueMeasure } from "../../../engine/index";
import { standingOf, type Standing } from "../../excel/standing";
import { CANNOT_FOLLOW, EDITED_BY_OTHERS, FOLLOWING, stoppedSentence } from "../../strings/automatic";
import { CANNOT_APPLY, CANNOT_WRITE, PANE, STALE, staleSentence } from "../../strings/pane";
import { whatHappened } from "../../strings/problems";
import { isEdited } from "../app/edits";
import type { PaneState } from "../app/state";

export interface Status {
  readonly sentence: string;
  /** What it asks for, beside "Apply tiers". */
  readonly next: "refresh" | "read" | "repair" | null;
}

/** How the sheet stands to its rules, as far as it is known, and what automatic refresh is about to do about it. */
export function statusOf(state: PaneState): Status {
  const { automatic } = state;
  const standing = standingStatus(state);
  switch (automatic) {
    case "beginning":
    case "pending":
    case "running":
      return { sentence: FOLLOWING[automatic], next: null };
    case "stale":
      return standing.next === "refresh" ? { ...standing, sentence: EDITED_BY_OTHERS } : standing;
    case "stopped":
      return { ...standing, sentence: stoppedSentence(standing.sentence) };
    default:
      return standing;
  }
}

function standingStatus(state: PaneState): Status {
  const { preview, edits, work, isFresh, history, found, refusal } = state;
  if (history.isUnfinished) return { sentence: CANNOT_APPLY.unfinished, next: "repair" };
  if (!work && (!found || refusal)) return { sentence: "", next: null }; // what is missing is said above
  if (!isFresh && !isEdited(edits)) {
    if (work?.kind === "reading") return { sentence: PANE.reading, next: null };
    return { sentence: work ? "" : PANE.unread, next: work ? null : "read" };
  }
  if (!preview) return { sentence: PANE.editedSince, next: "read" };
  const standing = standingOf(preview);
  if (isEdited(edits)) {
    const canRefresh = (standing.kind === "current" || standing.kind === "stale") && isOfChoice(state);
    return canRefresh
      ? { sentence: staleSentence(edits.isReshaped ? 0 : edits.rows.size), next: "refresh" }
      : { sentence: isFresh ? sentenceOf(standing, preview) : PANE.editedSince, next: isFresh ? null : "read" };
  }
  return { sentence: sentenceOf(standing, preview), next: standing.kind === "stale" ? "refresh" : null };
}

/** Whether a refresh, which repeats what was applied, is what the analyst has chosen. */
function isOfChoice({ preset, found }: PaneState): boolean {
  return found?.record?.preset.id === preset?.id;
}

function sentenceOf(standing: Standing, { plan }: NonNullable<PaneState["preview"]>): string {
  switch (standing.kind) {
    case "untiered":
      return PANE.neverTiered;
    case "unapproved": {
      const { before, after } = plan;
      const isEdited = before?.preset.id === after.preset.id && before.preset.hash !== after.preset.hash;
      return isEdited ? STALE.preset : PANE.notApplied;
    }
    case "stale":
      return Object.entries(STALE).find(([reason]) => standing.reasons.some((each) => each === reason))?.[1] ?? "";
    case "current":
      return PANE.upToDate;
  }
}

export function isAutomaticOn({ automatic }: PaneState): boolean {
  return automatic !== null && automatic !== "stopped";
}

/** Why automatic refresh cannot be switched on now; null where it can, or is on. It repeats what was applied. */
export function whyNotAutomatic(state: PaneState): string | null {
  const { history, found, draft, preview } = state;
  if (isAutomaticOn(state)) return null;
  if (history.isUnfinished) return CANNOT_APPLY.unfinished;
  if (!found?.record) return CANNOT_FOLLOW.untiered;
  const isOther = draft !== null || !isOfChoice(state);
  return isOther || (preview && standingOf(preview).kind === "unapproved") ? CANNOT_FOLLOW.unapproved : null;
}

/** Why "Apply tiers" cannot be used now; null where it can. */
export function whyNotApply(state: PaneState): string | null {
  const { work, automatic, found, preview, history, isFresh, edits, draft } = state;
  if (history.isUnfinished) return CANNOT_APPLY.unfinished;
  if (work) return work.kind === "reading" ? CANNOT_APPLY.reading : CANNOT_APPLY.working;
  if (automatic === "beginning" || automatic === "running") return CANNOT_APPLY.working;
  if (!found) return CANNOT_APPLY.noSource;
  if (!preview) return CANNOT_APPLY.noPreview;
  if (draft && draft.issues.length > 0) return CANNOT_APPLY.rules;
  if (!isFresh) return isEdited(edits) ? CANNOT_APPLY.edited : CANNOT_APPLY.old;
  const { obstacle } = preview.plan;
  if (!hasValues(preview)) return CANNOT_APPLY.noValues;
  return obstacle ? `${CANNOT_WRITE} ${whatHappened({ ...obstacle, written: "nothing" })}` : null;
}

/** Where no account has the number that the preset goes by, every tier would be the last one. */
function hasValues({ run }: NonNullable<PaneState["preview"]>): boolean {
  return valueMeasure(run.preset) === null || run.value.some((value) => !Number.isNaN(value));
}
