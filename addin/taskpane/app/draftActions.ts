import { parsePreset, type PresetDocument } from "../../../engine/index";
import type { PresetActions } from "./presetActions";
import type { Reading } from "./reading";
import type { Store } from "./store";

/** Editing the chosen preset, with its preview alive. */
export interface DraftActions {
  /** The preset as it stands now; where it is one, the preview follows. */
  editRules(document: PresetDocument): Promise<void>;
  /** Saves what was edited; false where that was refused, which is said, or it is no preset. */
  saveRules(): Promise<boolean>;
  /** Goes back to the preset as it was. */
  discardRules(): Promise<void>;
}

export function createDraftActions(
  store: Store,
  reading: Reading,
  { savePreset }: Pick<PresetActions, "savePreset">,
): DraftActions {
  return {
    async editRules(document) {
      const parsed = parsePreset(document);
      const issues = parsed.ok ? [] : parsed.issues;
      store.send({ type: "drafted", draft: { document, issues }, preset: parsed.ok ? parsed.preset : null });
      if (parsed.ok) await reading.revise();
    },
    async saveRules() {
      const { draft } = store.get();
      if (draft && draft.issues.length > 0) return false;
      await savePreset();
      return store.get().draft === null;
    },
    async discardRules() {
      const { draft } = store.get();
      if (!draft) return;
      store.send({ type: "chosen", preset: draft.saved });
      await reading.revise();
    },
  };
}
