import type { Preset } from "../preset/schema";
import { serialOfIso } from "../table/date";
import { reviewsOf, type Recorded, type RecordedReview } from "./history";
import { segmentsOfStage } from "./lifeStages";
import { startOf, walk, type TierStep, type Trail } from "./trail";

/** What one account has gone through, by its reviews. Tiers are ids as they were recorded, final ones; days are ISO. */
export interface AccountPath {
  /** The first tier it was in, or the one that was imported; null where it never was in any. */
  readonly initial: string | null;
  /** In the review before the last one; null where it was in none, or that review did not know it. */
  readonly previous: string | null;
  /** In the last review; null where it was in none, or has left. */
  readonly current: string | null;
  /** The best of today's ladder that it was ever in, recorded or imported; null where there is none of those. */
  readonly highest: string | null;
  /** Where its tier changed, the oldest first; the first is where it was first seen. */
  readonly steps: readonly TierStep[];
  /** The first review in each tier, by the id of the tier. */
  readonly firstIn: ReadonlyMap<string, string>;
  /** The first review in which it had the flag that is asked for; null where there is none. */
  readonly firstFlagged: string | null;
  readonly firstSeen: string;
  /** The first review that no longer knew it as a prospect but in another segment; null where it never was one, or still is. */
  readonly converted: string | null;
  /** Days from the first review as a prospect to that one; null likewise. */
  readonly daysToConvert: number | null;
}

/** What is known of an account from before the first review, such as from columns of the sheet. Tiers are ids. */
export interface ImportedTiers {
  readonly initial?: string | null | undefined;
  readonly highest?: string | null | undefined;
}

export interface PathOptions {
  /** Later reviews than of this ISO day are not looked at; all are where absent. */
  readonly asOf?: string | undefined;
  /** Id of the flag whose first day is asked for. */
  readonly flag?: string | undefined;
  /** By account key. An account that no review knows has no path for all that. */
  readonly imported?: ReadonlyMap<string, ImportedTiers> | undefined;
}

/** The flag that a qualified account has in presets that know such a thing. */
const QUALIFIED = "mqa";

/**
 * The path of every account that a review of the preset knows, by account key. One pass over the entries of the history.
 * For how accounts stand in a run, ask the history with that run recorded in it.
 */
export function pathsOf(
  history: readonly RecordedReview[],
  preset: Preset,
  options: PathOptions = {},
): ReadonlyMap<string, AccountPath> {
  const reviews = reviewsTo(history, preset, options);
  const asked = { flag: options.flag ?? QUALIFIED, prospects: segmentsOfStage(preset, "prospect") };
  const trails = new Map<string, Trail>();
  for (const { date, entries } of reviews) {
    for (const [key, entry] of entries) {
      let trail = trails.get(key);
      if (!trail) trails.set(key, (trail = startOf(date)));
      walk(trail, date, entry, asked);
    }
  }
  const end = endOf(reviews, preset);
  return new Map([...trails].map(([key, trail]) => [key, pathOfTrail(trail, end, options.imported?.get(key))]));
}

/** The path of one account and its tier in every review since it was first seen; null where no review knows it. */
export function pathOf(
  history: readonly RecordedReview[],
  preset: Preset,
  key: string,
  options: PathOptions = {},
): (AccountPath & { readonly reviews: readonly TierStep[] }) | null {
  const reviews = reviewsTo(history, preset, options);
  const own = reviews.map((review) => ({ ...review, entries: entriesOf(review, key) }));
  const path = pathsOf(own, preset, options).get(key);
  if (!path) return null;
  let tier: string | null = null;
  const all = own.map(({ date, entries }): TierStep => {
    const entry = entries.get(key);
    if (entry !== undefined) tier = entry?.finalTier ?? null;
    return { date, tier };
  });
  return { ...path, reviews: all.slice(all.findIndex(({ date }) => date === path.firstSeen)) };
}

function reviewsTo(history: readonly RecordedReview[], preset: Preset, { asOf }: PathOptions): RecordedReview[] {
  const last = asOf === undefined ? Infinity : serialOfIso(asOf);
  if (Number.isNaN(last)) throw new RangeError(`asOf is not a day: ${asOf}`);
  return reviewsOf(history, preset.id).filter(({ date }) => serialOfIso(date) <= last);
}

/** What a review says of one account alone. */
export function entriesOf({ entries }: RecordedReview, key: string): ReadonlyMap<string, Recorded | null> {
  const entry = entries.get(key);
  return new Map(entry === undefined ? [] : [[key, entry]]);
}

interface End {
  /** Day of the last review. */
  readonly date: string | null;
  /** Ids of the tiers, best first. */
  readonly ladder: readonly string[];
}

function endOf(reviews: readonly RecordedReview[], { tiers }: Preset): End {
  return { date: reviews.at(-1)?.date ?? null, ladder: tiers.rungs.map(({ id }) => id) };
}

function pathOfTrail(trail: Trail, { date, ladder }: End, imported: ImportedTiers = {}): AccountPath {
  const { tier, steps, firstIn, firstFlagged, firstSeen, prospectSince, converted } = trail;
  const tiersBefore = [imported.highest, imported.initial].filter((id) => id !== undefined && id !== null);
  const [recorded] = firstIn.keys();
  const held = new Set([...firstIn.keys(), ...tiersBefore]);
  return {
    initial: imported.initial ?? recorded ?? null,
    previous: trail.toldOn === date ? trail.tierBefore : tier,
    current: tier,
    highest: ladder.find((id) => held.has(id)) ?? null,
    steps,
    firstIn,
    firstFlagged,
    firstSeen,
    converted,
    daysToConvert: prospectSince && converted ? serialOfIso(converted) - serialOfIso(prospectSince) : null,
  };
}
