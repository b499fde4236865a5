import type { Run } from "../run";
import { isoOf } from "../table/date";
import { reviewsOf, type Recorded, type RecordedReview } from "./history";
import { entriesOf, pathOf, type AccountPath, type PathOptions } from "./path";
import { addReview } from "./recordReview";
import { recorded } from "./reviewOf";
import type { TierStep } from "./trail";

/**
 * The path of one account as `pathOf` tells it once the run is recorded (`recordReview`), without recording the others:
 * among very many accounts it is there at once. null where neither a review nor the run knows the account.
 */
export function pathWithRun(
  history: readonly RecordedReview[],
  run: Run,
  key: string,
  options: PathOptions = {},
): (AccountPath & { readonly reviews: readonly TierStep[] }) | null {
  const { preset, asOf } = run;
  const own = reviewsOf(history, preset.id).map((review) => ({ ...review, entries: entriesOf(review, key) }));
  const now = { preset: preset.id, date: isoOf(asOf), entries: entryOf(run, key), tiers: [], segments: [], cuts: null };
  return pathOf(addReview(own, now), preset, key, options);
}

/** How the account stands in the run: on several rows by the best tier; nothing where it is not there. */
function entryOf(run: Run, key: string): ReadonlyMap<string, Recorded> {
  const { codes, codeOf } = run.accounts.table.accounts;
  const code = codeOf(key);
  const rankOf = (account: number) => {
    const tier = run.decision.final[account] ?? -1;
    return tier < 0 ? Infinity : tier;
  };
  let best = -1;
  for (let account = 0; account < codes.length; account++) {
    if (codes[account] === code && code >= 0 && (best < 0 || rankOf(account) < rankOf(best))) best = account;
  }
  return new Map(best < 0 ? [] : [[key, recorded(run, best, -1)]]);
}
