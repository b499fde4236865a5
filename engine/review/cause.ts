import { parsePreset } from "../preset/gate";
import type { PresetDocument } from "../preset/schema";
import { run as runWith, type Run } from "../run";
import type { Recorded } from "./history";
import { reached } from "./reached";

/**
 * Why an account went up or down since the review before. Compared is the tier that it reaches by the cuts of that review
 * (`reachedTier`), before steadiness and overrides: now with the one it reached then. A seat counts as reached where it
 * ranks as high as the last one that had a seat then.
 *
 * - `own`: it reaches another one, better where it went up, worse where it went down: its own figures have changed
 * - `held`: it reaches the same, which is its new tier or beyond; the review before had found it there already, but
 *   steadiness kept it where it was: its change is older than that review
 * - `others`: neither; it moved because others, the rules or the seats changed, or because people decided so: where it is
 *   pinned now (an `exact` override) in any case, where an override has ended unless its own figures moved the same way
 */
export type Cause = "own" | "held" | "others";

/** A move up or down, and how the account stood in the review before. */
export interface Turn {
  readonly kind: "up" | "down";
  /** Id of its tier now. */
  readonly to: string;
  readonly earlier: Recorded;
}

/** Tells the cause of a move of an account of a run by the cuts of the review before; null where those rules no longer work. */
export function causesBy(cuts: PresetDocument, run: Run): ((account: number, turn: Turn) => Cause) | null {
  const { table, inputs, accounts, decision } = run;
  const parsed = parsePreset(cuts);
  if (!parsed.ok || [...parsed.preset.fields.keys()].some((id) => !table.fields.has(id))) return null;
  const byCuts = runWith(table, parsed.preset, inputs);
  if (byCuts.accounts.key !== accounts.key) return null; // rows were joined otherwise: these are not the same accounts
  const reach = reached(byCuts);
  const { rungs } = parsed.preset.tiers;
  const positions = new Map(rungs.map(({ id }, position) => [id, position]));
  const positionOf = (id: string | null) => positions.get(id ?? "") ?? -1;
  /** Levels down from the best tier; in no tier is below them all. */
  const depth = (position: number) => (position < 0 ? rungs.length : position);

  return (account, { kind, to, earlier }) => {
    if ((decision.overriding.exact[account] ?? -1) >= 0) return "others";
    const towards = kind === "down" ? 1 : -1;
    const before = depth(positionOf(earlier.reachedTier));
    const moved = (depth(reach(account)) - before) * towards;
    if (moved !== 0) return moved > 0 ? "own" : "others";
    const now = positionOf(to);
    return earlier.isHeld && now >= 0 && (before - now) * towards >= 0 ? "held" : "others";
  };
}
