import {
  isoOf,
  type CellValue,
  type ClassStats,
  type Movement,
  type Plan,
  type Preset,
  type RunResult,
  type Score,
  type Scorecard,
  type TierPlan,
} from "../../../../engine/index";
import {
  ALL_TIERS,
  MOVEMENT,
  nowIn,
  SECTIONS,
  SUMMARY_HEADERS,
  SUMMARY_TITLE,
  summarySource,
} from "../../../strings/summary";

/** A header row and the rows below it, all of one width. Strings as people read them; `""` is blank. */
export type Grid = readonly (readonly CellValue[])[];

/** What stands on the sheet `Tier Summary`, wherever on it. */
export interface SummaryContent {
  /** Three rows of three cells: preset; day and source; the review that is compared with. Days are ISO text. */
  readonly title: Grid;
  /** The table `TierSummary`: tiers first, best on top, then segments, who is in no tier, and all tiers together. */
  readonly summary: Grid;
  /** The table `TierMovement`: tiers before by tiers now; null where there is no earlier review. */
  readonly movement: Grid | null;
  /** Of the tiers, best first, as `#RRGGBB`; null for one without. */
  readonly colours: readonly (string | null)[];
}

/** What the summary is made of. */
export interface SummaryFigures {
  readonly run: RunResult;
  readonly scorecard: Scorecard;
  readonly plan: Plan;
  readonly movement: Movement;
  readonly source: { readonly sheet: string; readonly table: string | null };
}

export type SummaryColumn = keyof typeof SUMMARY_HEADERS;
export const SUMMARY_COLUMNS = Object.keys(SUMMARY_HEADERS) as SummaryColumn[];

/** Columns of a summary in which nothing stands below the header, counted from 0. */
export function blankColumns({ cells: [, ...rows] }: { readonly cells: Grid }): number[] {
  return [...SUMMARY_COLUMNS.keys()].filter((at) => rows.every((row) => (row[at] ?? "") === ""));
}

type Row = Partial<Record<SummaryColumn, CellValue | null>>;

/** The summary of a run. A figure that there is none of is a blank cell. */
export function summaryContent({ run, scorecard, plan, movement, source }: SummaryFigures): SummaryContent {
  const { preset, stats } = run;
  const outside = stats.outside;
  const accounts = scorecard.all.count + outside.reduce((sum, { count }) => sum + count, 0);
  const rows: Row[] = [
    ...scorecard.tiers.map((score, tier) => ({
      section: SECTIONS.tier,
      ...scored(score, accounts),
      ...planned(plan.tiers[tier]),
      play: preset.tiers.rungs[tier]?.play?.treatment,
    })),
    ...scorecard.segments.map((score, segment) => ({
      section: SECTIONS.segment,
      ...scored(score, accounts),
      ...aimed(score),
      play: preset.segments?.rungs[segment]?.play?.treatment,
    })),
    ...outside.map((each) => ({ section: SECTIONS.outside, ...counted(each, accounts) })),
    { section: SECTIONS.all, ...scored(scorecard.all, accounts), ...totals(plan), name: ALL_TIERS },
  ];
  const cells = rows.map((row) => SUMMARY_COLUMNS.map((column) => row[column] ?? ""));
  return {
    title: titleOf(run, scorecard.since, accounts, source),
    summary: [Object.values(SUMMARY_HEADERS), ...cells],
    movement: movementOf(preset, movement),
    colours: preset.tiers.rungs.map(({ colour }) => colour ?? null),
  };
}

function titleOf(
  { preset, asOf }: RunResult,
  since: string | null,
  accounts: number,
  source: SummaryFigures["source"],
): Grid {
  return [
    [preset.name, "", ""],
    [SUMMARY_TITLE.asOf, isoOf(asOf), summarySource({ ...source, accounts })],
    [SUMMARY_TITLE.since, since ?? SUMMARY_TITLE.firstReview, ""],
  ];
}

function counted({ label, count, sum, mean }: Pick<ClassStats, "label" | "count" | "sum" | "mean">, accounts: number) {
  return { name: label, accounts: count, accountShare: accounts === 0 ? null : count / accounts, value: sum, mean };
}

function scored(score: Score, accounts: number): Row {
  const { value, share, valueGrowth, retention, conversion } = score;
  const common = counted({ ...score, sum: value }, accounts);
  return { ...common, valueShare: share, growth: valueGrowth, retention, conversion };
}

/** What is aimed at where no plan says more. */
function aimed({ targets: { revenue } }: Score): Row {
  return { target: revenue?.target ?? null, variance: revenue?.variance ?? null };
}

function planned(tier: TierPlan | undefined): Row {
  if (!tier) return {};
  const { seats } = tier;
  return { seatsUsed: seats?.used ?? null, seatsMin: seats?.min ?? null, seatsMax: seats?.max ?? null, ...costs(tier) };
}

function totals({ total }: Plan): Row {
  return costs(total);
}

function costs({ hoursNeeded, hoursAvailable, revenue }: Pick<TierPlan, "hoursNeeded" | "hoursAvailable" | "revenue">) {
  const { expected, target, variance, pipeline, pipelineNeeded } = revenue;
  return { hoursNeeded, hoursAvailable, expected, target, variance, pipeline, pipelineTarget: pipelineNeeded };
}

function movementOf({ tiers: { rungs } }: Preset, movement: Movement): SummaryContent["movement"] {
  const { since, counts, entered, left, leftUnknown } = movement;
  if (since === null) return null;
  const rows = rungs.map(({ label }, was) => [label, ...(counts[was] ?? []), left[was] ?? 0]);
  const fresh = [MOVEMENT.new, ...entered, ""];
  const former = [MOVEMENT.former, ...rungs.map(() => ""), leftUnknown];
  const header = [MOVEMENT.before, ...rungs.map(({ label }) => nowIn(label)), MOVEMENT.left];
  return [header, ...rows, fresh, ...(leftUnknown > 0 ? [former] : [])];
}
