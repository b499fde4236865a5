export { parsePreset, PRESET_CODES, type PresetCode, type PresetIssue, type PresetResult } from "./preset/gate";
export {
  presetDocument,
  type FieldSpec,
  type Preset,
  type PresetDocument,
  type SegmentRung,
  type TierRung,
} from "./preset/schema";
export { dependsOnDay } from "./measures/registry";
export { readables, type Readable } from "./preset/values";
export { isLabel } from "./preset/parts";
export { BUILT_IN } from "./preset/builtin/registry";
export { builtInPresets } from "./preset/builtin/onDemand";
export { canonical, hash } from "./preset/hash";
export { bindFields, type Binding, type BindOptions } from "./table/headers";
export { findHeader, headerAt, SEARCHED_ROWS, type Header, type HeaderPlace } from "./table/findHeader";
export { RowKind, type RowKinds } from "./table/rowKinds";
export {
  readTable,
  tableBuilder,
  ACCOUNT_FIELD,
  accountKey,
  type BuildOptions,
  type Table,
  type TableBuilder,
  type TableOptions,
  type TableResult,
} from "./table/table";
export { Workspace, type Buffers, type Lease } from "./workspace";
export { editTable } from "./edited/editTable";
export { fold } from "./table/fold";
export { yesOrNo } from "./table/textReader";
export { ENGLISH_SIGNS, numberInText, type NumberSigns } from "./table/number";
export { dateInText, DAYS_TO_1904, isoOf, isSerial, serialOfIso, type DateOrder, type Serial } from "./table/date";
export { emptyKind, textOf, type CellValue, type ColumnCells } from "./table/cell";
export { resultOf } from "./result";
export { run, type FlagColumn, type Run, type RunOptions, type RunResult } from "./run";
export { scoreMeasure, valueMeasure } from "./valueMeasure";
export type { Classes } from "./classes";
export { freeze, type Frozen, type SplitTie } from "./freeze";
export { distancesOf, type RowDistances } from "./distancesOf";
export type { Distance } from "./stages/distance";
export type { Override } from "./stages/overrides";
export type { Seats } from "./stages/capacity";
export type { ClassTotal, Recorded, RecordedReview, Review, Standing } from "./review/history";
export type { Cause } from "./review/cause";
export { movement, type Move, type Movement } from "./review/movement";
export { plan, type Plan, type PlanOptions, type PlanTotal, type TierPlan } from "./review/plan";
export type { RevenuePlan } from "./review/revenuePlan";
export { loudest, type LoudAccount, type Loudest } from "./review/loudest";
export { ALERT_CODES, type Alert, type AlertCode, type AlertSeverity } from "./review/alert";
export { alerts, type AlertOptions } from "./review/alerts";
export { alertSubject } from "./review/alertRules";
export { attention, type AttentionItem, type AttentionNote } from "./review/attention";
export { ATTENTION_REASONS, ATTENTION_STATUSES, type AttentionReason, type AttentionStatus } from "./review/reasons";
export { nextReview } from "./review/nextReview";
export { dossiersDue, type DossierDue, type Dossiers } from "./review/dossiers";
export { freshnessOf, type Freshness, type FreshnessOptions, type StaleAccount } from "./review/freshness";
export { importedTiers, type Imported } from "./review/importedTiers";
export { pinned, type Pinned } from "./review/pinned";
export { compare, type Difference } from "./review/compare";
export { projectedSegments } from "./review/projected";
export { pathWithRun } from "./review/pathWithRun";
export { pathOf, pathsOf, type AccountPath, type ImportedTiers, type PathOptions } from "./review/path";
export { scorecard, type Scorecard } from "./review/scorecard";
export type { Score, Target, Targets } from "./review/score";
export type { Flow } from "./review/flow";
export { conversion, type Conversion, type Converted } from "./review/conversion";
export { mix, type Mix, type MixColumn, type Mixed, type MixRow } from "./review/mix";
export { quality, type FieldQuality, type GroupQuality, type Quality } from "./review/quality";
export type { Lack } from "./review/lack";
export { withoutValue, type WithoutValue } from "./review/withoutValue";
export { lowUse, nearDrops, nearMisses } from "./review/lists";
export type { LowUse, LowUseEntry, NearEdge, NearOptions } from "./review/lists";
export { edgesOf, type Edge, type Edges } from "./review/edges";
export type { List, Listed } from "./review/listed";
export { missingProducts } from "./review/missingProducts";
export type { MissingOptions, MissingProducts, WithoutProducts } from "./review/missingProducts";
export { rankInTier } from "./review/rankInTier";
export { customerReason, type CustomerCode } from "./review/customerReason";
export { familyOfField, type Family } from "./review/families";
export { addReview, recordReview } from "./review/recordReview";
export { reviewOf } from "./review/reviewOf";
export type { TierStep } from "./review/trail";
export type { Step } from "./steps";
export { onDemand } from "./onDemand";
export { inProcess, type Answer, type Block, type Engine, type Reading, type RunInputs, type ToRead } from "./reading";
export type { AnswerTo, OptionsOf, Question } from "./questions";
export type { ColumnKind, ResultColumn, WhyColumn } from "./columns/column";
export { whyAt, type Whys } from "./columns/whys";
export { whyOf, type Why, type WhyGate, type WhyReason, type WhyRung } from "./why";
export { isDate } from "./measures/dates";
export { EXCLUDED, UNRATED } from "./words";
export { explain, type Climb, type Explanation, type Gate } from "./explain";
export type { Reason } from "./conditions/registry";
export type { ClassStats, TierStats } from "./stats";
export { concentration, concentrationOf, concentrationRatio, type Concentration } from "./concentration";
export { cutCurve, suggestLadderCuts, type CurveCut, type CurvePoint, type CutCurve } from "./cuts/cutCurve";
export { ladderCuts, type LadderCut, type LadderCuts, type LadderName } from "./cuts/ladderCuts";
export { suggestCuts, type CutOptions, type SuggestedCuts } from "./cuts/suggestCuts";
export type { Cut, CutClass, CutMethod, CutProposal } from "./cuts/proposal";
export { ISSUE_CODES, type Issue, type IssueCode, type Severity } from "./issue";
