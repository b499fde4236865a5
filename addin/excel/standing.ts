import { isNewApproval } from "./plan";
import { reasonsOf, type StaleReason } from "./stale";
import type { Preview } from "./tiering";

/** How the tiers of a sheet stand to a preview of them. */
export type Standing =
  /** Nothing was ever applied here. */
  | { readonly kind: "untiered" }
  /** Another preset, mapping or set of columns than was applied: to be approved before it is written. */
  | { readonly kind: "unapproved" }
  | { readonly kind: "stale"; readonly reasons: readonly (StaleReason | "tiers")[] }
  | { readonly kind: "current" };

/** From what a preview has read, with no look at the workbook. `tiers`: somebody wrote into our columns. */
export function standingOf({ run: { preset }, plan }: Pick<Preview, "run" | "plan">): Standing {
  const { before, after, columns } = plan;
  if (!before) return { kind: "untiered" };
  if (isNewApproval(plan)) return { kind: "unapproved" };
  const presetHash = after.preset.hash;
  const reasons = reasonsOf(before, { inputs: after.inputs, preset, presetHash, asOf: after.asOf });
  if (reasons.length > 0) return { kind: "stale", reasons };
  return columns.some(({ changed }) => changed.length > 0)
    ? { kind: "stale", reasons: ["tiers"] }
    : { kind: "current" };
}
