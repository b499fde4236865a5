import type { Run } from "../run";
import { serialOfIso, type Serial } from "../table/date";
import { fold } from "../table/fold";
import type { Happening } from "./accountAlerts";

/** How many days before its last day an override is said to expire. */
const EXPIRING_DAYS = 30;

/**
 * What becomes of overrides, by account key: the one that acts and ends first, within 30 days; else, where none acts any
 * more, the one that ended last, unless it had already in the review before (`since`, ISO).
 */
export function overrideHappenings({ inputs, asOf, decision }: Run, since: string | null) {
  const { acting } = decision.overriding;
  const found = new Map<string, Happening>();
  for (const [key, overrides] of acting) {
    const ends = overrides.flatMap(({ until }) => (until === undefined ? [] : [until])).sort(byDay);
    const [until] = ends;
    if (until === undefined || serialOfIso(until) - asOf > EXPIRING_DAYS) continue;
    found.set(key, { code: "overrideExpiring", from: null, days: serialOfIso(until) - asOf, until });
  }
  const lastSeen: Serial = since === null ? -Infinity : serialOfIso(since);
  for (const { account, until } of inputs.overrides) {
    const key = fold(account);
    if (until === undefined || acting.has(key)) continue;
    const days = asOf - serialOfIso(until);
    const isNews = days > 0 && serialOfIso(until) >= lastSeen;
    if (isNews && days < (found.get(key)?.days ?? Infinity)) {
      found.set(key, { code: "overrideExpired", from: null, days, until });
    }
  }
  return found;
}

function byDay(a: string, b: string): number {
  return serialOfIso(a) - serialOfIso(b);
}
