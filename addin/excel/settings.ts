import type * as z from "zod";

/** Values in `workbook.settings`, which travel with the file. Kept as JSON text, so that Excel changes nothing in them. */

const PREFIX = "tiering.";

export type SettingKey = `source.${string}` | `preset.${string}` | "journal";

/** What stands under a key: nothing, a value of the right shape, or something that cannot be used. */
export type Stored<T> =
  { readonly state: "absent" } | { readonly state: "ok"; readonly value: T } | { readonly state: "damaged" };

export async function readSetting<T>(
  context: Excel.RequestContext,
  key: SettingKey,
  schema: z.ZodType<T>,
): Promise<Stored<T>> {
  const setting = context.workbook.settings.getItemOrNullObject(PREFIX + key);
  setting.load("value");
  await context.sync();
  return setting.isNullObject ? { state: "absent" } : decoded(setting.value, schema);
}

/** Every setting of one kind, by what follows the kind in its key. */
export async function readSettings<T>(
  context: Excel.RequestContext,
  kind: "source" | "preset",
  schema: z.ZodType<T>,
): Promise<Map<string, Stored<T>>> {
  const { settings } = context.workbook;
  settings.load("items/key, items/value");
  await context.sync();
  const prefix = `${PREFIX}${kind}.`;
  return new Map(
    settings.items
      .filter(({ key }) => key.startsWith(prefix))
      .map(({ key, value }) => [key.slice(prefix.length), decoded(value, schema)]),
  );
}

/** Queues a write; it happens with the next sync. */
export function putSetting(context: Excel.RequestContext, key: SettingKey, value: unknown): void {
  context.workbook.settings.add(PREFIX + key, JSON.stringify(value));
}

/** Queues a removal; nothing happens where nothing stands. The caller has loaded nothing of it. */
export async function removeSetting(context: Excel.RequestContext, key: SettingKey): Promise<void> {
  const setting = context.workbook.settings.getItemOrNullObject(PREFIX + key);
  await context.sync();
  if (!setting.isNullObject) setting.delete();
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
