import type { Run } from "../run";
import { compareCodePoints } from "../table/fold";
import { isoOf, serialOfIso } from "../table/date";
import { happenings, type Happening } from "./accountAlerts";
import { ALERT_CODES, type Alert } from "./alert";
import { rulesOf, upperTiers } from "./alertRules";
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
  const happened = happenings(run, history, options.dataAge);
  const overridden = overrideHappenings(run, since);
  const told = teller(run, since);
  const found: (Alert | null)[] = [overdue(run, since, told)];
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
  const whole = preset.tiers.rungs[0]?.id ?? null;
  return ({ code, from, until, ...happening }, subject) => {
    const rule = ruleOf(code, subject ? from : whole, happening.flag);
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

function overdue({ preset, asOf }: Run, since: string | null, told: Teller): Alert | null {
  const next = since === null ? null : nextReview(preset, since);
  if (next === null || serialOfIso(next) >= asOf) return null;
  return told({ code: "reviewOverdue", from: null, days: asOf - serialOfIso(next) }, null);
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
