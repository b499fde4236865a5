import type { Preset, PresetDocument } from "../../../engine/index";
import { LONGEST_NAME, type ListedPreset, type OnKnownId } from "../../excel/presets";
import type { Outcome, Problem } from "../../excel/problem";
import type { Message } from "../../strings/messages";
import { CANNOT_APPLY, copyName } from "../../strings/pane";
import type { Ask } from "./asking";
import { choicesFor } from "./state";
import { drafted } from "./drafted";
import type { Reading } from "./reading";
import type { Services } from "./services";
import type { Store } from "./store";

/**
 * The menu "Preset actions", on the chosen preset with what was edited of it; while that is no preset, nothing is saved, which
 * is said. Where somebody else has saved it since, it asks which of the two shall stay.
 */
export interface PresetActions {
  /** Reads them again: somebody else may have saved one. */
  listPresets(): Promise<void>;
  /** False where it was not saved, which is said. */
  savePreset(): Promise<boolean>;
  savePresetAs(name: string): Promise<void>;
  renamePreset(name: string): Promise<void>;
  duplicatePreset(): Promise<void>;
  /** Also brings back a built-in that was edited. */
  deletePreset(): Promise<void>;
  /** The problem, where the text is no preset or its id is taken (`preset-known`); null where it was taken in. */
  importPreset(text: string, onKnown: OnKnownId): Promise<Problem | null>;
  /** The preset as text, as it was saved, a damaged one as it is kept; null where it cannot be had, which is said. */
  exportPreset(id: string): Promise<string | null>;
  /** Removes one that cannot be used. */
  deleteDamaged(id: string): Promise<void>;
}

export function createPresetActions(
  { tiering: { presets } }: Services,
  store: Store,
  reading: Reading,
  { say, ask }: { say(message: Message): void; ask: Ask },
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

  /**
   * Lists the presets anew and goes on with the one of that id, or with the first. Where `saved` is what was saved of a draft, what
   * was edited meanwhile stays a draft.
   */
  async function choose(id: string, saved?: PresetDocument): Promise<void> {
    await listPresets();
    const { presets: listed, preset: before, choices, found } = store.get();
    const known = listed.find((each) => each.id === id) ?? listed[0];
    if (known?.state !== "ok") return;
    // A preset saved under another name reads the same columns; after one that was deleted nothing is chosen.
    const isSame = known.preset.id === before?.id || listed.some((each) => each.id === before?.id);
    const next = isSame ? choices : choicesFor(found, known.preset);
    const { draft } = store.get();
    store.send({ type: "chosen", preset: known.preset, choices: next });
    if (saved && draft && draft.document !== saved) {
      const { name, version } = known.preset;
      store.send(drafted({ ...draft.document, id: known.preset.id, name, version }));
    }
    await reading.again();
  }

  /** The preset as it is to be saved; null where it is none: a save would lose what is edited. */
  function complete(): Preset | null {
    const { preset, draft } = store.get();
    if (!draft || draft.issues.length === 0) return preset;
    say({ kind: "said", text: CANNOT_APPLY.rules, isProblem: true });
    return null;
  }

  /** True where it is in the workbook now, under whatever name, and chosen. */
  async function keep(preset: Preset, saving: Promise<Outcome<Preset>>): Promise<boolean> {
    const { draft } = store.get();
    const saved = await saving;
    if (!saved.ok) return isConflict(saved.problem) ? settle(preset, saved.problem) : refuse(saved.problem);
    say({ kind: "saved", preset: saved.value.name });
    await choose(saved.value.id, draft?.document);
    return true;
  }

  async function refuse(problem: Problem): Promise<false> {
    say({ kind: "problem", problem });
    await listPresets();
    return false;
  }

  /** Somebody else has saved it since: theirs is never written over. */
  async function settle(mine: Preset, { params }: Problem): Promise<boolean> {
    const choice = await ask({ kind: "conflict", preset: mine.name, savedAt: String(params["savedAt"]) });
    if (choice === "theirs") await choose(mine.id);
    else await listPresets();
    return choice === "copy" && keep(mine, presets.saveAs(mine, freeCopyName(mine.name, store.get().presets)));
  }

  return {
    listPresets,
    async savePreset() {
      const preset = complete();
      return preset !== null && keep(preset, presets.save(preset));
    },
    async savePresetAs(name) {
      const preset = complete();
      if (preset) await keep(preset, presets.saveAs(preset, name));
    },
    async renamePreset(name) {
      const preset = complete();
      const renamed = preset && { ...preset, name };
      if (renamed) await keep(renamed, presets.save(renamed));
    },
    async duplicatePreset() {
      const preset = complete();
      if (preset) await keep(preset, presets.saveAs(preset, freeCopyName(preset.name, store.get().presets)));
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
      await keep(taken.value, Promise.resolve(taken));
      return null;
    },
    async exportPreset(id) {
      const text = await presets.export(id);
      if (text.ok) return text.value;
      say({ kind: "problem", problem: text.problem });
      return null;
    },
    async deleteDamaged(id) {
      const deleted = await presets.delete(id);
      say(deleted.ok ? { kind: "deleted", preset: id } : { kind: "problem", problem: deleted.problem });
      await listPresets();
    },
  };
}

/** Other refusals of that code are about what was applied. */
function isConflict({ code, params }: Problem): boolean {
  return code === "preset-changed-elsewhere" && params["savedAt"] !== undefined;
}

/** "Board view copy", "Board view copy 2": a name that no preset has, and that is not too long for one. */
function freeCopyName(name: string, presets: readonly ListedPreset[]): string {
  const taken = new Set(presets.map((each) => (each.state === "ok" ? each.preset.name.toLowerCase() : "")));
  for (let number = 1; ; number++) {
    const copy = copyName(name, number, LONGEST_NAME);
    if (!taken.has(copy.toLowerCase())) return copy;
  }
}
