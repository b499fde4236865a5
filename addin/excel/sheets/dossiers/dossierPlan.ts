import { accountKey, type DossierDue, type Preset, type RunResult } from "../../../../engine/index";
import type { ListedRun } from "../lists/listedRun";
import type { ReadRow } from "../tables/readRows";
import { cellsOf, known } from "../lists/tierList";
import type { DossierColumns, DossierRow, OwnPart } from "./dossierTable";

/** Dossiers that are to come and to be brought up to date. Places count from 0 below the header. */
export interface DossierPlan {
  readonly append: readonly DossierRow[];
  readonly update: readonly { readonly at: number; readonly row: OwnPart }[];
}

/** What stands on the sheet. */
export interface DossiersThere {
  /** Rows that can be understood. */
  readonly rows: readonly ReadRow<DossierColumns>[];
  /** Keys of all accounts that have a row, also one that cannot be understood. */
  readonly accounts: ReadonlySet<string>;
}

/**
 * A row for each account in a tier that has dossiers, and what is ours in the rows that are there. Accounts that have
 * come down keep their row, with the tier of now; those that are no longer in the table keep theirs as it is.
 */
export function planDossiers(listed: ListedRun, due: readonly DossierDue[], there: DossiersThere): DossierPlan {
  const { run, preview, words } = listed;
  const dueOf = new Map(due.map((each) => [each.key, each.due]));
  const tiers = tiersWithDossiers(run.preset);
  const why = cellsOf(run, "why");
  const owner = words.find(({ isOwner }) => isOwner);
  const best = bestRows(run, (row) => accountKey(preview.plan.accounts.nameAt(row)));
  const ownPart = (key: string, row: number): OwnPart => {
    const value = known(run.value[row]);
    return {
      account: preview.plan.accounts.nameAt(row),
      tier: run.tier.labels[run.tier.codes[row] ?? -1] ?? null,
      value: typeof value === "number" ? value : null,
      why: String(why?.(row) ?? "") || null,
      due: dueOf.get(key) ?? null,
      preset: run.preset.name,
    };
  };
  const append = [...best]
    .filter(([key, row]) => !there.accounts.has(key) && tiers.has(run.tier.codes[row] ?? -1))
    .sort(
      ([, a], [, b]) =>
        (run.tier.codes[a] ?? 0) - (run.tier.codes[b] ?? 0) || valueAt(run, b) - valueAt(run, a) || a - b,
    )
    .map(([key, row]): DossierRow => {
      const blank = {
        known: null,
        toFind: null,
        centres: null,
        initiatives: null,
        point1: null,
        point2: null,
        point3: null,
      };
      return { ...blank, ...ownPart(key, row), owner: String(owner?.cells[row] ?? "") || null, refreshed: null };
    });
  const update = there.rows.flatMap(({ at, row }) => {
    const key = accountKey(row.account);
    const now = best.get(key);
    if (now === undefined) return [];
    const wanted = { ...ownPart(key, now), account: row.account };
    const isSame = (Object.keys(wanted) as (keyof OwnPart)[]).every((id) => wanted[id] === row[id]);
    return isSame ? [] : [{ at, row: wanted }];
  });
  return { append, update };
}

/** Positions of the tiers whose accounts have a dossier: the first two, but never the last, and those with a day for it. */
export function tiersWithDossiers({ tiers: { rungs }, review }: Preset): ReadonlySet<number> {
  const days = new Map(Object.entries(review?.dossierDays ?? {}));
  const upper = Math.max(1, Math.min(2, rungs.length - 1));
  return new Set([...rungs.keys()].filter((tier) => tier < upper || days.has(rungs[tier]?.id ?? "")));
}

/** Of several rows of an account the one in the best tier. */
function bestRows(run: RunResult, keyAt: (row: number) => string): Map<string, number> {
  const { codes, labels } = run.tier;
  const places = new Map(run.preset.tiers.rungs.map(({ label }, tier) => [label, tier]));
  const tierOf = (row: number) => places.get(labels[codes[row] ?? -1] ?? "") ?? Infinity;
  const best = new Map<string, number>();
  run.accountCodes.forEach((account, row) => {
    if (account < 0) return;
    const key = keyAt(row);
    const other = best.get(key);
    if (other === undefined || tierOf(row) < tierOf(other)) best.set(key, row);
  });
  return best;
}

function valueAt({ value }: RunResult, row: number): number {
  const own = value[row] ?? NaN;
  return Number.isNaN(own) ? -Infinity : own;
}
