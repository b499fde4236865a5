import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Outcome } from "../../../addin/excel/problem";
import type { Preview, Tiering } from "../../../addin/excel/tiering";
import type { Edit } from "../../../addin/excel/watch";
import { createReading } from "../../../addin/taskpane/app/reading";
import type { Services } from "../../../addin/taskpane/app/services";
import { firstState } from "../../../addin/taskpane/app/state";
import { createStore } from "../../../addin/taskpane/app/store";
import { CELLS, DAY, listed, ok, previewOf, refused } from "./fakePreview";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A reading over services that a test answers by hand where it wants to. */
function reading({ rows = 4, answer }: { rows?: number; answer?: Tiering["preview"] } = {}) {
  const first = previewOf(CELLS, undefined, { tiers: ["Tier 1", "Tier 2", "Tier 2", "Tier 3"] });
  const source = { ...first.source, rows };
  let onEdit: (edit: Edit) => void = () => undefined;
  const tiering = {
    find: vi.fn<Tiering["find"]>(() => ok({ source, record: first.plan.before })),
    preview: vi.fn<Tiering["preview"]>(answer ?? (() => ok(first))),
    stale: vi.fn<Tiering["stale"]>(() => ok({ isStale: false, reasons: [] })),
    watch: vi.fn((_: unknown, listener: typeof onEdit) => ((onEdit = listener), ok(() => Promise.resolve()))),
  };
  const store = createStore(firstState(DAY));
  const history = { canUndo: false, isUnfinished: false };
  store.send({ type: "opened", presets: listed, history });
  const services = { tiering } as unknown as Services;
  return {
    reading: createReading(services, store),
    store,
    tiering,
    preview: first,
    source,
    edit: (edit: Edit) => onEdit(edit),
  };
}

const edit = (from: number, position: number): Edit => ({
  kind: "cells",
  from,
  rows: 1,
  positions: { first: position, last: position },
});
const SELECTION = { by: "selection" } as const;

test("the last reading wins, whichever answers first", async () => {
  const answers: ((preview: Outcome<Preview>) => void)[] = [];
  const slow = vi.fn(() => new Promise<Outcome<Preview>>((answer) => answers.push(answer)));
  const { reading: own, store } = reading({ answer: slow });
  const [before, after] = [previewOf(), previewOf()];
  const [one, other] = [own.at(SELECTION), own.at(SELECTION)];
  await vi.waitFor(() => expect(answers).toHaveLength(1)); // the first was let go of before it came to read
  answers[0]?.({ ok: true, value: after });
  await Promise.all([one, other]);
  expect(store.get().preview).toBe(after);
  expect(store.get().preview).not.toBe(before);
});

test("edits that follow each other are read once, when they have settled; others are nobody's concern", async () => {
  const { reading: own, store, tiering, edit: happen } = reading();
  await own.at(SELECTION);
  happen(edit(0, 1));
  happen(edit(2, 1));
  await vi.advanceTimersByTimeAsync(100);
  expect([...store.get().edits.rows]).toEqual([0, 2]); // told together
  expect(store.get().isFresh).toBe(false);
  await vi.advanceTimersByTimeAsync(399);
  expect(tiering.preview).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(tiering.preview).toHaveBeenCalledTimes(2);
  happen(edit(0, 7));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(tiering.preview).toHaveBeenCalledTimes(2);
});

test("a source over 20,000 rows is not read again by itself", async () => {
  const { reading: own, store, tiering, edit: happen } = reading({ rows: 20_001 });
  await own.at(SELECTION);
  happen(edit(5, 1));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(tiering.preview).toHaveBeenCalledTimes(1);
  expect(store.get().edits.rows.size).toBe(1);
  expect(store.get().isFresh).toBe(false);
});

test("an edit to a large source while it is read is not forgotten", async () => {
  const { reading: own, store, tiering, edit: happen, preview } = reading({ rows: 30_000 });
  tiering.preview.mockImplementationOnce(async () => {
    happen(edit(0, 1));
    await vi.advanceTimersByTimeAsync(100);
    return ok(preview);
  });
  await own.at(SELECTION);
  expect(store.get()).toMatchObject({ isFresh: false, edits: { rows: new Set([0]) } });
});

test("an edit while cells are read is read too", async () => {
  const { reading: own, tiering, edit: happen, preview } = reading();
  tiering.preview.mockImplementationOnce(async () => {
    happen(edit(0, 1));
    return ok(preview);
  });
  await own.at(SELECTION);
  await vi.advanceTimersByTimeAsync(500);
  expect(tiering.preview).toHaveBeenCalledTimes(2);
});

test("coming back to the pane reads again only where rows or headers are other ones", async () => {
  const { reading: own, tiering, source } = reading();
  await own.at(SELECTION);
  await own.check();
  expect(tiering.preview).toHaveBeenCalledTimes(1);
  tiering.find.mockImplementation(() => ok({ source: { ...source, rows: 5 }, record: null }));
  await own.check();
  expect(tiering.preview).toHaveBeenCalledTimes(2);
  expect(tiering.watch).toHaveBeenCalledTimes(2); // the grown source is watched to its new end
});

test("a selection that cannot be used leaves what was there, and is said", async () => {
  const { reading: own, store, tiering } = reading();
  await own.at(SELECTION);
  const { preview } = store.get();
  tiering.find.mockImplementation(() => refused("selection-not-cells"));
  await own.at(SELECTION);
  expect(store.get().preview).toBe(preview);
  expect(store.get().message).toMatchObject({ kind: "problem", problem: { code: "selection-not-cells" } });
});

test("accounts whose record is gone are found where they stood", async () => {
  const { reading: own, store, tiering, source } = reading();
  await own.at(SELECTION);
  tiering.find.mockImplementation(({ by }) =>
    by === "record" ? refused("source-never-tiered") : ok({ source, record: null }),
  );
  await own.again();
  expect(store.get().found).toMatchObject({ source, record: null });
});

test("what Excel cannot do for the moment loses nothing, and coming back tries again", async () => {
  const { reading: own, store, tiering } = reading();
  await own.at(SELECTION);
  const { preview, found } = store.get();
  for (const fails of [tiering.find, tiering.preview]) {
    (fails as typeof tiering.preview).mockImplementationOnce(() => refused("InvalidOperationInCellEditMode"));
    await own.again();
    expect(store.get()).toMatchObject({ preview, found, refusal: null, work: null });
    expect(store.get().message).toMatchObject({ problem: { code: "InvalidOperationInCellEditMode" } });
  }
  expect(store.get().isFresh).toBe(false);
  await own.check();
  expect(store.get().isFresh).toBe(true);
});

test("cancelled on the way to another sheet, nothing of the first one is left to be applied", async () => {
  const { reading: own, store, tiering, source } = reading();
  await own.at(SELECTION);
  const second = { ...source, sheet: { id: "{2}", name: "Second" } };
  tiering.find.mockImplementation(() => ok({ source: second, record: null }));
  tiering.preview.mockImplementationOnce(() => {
    own.cancel();
    return refused("cancelled");
  });
  await own.at(SELECTION);
  expect(store.get()).toMatchObject({ found: { source: second }, preview: null, isFresh: false, work: null });
});

test("while something is written nothing is read", async () => {
  const { reading: own, store, tiering } = reading();
  store.send({ type: "working", work: { kind: "writing", done: 0, of: 0 } });
  await own.at(SELECTION);
  own.cancel();
  expect(tiering.find).not.toHaveBeenCalled();
  expect(store.get().work?.kind).toBe("writing");
});

test("of two sources that are found in turn the second is watched, and the first no more", async () => {
  const { reading: own, tiering, source } = reading();
  const stopped: string[] = [];
  const watched: string[] = [];
  tiering.watch.mockImplementation((from) => {
    watched.push((from as typeof source).sheet.name);
    return ok(() => Promise.resolve(void stopped.push((from as typeof source).sheet.name)));
  });
  const named = (name: string) => ({ ...source, sheet: { id: name, name } });
  tiering.find.mockImplementationOnce(() => ok({ source: named("One"), record: null }));
  const one = own.at(SELECTION);
  await vi.waitFor(() => expect(watched).toEqual(["One"]));
  tiering.find.mockImplementationOnce(() => ok({ source: named("Two"), record: null }));
  await Promise.all([one, own.at(SELECTION)]);
  expect(watched.filter((name) => !stopped.includes(name))).toEqual(["Two"]);
});

test("columns that were guessed and then applied are asked for again, not guessed anew", async () => {
  const { reading: own, store, tiering, source } = reading();
  tiering.find.mockImplementationOnce(() => ok({ source, record: null }));
  await own.at(SELECTION);
  expect(store.get().choices.mapping.size).toBe(0);
  await own.again(); // with the record that applying has left
  const mapping = [...store.get().choices.mapping];
  expect(mapping).toEqual([
    ["account", ["Account"]],
    ["income", ["Revenue"]],
  ]);
});

test("a day that was chosen and applied is the day again when the accounts are opened", async () => {
  const { reading: own, store, tiering, source, preview } = reading();
  const record = { ...preview.plan.before!, asOf: "2025-10-31", isDayFixed: true }; // it was tiered
  tiering.find.mockImplementation(() => ok({ source, record }));
  await own.at(SELECTION);
  expect(store.get()).toMatchObject({ asOf: "2025-10-31", isDayChosen: true });
  expect(tiering.preview.mock.lastCall?.[0]).toMatchObject({ asOf: "2025-10-31", isDayFixed: true });
});

test("on focus a workbook that was changed since is looked at, and read again where the tiers no longer follow", async () => {
  const { reading: own, tiering, source, preview } = reading();
  const answer = (isDirty: boolean) => tiering.find.mockImplementation(() => ok({ source, record: preview.plan.before, isDirty })); // prettier-ignore
  answer(false);
  await own.at(SELECTION);
  await own.check();
  expect(tiering.stale).not.toHaveBeenCalled(); // nobody has touched it
  answer(true);
  await own.check();
  expect(tiering.stale).toHaveBeenCalledTimes(1);
  expect(tiering.preview).toHaveBeenCalledTimes(1); // something else was changed
  tiering.stale.mockImplementation(() => ok({ isStale: true, reasons: ["cells"] }));
  await own.check();
  expect(tiering.preview).toHaveBeenCalledTimes(2);
  await own.check(); // it has changes that are not saved anyway: they tell nothing
  expect(tiering.stale).toHaveBeenCalledTimes(2);
});
