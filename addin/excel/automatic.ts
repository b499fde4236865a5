import { systemClock, type Clock } from "./clock";
import type { Outcome, Problem, ProblemCode } from "./problem";
import { dayOf } from "./record";
import type { Source } from "./source";
import type { Tiered, Tiering } from "./tiering";
import { concerns, type Edit, type Editor, type Unwatch } from "./watch";

/**
 * Where automatic refresh stands. `current`: nothing is to do, with what the last refresh came to · `pending`: the user
 * has edited something · `stale`: a co-author has, which their own add-in may follow; the user's next edit, or a click,
 * brings the tiers up to date · `stopped`: it has switched itself off, and a person is needed.
 */
export type AutomaticState =
  | { readonly kind: "current"; readonly last: Tiered }
  | { readonly kind: "pending" | "running" | "stale" }
  | { readonly kind: "stopped"; readonly problem: Problem };

export interface AutomaticOptions {
  /** The analyst's own day, ISO. */
  today(): string;
  onState(state: AutomaticState): void;
  readonly clock?: Clock;
}

/** Switches it off; settles when nothing of it is under way any more. */
export type Disarm = () => Promise<void>;

/** Edits follow each other: wait this long for the next one. */
const SETTLED_MS = 400;
/** After what passes by itself, and how often in a row. */
const RETRY_MS = 5_000;
const MOST_RETRIES = 3;

/** What passes by itself where nothing was left half-done. */
const PASSING = new Set<ProblemCode>([
  ...(["rows-moved", "target-edited", "ActivityLimitReached", "Conflict", "ConnectionFailure"] as const),
  ...(["InvalidOperationInCellEditMode", "RequestAborted", "ServiceNotAvailable", "Timeout"] as const),
]);

/**
 * Refreshes the tiers of a source after each edit of the user's own, for as long as this session lasts and until it is
 * switched off. Never switched on but by a call of this, which refreshes at once: where that is refused, so is this.
 *
 * Edits that follow each other are waited for. One run is under way at most, and edits meanwhile lead to exactly one more.
 * Edits by co-authors and our own writes are not followed.
 */
export async function automaticRefresh(
  tiering: Pick<Tiering, "find" | "watch" | "refresh">,
  recordId: string,
  { today, onState, clock = systemClock }: AutomaticOptions,
): Promise<Outcome<Disarm>> {
  const found = await tiering.find({ by: "record", id: recordId });
  if (!found.ok) return found;
  let record = found.value.record;
  let last: Tiered | null = null;
  let watched: { readonly place: string; readonly stop: Unwatch } | null = null;
  let stopTimer: () => void = () => undefined;
  let running: Promise<unknown> | null = null;
  let [isOver, hasEdits, hasOthersEdits, retries] = [false, false, false, 0];

  function onEdit(edit: Edit, by: Editor): void {
    if (isOver || (last && !concerns(edit, last.plan))) return;
    if (by === "user") {
      hasEdits = true;
      if (!running) waitFor(SETTLED_MS);
    } else {
      hasOthersEdits = true;
      if (!running && !hasEdits) onState({ kind: "stale" });
    }
  }

  function waitFor(ms: number): void {
    stopTimer();
    stopTimer = clock.after(ms, () => void (running = run().finally(() => (running = null))));
    onState({ kind: "pending" });
  }

  async function run(): Promise<void> {
    onState({ kind: "running" });
    const outcome = await refreshed();
    if (isOver) return;
    if (!outcome.ok) {
      const { code, written } = outcome.problem;
      const isWhole = written === "nothing" || written === "restored";
      if (!isWhole || !PASSING.has(code) || retries === MOST_RETRIES) return stopFor(outcome.problem);
      retries++;
      return waitFor(RETRY_MS);
    }
    retries = 0;
    if (hasEdits) waitFor(SETTLED_MS);
    else onState(hasOthersEdits ? { kind: "stale" } : { kind: "current", last: outcome.value });
  }

  async function refreshed(): Promise<Outcome<Tiered>> {
    [hasEdits, hasOthersEdits] = [false, false];
    const outcome = await tiering.refresh(recordId, record ? dayOf(record, today()) : today());
    if (!outcome.ok || isOver) return outcome;
    ({ record } = last = outcome.value);
    const watching = await watchOver(outcome.value.plan.source);
    return watching.ok ? outcome : watching;
  }

  /** Where the accounts have other rows than those that are watched, edits may have been missed: they are read once more. */
  async function watchOver(source: Source): Promise<Outcome<void>> {
    const { sheet, headerRow, firstColumn, rows, columns } = source;
    const place = JSON.stringify([sheet.id, headerRow, firstColumn, rows, columns]);
    if (watched?.place === place) return { ok: true, value: undefined };
    const watching = await tiering.watch(source, onEdit);
    if (!watching.ok) return watching;
    if (watched) hasEdits = true;
    await watched?.stop();
    watched = { place, stop: watching.value };
    return { ok: true, value: undefined };
  }

  async function end(): Promise<void> {
    isOver = true;
    stopTimer();
    await watched?.stop();
    watched = null;
  }

  async function stopFor(problem: Problem): Promise<void> {
    await end();
    onState({ kind: "stopped", problem });
  }

  const watching = await watchOver(found.value.source);
  if (!watching.ok) return watching;
  const first = await refreshed();
  if (!first.ok) {
    await end();
    return first;
  }
  if (hasEdits) waitFor(SETTLED_MS);
  else onState({ kind: "current", last: first.value });
  return {
    ok: true,
    value: async () => {
      isOver = true;
      stopTimer();
      await running;
      await end();
    },
  };
}
