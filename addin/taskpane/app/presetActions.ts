import type { Preset } from "../../../engine/index";
import type { OnKnownId } from "../../excel/presets";
import type { Outcome, Problem } from "../../excel/problem";
import type { Message } from "../../strings/messages";
import { copyName } from "../../strings/pane";
import type { Reading } from "./reading";
import type { Services } from "./services";
import type { Store } from "./store";

/** The menu "Preset actions", on the chosen preset. */
export interface PresetActions {
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
  /** Lists the presets anew and goes on with the one of that id. */
  async function choose(id: string): Promise<void> {
    const listed = await presets.list();
    if (!listed.ok) return say({ kind: "problem", problem: listed.problem });
    store.send({ type: "presets", presets: listed.value });
    const known = listed.value.find((each) => each.id === id) ?? listed.value[0];
    if (known?.state !== "ok") return;
    store.send({ type: "chosen", preset: known.preset });
    await reading.again();
  }

  async function keep(saving: Promise<Outcome<Preset>>): Promise<void> {
    const saved = await saving;
    if (!saved.ok) return say({ kind: "problem", problem: saved.problem });
    say({ kind: "saved", preset: saved.value.name });
    await choose(saved.value.id);
  }

  return {
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
      if (preset) await keep(presets.saveAs(preset, copyName(preset.name)));
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
