import type { Run } from "../run";
import { isoOf } from "../table/date";
import type { RecordedReview } from "./history";
import { importedTiers } from "./importedTiers";
import { SHOWN } from "./listed";
import { pathsOf, type AccountPath } from "./path";
import { recordReview } from "./recordReview";
import { standsAt } from "./standsAt";

/** An account that is or was in another tier than now, with what it has gone through. Tiers are ids. */
export interface ChangedPath extends Pick<AccountPath, "initial" | "previous" | "current" | "highest" | "steps"> {
  /** Its name, or its key where it is not in the table. */
  readonly account: string;
  /** Input row; null of one that is not in the table. */
  readonly row: number | null;
}

export interface ChangedPaths {
  readonly count: number;
  /** Who has changed since the last review first, then the best tier that an account was ever in, then the account. */
  readonly accounts: readonly ChangedPath[];
}

/**
 * Whose tier is another one than at the last review, in the first or at its best, by the reviews before the run, the run
 * itself and what was imported. Nobody in a first review, but for imported tiers.
 */
export function changedPaths(
  run: Run,
  history: readonly RecordedReview[],
  { shown = SHOWN }: { readonly shown?: number } = {},
): ChangedPaths {
  const { preset } = run;
  const day = isoOf(run.asOf);
  const imported = importedTiers(run).tiers;
  const earlier = history.some((review) => review.preset === preset.id && review.date < day);
  if (!earlier && imported.size === 0) return { count: 0, accounts: [] };
  const paths = pathsOf(recordReview(history, run), preset, { asOf: day, imported });
  const hasMoved = ({ previous, current }: AccountPath) => earlier && previous !== current;
  const changed = [...paths].filter(
    ([, path]) => path.steps.length > 1 || path.initial !== path.current || path.highest !== path.current,
  );
  const places = new Map(preset.tiers.rungs.map(({ id }, place) => [id, place]));
  const placeOf = (tier: string | null) => places.get(tier ?? "") ?? places.size;
  changed.sort(
    ([key, a], [other, b]) =>
      Number(hasMoved(b)) - Number(hasMoved(a)) ||
      placeOf(a.highest) - placeOf(b.highest) ||
      placeOf(a.current) - placeOf(b.current) ||
      (key < other ? -1 : 1),
  );
  const rowOf = standsAt(run);
  const { codeOf, firstAt } = run.accounts.table.accounts;
  return {
    count: changed.length,
    accounts: changed.slice(0, shown).map(([key, path]): ChangedPath => {
      const { initial, previous, current, highest, steps } = path;
      const [code, row] = [codeOf(key), rowOf(key)];
      return { account: code < 0 ? key : firstAt(code), row, initial, previous, current, highest, steps };
    }),
  };
}
