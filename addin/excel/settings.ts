import type * as z from "zod";
import { canonical } from "../../engine/index";
import { refusalWith } from "./problem";

/** Values in `workbook.settings`, which travel with the file. Kept as JSON text, so that Excel changes nothing in them. */

const PREFIX = "tiering.";

/** pending: a run that is under way or was broken off · journal: the last run that was finished, for undo. */
export type SettingKey = `source.${string}` | `preset.${string}` | "pending" | "journal";

/** What stands under a key: nothing, a value of the right shape, or something that cannot be used. */
export type Stored<T> =
  { readonly state: "absent" } | { readonly state: "ok"; readonly value: T } | { readonly state: "damaged" };

/** All that we keep in a workbook, as it stood when it was asked for. */
export interface Settings {
  has(key: SettingKey): boolean;
  get<T>(key: SettingKey, schema: z.ZodType<T>): Stored<T>;
  /** The text under a key as it stands, whatever it is; null where there is none. */
  text(key: SettingKey): string | null;
  /** How many characters all that is ours takes up, but for some keys. */
  charactersBut(keys: readonly SettingKey[]): number;
  /** Every value of one kind, by what follows the kind in its key. */
  all<T>(kind: "source" | "preset", schema: z.ZodType<T>): Map<string, Stored<T>>;
}

/** Asks for the settings; the answer is there after the next sync. */
export function askSettings(context: Excel.RequestContext): () => Settings {
  const { settings } = context.workbook;
  settings.load("items/key, items/value");
  return () => {
    const values = new Map<string, unknown>(settings.items.map(({ key, value }) => [key, value]));
    return {
      has: (key) => values.has(PREFIX + key),
      get: (key, schema) =>
        values.has(PREFIX + key) ? decoded(values.get(PREFIX + key), schema) : { state: "absent" },
      text: (key) => (values.has(PREFIX + key) ? textOf(values.get(PREFIX + key)) : null),
      charactersBut(keys) {
        const left = new Set<string>(keys.map((key) => PREFIX + key));
        const counted = [...values].filter(([key]) => key.startsWith(PREFIX) && !left.has(key));
        return counted.reduce((sum, [key, value]) => sum + key.length + textOf(value).length, 0);
      },
      all(kind, schema) {
        const start = `${PREFIX}${kind}.`;
        const own = [...values].filter(([key]) => key.startsWith(start));
        return new Map(own.map(([key, value]) => [key.slice(start.length), decoded(value, schema)]));
      },
    };
  };
}

export async function readSettings(context: Excel.RequestContext): Promise<Settings> {
  const settings = askSettings(context);
  await context.sync();
  return settings();
}

/** Queues a write; it happens with the next sync. */
export function putSetting(context: Excel.RequestContext, key: SettingKey, value: unknown): void {
  context.workbook.settings.add(PREFIX + key, canonical(value));
}

/**
 * Sends what was queued for a key, after which `value` stands there, or nothing where that is undefined. Where the answer
 * is lost the workbook is asked: what stands there was written. Throws with `written` as far as anybody knows.
 */
export async function sendSetting(context: Excel.RequestContext, key: SettingKey, value: unknown): Promise<void> {
  try {
    await context.sync();
  } catch (thrown) {
    const now = await readSettings(context).catch(() => null);
    if (now && now.text(key) === (value === undefined ? null : canonical(value))) return;
    throw refusalWith(thrown, now ? "nothing" : "unknown");
  }
}

/** Queues a removal of what is known to be there. */
export function removeSetting(context: Excel.RequestContext, key: SettingKey): void {
  context.workbook.settings.getItem(PREFIX + key).delete();
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function decoded<T>(value: unknown, schema: z.ZodType<T>): Stored<T> {
  if (typeof value !== "string") return { state: "damaged" };
  try {
    const parsed = schema.safeParse(JSON.parse(value));
    return parsed.success ? { state: "ok", value: parsed.data } : { state: "damaged" };
  } catch {
    return { state: "damaged" };
  }
}
