import { moment } from "./format";

/** Presets that are edited, that others have saved, or that cannot be used. */
export const DRAFTS = {
  unsavedTitle: "Unsaved changes",
  incomplete: "They cannot be saved yet: the rules are not complete.",
  conflictTitle: "Saved elsewhere",
  saveCopy: "Save as a copy",
  takeTheirs: "Take theirs",
  cannotBeUsed: "Cannot be used",
  keptAsItIs: "It is left as it is kept. Export it to save it, or delete it.",
  noPreset: "What is kept under this name is no preset.",
  withoutChanges: "Unsaved changes are not in it.",
} as const;

export function unsavedQuestion(preset: string): string {
  return `The rules of "${preset}" were changed and not saved. Save them before you go on?`;
}

export function conflictSentence({ preset, savedAt }: { preset: string; savedAt: string }): string {
  const when = moment(savedAt);
  return when === ""
    ? `"${preset}" has changed in this workbook since you opened it.`
    : `Somebody saved "${preset}" on ${when}, after you opened it.`;
}

export const CONFLICT_QUESTION =
  "Nothing of yours was saved. Save your rules as a copy beside theirs, or take theirs and lose what you changed.";

export function damagedName(id: string): string {
  return `${id}…`;
}

/** Added to the question before a preset is deleted. */
export const LOSES_CHANGES = "Its unsaved changes are lost too.";

export function deleteDamagedQuestion(id: string): string {
  return `Delete "${id}" from this workbook? It cannot be brought back unless you export it first.`;
}
