import type { ClassTotal, PresetDocument, Recorded, RecordedReview } from "../../../../engine/index";
import type { RowKind } from "../../../strings/sheets";
import { compareRecordings } from "./recordings";
import type { ReviewRow } from "./reviews";

/** The reviews that rows tell of, in whatever order they stand, and the rows whose rules cannot be put together. */
export function reviewsIn(rows: readonly ReviewRow[]): { reviews: RecordedReview[]; broken: ReviewRow[] } {
  const broken: ReviewRow[] = [];
  const reviews = lastOfEach(rows).map((own): RecordedReview => {
    const { left, account, tier, segment, rules } = byKind(own);
    const cuts = cutsIn(rules);
    if (cuts === undefined) broken.push(...rules.slice(0, 1));
    const entries = new Map<string, Recorded | null>();
    for (const row of left) entries.set(row.account ?? "", null);
    for (const row of account) entries.set(row.account ?? "", recordedIn(row));
    return {
      preset: own[0]?.preset ?? "",
      date: own[0]?.review ?? "",
      entries,
      tiers: totals(tier, (row) => row.tier),
      segments: totals(segment, (row) => row.segment),
      cuts: cuts ?? null,
    };
  });
  return { reviews, broken };
}

/** Parts and totals in the order in which they were written. */
function byKind(rows: readonly ReviewRow[]): Record<RowKind, ReviewRow[]> {
  const kinds: Record<RowKind, ReviewRow[]> = { account: [], left: [], tier: [], segment: [], rules: [] };
  for (const row of rows) kinds[row.kind].push(row);
  for (const kind of ["tier", "segment", "rules"] as const) kinds[kind].sort((a, b) => (a.part ?? 0) - (b.part ?? 0));
  return kinds;
}

function totals(rows: readonly ReviewRow[], idOf: (row: ReviewRow) => string | null): ClassTotal[] {
  const byId = new Map(rows.map((row) => [idOf(row) ?? "", row]));
  return [...byId].map(([id, { count, value }]) => ({ id, count: count ?? 0, sum: value ?? 0 }));
}

const NO_FLAGS: readonly string[] = [];

function recordedIn(row: ReviewRow): Recorded {
  return {
    ladderTier: row.ladder,
    reachedTier: row.reached,
    isHeld: row.held !== null,
    finalTier: row.tier,
    segment: row.segment,
    failures: row.failures ?? 0,
    value: row.value,
    score: row.score,
    flags: row.flags === null ? NO_FLAGS : row.flags.split(" "),
  };
}

/** Rules from their parts; null where there are none, undefined where one is missing. */
function cutsIn(rules: readonly ReviewRow[]): PresetDocument | null | undefined {
  if (rules.length === 0) return null;
  if (rules.some(({ part }, i) => part !== i + 1)) return undefined;
  try {
    return JSON.parse(rules.map(({ text: part }) => part ?? "").join("")) as PresetDocument; // the engine parses it before it is used
  } catch {
    return undefined;
  }
}

/** The rows of each preset and day that were recorded last. */
function lastOfEach(rows: readonly ReviewRow[]): ReviewRow[][] {
  const byReview = new Map<string, { recording: string; rows: ReviewRow[] }>();
  for (const row of rows) {
    const id = `${row.review} ${row.preset}`; // a day has no space
    const known = byReview.get(id);
    const order = known ? compareRecordings(row.recording, known.recording) : 1;
    if (order > 0) byReview.set(id, { recording: row.recording, rows: [row] });
    else if (order === 0) known?.rows.push(row);
  }
  return [...byReview.values()].map((each) => each.rows);
}
