import { holds, topsOf, type Scene } from "./conditions";
import type { Ladder, Rung } from "./document";
import type { Place } from "./top";

/** What holds for the `top` conditions in the rung at this place of a ladder. */
export function placeOf(ladder: Ladder, rung: number): Place {
  const above = ladder.rungs.slice(0, rung).flatMap(({ when }) => (when ? topsOf(when) : []));
  return {
    ...(ladder.among && { among: ladder.among }),
    ...(ladder.within !== undefined && { within: ladder.within }),
    tieBreak: ladder.tieBreak ?? [],
    refillsAbove: above.filter(({ top }) => top.crossing === "refill"),
  };
}

/** The first rung whose condition holds; the last one takes everybody. `rungs` may be other cuts of the ladder's own. */
export function climb(
  rungs: readonly Rung[],
  ladder: Ladder | undefined,
  account: number,
  scene: Scene,
): Rung | undefined {
  if (!ladder) return undefined;
  return rungs.find(({ when }, rung) => !when || holds(when, account, { ...scene, place: placeOf(ladder, rung) }));
}
