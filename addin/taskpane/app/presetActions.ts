import type { Preset } from "../../../engine/index";
import { LONGEST_NAME, type ListedPreset, type OnKnownId } from "../../excel/presets";
import type { Outcome, Problem } from "../../excel/problem";
import type { Message } from "../../strings/messages";
import { copyName } from "../../strings/pane";
import { choicesFor } from "./state";
import type { Reading } from "./reading";
import type { Services } from "./services";
import type { Store } from "./store";

/** The menu "Preset actions", on the chosen preset. */
export interface PresetActions {
  /** Reads them again: somebody else may have saved one. */
  listPresets(): Promise<void>;
  savePreset(): Promise<void>;
  savePresetAs(name: string): Promise<void>;
  renamePreset(name: string): Promise<void>;
  duplicatePreset(): Promise<void>;
  /** Also brings back a built-in that was edited. */
  deletePreset(): Promise<void>;
  /** The problem, where the text is no preset or its id is taken (`preset-known`); null where it was taken in. */
  importPreset(text: string, onKnown: OnKnownId): Promise<Problem | null>;
  /** The preset as text; null where it cannot be had, which is said. */
  exportPreset(): Promise<string | null>;
}

export function createPresetActions(
  { tiering: { presets } }: Services,
  store: Store,
  reading: Reading,
  say: (message: Message) => void,
): PresetActions {
  async function listPresets(): Promise<void> {
    const listed = await presets.list();
    if (!listed.ok) return say({ kind: "problem", problem: listed.problem });
    store.send({ type: "presets", presets: listed.value });
    const { preset, draft } = store.get();
    if (draft) return; // what is edited stays; a save finds out that another has been there
    const same = listed.value.find(({ id }) => id === preset?.id);
    const isSaved = same?.state === "ok" && same.preset.version !== preset?.version; // each save has a version of its own
    if (isSaved) store.send({ type: "chosen", preset: same.preset });
  }

  /** Lists the presets anew and goes on with the one of that id, or with the first. */
  async function choose(id: string): Promise<void> {
    await listPresets();
    const { presets: listed, preset: before, choices, found } = store.get();
    const known = listed.find((each) => each.id === id) ?? listed[0];
    if (known?.state !== "ok") return;
    // A preset saved under another name reads the same columns; after one that was deleted nothing is chosen.
    const isSame = known.preset.id === before?.id || listed.some((each) => each.id === before?.id);
    const next = isSame ? choices : choicesFor(found, known.preset);
    store.send({ type: "chosen", preset: known.preset, choices: next });
    await reading.again();
  }

  async function keep(saving: Promise<Outcome<Preset>>): Promise<void> {
    const saved = await saving;
    if (!saved.ok) {
      say({ kind: "problem", problem: saved.problem });
      return listPresets();
    }
    say({ kind: "saved", preset: saved.value.name });
    await choose(saved.value.id);
  }

  return {
    listPresets,
    async savePreset() {
      const { preset } = store.get();
      if (preset) await keep(presets.save(preset));
    },
    async savePresetAs(name) {
      const { preset } = store.get();
      if (preset) await keep(presets.saveAs(preset, name));
    },
    async renamePreset(name) {
      const { preset } = store.get();
      if (preset) await keep(presets.save({ ...preset, name }));
    },
    async duplicatePreset() {
      const { preset } = store.get();
      if (preset) await keep(presets.saveAs(preset, freeCopyName(preset.name, store.get().presets)));
    },
    async deletePreset() {
      const { preset, presets: listed } = store.get();
      if (!preset) return;
      const isEdited = listed.some((each) => each.id === preset.id && each.state === "ok" && each.origin === "edited");
      const deleted = await presets.delete(preset.id);
      if (!deleted.ok) return say({ kind: "problem", problem: deleted.problem });
      say({ kind: isEdited ? "restored" : "deleted", preset: preset.name });
      await choose(preset.id);
    },
    async importPreset(text, onKnown) {
      const taken = await presets.import(text, onKnown);
      if (!taken.ok) return taken.problem;
      await keep(Promise.resolve(taken));
      return null;
    },
    async exportPreset() {
      const { preset } = store.get();
      if (!preset) return null;
      const text = await presets.export(preset.id);
      if (text.ok) return text.value;
      say({ kind: "problem", problem: text.problem });
      return null;
    },
  };
}

/** "Board view copy", "Board view copy 2": a name that no preset has, and that is not too long for one. */
function freeCopyName(name: string, presets: readonly ListedPreset[]): string {
  const taken = new Set(presets.map((each) => (each.state === "ok" ? each.preset.name.toLowerCase() : "")));
  for (let number = 1; ; number++) {
    const copy = copyName(name, number, LONGEST_NAME);
    if (!taken.has(copy.toLowerCase())) return copy;
  }
}
