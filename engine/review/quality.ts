import { HIGHEST_TIER_FIELD, INITIAL_TIER_FIELD } from "../preset/parts";
import type { Run } from "../run";
import { ACCOUNT_FIELD } from "../table/table";
import { added, lacking, lacksOf, NOTHING, type Lack } from "./lack";
import { needOf } from "./needs";

/** How much of what the rules read is there. */
export interface Quality {
  /** What keeps accounts from being tiered first: required fields, then what lacks most often; the others in the order of the preset. */
  readonly fields: readonly FieldQuality[];
  /** Best first. */
  readonly tiers: readonly GroupQuality[];
  /** Accounts in no tier: a gate or an override keeps them out. */
  readonly outside: Omit<GroupQuality, "id" | "label">;
  /** Every account. */
  readonly all: Omit<GroupQuality, "id" | "label">;
  /** Ids of the fields that no column was found for, which no score counts. */
  readonly unmapped: readonly string[];
}

export interface GroupQuality {
  readonly id: string;
  readonly label: string;
  readonly accounts: number;
  /** The part of the inputs needed that is there, 0 to 1, required ones counted twice; null where none is needed. */
  readonly score: number | null;
}

export interface FieldQuality {
  readonly id: string;
  readonly isRequired: boolean;
  /** Whether there is a column for it. Without one it is blank throughout. */
  readonly isMapped: boolean;
  /** Required, and some account lacks it. */
  readonly isBlocker: boolean;
  /** By tier, best first. */
  readonly tiers: readonly Lack[];
  readonly outside: Lack;
  readonly all: Lack;
  /** Input rows of the first accounts that lack it. */
  readonly rows: readonly number[];
}

/** What a required input counts beside another. Ours. */
const REQUIRED_WEIGHT = 2;

/** Fields that no rule reads: who it is, and what was before the first review. */
const NOT_RATED: ReadonlySet<string> = new Set([ACCOUNT_FIELD, INITIAL_TIER_FIELD, HIGHEST_TIER_FIELD]);

/**
 * The quality of the data of a run: of each field but the account's own name and imported tiers, and of each tier. Who needs what is in
 * `needOf`. A field without a column says nothing of an account, so it is told but lowers no score.
 */
export function quality(run: Run): Quality {
  const { preset, table, decision, accounts } = run;
  const { rungs } = preset.tiers;
  const { codes } = accounts.table.accounts;
  const groups = rungs.length + 1;
  const groupOf = Int16Array.from(decision.final, (tier, account) => {
    return (codes[account] ?? -1) < 0 ? -1 : tier < 0 ? rungs.length : tier;
  });
  const needs = needOf(run);
  const fields = [...preset.fields]
    .filter(([id]) => !NOT_RATED.has(id))
    .map(([id, { required }]): FieldQuality => {
      const column = accounts.table.fields.get(id);
      const { lacks, rows } = lacksOf(column, needs(id), groupOf, groups);
      const all = added(lacks);
      return {
        id,
        isRequired: required,
        isMapped: !table.unmapped.has(id),
        isBlocker: required && lacking(all) > 0,
        tiers: lacks.slice(0, rungs.length),
        outside: lacks[rungs.length] ?? NOTHING,
        all,
        rows: rows.map((account) => run.facts.inputRow(account)),
      };
    });
  const countOf = (group: number) => groupOf.reduce((count, each) => (each === group ? count + 1 : count), 0);
  const counts = Array.from({ length: groups }, (_, group) => countOf(group));
  return {
    fields: fields.sort((a, b) => weightOf(b) - weightOf(a) || lacking(b.all) - lacking(a.all)),
    tiers: rungs.map(({ id, label }, tier) => ({
      id,
      label,
      accounts: counts[tier] ?? 0,
      score: scoreOf(fields, ({ tiers }) => tiers[tier] ?? NOTHING),
    })),
    outside: { accounts: counts[rungs.length] ?? 0, score: scoreOf(fields, ({ outside }) => outside) },
    all: { accounts: counts.reduce((sum, count) => sum + count, 0), score: scoreOf(fields, ({ all }) => all) },
    unmapped: fields.filter(({ isMapped }) => !isMapped).map(({ id }) => id),
  };
}

function scoreOf(fields: readonly FieldQuality[], lackOf: (field: FieldQuality) => Lack): number | null {
  let [needed, lacks] = [0, 0];
  for (const field of fields) {
    if (!field.isMapped) continue;
    const lack = lackOf(field);
    needed += weightOf(field) * lack.needed;
    lacks += weightOf(field) * lacking(lack);
  }
  return needed === 0 ? null : (needed - lacks) / needed;
}

function weightOf({ isRequired }: FieldQuality): number {
  return isRequired ? REQUIRED_WEIGHT : 1;
}
