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
  const [earlier, later] = [bestRows(before.run), bestRows(after.run)];
  const moved: Moved[] = [];
  later.forEach((row, code) => {
    const rowBefore = earlier[code] ?? row;
    if (row < 0 || tierIn(before.run, rowBefore) === tierIn(after.run, row)) return;
    const account = after.plan.accounts.nameAt(row);
    moved.push({ row, account, from: wordIn(before.run, rowBefore), to: wordIn(after.run, row) });
  });
  const valueOf = ({ row }: Moved) => after.run.value[row] || 0; // missing counts as nothing
  return moved.sort((a, b) => valueOf(b) - valueOf(a) || a.row - b.row);
}

function areSameAccounts(one: Int32Array, other: Int32Array): boolean {
  return one === other || (one.length === other.length && one.every((code, row) => code === other[row]));
}

/** By account code: the row that has the account's best tier, the first of those; -1 where no row has the code. */
function bestRows({ accountCodes, tier, preset }: Result): Int32Array {
  const rows = new Int32Array(accountCodes.reduce((most, code) => Math.max(most, code + 1), 0)).fill(-1);
  const tiers = preset.tiers.rungs.length;
  const rankOf = (row: number) => Math.min(tier.codes[row] ?? tiers, tiers);
  accountCodes.forEach((code, row) => {
    const known = rows[code] ?? row;
    if (code >= 0 && (known < 0 || rankOf(row) < rankOf(known))) rows[code] = row;
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
