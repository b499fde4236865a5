import { measureKind } from "./measures/registry";
import type { Preset } from "./preset/schema";

/** The number named `value`, else the first required number, else the first number the preset reads; null without any. */
export function valueMeasure(preset: Preset): string | null {
  if (isNumber("value", preset)) return "value";
  const numbers = [...preset.fields].filter(([, field]) => field.type === "number");
  const [first] = numbers.find(([, field]) => field.required) ?? numbers[0] ?? [null];
  return first;
}

/** The number named `score`; null without one. */
export function scoreMeasure(preset: Preset): string | null {
  return isNumber("score", preset) ? "score" : null;
}

function isNumber(id: string, preset: Preset): boolean {
  const [base, side] = id.split(".");
  const measure = preset.measures.find((each) => each.id === base);
  if (!measure) return preset.fields.get(id)?.type === "number";
  const { gives, reads, sides } = measureKind(measure);
  if (side !== undefined) return sides?.[side]?.gives === "number";
  return gives === "same" ? reads(measure).every((read) => isNumber(read.id, preset)) : gives === "number";
}
