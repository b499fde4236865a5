import type { Preview } from "../../excel/tiering";
import type { PaneState } from "../app/state";

/** An account that edited rules put into another tier than the saved ones. */
export interface Moved {
  /** Counted from 0 below the header; of several that of its best tier under the edited rules. */
  readonly row: number;
  readonly account: string;
  /** What stands beside it: a tier's label, or why it has none. */
  readonly from: string;
  readonly to: string;
}

type Result = Preview["run"];

/** What the saved rules gave, where that is comparable with what is shown: of the same cells and the same day. */
export function beforeDraft({ draft, preview }: Pick<PaneState, "draft" | "preview">): Preview | null {
  const before = draft?.before;
  if (!before || !preview || before.run.asOf !== preview.run.asOf || before.run.size !== preview.run.size) return null;
  const [one, other] = [before.plan.accounts, preview.plan.accounts];
  const isOneReading = before.reading === preview.reading;
  return one.keys === other.keys && (isOneReading || one.inputs === other.inputs) ? before : null;
}

/**
 * The accounts whose tier is another one, highest value first. Tiers are told apart by id, so that one with a new label is no
 * move; without a tier is one place, whatever the word for it. Of an account on several rows its best tier counts.
 *
 * null where the two join rows to accounts in different ways.
 */
export function movedBetween(before: Preview, after: Preview): Moved[] | null {
  if (!areSameAccounts(before.run.accountCodes, after.run.accountCodes)) return null;
  const earlier = bestRows(before.run);
  const moved: Moved[] = [];
  for (const [code, row] of bestRows(after.run)) {
    const rowBefore = earlier.get(code) ?? row;
    if (tierIn(before.run, rowBefore) === tierIn(after.run, row)) continue;
    const account = after.plan.accounts.nameAt(row);
    moved.push({ row, account, from: wordIn(before.run, rowBefore), to: wordIn(after.run, row) });
  }
  const valueOf = ({ row }: Moved) => after.run.value[row] || 0; // missing counts as nothing
  return moved.sort((a, b) => valueOf(b) - valueOf(a) || a.row - b.row);
}

function areSameAccounts(one: Int32Array, other: Int32Array): boolean {
  return one === other || (one.length === other.length && one.every((code, row) => code === other[row]));
}

/** The row of each account that has its best tier, the first of those. */
function bestRows({ accountCodes, tier, preset }: Result): Map<number, number> {
  const rows = new Map<number, number>();
  const tiers = preset.tiers.rungs.length;
  const rankOf = (row: number) => Math.min(tier.codes[row] ?? tiers, tiers);
  accountCodes.forEach((code, row) => {
    if (code < 0) return;
    const known = rows.get(code);
    if (known === undefined || rankOf(row) < rankOf(known)) rows.set(code, row);
  });
  return rows;
}

/** Id of a tier; null without one. */
function tierIn({ tier, preset }: Result, row: number): string | null {
  return preset.tiers.rungs[tier.codes[row] ?? -1]?.id ?? null;
}

function wordIn({ tier }: Result, row: number): string {
  return tier.labels[tier.codes[row] ?? -1] ?? "";
}
