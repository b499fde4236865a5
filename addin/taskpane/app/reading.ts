import type { Preset } from "../../../engine/index";
import type { Outcome, Problem } from "../../excel/problem";
import type { Where } from "../../excel/tiering";
import { concerns, type Unwatch } from "../../excel/watch";
import type { Services } from "./services";
import { choicesFor, type Choices, type Found } from "./state";
import type { Store } from "./store";

/** From a place to a preview of it, watched for edits. */
export interface Reading {
  /** Looks what is at a place, and previews it. The last call wins: what was still being read is let go. */
  at(where: Where): Promise<void>;
  /** Previews what was found, with what is chosen now. */
  again(): Promise<void>;
  /** Reads again if rows or headers are other ones than those that were read. */
  check(): Promise<void>;
  cancel(): void;
}

/** Edits follow each other: wait this long for the next one. */
const SETTLED_MS = 400;
/** Larger sources are not read again by themselves after an edit. */
const MOST_ROWS_AT_ONCE = 20_000;

export function createReading({ tiering }: Services, store: Store): Reading {
  let current: AbortController | null = null;
  let watched: { shape: string; stop: Unwatch } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function at(where: Where): Promise<void> {
    current?.abort();
    clearTimeout(timer);
    const own = (current = new AbortController());
    store.send({ type: "working", work: { kind: "reading", done: 0, of: 0 } });
    const outcome = await found(where);
    if (own.signal.aborted) return;
    if (!outcome.ok) return lose(outcome.problem, where);
    const there: Found = outcome.value;
    const { preset, choices } = chosen(there, where);
    if (!preset) return store.send({ type: "rested" });
    store.send({ type: "found", found: there, preset, choices });
    await watchOver(there);
    if (own.signal.aborted) return;
    const request = { where: pinned(there), preset, ...choices, asOf: store.get().asOf };
    const previewed = await tiering.preview(request, {
      signal: own.signal,
      onRows: (done, of) => !own.signal.aborted && store.send({ type: "working", work: { kind: "reading", done, of } }),
    });
    if (own.signal.aborted) return;
    if (previewed.ok) store.send({ type: "previewed", preview: previewed.value });
    else store.send({ type: "refused", problem: previewed.problem, isLost: false });
  }

  /** Accounts whose first run was undone have no record any more, and still stand where they stood. */
  async function found(where: Where): Promise<Outcome<Found>> {
    const outcome = await tiering.find(where);
    const { found: before } = store.get();
    const isForgotten = !outcome.ok && outcome.problem.code === "source-never-tiered";
    return isForgotten && before ? tiering.find({ by: "source", source: before.source }) : outcome;
  }

  /** What is selected decides the preset where it was tiered before; else what the analyst chose stays. */
  function chosen(found: Found, where: Where): { preset: Preset | null; choices: Choices } {
    const { preset, presets, choices, found: before } = store.get();
    const isNew = where.by === "selection" || before === null;
    if (!isNew && preset) return { preset, choices };
    const applied = presets.find(({ id }) => id === found.record?.preset.id);
    const next = applied?.state === "ok" ? applied.preset : preset;
    return { preset: next, choices: next ? choicesFor(found, next) : choices };
  }

  /** A selection that cannot be used leaves what was there before. */
  function lose(problem: Problem, { by }: Where): void {
    if (by === "selection" && store.get().found) {
      store.send({ type: "rested" });
      return store.send({ type: "said", message: { kind: "problem", problem } });
    }
    void stopWatching();
    store.send({ type: "refused", problem, isLost: true });
  }

  async function stopWatching(): Promise<void> {
    const stop = watched?.stop;
    watched = null;
    await stop?.();
  }

  /** Before the cells are read, so that no edit slips in between. Without events the check on focus has to do. */
  async function watchOver(there: Found): Promise<void> {
    const shape = shapeOf(there);
    if (watched?.shape === shape) return;
    await stopWatching();
    const watching = await tiering.watch(there.source, (edit) => {
      const { preview } = store.get();
      if (preview && !concerns(edit, preview.plan)) return;
      store.send({ type: "edited", edit });
      clearTimeout(timer);
      timer = setTimeout(afterEdit, SETTLED_MS);
    });
    if (!watching.ok) return;
    if (watched)
      await watching.value(); // a later reading was faster
    else watched = { shape, stop: watching.value };
  }

  function afterEdit(): void {
    const { found, work } = store.get();
    if (work?.kind === "writing" || work?.kind === "other") return; // it is read again when that is done
    if (found && found.source.rows <= MOST_ROWS_AT_ONCE) void again();
  }

  async function again(): Promise<void> {
    const { found } = store.get();
    await at(found ? pinned(found) : { by: "selection" });
  }

  return {
    at,
    again,
    async check() {
      const { found, work, preview } = store.get();
      if (!found || !preview || work) return;
      const now = await tiering.find(pinned(found));
      const { work: since } = store.get();
      if (!since && (!now.ok || shapeOf(now.value) !== shapeOf(found))) await again();
    },
    cancel: () => {
      current?.abort();
      store.send({ type: "rested" });
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
