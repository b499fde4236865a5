import { rungTitle } from "../../../strings/rules/ladder";
import { usePane } from "../../app/PaneContext";
import type { LadderName } from "./newRung";

/** What the card of a rung says: its label, and how many accounts it has and had before the rules were edited. */
export function useTitles(ladder: LadderName): (rung: unknown) => string {
  const { preview, draft } = usePane().state;
  const now = countsOf(preview?.run.stats[ladder]);
  const before = countsOf(draft?.before?.run.stats[ladder]);
  return (rung) => {
    const { id } = rung as { id: string };
    return rungTitle(labelOf(rung), before.get(id) ?? null, now.get(id) ?? null);
  };
}

export function labelOf(rung: unknown): string {
  return typeof rung === "object" && rung !== null && "label" in rung ? String(rung.label) : "";
}

function countsOf(
  classes: readonly { readonly id: string; readonly count: number }[] = [],
): ReadonlyMap<string, number> {
  return new Map(classes.map(({ id, count }) => [id, count]));
}
