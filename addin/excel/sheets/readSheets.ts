import { hash, type Preset, type Recorded, type RecordedReview, type RunInputs } from "../../../engine/index";
import { cellAddress } from "../address";
import { askTables, type FoundTable } from "./tables/findTable";
import { keptOverride, OVERRIDES, overridesFor, overridesPrint, type KeptOverride } from "./overrides/overrides";
import type { SheetIssue } from "./tables/readRows";
import { readTable, type ReadTable } from "./tables/readTable";
import { REVIEWS } from "./history/reviews";
import { reviewsIn } from "./history/reviewsIn";

/** What our sheets tell a run. */
export interface SheetsRead {
  readonly overrides: readonly KeptOverride[];
  /** Of every preset. */
  readonly history: readonly RecordedReview[];
  /** Rows that were left out. */
  readonly issues: readonly SheetIssue[];
  /** The table of reviews as it stood, for whoever adds one; null where there is none, or it was not read. */
  readonly log: StandingLog | null;
}

export interface StandingLog {
  readonly found: FoundTable;
  /** As of `ReadRows`. */
  readonly keys: string;
  readonly recordings: ReadonlySet<string>;
}

export const NO_SHEETS: SheetsRead = { overrides: [], history: [], issues: [], log: null };

/**
 * Asks whether there are sheets that a run goes by; the answer is there after the next sync, which is sent anyway, and
 * reads them then. Where there are none nothing more is sent. History, which can be long, is read where it is needed.
 */
export function askSheets(context: Excel.RequestContext, { history }: { history: boolean }): () => Promise<SheetsRead> {
  const asked = askTables(context, [OVERRIDES.name, ...(history ? [REVIEWS.name] : [])]);
  return async () => {
    const there = asked();
    if (there.size === 0) return NO_SHEETS;
    const overrides = there.has(OVERRIDES.name) ? await readTable(context, OVERRIDES) : null;
    const reviews = there.has(REVIEWS.name) ? await readTable(context, REVIEWS) : null;
    const told = reviews && reviewsOf(reviews);
    return {
      overrides: overrides?.rows.map(({ row }) => keptOverride(row)) ?? [],
      history: told?.reviews ?? [],
      issues: [...(overrides?.issues ?? []), ...(told?.issues ?? [])],
      log: reviews && {
        found: reviews.found,
        keys: reviews.keys,
        recordings: new Set(reviews.rows.map(({ row }) => row.recording)),
      },
    };
  };
}

/** The reviews of the log, and what is wrong with it. */
export function reviewsOf({ found, rows, issues }: ReadTable<(typeof REVIEWS)["columns"]>) {
  const { reviews, broken } = reviewsIn(rows.map(({ row }) => row));
  const ofRules = broken.map((row): SheetIssue => {
    const position = found.positions["text"] ?? 0;
    const at = rows.find((each) => each.row === row)?.at ?? 0;
    return {
      sheet: found.sheet.name,
      address: cellAddress(found.headerRow + 1 + at, found.firstColumn + position),
      header: found.headers[position] ?? "",
      expects: "rules",
      found: row.text ?? "",
    };
  });
  return { reviews, issues: [...issues, ...ofRules] };
}

/** What a run under a preset goes by. */
export function inputsOf(preset: Preset, asOf: string, { overrides, history }: SheetsRead): RunInputs {
  return { asOf, overrides: overridesFor(preset, overrides), history };
}

/**
 * Fingerprint of all that a run has read: its cells, and behind them what our sheets told it, if they did. Of reviews only
 * those before the day count, and only where the preset goes by them.
 */
export function printOfInputs(cells: string, preset: Preset, asOf: string, sheets: SheetsRead): string {
  const overrides = overridesPrint(preset, sheets.overrides, asOf);
  const earlier = goesByHistory(preset)
    ? sheets.history.filter((review) => review.preset === preset.id && review.date < asOf)
    : [];
  const history = earlier.length === 0 ? "" : printOfReviews(earlier);
  return overrides === "" && history === "" ? cells : [cells, overrides, history].join(":");
}

function printOfReviews(reviews: readonly RecordedReview[]): string {
  const byDay = [...reviews].sort((a, b) => (a.date < b.date ? -1 : 1));
  return hash(JSON.stringify(byDay.map(({ date, entries }) => [date, [...entries].map(standing).sort()])));
}

/** What a later run goes by of an account. */
function standing([key, entry]: readonly [string, Recorded | null]): string {
  if (!entry) return key;
  const { ladderTier, reachedTier, isHeld, finalTier, segment, failures, flags } = entry;
  return [key, ladderTier, reachedTier, isHeld, finalTier, segment, failures, ...flags].join("\t");
}

/** Whether tiers or columns of a preset depend on earlier reviews. */
export function goesByHistory({ steadiness, tiers, columns }: Preset): boolean {
  return (
    steadiness !== undefined ||
    tiers.rungs.some(({ capacity }) => capacity !== undefined) ||
    (columns ?? []).some((column) => OF_HISTORY.has(column))
  );
}

const OF_HISTORY: ReadonlySet<string> = new Set(["movement", "initial", "previous", "highest", "nextReview"]);
