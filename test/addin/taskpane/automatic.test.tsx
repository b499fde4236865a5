// @vitest-environment jsdom
import { act, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import "../../../addin/excel/automatic";
import type { Outcome } from "../../../addin/excel/problem";
import type { Tiered, Tiering } from "../../../addin/excel/tiering";
import type { Edit, Editor } from "../../../addin/excel/watch";
import { createAutomatic } from "../../../addin/taskpane/app/automatic";
import { createReading } from "../../../addin/taskpane/app/reading";
import type { Services } from "../../../addin/taskpane/app/services";
import { firstState } from "../../../addin/taskpane/app/state";
import { createStore } from "../../../addin/taskpane/app/store";
import { statusOf, whyNotApply } from "../../../addin/taskpane/tier/status";
import { openPane } from "./fakePane";
import { builtIn, CELLS, DAY, listed, ok, previewOf, refused } from "./fakePreview";

const TIERED = ["Tier 1", "Tier 2", "Tier 2", "Tier 3"];
const preview = previewOf(CELLS, undefined, { tiers: TIERED });
const record = preview.plan.before;
const refreshed = { ...preview, record, cells: 0, withoutColours: false } as unknown as Tiered;
const EDIT: Edit = { kind: "cells", from: 0, rows: 1, positions: { first: 1, last: 1 } };

/** A reading and an automatic refresh over the same services, with a log of what they ask of the workbook. */
async function shown() {
  const log: string[] = [];
  const listeners = new Set<(edit: Edit, by: Editor) => void>();
  const tiering = {
    find: vi.fn<Tiering["find"]>(() => ok({ source: preview.source, record })),
    preview: vi.fn<Tiering["preview"]>(() => (log.push("read"), ok(preview))),
    refresh: vi.fn<Tiering["refresh"]>(() => (log.push("refresh"), ok(refreshed))),
    watch: vi.fn<Tiering["watch"]>((_, listener) => {
      listeners.add(listener);
      return ok(() => Promise.resolve(void listeners.delete(listener)));
    }),
  };
  const store = createStore(firstState(DAY));
  store.send({ type: "opened", presets: listed, history: { canUndo: false, isUnfinished: false } });
  const services = { tiering, today: () => DAY } as unknown as Services;
  const reading = createReading(services, store);
  const say = vi.fn();
  const lookAtHistory = vi.fn(() => Promise.resolve());
  const automatic = createAutomatic(services, store, reading, { say, lookAtHistory });
  await reading.at({ by: "selection" });
  log.length = 0;
  const edit = (by: Editor = "user") => listeners.forEach((listener) => listener(EDIT, by));
  const status = () => statusOf(store.get());
  return { automatic, reading, store, tiering, log, say, edit, status, listeners };
}

async function switchedOn() {
  const pane = await shown();
  await pane.automatic.setAutomatic(true);
  await vi.waitFor(() => expect(pane.log).toEqual(["refresh", "read"])); // what was written is shown
  expect(pane.store.get()).toMatchObject({ automatic: "current", isFresh: true });
  pane.log.length = 0;
  return pane;
}

describe("automatic refresh in the pane", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("an edit is refreshed, and only then read, however long that takes", async () => {
    const { edit, log, say, status, store, tiering } = await switchedOn();
    store.send({ type: "said", message: { kind: "wrote", text: "Wrote a list.", canUndo: true } });
    let write: (outcome: Outcome<Tiered>) => void = () => undefined;
    tiering.refresh.mockImplementationOnce(() => (log.push("refresh"), new Promise((done) => (write = done))));
    edit();
    expect(status()).toEqual({ sentence: "Edited: the tiers follow in a moment", next: null });
    await vi.advanceTimersByTimeAsync(2_000); // the pane by itself would have read it after 500
    expect(log).toEqual(["refresh"]);
    expect(status().sentence).toBe("Refreshing");
    expect(whyNotApply(store.get())).toBe("Another step is under way.");
    expect(say).not.toHaveBeenCalled();
    write({ ok: true, value: { ...refreshed, cells: 2 } });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(log).toEqual(["refresh", "read"]);
    expect(say).toHaveBeenCalledWith(null); // an "Undo" of before would take back this run
    expect(status()).toEqual({ sentence: "Up to date", next: null });
  });

  test("a co-author's edit is read and not refreshed, which the status says; a refresh by hand settles it", async () => {
    const { edit, log, status, store, tiering } = await switchedOn();
    const before = { tiers: TIERED, record: { inputs: "other" } };
    tiering.preview.mockImplementationOnce(() => (log.push("read"), ok(previewOf(CELLS, undefined, before))));
    edit("co-author");
    await vi.advanceTimersByTimeAsync(2_000);
    expect(log).toEqual(["read"]);
    expect(status()).toEqual({ sentence: "Stale: somebody else edited the accounts", next: "refresh" });
    store.send({ type: "written" });
    expect(store.get().automatic).toBe("current");
  });

  test("what is refused switches it off, and is said", async () => {
    const { edit, log, say, status, store, tiering, listeners } = await switchedOn();
    tiering.refresh.mockImplementationOnce(() => refused("owned-column-gone"));
    edit();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(say).toHaveBeenCalledWith({
      kind: "problem",
      problem: expect.objectContaining({ code: "owned-column-gone" }),
    });
    expect(store.get().automatic).toBe("stopped");
    expect(status().sentence).toBe("Automatic refresh has stopped · Up to date");
    expect(listeners.size).toBe(1); // the reading's own
    edit();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(log).toEqual(["read", "read"]);
  });

  test("a first refresh that is refused leaves it off", async () => {
    const { automatic, say, store, tiering } = await shown();
    tiering.refresh.mockImplementationOnce(() => refused("preset-changed-elsewhere", { preset: "Mine" }));
    await automatic.setAutomatic(true);
    expect(say).toHaveBeenCalledOnce();
    expect(store.get().automatic).toBe("stopped");
  });

  test.each([
    ["other accounts are shown", { type: "found", found: { source: preview.source, record: null } }],
    ["a run is taken back", { type: "working", work: { kind: "undoing", done: 0, of: 0 } }],
    ["the accounts are gone", { type: "refused", isLost: true, problem: { code: "source-empty", params: {} } }],
  ])("it is off when %s", async (_, event) => {
    const { edit, listeners, log, store } = await switchedOn();
    const choices = { mapping: new Map(), dateOrder: null };
    edit(); // would be refreshed in 400 ms
    store.send({ preset: builtIn("revenue-share"), choices, ...event } as never);
    expect(store.get().automatic).toBeNull();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(log).not.toContain("refresh");
    expect(listeners.size).toBe(1);
  });

  test("it ends with the pane, also in the midst of its first refresh", async () => {
    const { automatic, edit, log, listeners, tiering } = await shown();
    let write: (outcome: Outcome<Tiered>) => void = () => undefined;
    tiering.refresh.mockImplementationOnce(() => new Promise((done) => (write = done)));
    void automatic.setAutomatic(true);
    await vi.waitFor(() => expect(tiering.refresh).toHaveBeenCalledOnce());
    const closed = automatic.close();
    write({ ok: true, value: refreshed });
    await closed;
    expect(listeners.size).toBe(1);
    edit();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(log).not.toContain("refresh");
  });

  test("switched off during a refresh, it reads what that has written", async () => {
    const { automatic, edit, log, store, tiering } = await switchedOn();
    let write: (outcome: Outcome<Tiered>) => void = () => undefined;
    tiering.refresh.mockImplementationOnce(() => new Promise((done) => (write = done)));
    edit();
    await vi.advanceTimersByTimeAsync(1_000);
    const off = automatic.setAutomatic(false);
    expect(store.get().automatic).toBeNull();
    expect(log).toEqual([]);
    write({ ok: true, value: refreshed });
    await off;
    expect(log).toEqual(["read"]);
    edit();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(log).toEqual(["read", "read"]); // and an edit is only read again
  });
});

const theSwitch = () => screen.findByRole<HTMLInputElement>("switch", { name: "Refresh automatically" });

test("what was never applied cannot be refreshed, which the switch says", async () => {
  openPane();
  const never = await theSwitch();
  expect(never.disabled).toBe(true);
  await screen.findByText("Apply the tiers once; then they can follow your edits.");
});

test("another preset than the one that was applied has to be applied first", async () => {
  const other = previewOf(CELLS, builtIn("high-medium-low"), { tiers: TIERED, record: { preset: record!.preset } });
  const { user } = openPane({ preview: () => ok(other) }, preview);
  await user.click(await screen.findByRole("combobox", { name: "Preset" }));
  await user.click(screen.getByRole("option", { name: "High / Medium / Low" }));
  await screen.findByText("Apply what is shown first.");
  expect((await theSwitch()).disabled).toBe(true);
});

test("the switch refreshes at once, and says how long it lasts", async () => {
  const refresh = vi.fn<Tiering["refresh"]>(() => ok(refreshed));
  const { user } = openPane({ refresh }, preview);
  await waitFor(async () => expect((await theSwitch()).disabled).toBe(false));
  expect((await theSwitch()).checked).toBe(false); // off by default
  await user.click(await theSwitch());
  expect((await theSwitch()).checked).toBe(true);
  await waitFor(() => expect(refresh).toHaveBeenCalledWith("run1", DAY));
  expect(await screen.findByText("Follows your own edits until you switch it off or close the pane.")).toBeTruthy();
  await user.click(await theSwitch());
  expect((await theSwitch()).checked).toBe(false);
});

test("while Excel waits for a cell to be finished, the footer says so", async () => {
  let tell: (isWaiting: boolean) => void = () => undefined;
  openPane({ onCellEdit: (listener) => ((tell = listener), () => undefined) }, preview);
  await screen.findByText("Up to date");
  act(() => tell(true));
  expect(screen.getByRole("status").textContent).toBe(
    "Excel waits for you to finish editing a cell. Press Enter or Esc there.",
  );
  act(() => tell(false));
  expect(screen.getByRole("status").textContent).toBe("Up to date");
});
