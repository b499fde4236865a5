import type { Condition } from "../conditions/registry";
import type { Preset } from "../preset/schema";
import type { TopSpec } from "../ladder/topSpec";

export type LadderName = "segments" | "tiers";

/** A number of a preset that parts the accounts of a ladder by one measure. */
export interface LadderCut {
  /** Id of the rung that is above it. */
  readonly rung: string;
  /** Where the condition that has it stands in the preset's document, and the number itself. */
  readonly condition: Path;
  readonly number: Path;
  /** What the number says: a part of the sum, a part of the accounts, so many accounts, or a value of the measure. */
  readonly by: "share" | "percent" | "count" | "value";
  readonly at: number;
  /** Whether accounts come in by other conditions too, so that the cut alone does not part them. */
  readonly isPartial: boolean;
  /** The condition, where it is a `top`. */
  readonly top: TopSpec | null;
}

type Path = readonly (string | number)[];

/** The cuts of a ladder on the measure that its first one is on, best first; null where no rung has any. */
export interface LadderCuts {
  readonly measure: string;
  readonly cuts: readonly LadderCut[];
}

/**
 * The cuts of a ladder: `at least` a value, or the top of the best, alone or as one of several conditions that must hold. Of
 * a rung only the first one counts. What asks for the lowest values, or for another measure, is no cut.
 */
export function ladderCuts(preset: Preset, name: LadderName): LadderCuts | null {
  const found = (preset[name]?.rungs ?? []).flatMap(({ id, when }, index) => {
    const cut = when && cutIn(when, [name, "rungs", index, "when"]);
    return cut ? [{ ...cut, rung: id }] : [];
  });
  const [first] = found;
  if (!first) return null;
  const cuts = found.filter(({ measure }) => measure === first.measure);
  return { measure: first.measure, cuts: cuts.map(({ measure: _, ...cut }) => cut) };
}

type Found = Omit<LadderCut, "rung"> & { readonly measure: string };

function cutIn(condition: Condition, path: Path, isPartial = false): Found | null {
  for (const [key, parts] of Object.entries(condition)) {
    if (key !== "all" && key !== "any") continue;
    for (const [index, part] of (parts as readonly Condition[]).entries()) {
      const found = cutIn(part, [...path, key, index], isPartial || (key === "any" && parts.length > 1));
      if (found) return found;
    }
  }
  if ("top" in condition) return cutOfTop(condition, path, isPartial);
  if (!(">=" in condition) || typeof condition[">="] !== "number") return null;
  const { measure, ">=": at } = condition;
  return { measure, at, by: "value", condition: path, number: [...path, ">="], isPartial, top: null };
}

function cutOfTop(spec: TopSpec, path: Path, isPartial: boolean): Found | null {
  const { measure, top } = spec;
  const found = (by: "share" | "percent" | "count", at: number): Found => ({
    ...{ measure, by, at, condition: path, number: [...path, "top", by], isPartial, top: spec },
  });
  if ("share" in top) return found("share", top.share);
  if (top.order === "asc") return null;
  return "percent" in top ? found("percent", top.percent) : found("count", top.count);
}
