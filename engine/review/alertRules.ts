import { OWNER_FIELD } from "../preset/parts";
import type { Preset } from "../preset/schema";
import { ALERT_CODES, type AlertCode, type AlertSeverity } from "./alert";

/** How an alert is told. */
export interface AlertRule {
  /** Id of the preset's alert; null where it is our own. */
  readonly id: string | null;
  readonly severity: AlertSeverity;
  /** Days until somebody must have looked. */
  readonly dueDays: number;
}

/** Where a preset names no such alert: in the upper tiers, and elsewhere; null where nobody is told. */
interface Default {
  readonly upper: Omit<AlertRule, "id"> | null;
  readonly lower: Omit<AlertRule, "id"> | null;
}

const soon = { severity: "high", dueDays: 5 } as const;
const usual = { severity: "medium", dueDays: 10 } as const;
const whenever = { severity: "low", dueDays: 30 } as const;

/** Ours, to be changed by naming the alert in the preset. Moves within the list are told only where a preset names them. */
const DEFAULTS: Partial<Record<AlertCode, Default>> = {
  left: { upper: soon, lower: whenever },
  overrideExpired: { upper: usual, lower: usual },
  overrideExpiring: { upper: usual, lower: usual },
  reviewOverdue: { upper: { ...usual, dueDays: 5 }, lower: null },
  nearEdge: { upper: usual, lower: null },
  staleData: { upper: usual, lower: whenever },
  dossierDue: { upper: usual, lower: whenever },
  converted: { upper: usual, lower: usual },
  graduated: { upper: usual, lower: usual },
};

/** Alerts that are told as another one is, where the preset does not name them. */
const AS: Partial<Record<AlertCode, AlertCode>> = { held: "slipped", growing: "rose" };

/** Tiers that come before the others: the first two, but never the last one of a ladder. */
export function upperTiers({ tiers }: Preset): ReadonlySet<string> {
  return new Set(tiers.rungs.slice(0, Math.min(2, tiers.rungs.length - 1)).map(({ id }) => id));
}

type OwnAlert = NonNullable<Preset["review"]>["alerts"][number];

/** Which rule an account's alert is told by: looked up by code and tier; null where it is not told. */
export type RuleOf = (code: AlertCode, tier: string | null, flag?: string) => AlertRule | null;

/**
 * The rules of a preset: its own alerts first. One is about what it says (`on`, `flag`), else about the code that its id is,
 * or begins with before another word (`slippedTier2`), else about the flag of its id; of those the first whose `from` has
 * the tier tells it.
 */
export function rulesOf(preset: Preset): RuleOf {
  const own = preset.review?.alerts ?? [];
  const upper = upperTiers(preset);
  const named = (code: AlertCode, flag?: string) => own.filter((alert) => isAbout(alert, code, flag));
  return (code, tier, flag) => {
    const other = AS[code];
    const alerts = named(code, flag);
    const told = alerts.length === 0 && other ? named(other) : alerts;
    if (told.length > 0) return told.find(({ from }) => from.some((id) => id === tier)) ?? null;
    const rule = DEFAULTS[code]?.[tier !== null && upper.has(tier) ? "upper" : "lower"];
    return rule ? { id: null, ...rule } : null;
  };
}

/** What an alert of a preset is about: what it says, else the code that its id names, else the flag of its id. */
export function alertSubject({ id, on, flag }: AlertName): { readonly code: AlertCode; readonly flag: string | null } {
  if (on !== undefined) return { code: on, flag: flag ?? null };
  const code = ALERT_CODES.find((each) => isNamed(id, each));
  return code === undefined ? { code: "flagged", flag: id } : { code, flag: null };
}

/** The part of an alert that says what it is about. */
interface AlertName {
  readonly id: string;
  readonly on?: AlertCode | undefined;
  readonly flag?: string | undefined;
}

function isAbout(alert: OwnAlert, code: AlertCode, flag: string | undefined): boolean {
  if (alert.on === "flagged") return flag !== undefined && alert.flag === flag; // also that of growth, which has its own code
  const subject = alertSubject(alert);
  return subject.code === code && (code !== "flagged" || subject.flag === flag);
}

function isNamed(id: string, code: AlertCode): boolean {
  return id.startsWith(code) && !/^[a-z]/.test(id.slice(code.length));
}

/** The field that says whose an account is; null where the preset has none. */
export function ownerField({ fields }: Preset): string | null {
  return fields.get(OWNER_FIELD)?.type === "text" ? OWNER_FIELD : null;
}
