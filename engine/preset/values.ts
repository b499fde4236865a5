import { isDate } from "../measures/dates";
import { isFraction } from "../measures/fractions";
import { measureKind } from "../measures/registry";
import { measureTypes } from "./checkMeasures";
import type { Preset } from "./schema";

/** What conditions and measures of a preset can look at. */
export interface Readable {
  readonly id: string;
  readonly type: "number" | "date" | "text" | "boolean";
  /** Whether a number is a part of a whole: 0.25 for 25 %. */
  readonly isFraction: boolean;
  /** The words that it can have, where they are known beforehand; null where the table decides. */
  readonly words: readonly string[] | null;
}

/**
 * Every field and measure of a preset, and what measures tell beside their value (`score.completeness`), in the order of the
 * preset. The segment and the tier, which only some places may ask for, are not among them.
 */
export function readables(preset: Preset): Readable[] {
  const types = measureTypes(preset, () => undefined);
  return [...types].map(([id, type]) => ({ id, type: typeOf(id, type, preset), ...tellsOf(id, preset) }));
}

function typeOf(id: string, type: "number" | "text", preset: Preset): Readable["type"] {
  if (preset.fields.get(id)?.type === "boolean") return "boolean";
  return type === "number" && isDate(id, preset) ? "date" : type;
}

function tellsOf(id: string, preset: Preset): Pick<Readable, "isFraction" | "words"> {
  const [base, side] = id.split(".");
  const measure = preset.measures.find((each) => each.id === base);
  const kind = measure && measureKind(measure);
  const words = side === undefined ? kind?.words : kind?.sides?.[side]?.words;
  return { isFraction: isFraction(id, preset), words: words ?? null };
}
