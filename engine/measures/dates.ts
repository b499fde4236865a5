import type { Preset } from "../preset/schema";
import { measureKind } from "./registry";

/** Whether an id stands for dates: a date field, or a measure that passes one on. */
export function isDate(id: string, preset: Preset): boolean {
  const measure = preset.measures.find((each) => each.id === id);
  if (!measure) return preset.fields.get(id)?.type === "date";
  const { gives, reads } = measureKind(measure);
  return gives === "same" && reads(measure).some((read) => isDate(read.id, preset));
}
