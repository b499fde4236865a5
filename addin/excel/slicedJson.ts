import type { Sliced } from "../slices";

/** JSON of plain data without `undefined` in lists: the same as at once. */
export function* jsonOf(value: unknown): Sliced<string> {
  if (Array.isArray(value) && value.length > MOST_ITEMS) return `[${yield* itemsOf(value)}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const isList = Array.isArray(value);
  const parts: string[] = [];
  for (const [key, part] of Object.entries(value)) {
    if (part !== undefined) parts.push((isList ? "" : `${JSON.stringify(key)}:`) + (yield* jsonOf(part)));
  }
  return isList ? `[${parts.join()}]` : `{${parts.join()}}`;
}

const MOST_ITEMS = 5_000;

function* itemsOf(items: readonly unknown[]): Sliced<string> {
  const parts: string[] = [];
  for (let from = 0; from < items.length; from += MOST_ITEMS) {
    parts.push(JSON.stringify(items.slice(from, from + MOST_ITEMS)).slice(1, -1));
    yield;
  }
  return parts.join();
}
