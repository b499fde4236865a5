import type { Asked } from "../questions";
import { standingsBefore } from "../review/history";
import { importedTiers } from "../review/importedTiers";
import { pathsOf } from "../review/path";
import { bestOfEach } from "../review/reviewOf";
import { isoOf } from "../table/date";
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

function before({ run, history }: Asked) {
  const imported = importedTiers(run).tiers;
  const paths = pathsOf(history, run.preset, { asOf: isoOf(run.asOf - 1), imported });
  const importedOf = (key: string) => ({ initial: null, highest: null, ...imported.get(key) });
  return {
    initial: (key: string) => (paths.get(key) ?? importedOf(key)).initial,
    highest(key: string) {
      const path = paths.get(key);
      if (path) return path.highest;
      const { initial, highest } = importedOf(key);
      return run.preset.tiers.rungs.find(({ id }) => id === initial || id === highest)?.id ?? null;
    },
  };
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
