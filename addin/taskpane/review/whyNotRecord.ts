import { standingOf } from "../../excel/standing";
import { CANNOT_APPLY } from "../../strings/pane";
import { CANNOT_RECORD } from "../../strings/review";
import { isEdited } from "../app/edits";
import type { PaneState } from "../app/state";

/** Why "Record review" cannot be used now, by the rule by which it would be refused (`review-not-applied`); null where it can. */
export function whyNotRecord({ work, found, preview, history, isFresh, edits }: PaneState): string | null {
  if (history.isUnfinished) return CANNOT_APPLY.unfinished;
  if (work) return work.kind === "reading" ? CANNOT_APPLY.reading : CANNOT_APPLY.working;
  if (!found || !preview) return CANNOT_APPLY.noSource;
  if (!isFresh) return isEdited(edits) ? CANNOT_RECORD.stale : CANNOT_RECORD.old;
  switch (standingOf(preview).kind) {
    case "untiered":
    case "unapproved":
      return CANNOT_RECORD.untiered;
    case "stale":
      return CANNOT_RECORD.stale;
    case "current":
      return null;
  }
}
