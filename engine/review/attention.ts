import { compareCodePoints, fold } from "../table/fold";
import { serialOfIso } from "../table/date";
import type { Alert, AlertCode } from "./alert";
import type { AttentionReason, AttentionStatus } from "./reasons";

/** What is kept about an alert: when it was raised, and what people have written. Days are ISO. */
export interface AttentionNote {
  /** Its name, or its key; null for the list as a whole. */
  readonly account: string | null;
  readonly code: AlertCode;
  /** Id of the flag, of a `growing` or `flagged` account. */
  readonly flag: string | null;
  readonly raised: string;
  /** When somebody must have looked. */
  readonly due: string;
  /** Who looks after it. */
  readonly owner: string | null;
  readonly status: AttentionStatus;
  readonly reason: AttentionReason | null;
  /** Day on which it was done or dismissed; null where it is neither, or nobody wrote the day. */
  readonly resolved: string | null;
}

export interface AttentionItem extends AttentionNote {
  /** Still to be looked at, and its day has passed. */
  readonly isOverdue: boolean;
  /** The alert as it is told now; null where it is told no more. */
  readonly alert: Alert | null;
}

/**
 * The alerts of a day joined with what was kept about earlier ones: an item for each, told by account, code and flag.
 *
 * One that is still to be looked at is kept as it is, also when its alert is told no more; only people close it. One that
 * was done or dismissed stays so until its alert is told on a later day anew, see `isAnew`: then it is open again, with the
 * new days and its owner, without the reason. No note is dropped: of several about the same thing one still to be looked at
 * is the item, else the one raised last, and the others stay beside it.
 *
 * Those to be looked at come first, in the order of the alerts, those whose alert is told no more behind them by the day
 * they are due; then the resolved ones, the last first.
 */
export function attention(alerts: readonly Alert[], previous: readonly AttentionNote[], asOf: string): AttentionItem[] {
  const day = serialOfIso(asOf);
  if (Number.isNaN(day)) throw new RangeError(`asOf is not a day: ${asOf}`);
  const told = new Map(alerts.map((alert) => [identity(alert), alert]));
  const places = new Map([...told.keys()].map((id, place) => [id, place]));
  const latest = new Map<string, AttentionNote>();
  for (const note of previous) {
    const id = identity(note);
    const other = latest.get(id);
    if (!other || comesBefore(note, other)) latest.set(id, note);
  }
  const notes = previous.map((note) => {
    const alert = told.get(identity(note));
    return alert && latest.get(identity(note)) === note && isAnew(alert, note) ? reopened(note, alert) : note;
  });
  const raised = [...told].flatMap(([id, alert]) => (latest.has(id) ? [] : [noteOf(alert)]));
  const items = [...notes, ...raised].map((note): AttentionItem => {
    const isOverdue = isUnresolved(note) && serialOfIso(note.due) < day;
    return { ...note, isOverdue, alert: told.get(identity(note)) ?? null };
  });
  return items.sort((a, b) => compareItems(a, b, (item) => places.get(identity(item)) ?? Infinity));
}

/** Who and what a note or an alert is about. */
function identity({ account, code, flag }: Pick<AttentionNote, "account" | "code" | "flag">): string {
  return JSON.stringify([account === null ? null : fold(account), code, flag]);
}

function noteOf({ account, code, flag, raised, due, owner }: Alert): AttentionNote {
  return { account, code, flag, raised, due, owner, status: "open", reason: null, resolved: null };
}

function reopened(note: AttentionNote, { raised, due, owner }: Alert): AttentionNote {
  return { ...note, raised, due, owner: note.owner ?? owner, status: "open", reason: null, resolved: null };
}

function isUnresolved({ status }: Pick<AttentionNote, "status">): boolean {
  return status === "open" || status === "in-progress";
}

/** Alerts of what is so for a while, and not of what has happened once since the last review. */
const LASTING: ReadonlySet<AlertCode> = new Set(["held", "nearEdge", "staleData", "dossierDue", "overrideExpiring"]);

/**
 * Whether an alert is news after its item was resolved: told on a later day, against a review that is no earlier than the
 * item was raised; until that review it is the same move, told again. What lasts must have outlasted a review since then.
 */
function isAnew({ code, raised, since }: Alert, note: AttentionNote): boolean {
  if (isUnresolved(note) || since === null) return false;
  const resolved = serialOfIso(note.resolved ?? note.raised);
  const seen = LASTING.has(code) ? resolved : serialOfIso(note.raised);
  return serialOfIso(raised) > resolved && serialOfIso(since) >= seen;
}

/** Of two notes about the same: whether the first is the item. */
function comesBefore(note: AttentionNote, other: AttentionNote): boolean {
  if (isUnresolved(note) !== isUnresolved(other)) return isUnresolved(note);
  return serialOfIso(note.raised) > serialOfIso(other.raised);
}

function compareItems(a: AttentionItem, b: AttentionItem, placeOf: (item: AttentionItem) => number): number {
  const [isFirst, isSecond] = [isUnresolved(a), isUnresolved(b)];
  if (isFirst !== isSecond) return isFirst ? -1 : 1;
  const byPlace = placeOf(a) === placeOf(b) ? 0 : placeOf(a) - placeOf(b);
  const byDay = isFirst ? byPlace || daysBetween(a.due, b.due) : daysBetween(b.resolved, a.resolved);
  return (
    byDay ||
    daysBetween(b.raised, a.raised) ||
    compareCodePoints(fold(a.account ?? ""), fold(b.account ?? "")) ||
    compareCodePoints(a.code, b.code) ||
    compareCodePoints(a.flag ?? "", b.flag ?? "")
  );
}

/** A day that nobody wrote is before all others. */
function daysBetween(a: string | null, b: string | null): number {
  return (a === null ? 0 : serialOfIso(a)) - (b === null ? 0 : serialOfIso(b));
}
