import { standingOf } from "../../excel/stale";
import {
  CANNOT_APPLY,
  CANNOT_WRITE,
  PANE,
  STALE_DAY,
  STALE_PRESET,
  STALE_TIERS,
  staleSentence,
} from "../../strings/pane";
import { whatHappened } from "../../strings/problems";
import type { PaneState } from "../app/state";

/** The status of the footer, and whether a refresh is what it needs. */
export function statusOf({ preview, edits, work }: PaneState): { sentence: string; canRefresh: boolean } {
  if (!preview) return { sentence: work?.kind === "reading" ? PANE.reading : "", canRefresh: false };
  const standing = standingOf(preview);
  if (standing.kind === "untiered") return { sentence: PANE.neverTiered, canRefresh: false };
  if (standing.kind === "unapproved") {
    const isEdited = preview.plan.before?.preset.id === preview.plan.after.preset.id;
    return { sentence: isEdited && isPresetEdited(preview) ? STALE_PRESET : PANE.notApplied, canRefresh: false };
  }
  const isEdited = edits.rows.size > 0 || edits.isReshaped;
  if (standing.kind === "current" && !isEdited) return { sentence: PANE.upToDate, canRefresh: false };
  return { sentence: reason(standing.kind === "stale" ? standing.reasons : ["cells"], edits), canRefresh: true };
}

function isPresetEdited({ plan: { before, after } }: NonNullable<PaneState["preview"]>): boolean {
  return before?.preset.hash !== after.preset.hash;
}

function reason(reasons: readonly string[], edits: PaneState["edits"]): string {
  const isEdited = edits.rows.size > 0 || edits.isReshaped;
  if (reasons.includes("cells") || isEdited) return staleSentence(edits.isReshaped ? 0 : edits.rows.size);
  if (reasons.includes("tiers")) return STALE_TIERS;
  return reasons.includes("day") ? STALE_DAY : staleSentence(0);
}

/** Why "Apply tiers" cannot be used now; null where it can. */
export function whyNotApply({ work, found, preview, history }: PaneState): string | null {
  if (history.isUnfinished) return CANNOT_APPLY.unfinished;
  if (work) return work.kind === "reading" ? CANNOT_APPLY.reading : CANNOT_APPLY.working;
  if (!found) return CANNOT_APPLY.noSource;
  if (!preview) return CANNOT_APPLY.noPreview;
  const { obstacle } = preview.plan;
  return obstacle ? `${CANNOT_WRITE} ${whatHappened({ ...obstacle, written: "nothing" })}` : null;
}
