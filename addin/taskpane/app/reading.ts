import type { Preset } from "../../../engine/index";
import type { Outcome, Problem } from "../../excel/problem";
import type { Where } from "../../excel/tiering";
import { concerns } from "../../excel/watch";
import { gatherEdits } from "./edits";
import { isLoss } from "./loss";
import type { Services } from "./services";
import { choicesFor, isAutomaticBusy, placeOf, type Choices, type Found } from "./state";
import type { Store } from "./store";
import { createWatch } from "./sourceWatch";

/** From a place to a preview of it, watched for edits. */
export interface Reading {
  /**
   * Looks what is at a place, and previews it with what is chosen. The last call wins: what was still being read is let
   * go. While something is written nothing is read; that is done afterwards.
   */
  at(where: Where): Promise<void>;
  /** The same accounts again. */
  again(): Promise<void>;
  /**
   * The same cells under what is chosen now, without a look at the sheet. Calls that come while one is at work are answered by
   * one more, by what is chosen then.
   */
  revise(): Promise<void>;
  /**
   * Reads again where what is shown is not fresh, where rows or headers are other ones than those that were read, or where
   * the workbook has changed since and the tiers no longer follow from its cells. Where automatic refresh is at work, they
   * are read when it is done instead.
   */
  check(): Promise<void>;
  cancel(): void;
  close(): Promise<void>;
}

/** Edits follow each other: wait this long for the next one. */
const SETTLED_MS = 400;
/** Larger sources are not read again by themselves after an edit. */
const MOST_ROWS_AT_ONCE = 20_000;

export function createReading({ tiering }: Services, store: Store): Reading {
  let current: AbortController | null = null;
  let hasEdits = false;
  let revising: Promise<void> | null = null;
  let isAskedAgain = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const handOver = gatherEdits((edits) => {
    store.send({ type: "edited", edits });
    clearTimeout(timer);
    timer = setTimeout(afterEdit, SETTLED_MS);
  });
  const watch = createWatch(tiering, (edit) => {
    const { preview, isFresh } = store.get();
    if (preview && isFresh && !concerns(edit, preview.plan)) return;
    hasEdits = true;
    handOver(edit);
  });

  async function at(where: Where): Promise<void> {
    if (isWriting()) return;
    current?.abort();
    clearTimeout(timer);
    const { signal } = (current = new AbortController());
    store.send({ type: "working", work: { kind: "reading", done: 0, of: 0 } });
    const outcome = await found(where);
    if (signal.aborted) return;
    if (!outcome.ok) return fail(outcome.problem, where);
    const there: Found = outcome.value;
    const { preset, choices, isNew } = chosen(there, where);
    if (!preset) return store.send({ type: "rested" });
    const { record } = there;
    if (isNew && record?.isDayFixed) store.send({ type: "day", asOf: record.asOf, isChosen: true });
    store.send({ type: "found", found: there, preset, choices });
    await watch.over(there.source, signal);
    if (signal.aborted) return;
    hasEdits = false;
    const { asOf, isDayChosen: isDayFixed } = store.get();
    const request = { where: pinned(there), preset, ...choices, asOf, isDayFixed };
    const previewed = await tiering.preview(request, {
      signal,
      onRows: (done, of) => !signal.aborted && store.send({ type: "working", work: { kind: "reading", done, of } }),
    });
    if (signal.aborted) return;
    if (!previewed.ok) return fail(previewed.problem, where);
    store.send({ type: "previewed", preview: previewed.value, isEdited: hasEdits });
  }

  function isWriting(): boolean {
    const { work } = store.get();
    return work !== null && work.kind !== "reading";
  }

  /** Accounts whose first run was undone have no record any more, and still stand where they stood. */
  async function found(where: Where): Promise<Outcome<Found>> {
    const { found: before, preset, choices } = store.get();
    const search = preset ? { preset, mapping: choices.mapping } : undefined;
    const outcome = await tiering.find(where, search);
    const isForgotten = !outcome.ok && outcome.problem.code === "source-never-tiered";
    return isForgotten && before ? tiering.find({ by: "source", source: before.source }, search) : outcome;
  }

  /**
   * What is selected decides the preset where it was tiered before; else what the analyst chose stays, and so does what is
   * being edited. Columns that were guessed are chosen once they were applied, so that none takes the place of one that is
   * renamed.
   */
  function chosen(there: Found, where: Where): { preset: Preset | null; choices: Choices; isNew: boolean } {
    const { preset, presets, choices, draft, found: before } = store.get();
    const isNew = where.by === "selection" || before === null;
    const isOther = isNew && placeOf(before) !== placeOf(there);
    const isOpenChoice = isOther || (choices.mapping.size === 0 && choices.dateOrder === null);
    if ((!isNew || draft) && preset)
      return { preset, choices: isOpenChoice ? choicesFor(there, preset) : choices, isNew };
    const applied = presets.find(({ id }) => id === there.record?.preset.id);
    const next = applied?.state === "ok" ? applied.preset : preset;
    return { preset: next, choices: next ? choicesFor(there, next) : choices, isNew };
  }

  /** What Excel could not do for the moment loses nothing, nor does a selection that is no accounts. */
  function fail(problem: Problem, { by }: Where): void {
    const isUnmapped = problem.code === "fields-unmapped"; // of accounts that are there
    const isPassing = !isLoss(problem) || (by === "selection" && !isUnmapped);
    if (store.get().found === null || !isPassing) {
      return store.send({ type: "refused", problem, isLost: !isUnmapped });
    }
    store.send({ type: "rested" });
    store.send({ type: "said", message: { kind: "problem", problem } });
  }

  function afterEdit(): void {
    const { found } = store.get();
    if (isAutomaticBusy(store.get())) return;
    if (found && found.source.rows <= MOST_ROWS_AT_ONCE) void again();
  }

  /** What no event tells of, such as a formula that was calculated anew. Of a large source only who reads it all knows. */
  async function hasCellsChanged(before: Found, { isDirty, source, record }: Found): Promise<boolean> {
    if (before.isDirty !== false || !isDirty || source.rows > MOST_ROWS_AT_ONCE) return false;
    if (!record) return true;
    const looked = await tiering.stale(record.id, store.get().asOf);
    return looked.ok && looked.value.isStale;
  }

  async function again(): Promise<void> {
    const { found } = store.get();
    await at(found ? pinned(found) : { by: "selection" });
  }

  async function revised(): Promise<void> {
    const { preview, preset, asOf, isDayChosen, work, found } = store.get();
    if (isWriting()) return;
    if (!preview || !preset || !found || work || hasEdits) return again();
    const { signal } = (current ??= new AbortController());
    const outcome = await tiering.revise(preview, { preset, asOf, isDayFixed: isDayChosen }, { signal });
    if (signal.aborted || isAskedAgain) return;
    if (!outcome.ok) return fail(outcome.problem, pinned(found));
    store.send({ type: "previewed", preview: outcome.value, isEdited: hasEdits });
  }

  async function revise(): Promise<void> {
    isAskedAgain = revising !== null;
    revising ??= (async () => {
      do {
        isAskedAgain = false;
        await revised();
      } while (isAskedAgain);
    })().finally(() => (revising = null));
    await revising;
  }

  return {
    at,
    again,
    revise,
    async check() {
      const { found, work, isFresh } = store.get();
      if (work || isAutomaticBusy(store.get())) return;
      if (!found || (!isFresh && found.source.rows <= MOST_ROWS_AT_ONCE)) return again();
      const { preset, choices } = store.get();
      const now = await tiering.find(pinned(found), preset ? { preset, mapping: choices.mapping } : undefined);
      if (store.get().work) return;
      if (now.ok ? shapeOf(now.value) !== shapeOf(found) : isLoss(now.problem)) return again();
      if (now.ok && (await hasCellsChanged(found, now.value)) && !store.get().work) await again();
    },
    cancel() {
      if (isWriting()) return;
      current?.abort();
      store.send({ type: "rested" });
    },
    async close() {
      current?.abort();
      clearTimeout(timer);
      await watch.stop();
    },
  };
}

/** Where the same accounts are found again, wherever somebody has clicked meanwhile. */
export function pinned({ source, record }: Found): Where {
  return record ? { by: "record", id: record.id } : { by: "source", source };
}

function shapeOf({ source }: Found): string {
  const { sheet, table, rows, headers, headerRow, firstColumn } = source;
  return JSON.stringify([sheet.id, table?.id, rows, headers, headerRow, firstColumn]);
}
