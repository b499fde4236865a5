import type { Asked } from "../questions";
import { reviewsOf, standingsBefore } from "../review/history";
import { importedTiers } from "../review/importedTiers";
import { bestOfEach } from "../review/reviewOf";
import { serialOfIso } from "../table/date";
import { coded } from "./coded";
import type { ResultColumn } from "./column";

type Earlier = "initial" | "previous" | "highest";

/**
 * The tier of the last review before the day of the run; none of who was in none then.
 */
export function previousColumn({ run, history }: Asked): ResultColumn[] {
  const before = standingsBefore(history, run.preset.id, run.asOf);
  return tierColumn(run, "previous", (key) => before.get(key)?.finalTier ?? null);
}

/** The first tier that a review, a column of the sheet or else this run knows it in. */
export function initialColumn(asked: Asked): ResultColumn[] {
  const { initial } = before(asked);
  return tierColumn(asked.run, "initial", (key, now) => initial(key) ?? now);
}

/** The best tier that a review, a column of the sheet or this run knows it in. */
export function highestColumn(asked: Asked): ResultColumn[] {
  const ladder = asked.run.preset.tiers.rungs.map(({ id }) => id);
  const { highest } = before(asked);
  return tierColumn(asked.run, "highest", (key, now) => {
    const known = highest(key);
    return ladder.find((id) => id === known || id === now) ?? null;
  });
}

/** What is known of an account from before the run, as `pathsOf` has it; one pass over the history, without the rest of a path. */
function before({ run, history }: Asked) {
  const ladder = new Map(run.preset.tiers.rungs.map(({ id }, position) => [id, position]));
  const imported = importedTiers(run).tiers;
  const first = new Map<string, string>();
  const best = new Map<string, string>();
  for (const { date, entries } of reviewsOf(history, run.preset.id)) {
    if (serialOfIso(date) >= run.asOf) break;
    for (const [key, entry] of entries) {
      const tier = entry?.finalTier ?? null;
      if (tier === null) continue;
      if (!first.has(key)) first.set(key, tier);
      if (ladder.has(tier)) best.set(key, better(best.get(key), tier, ladder));
    }
  }
  return {
    initial: (key: string) => imported.get(key)?.initial ?? first.get(key) ?? null,
    highest(key: string) {
      const { initial = null, highest = null } = imported.get(key) ?? {};
      return [initial, highest].reduce<string | null>(
        (found, tier) => (tier !== null && ladder.has(tier) ? better(found ?? undefined, tier, ladder) : found),
        best.get(key) ?? null,
      );
    },
  };
}

function better(one: string | undefined, other: string, ladder: ReadonlyMap<string, number>): string {
  return one !== undefined && (ladder.get(one) ?? 0) <= (ladder.get(other) ?? 0) ? one : other;
}

/** A column of tiers told by account key and the id of the tier that is written now. */
function tierColumn(
  run: Asked["run"],
  kind: Earlier,
  tierOf: (key: string, now: string | null) => string | null,
): ResultColumn[] {
  const { preset, decision, accounts } = run;
  const { rungs } = preset.tiers;
  const { keys, codes } = accounts.table.accounts;
  const labels = new Map(rungs.map(({ id, label }) => [id, label]));
  const best = bestOfEach(codes, decision.final);
  const valueAt = (account: number) => {
    const code = codes[account] ?? -1;
    const now = rungs[decision.final[best.get(code) ?? account] ?? -1]?.id ?? null;
    const tier = tierOf(keys[code] ?? "", now);
    return tier === null ? null : (labels.get(tier) ?? tier);
  };
  return [{ kind, ...coded<string | null>(accounts, valueAt, [...labels.values()]), isOpen: false }];
}
