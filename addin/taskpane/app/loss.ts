import type { Problem, ProblemCode } from "../../excel/problem";

/** What says that there are no such accounts, or that they cannot be read so: it will not pass by itself. */
const LOSSES: ReadonlySet<ProblemCode> = new Set([
  ...(["selection-not-cells", "selection-several-areas", "selection-several-tables"] as const),
  ...(["selection-own-sheet", "header-moved"] as const),
  ...(["sheet-empty", "sheet-unknown", "table-without-header", "source-no-rows", "source-no-header"] as const),
  ...(["source-too-large", "source-gone", "source-never-tiered", "fields-unmapped"] as const),
]);

/** Whether a problem means that what was read before is no longer there; Excel's own troubles mostly pass. */
export function isLoss({ code }: Problem): boolean {
  return LOSSES.has(code);
}
