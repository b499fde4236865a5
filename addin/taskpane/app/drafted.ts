import { parsePreset, type PresetDocument } from "../../../engine/index";
import type { PaneEvent } from "./state";

/** The event of a preset that was edited: with the preset where the document is one, else with what is wrong with it. */
export function drafted(document: PresetDocument): Extract<PaneEvent, { type: "drafted" }> {
  const parsed = parsePreset(document);
  return parsed.ok
    ? { type: "drafted", draft: { document, issues: [] }, preset: parsed.preset }
    : { type: "drafted", draft: { document, issues: parsed.issues }, preset: null };
}
