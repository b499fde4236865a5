import { concentrationOf } from "./concentration";
import { cutCurve, suggestLadderCuts } from "./cuts/cutCurve";
import type { LadderName } from "./cuts/ladderCuts";
import { distancesOf } from "./distancesOf";
import { freeze } from "./freeze";
import type { Alert } from "./review/alert";
import { alerts, type AlertOptions } from "./review/alerts";
import { attention, type AttentionNote } from "./review/attention";
import { changedPaths } from "./review/changedPaths";
import { conversion } from "./review/conversion";
import { customerReason } from "./review/customerReason";
import type { RecordedReview } from "./review/history";
import { edgesOf } from "./review/edges";
import { dossiersDue, type Dossiers } from "./review/dossiers";
import {
  attentionFirst,
  convertedFirst,
  dossiersFirst,
  newStarts,
  rising,
  withoutValueFirst,
  type ShownOptions,
} from "./review/firstOnes";
import { freshnessOf, type FreshnessOptions } from "./review/freshness";
import { lowUse, nearDrops, nearMisses, type LowUse, type NearOptions } from "./review/lists";
import { loudest } from "./review/loudest";
import { missingProducts, type MissingOptions } from "./review/missingProducts";
import { mix } from "./review/mix";
import { moved, type MovedOptions } from "./review/moved";
import { movement, type Movement } from "./review/movement";
import { pathOf, pathsOf, type PathOptions } from "./review/path";
import { pathWithRun } from "./review/pathWithRun";
import { plan, type PlanOptions } from "./review/plan";
import { projectedSegments } from "./review/projected";
import { quality } from "./review/quality";
import { rankInTier } from "./review/rankInTier";
import { recordReview } from "./review/recordReview";
import { reviewOf } from "./review/reviewOf";
import { scorecard } from "./review/scorecard";
import { withoutValue } from "./review/withoutValue";
import type { Run } from "./run";
import { isoOf } from "./table/date";

/** What a question is asked of: the last run of a reading, with the history that it was run with. */
export class Asked {
  #movement: Movement | null = null;
  #alerts: readonly Alert[] | null = null;

  constructor(
    readonly run: Run,
    readonly history: readonly RecordedReview[],
  ) {}

  /** Worked out once, since it costs as much as the run. */
  get movement(): Movement {
    return (this.#movement ??= movement(this.run, this.history));
  }

  /** Those of no options, which several questions go by. Worked out once likewise. */
  get alerts(): readonly Alert[] {
    return (this.#alerts ??= alerts(this.run, this.history, { movement: this.movement }));
  }

  /** ISO day of the run. */
  get day(): string {
    return isoOf(this.run.asOf);
  }
}

type Noted = { readonly notes: readonly AttentionNote[] };
type AskedAlerts = Omit<AlertOptions, "movement">;
/** `withRun`: how accounts stand once the run itself is recorded; by the reviews so far where absent. */
type AskedPaths = Omit<PathOptions, "asOf"> & { readonly withRun?: boolean };

const alertsOf = (asked: Asked, { dataAge, dossiers }: AskedAlerts = {}): readonly Alert[] =>
  dataAge === undefined && dossiers === undefined
    ? asked.alerts
    : alerts(asked.run, asked.history, { dataAge, dossiers, movement: asked.movement });

const reviewsOf = ({ run, history }: Asked, withRun = false) => (withRun ? recordReview(history, run) : history);

/**
 * What can be asked of the last run, by name: options in, answer out, all of it plain data that another thread can send.
 * What a question does and when it throws is said where its function is.
 */
export const QUESTIONS = {
  alerts: alertsOf,
  /** The alerts joined with what people wrote about them. */
  attention: (asked: Asked, { notes, ...options }: AskedAlerts & Noted) =>
    attention(alertsOf(asked, options), notes, asked.day),
  attentionFirst: (asked: Asked, { notes, shown, ...options }: AskedAlerts & Noted & ShownOptions) =>
    attentionFirst(asked.run, attention(alertsOf(asked, options), notes, asked.day), { shown }),
  changedPaths: ({ run, history }: Asked, options: ShownOptions = {}) => changedPaths(run, history, options),
  concentration: ({ run }: Asked) => concentrationOf(run),
  conversion: ({ run, history }: Asked) => conversion(run, history),
  convertedFirst: ({ run, history }: Asked, options: ShownOptions = {}) =>
    convertedFirst(conversion(run, history), options),
  /** Of an input row. */
  customerReason: ({ run }: Asked, { row }: { readonly row: number }) => customerReason(run, row),
  cutCurve: ({ run }: Asked, { ladder }: { readonly ladder: LadderName }) => cutCurve(run, ladder),
  distances: ({ run }: Asked) => distancesOf(run),
  /** Of an input row. */
  edges: ({ run }: Asked, { row }: { readonly row: number }) => edgesOf(run, row),
  dossiersDue: ({ run }: Asked, { dossiers }: { readonly dossiers: Dossiers }) => dossiersDue(run, dossiers),
  dossiersFirst: ({ run }: Asked, { dossiers, shown }: ShownOptions & { readonly dossiers: Dossiers }) =>
    dossiersFirst(dossiersDue(run, dossiers), { shown }),
  freeze: ({ run }: Asked) => freeze(run),
  freshness: ({ run }: Asked, options: FreshnessOptions = {}) => freshnessOf(run, options),
  loudest: ({ run }: Asked, { effort }: Pick<PlanOptions, "effort"> = {}) => loudest(run, effort),
  lowUse: ({ run }: Asked, { by, ...options }: Pick<NearOptions, "tiers" | "shown"> & { readonly by: LowUse }) =>
    lowUse(run, by, options),
  missingProducts: (
    { run }: Asked,
    { products, ...options }: MissingOptions & { readonly products: string | readonly string[] },
  ) => missingProducts(run, products, options),
  mix: ({ run }: Asked, { field, ...options }: { readonly field: string; readonly limit?: number }) =>
    mix(run, field, options),
  moved: (asked: Asked, options: MovedOptions = {}) => moved(asked.run, asked.movement, options),
  movement: (asked: Asked) => asked.movement,
  /** The movement without the accounts behind it, which `moved` names. */
  movementCounts({ movement: { moves: _, ...counts } }: Asked) {
    return counts;
  },
  nearDrops: ({ run }: Asked, options: NearOptions = {}) => nearDrops(run, options),
  nearMisses: ({ run }: Asked, options: NearOptions = {}) => nearMisses(run, options),
  newStarts: ({ run }: Asked, options: ShownOptions = {}) => newStarts(run, options),
  /** Of one account, by its key; null where no review knows it. */
  path: ({ run, history, day }: Asked, { key, withRun, ...options }: AskedPaths & { readonly key: string }) =>
    withRun
      ? pathWithRun(history, run, key, { ...options, asOf: day })
      : pathOf(history, run.preset, key, { ...options, asOf: day }),
  paths: (asked: Asked, { withRun, ...options }: AskedPaths = {}) =>
    pathsOf(reviewsOf(asked, withRun), asked.run.preset, { ...options, asOf: asked.day }),
  plan: ({ run }: Asked, options: PlanOptions = {}) => plan(run, options),
  projectedSegments: ({ run }: Asked, { stage }: { readonly stage?: "new" | "prospect" } = {}) =>
    projectedSegments(run, stage),
  quality: ({ run }: Asked) => quality(run),
  rankInTier: ({ run }: Asked) => rankInTier(run),
  /** The run as a review of its day, with every account: what is to be recorded. */
  review: ({ run }: Asked) => reviewOf(run),
  rising: (asked: Asked, options: ShownOptions = {}) => rising(asked.run, asked.alerts, options),
  scorecard: ({ run, history }: Asked) => scorecard(run, history),
  suggestCuts: ({ run }: Asked, { ladder }: { readonly ladder: LadderName }) => suggestLadderCuts(run, ladder),
  withoutValue: ({ run }: Asked) => withoutValue(run),
  withoutValueFirst: ({ run }: Asked, options: ShownOptions = {}) => withoutValueFirst(run, options),
};

type Questions = typeof QUESTIONS;
export type Question = keyof Questions;
/** What follows the name of a question: its options, if it has any. */
export type OptionsOf<Name extends Question> =
  Parameters<Questions[Name]> extends [Asked, ...infer Options] ? Options : never;
export type AnswerTo<Name extends Question> = ReturnType<Questions[Name]>;

/** Asks by name. Throws where the question is none, or what its function throws. */
export function answerTo<Name extends Question>(
  asked: Asked,
  question: Name,
  ...options: OptionsOf<Name>
): AnswerTo<Name> {
  if (!Object.hasOwn(QUESTIONS, question)) throw new ReferenceError(`no question ${question}`);
  const answer: (asked: Asked, ...options: never) => unknown = QUESTIONS[question];
  return answer(asked, ...(options as never)) as AnswerTo<Name>; // as the table says
}
