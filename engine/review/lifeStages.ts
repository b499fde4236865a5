import type { Condition } from "../conditions/registry";
import type { Preset } from "../preset/schema";
import { fold } from "../table/fold";

/** A word of a lifecycle (`measures/lifecycle.ts`). */
export type LifeStage = "prospect" | "new" | "lapsed" | "established";

/**
 * Ids of the segments that are a stage of life: whose condition asks a lifecycle for this word and no other, alone or
 * beside other conditions that must hold as well. None where the preset has no such segment, whatever its segments are called.
 */
export function segmentsOfStage(preset: Preset, stage: LifeStage): ReadonlySet<string> {
  const measures = lifecycles(preset);
  const asksForIt = (condition: Condition): boolean => {
    if ("all" in condition) return condition.all.some(asksForIt);
    return "is" in condition && measures.has(condition.measure) && condition.is.every((word) => fold(word) === stage);
  };
  const rungs = preset.segments?.rungs ?? [];
  return new Set(rungs.flatMap(({ id, when }) => (when && asksForIt(when) ? [id] : [])));
}

/** Ids of the measures and text fields whose words are stages of life. */
export function lifecycles({ measures }: Preset): ReadonlySet<string> {
  return new Set(
    measures.flatMap((measure) => {
      if (measure.type === "lifecycle") return [measure.id];
      return measure.type === "expectedWhenNew" ? [measure.lifecycle] : [];
    }),
  );
}
