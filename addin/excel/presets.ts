import * as z from "zod";
import {
  builtInPresets,
  canonical,
  parsePreset,
  presetDocument,
  type Preset,
  type PresetIssue,
} from "../../engine/index";
import { Refusal, type Outcome } from "./problem";
import type { Queue } from "./queue";
import { putSetting, readSettings, removeSetting, sendSetting, type Settings, type Stored } from "./settings";

/** A preset one can choose. `built-in`: as it came · `workbook`: saved in this file · `edited`: a built-in that was saved. */
export type ListedPreset =
  | {
      readonly id: string;
      readonly state: "ok";
      readonly origin: "built-in" | "workbook" | "edited";
      readonly preset: Preset;
    }
  /** Saved in this file, but not usable; it is left as it is. */
  | { readonly id: string; readonly state: "damaged"; readonly issues: readonly PresetIssue[] };

/** What to do with an imported preset whose id is known: say so first, or what the analyst then chose. */
export type OnKnownId = "ask" | "replace" | "keep-both";

export interface Presets {
  /** Built-ins first, then the workbook's own by name. A saved preset stands in for the built-in of its id. */
  list(): Promise<Outcome<ListedPreset[]>>;
  get(id: string): Promise<Outcome<Preset>>;
  /**
   * Saves under the preset's id and gives it the next version. Refused with `preset-changed-elsewhere` where the
   * workbook by now holds another version than `preset.version`, and with `settings-full` over 200 KB in all.
   */
  save(preset: Preset): Promise<Outcome<Preset>>;
  /** Saves under an id of its own, made from the name. */
  saveAs(preset: Preset, name: string): Promise<Outcome<Preset>>;
  /** Removes it from the workbook; a built-in that was edited comes back as it was. */
  delete(id: string): Promise<Outcome<void>>;
  /** The preset as a file: JSON, indented; a damaged one as it is kept, so that it can be saved before it is deleted. */
  export(id: string): Promise<Outcome<string>>;
  /** Takes a file. `preset-known` asks what to do where the id is taken by another preset. */
  import(text: string, onKnown: OnKnownId): Promise<Outcome<Preset>>;
}

/** The most characters of a preset's name. */
export const LONGEST_NAME = 64;

/** The most that all we keep in the workbook may take up beside the journal, in characters of JSON. */
const MOST_CHARACTERS = 200_000;

const storedPreset = z.strictObject({ document: z.unknown(), updatedAt: z.string() });
type StoredPreset = z.output<typeof storedPreset>;

export function createPresets(queue: Queue, now: () => Date): Presets {
  const load = async (context: Excel.RequestContext) => (await readSettings(context)).all("preset", storedPreset);

  async function put(context: Excel.RequestContext, preset: Preset): Promise<Preset> {
    const key = `preset.${preset.id}` as const;
    const others = (await readSettings(context)).charactersBut(["pending", "journal", key]);
    // As text: settings keep values with their keys in order of the alphabet, and the fields have an order of their own.
    const entry: StoredPreset = { document: JSON.stringify(presetDocument(preset)), updatedAt: now().toISOString() };
    if (others + JSON.stringify(entry).length > MOST_CHARACTERS) {
      throw new Refusal("settings-full", { preset: preset.name, most: MOST_CHARACTERS });
    }
    putSetting(context, key, entry);
    await sendSetting(context, key, entry);
    return preset;
  }

  return {
    list: () => queue.read(async (context) => await listed(await load(context))),
    get: (id) => queue.read(async (context) => presetIn(await readSettings(context), id)),
    save: (preset) =>
      queue.run(async (context) => {
        const parsed = parsePreset(presetDocument(preset));
        if (!parsed.ok) throw refused(parsed.issues); // what is stored can be read again
        const stored = await load(context);
        const there = (await listed(stored)).find(({ id }) => id === preset.id);
        if (there?.state === "damaged") throw refused(there.issues); // perhaps of a newer version: never written over
        const version = there?.preset.version ?? null;
        if (version !== null && version !== preset.version) {
          const saved = stored.get(preset.id);
          const savedAt = saved?.state === "ok" ? saved.value.updatedAt : "";
          throw new Refusal("preset-changed-elsewhere", { preset: preset.name, version, savedAt });
        }
        return put(context, { ...preset, version: version === null ? preset.version : version + 1 });
      }),
    saveAs: (preset, name) =>
      queue.run(async (context) => {
        const taken = new Set([...(await builtInPresets()).keys(), ...(await load(context)).keys()]);
        const parsed = parsePreset({ ...presetDocument(preset), id: freeId(name, taken), name, version: 1 });
        if (!parsed.ok) throw refused(parsed.issues);
        return put(context, parsed.preset);
      }),
    delete: (id) =>
      queue.run(async (context) => {
        if (!(await load(context)).has(id)) throw new Refusal("preset-unknown", { preset: id });
        removeSetting(context, `preset.${id}`);
        await sendSetting(context, `preset.${id}`, undefined);
      }),
    export: (id) =>
      queue.read(async (context) => {
        const settings = await readSettings(context);
        const stored = settings.all("preset", storedPreset);
        if ((await listed(stored)).some((each) => each.id === id && each.state === "damaged"))
          return keptText(settings, stored, id);
        const document = presetDocument(await presetIn(settings, id));
        const text = JSON.stringify(document, null, 2) + "\n";
        return parsePreset(text).ok ? text : JSON.stringify(document); // the spaces of a very large one would be too many
      }),
    import: (text, onKnown) =>
      queue.run(async (context) => {
        const parsed = parsePreset(text);
        if (!parsed.ok) throw refused(parsed.issues);
        const { preset } = parsed;
        const known = await listed(await load(context));
        const same = known.find(({ id }) => id === preset.id);
        if (!same) return put(context, preset);
        const isSame =
          same.state === "ok" && canonical(presetDocument(same.preset)) === canonical(presetDocument(preset));
        if (isSame) return preset;
        if (onKnown === "ask") throw new Refusal("preset-known", { preset: preset.name, id: preset.id });
        if (onKnown === "replace") {
          if (isNewer(same)) throw refused(same.issues);
          const version = same.state === "ok" ? Math.max(preset.version, same.preset.version + 1) : preset.version;
          return put(context, { ...preset, version });
        }
        return put(context, {
          ...preset,
          id: freeId(preset.id, new Set([...(await builtInPresets()).keys(), ...known.map(({ id }) => id)])),
          name: freeName(preset.name, new Set(known.map(nameOf))),
          version: 1,
        });
      }),
  };
}

/** What is kept of a damaged preset, untouched. */
function keptText(settings: Settings, stored: ReadonlyMap<string, Stored<StoredPreset>>, id: string): string {
  const each = stored.get(id);
  if (each?.state !== "ok") return settings.text(`preset.${id}`) ?? "";
  const { document } = each.value;
  return typeof document === "string" ? document : JSON.stringify(document);
}

/** A preset by id, the workbook's own before the built-in. */
export async function presetIn(settings: Settings, id: string): Promise<Preset> {
  const found = (await listed(settings.all("preset", storedPreset))).find((each) => each.id === id);
  if (!found) throw new Refusal("preset-unknown", { preset: id });
  if (found.state === "damaged") throw refused(found.issues);
  return found.preset;
}

async function listed(stored: ReadonlyMap<string, Stored<StoredPreset>>): Promise<ListedPreset[]> {
  const known = await builtInPresets();
  const own = [...stored].map(([id, each]): ListedPreset => {
    const parsed = parsePreset(each.state === "ok" ? each.value.document : null);
    // A preset under the key of another would be saved over it.
    if (!parsed.ok || parsed.preset.id !== id) return { id, state: "damaged", issues: parsed.ok ? [] : parsed.issues };
    return { id, state: "ok", origin: known.has(id) ? "edited" : "workbook", preset: parsed.preset };
  });
  const builtIn = [...known].map(
    ([id, preset]): ListedPreset =>
      own.find((each) => each.id === id) ?? { id, state: "ok", origin: "built-in", preset },
  );
  const others = own.filter(({ id }) => !known.has(id));
  others.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  return [...builtIn, ...others];
}

function nameOf(listed: ListedPreset): string {
  return listed.state === "ok" ? listed.preset.name.toLowerCase() : listed.id;
}

/** Saved by a newer version of the add-in, which is never written over. */
function isNewer(listed: ListedPreset): listed is Extract<ListedPreset, { state: "damaged" }> {
  return listed.state === "damaged" && listed.issues.some(({ code }) => code === "newer-format");
}

function refused(presetIssues: readonly PresetIssue[]): Refusal {
  return new Refusal("preset-refused", {}, { presetIssues });
}

/** "My Q4" becomes "My Q4 (2)" where there is one of that name. Names are told apart without regard to case. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const end = number === 1 ? "" : ` (${number})`;
    const start = name.slice(0, LONGEST_NAME - end.length).replace(/\p{Surrogate}$/u, ""); // never half an emoji
    const free = start.trimEnd() + end;
    if (!taken.has(free.toLowerCase())) return free;
  }
}

/** An id of letters, digits and hyphens that nobody has: `Key accounts EMEA` becomes `key-accounts-emea`. */
function freeId(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "");
  const base = (plain === "" ? "preset" : plain).slice(0, 56);
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base}-${number}`)) number++;
  return `${base}-${number}`;
}
