import { isDate } from "../measures/dates";
import { measureTypes } from "./checkMeasures";
import type { Preset } from "./schema";

/** What conditions and measures of a preset can look at. */
export interface Readable {
  readonly id: string;
  readonly type: "number" | "date" | "text" | "boolean";
}

/**
 * Every field and measure of a preset, and what measures tell beside their value (`score.completeness`), in the order of the
 * preset. The segment and the tier, which only some places may ask for, are not among them.
 */
export function readables(preset: Preset): Readable[] {
  const types = measureTypes(preset, () => undefined);
  return [...types].map(([id, type]) => {
    if (preset.fields.get(id)?.type === "boolean") return { id, type: "boolean" };
    return { id, type: type === "number" && isDate(id, preset) ? "date" : type };
  });
}
