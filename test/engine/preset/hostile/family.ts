import { readFileSync } from "node:fs";
import { documentWith, rungs } from "../../samples";

/** A class of hostile presets, and what comes near it and is right. */
export interface Family {
  readonly name: string;
  readonly refused: readonly Refused[];
  readonly accepted: readonly Accepted[];
}

/** Made when its turn comes: some are large, and some are functions. */
export type Source = () => unknown;

/** What it is, the preset, and the first issue: its code, and its path where it has one. */
export type Refused = readonly [name: string, source: Source, issue: string];
export type Accepted = readonly [name: string, source: Source];

/** The text of a preset in which every part, every kind of measure and every kind of condition is in use. */
export const EVERY_PART_TEXT = readFileSync(
  new URL("../../../fixtures/presets/everyPart.json", import.meta.url),
  "utf8",
);

/** A new copy of that preset, as parsed. */
export function everyPart(): Json {
  return JSON.parse(EVERY_PART_TEXT) as Json;
}

export type Json = { [key: string]: JsonValue };
export type JsonValue = null | boolean | number | string | JsonValue[] | Json;
export type Step = string | number;

/** `tiers.rungs.0.label` as steps. No key of the presets here has a dot in it. */
export function steps(path: string): Step[] {
  return path === "" ? [] : path.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

/** The full preset with one thing changed; without a value it is removed. Anything may be put in, JSON or not. */
export function everyPartWith(path: string, ...value: [unknown] | []): Json {
  const document = everyPart();
  const way = steps(path);
  const last = way.pop() ?? "";
  const parent = way.reduce<unknown>((at, step) => (at as Record<Step, unknown>)[step], document);
  if (Array.isArray(parent) && value.length === 0) parent.splice(Number(last), 1);
  else if (value.length === 0) Reflect.deleteProperty(parent as object, last);
  else (parent as Record<Step, unknown>)[last] = value[0];
  return document;
}

/** The text of the full preset with a part of it replaced, which must be there. */
export function everyPartText(from: string, to: string): string {
  const text = JSON.stringify(everyPart());
  if (!text.includes(from)) throw new Error(`no ${from} in the preset`);
  return text.replace(from, () => to);
}

/** A small preset whose first tier has the condition. */
export function withCondition(when: unknown, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return documentWith({ tiers: { rungs: rungs({ a: when }, "rest") }, ...changes });
}

/** A small preset whose only tier has the label. */
export function labelled(label: unknown): Record<string, unknown> {
  return documentWith({ tiers: { rungs: [{ id: "all", label }] } });
}

/** `count` words. */
export function words(count: number, prefix = "w"): string[] {
  return Array.from({ length: count }, (_, i) => `${prefix}${i}`);
}

/** The text with spaces before its end, to be so many bytes long. */
export function padded(text: string, bytes: number): string {
  return text.slice(0, -1) + " ".repeat(bytes - Buffer.byteLength(text)) + text.slice(-1);
}
