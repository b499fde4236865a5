import type { WritePlan } from "./plan";
import type { Preview } from "./tiering";

/** An account whose tier will be another one. */
export interface Mover {
  /** Counted from 0 below the header. */
  readonly row: number;
  readonly account: string;
  readonly from: string;
  readonly to: string;
  readonly isUp: boolean;
}

/**
 * Who changes tier against what stands in the sheet: the widest moves first, then by value, then in the sheet's order.
 * At most `most` of them; accounts without a tier so far are not among them.
 */
export function movers({ run, plan }: Preview, most: number): Mover[] {
  const labels = run.preset.tiers.rungs.map(({ label }) => label);
  const old = plan.accounts.old.get("tier");
  if (!old) return [];
  const found: { row: number; from: number; to: number }[] = [];
  run.tier.codes.forEach((to, row) => {
    if (run.included[row] === 0) return;
    const from = labels.indexOf(String(old.at(row)));
    if (from >= 0 && from !== to) found.push({ row, from, to });
  });
  const value = ({ row }: { row: number }) => run.value[row] || 0; // missing counts as nothing
  found.sort((a, b) => Math.abs(b.from - b.to) - Math.abs(a.from - a.to) || value(b) - value(a) || a.row - b.row);
  return found.slice(0, most).map(({ row, from, to }) => ({
    row,
    account: plan.accounts.nameAt(row),
    from: labels[from] ?? "",
    to: run.tier.labels[to] ?? "",
    isUp: to < from,
  }));
}

/** How many rows will show another segment and the same tier. */
export function segmentsOnly({ columns }: WritePlan): number {
  const [segment, tier] = (["segment", "tier"] as const).map((kind) => columns.find((column) => column.kind === kind));
  if (!segment?.placed) return 0;
  const moving = new Set(tier?.changed);
  return segment.changed.reduce((sum, row) => sum + (moving.has(row) ? 0 : 1), 0);
}
