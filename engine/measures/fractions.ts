import type { Preset } from "../preset/schema";
import { measureKind } from "./registry";

/** What gives parts of a whole, measures by their type and side columns by their name. */
const FRACTIONS: ReadonlySet<string> = new Set(["change", "variation", "completeness"]);

/** Whether an id stands for parts of a whole, 0.25 for 25 %: growth, unsteadiness, completeness, or a measure that passes one on. */
export function isFraction(id: string, preset: Preset): boolean {
  const [base, side] = id.split(".");
  const measure = preset.measures.find((each) => each.id === base);
  if (!measure) return false;
  if (side !== undefined) return FRACTIONS.has(side);
  const { gives, reads } = measureKind(measure);
  return (
    FRACTIONS.has(measure.type) || (gives === "same" && reads(measure).some((read) => isFraction(read.id, preset)))
  );
}
