import { GROWING_FLAG } from "../preset/parts";
import type { Run } from "../run";
import { distances } from "../stages/distance";
import { Hold } from "../stages/steadiness";
import type { Alert, AlertCode } from "./alert";
import { upperTiers } from "./alertRules";
import { prospectsOf, type Prospects } from "./conversion";
import { dossierStates, type Dossiers } from "./dossiers";
import { staleness } from "./freshness";
import type { RecordedReview } from "./history";
import { segmentsOfStage } from "./lifeStages";
import type { Subject } from "./subject";

/** What has happened to an account: the code, the tier that its rule is looked up by, and what belongs to the code. */
export interface Happening extends Partial<
  Pick<Alert, "tier" | "cause" | "distance" | "days" | "segment" | "segmentBefore">
> {
  readonly code: AlertCode;
  readonly from: string | null;
  readonly flag?: string;
  /** Of an override that ends: its last day, ISO. */
  readonly until?: string;
}

/** What tells of the run's accounts, beside the run: the measure of the age of their data, and when dossiers were renewed. */
export interface Told {
  readonly dataAge?: string | undefined;
  readonly dossiers?: Dossiers | undefined;
}

/** What has happened to each account of a run since the last review, or is about to, but for overrides. */
export function happenings(
  run: Run,
  history: readonly RecordedReview[],
  { dataAge, dossiers }: Told,
): (subject: Subject) => Happening[] {
  const { preset } = run;
  const { up, down } = distances(preset, run.facts, run.decision.final, run.decision.segments);
  const prospects = prospectsOf(run, history);
  const stages = { prospect: segmentsOfStage(preset, "prospect"), new: segmentsOfStage(preset, "new") };
  const staleAt = staleness(run, dataAge);
  const dossierOf = dossiers && dossierStates(run, dossiers);
  const fallback = fallbacks(run);
  const nearEdge = preset.review?.nearEdge ?? -1;
  const upper = upperTiers(preset);

  return (subject) => {
    const { key, tier, earlier, row } = subject;
    const found: Happening[] = [...moved(subject, numberAt(up.values, row), numberAt(down.values, row))];
    const hasSlipped = found.some(({ code }) => code === "slipped");
    if (row < 0 || tier === null) return found;
    const back = hasSlipped ? undefined : fallback(row);
    if (back !== undefined) found.push({ code: "held", from: tier, distance: back });
    const distance = numberAt(down.values, row);
    if (upper.has(tier) && distance !== null && distance <= nearEdge && standsByRules(run, row)) {
      found.push({ code: "nearEdge", from: tier, distance });
    }
    const days = staleAt(row);
    if (days !== null) found.push({ code: "staleData", from: tier, days });
    const dossier = dossierOf?.(key, tier);
    if (dossier && dossier.state !== "fresh") found.push({ code: "dossierDue", from: tier, days: dossier.days });
    return [...found, ...becameCustomer(subject, prospects, stages), ...newFlags(run, row, tier, earlier?.flags ?? [])];
  };
}

function moved({ move }: Subject, up: number | null, down: number | null): Happening[] {
  if (move?.kind === "down") return [{ code: "slipped", from: move.from, cause: move.cause, distance: up }];
  if (move?.kind === "up") return [{ code: "rose", from: move.from, cause: move.cause, distance: down }];
  return move?.kind === "left" ? [{ code: "left", from: move.from }] : [];
}

/** A prospect that is a customer now, new or not; a New Start that is neither new any more nor a prospect again. */
function becameCustomer(
  { key, row, tier, segment, earlier }: Subject,
  prospects: Prospects | null,
  stages: { readonly prospect: ReadonlySet<string>; readonly new: ReadonlySet<string> },
): Happening[] {
  const segmentBefore = earlier?.segment ?? null;
  const change = { from: tier, segment, segmentBefore };
  if (prospects?.before.has(key) && prospects.isCustomer(row)) return [{ code: "converted", ...change }];
  if (segment === null || segmentBefore === null || !stages.new.has(segmentBefore)) return [];
  return stages.new.has(segment) || stages.prospect.has(segment) ? [] : [{ code: "graduated", ...change }];
}

/** Flags that the last review did not see on it, or did not see it at all. */
function newFlags({ preset, decision }: Run, row: number, tier: string, before: readonly string[]): Happening[] {
  return preset.flags.flatMap(({ id }, i): Happening[] => {
    if (decision.flags[i]?.[row] !== 1 || before.includes(id)) return [];
    return [{ code: id === GROWING_FLAG ? GROWING_FLAG : "flagged", from: tier, flag: id }];
  });
}

/** Whether it is in the tier of the ladder alone: what a hold, a bump, a seat or a person has changed has no edge. */
function standsByRules({ decision }: Run, row: number): boolean {
  return decision.ladder[row] === decision.final[row];
}

/**
 * How far an account that steadiness holds is from where it would not need to be held; null where no number says so,
 * undefined for one that is not held, or that people keep in its tier anyway.
 */
function fallbacks({ preset, facts, decision }: Run): (row: number) => number | null | undefined {
  const { ladder, steadied, final, segments, overriding } = decision;
  let wayBack: Float64Array | null = null;
  return (row) => {
    const hold = steadied.holds[row];
    const position = final[row] ?? -1;
    const isKept = (overriding.exact[row] ?? -1) >= 0 || overriding.floor[row] === position;
    if ((hold !== Hold.inBand && hold !== Hold.failing) || isKept) return undefined;
    if ((ladder[row] ?? -1) !== (steadied.tiers[row] ?? -1) + 1) return null; // the way up leads to a tier between
    wayBack ??= distances(preset, facts, ladder, segments).up.values;
    return numberAt(wayBack, row);
  };
}

function numberAt(values: Float64Array | null, row: number): number | null {
  const value = values?.[row] ?? NaN;
  return Number.isNaN(value) ? null : value;
}
