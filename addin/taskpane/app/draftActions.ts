import type { PresetDocument } from "../../../engine/index";
import type { Ask } from "./asking";
import type { PresetActions } from "./presetActions";
import type { Reading } from "./reading";
import { drafted } from "./drafted";
import type { Store } from "./store";

/** Editing the chosen preset, with its preview alive. */
export interface DraftActions {
  /** The preset as it stands now; where it is one, the preview follows. */
  editRules(document: PresetDocument): Promise<void>;
  /** Saves what was edited; false where that was refused, which is said, or it is no preset. */
  saveRules(): Promise<boolean>;
  /** Goes back to the preset as it is in the workbook. */
  discardRules(): Promise<void>;
  /** Before a step that would lose what was edited: asks whether to save that. True where nothing is left to lose. */
  settleRules(): Promise<boolean>;
}

export function createDraftActions(
  store: Store,
  reading: Reading,
  { savePreset }: Pick<PresetActions, "savePreset">,
  ask: Ask,
): DraftActions {
  async function discardRules(): Promise<void> {
    const { draft, presets } = store.get();
    if (!draft) return;
    const now = presets.find(({ id }) => id === draft.saved.id); // perhaps somebody else has saved it since
    store.send({ type: "chosen", preset: now?.state === "ok" ? now.preset : draft.saved });
    await reading.revise();
  }

  return {
    async editRules(document) {
      const event = drafted(document);
      store.send(event);
      if (event.preset) await reading.revise();
    },
    saveRules: async () => store.get().draft === null || savePreset(),
    discardRules,
    async settleRules() {
      const { draft, preset } = store.get();
      if (!draft) return true;
      const canSave = draft.issues.length === 0;
      const choice = await ask({ kind: "unsaved", preset: preset?.name ?? "", canSave });
      if (choice === "save") await savePreset();
      if (choice === "discard") await discardRules();
      return store.get().draft === null;
    },
  };
}
