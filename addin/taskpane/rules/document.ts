import type { PresetDocument } from "../../../engine/index";

/** Where something stands in a preset: keys of objects and indexes of lists. */
export type Path = readonly (string | number)[];

/** What stands at a place; undefined where nothing does. */
export function valueAt(document: PresetDocument, path: Path): unknown {
  return path.reduce<unknown>((value, key) => (isParent(value) ? value[key as never] : undefined), document);
}

/**
 * The document with another value at a place; undefined takes out a key. What is missing on the way there is made: a list
 * where an index follows. Nothing of the document before is changed.
 */
export function withValue(document: PresetDocument, path: Path, value: unknown): PresetDocument {
  return replaced(document, path, value) as PresetDocument;
}

/** The document with another list at a place, made from the one that stands there; an empty one where none does. */
export function withList(
  document: PresetDocument,
  path: Path,
  change: (list: readonly unknown[]) => readonly unknown[],
): PresetDocument {
  const list = valueAt(document, path);
  return withValue(document, path, change(Array.isArray(list) ? list : []));
}

/** The list with one of its entries at another place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const others = list.filter((_, index) => index !== from);
  return [...others.slice(0, to), ...list.slice(from, from + 1), ...others.slice(to)];
}

function replaced(parent: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (typeof key === "number") {
    const list = Array.isArray(parent) ? [...(parent as unknown[])] : [];
    list[key] = replaced(list[key], rest, value);
    return list;
  }
  const object = isParent(parent) && !Array.isArray(parent) ? parent : {};
  const { [key]: before, ...others } = object as Record<string, unknown>;
  const after = replaced(before, rest, value);
  if (after === undefined) return others;
  return key in object ? { ...object, [key]: after } : { ...others, [key]: after };
}

function isParent(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
