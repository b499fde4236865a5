import { CANNOT_LIST } from "../../strings/plan";
import { isEdited } from "../app/edits";
import type { PaneState } from "../app/state";

/** Why no sheet of the plan can be written now; null where one can. */
export function whyNotWrite({ work, found, preview, history, isFresh, edits, draft }: PaneState): string | null {
  if (history.isUnfinished) return CANNOT_LIST.unfinished;
  if (work) return work.kind === "reading" ? CANNOT_LIST.reading : CANNOT_LIST.working;
  if (!found || !preview) return CANNOT_LIST.noAccounts;
  if (draft && draft.issues.length > 0) return CANNOT_LIST.rules;
  if (!isFresh) return isEdited(edits) ? CANNOT_LIST.edited : CANNOT_LIST.old;
  return null;
}

/** Why there are no dossiers to write; null where there are. */
export function whyNoDossiers({ preview }: PaneState): string | null {
  if (!preview) return null;
  const { preset, stats } = preview.run;
  const asked = new Set(Object.keys(preset.review?.dossierDays ?? {}));
  const tiers = stats.tiers.filter(({ id }) => asked.has(id));
  if (tiers.length === 0) return CANNOT_LIST.noDossiers;
  return tiers.every(({ count }) => count === 0) ? CANNOT_LIST.noDossierAccounts : null;
}
