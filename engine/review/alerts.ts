import type { Run } from "../run";
import { compareCodePoints } from "../table/fold";
import { isoOf, serialOfIso } from "../table/date";
import { happenings, type Happening } from "./accountAlerts";
import { ALERT_CODES, type Alert } from "./alert";
import { rulesOf, upperTiers } from "./alertRules";
import type { Dossiers } from "./dossiers";
import type { RecordedReview } from "./history";
import { movement, type Movement } from "./movement";
import { nextReview } from "./nextReview";
import { overrideHappenings } from "./overrideAlerts";
import { subjects, type Subject } from "./subject";

export interface AlertOptions {
  /** The movement of the same run and history, where it is there already: it costs as much as the run. */
  readonly movement?: Movement | undefined;
  /** Id of the number that says how many days old the data of an account is; else `dataAge`, else the date `updated`. */
  readonly dataAge?: string | undefined;
  /** When the dossier of each account was last renewed, by account key; nobody is told of dossiers without it. */
  readonly dossiers?: Dossiers | undefined;
}

/**
 * What somebody must look at after a run, the most urgent first: what concerns the whole list and the upper tiers, now or
 * before, then the others; among these by severity, day due, tier, value, code and account key.
 *
 * Compared is with the last review under the run's preset that is dated before the run. Overrides are those of the run.
 */
export function alerts(run: Run, history: readonly RecordedReview[], options: AlertOptions = {}): Alert[] {
  const compared = options.movement ?? movement(run, history);
  const { since } = compared;
  const happened = happenings(run, history, options);
  const overridden = overrideHappenings(run, since);
  const told = teller(run, since);
  const found: (Alert | null)[] = [overdueReview(run, since, told)];
  for (const subject of subjects(run, history, compared)) {
    for (const happening of happened(subject)) found.push(told(happening, subject));
    const override = overridden.get(subject.key);
    if (override && subject.row >= 0) found.push(told({ ...override, from: subject.tier }, subject));
  }
  const all = withoutSameNews(found.filter((alert) => alert !== null));
  return all.sort(byUrgency(run));
}

/** Whom a happening is about; nobody is the list as a whole. */
type Teller = (happening: Happening, subject: Subject | null) => Alert | null;

function teller({ preset, asOf }: Run, since: string | null): Teller {
  const ruleOf = rulesOf(preset);
  const raised = isoOf(asOf);
  return ({ code, from, until, ...happening }, subject) => {
    const rule = ruleOf(code, from, happening.flag);
    if (!rule) return null;
    const due = asOf + rule.dueDays;
    return {
      code,
      rule: rule.id,
      key: subject?.key ?? null,
      account: subject?.account ?? null,
      tier: subject?.tier ?? null,
      before: subject?.earlier?.finalTier ?? null,
      severity: rule.severity,
      raised,
      due: isoOf(code === "overrideExpiring" && until !== undefined ? Math.min(due, serialOfIso(until)) : due),
      since,
      value: subject?.value ?? null,
      owner: subject?.owner ?? null,
      ...{ cause: null, distance: null, days: null, segment: null, segmentBefore: null, flag: null },
      ...happening,
    };
  };
}

/**
 * The review that is longest overdue, of those that somebody is told of: that of the list, of all tiers without a cadence of
 * their own, or that of a tier. One alert, since the next review is one of the whole list.
 */
function overdueReview({ preset, asOf }: Run, since: string | null, told: Teller): Alert | null {
  const { rungs } = preset.tiers;
  const own = new Set(Object.keys(preset.review?.cadences ?? {}));
  const whole = rungs.some(({ id }) => !own.has(id)) ? [null] : [];
  const late = [...whole, ...rungs.flatMap(({ id }) => (own.has(id) ? [id] : []))].flatMap((tier) => {
    const next = since === null ? null : nextReview(preset, since, tier ?? undefined);
    const days = next === null ? 0 : asOf - serialOfIso(next);
    return days > 0 ? [{ tier, days }] : [];
  });
  const first = rungs[0]?.id ?? null;
  for (const { tier, days } of late.sort((a, b) => b.days - a.days)) {
    const alert = told({ code: "reviewOverdue", from: tier ?? first, tier, days }, null);
    if (alert) return alert;
  }
  return null;
}

/** One that has risen is not told to be growing as well. */
function withoutSameNews(alerts: readonly Alert[]): Alert[] {
  const risen = new Set(alerts.flatMap(({ code, key }) => (code === "rose" ? [key] : [])));
  return alerts.filter(({ code, key }) => code !== "growing" || !risen.has(key));
}

const SEVERITIES: readonly Alert["severity"][] = ["high", "medium", "low"];

function byUrgency({ preset }: Run): (a: Alert, b: Alert) => number {
  const upper = upperTiers(preset);
  const positions = new Map(preset.tiers.rungs.map(({ id }, position) => [id, position]));
  const tiersOf = ({ tier, before }: Alert) => [tier, before].filter((id) => id !== null);
  const isBehind = (alert: Alert) => (alert.key === null || tiersOf(alert).some((id) => upper.has(id)) ? 0 : 1);
  const best = (alert: Alert) => Math.min(positions.size, ...tiersOf(alert).map((id) => positions.get(id) ?? Infinity));
  return (a, b) =>
    isBehind(a) - isBehind(b) ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    serialOfIso(a.due) - serialOfIso(b.due) ||
    best(a) - best(b) ||
    compareValues(b.value, a.value) ||
    ALERT_CODES.indexOf(a.code) - ALERT_CODES.indexOf(b.code) ||
    compareCodePoints(a.key ?? "", b.key ?? "") ||
    compareCodePoints(a.flag ?? "", b.flag ?? "");
}

/** A missing value is the lowest. */
function compareValues(a: number | null, b: number | null): number {
  const [one, other] = [a ?? -Infinity, b ?? -Infinity];
  return one === other ? 0 : one - other;
}
