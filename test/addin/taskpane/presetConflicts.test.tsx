// @vitest-environment jsdom
import { act, cleanup, configure, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { ListedPreset, Presets } from "../../../addin/excel/presets";
import { setLocale } from "../../../addin/strings/format";
import type { Preset } from "../../../engine/index";
import { edited, openDraftPane, SAVED, TWO_HIGH } from "./draftPane";
import { listed, ok, refused } from "./fakePreview";

afterEach(cleanup);
configure({ asyncUtilTimeout: 20_000 });
setLocale("en-GB");

const SAVED_AT = "2026-01-31T14:05:00.000Z";
const THEIRS: Preset = { ...SAVED, version: 7, description: "Theirs" };
const withTheirs = listed.map((each) => (each.id === SAVED.id ? { ...each, preset: THEIRS } : each)) as ListedPreset[];
const NO_PRESET = edited({ label: 5 });

const button = (name: string) => screen.findByRole("button", { name });
const choose = async (user: { click(of: Element): Promise<void> }, item: string) => {
  await user.click(await button("Preset actions"));
  await user.click(await screen.findByRole("menuitem", { name: item }));
};
const pick = async (user: { click(of: Element): Promise<void> }, name: string) => {
  await user.click(screen.getByRole("combobox", { name: "Preset" }));
  await user.click(screen.getByRole("option", { name }));
};
/** How many are High: what TWO_HIGH changes. */
const highOf = (preset: Preset | null | undefined) => preset?.tiers.rungs[0]?.when;
const TWO = { measure: "value", top: { count: 2 } };

describe("a save that comes after somebody else's", () => {
  async function conflict() {
    const save = vi.fn<Presets["save"]>(() =>
      refused("preset-changed-elsewhere", { preset: SAVED.name, version: 7, savedAt: SAVED_AT }),
    );
    const saveAs = vi.fn<Presets["saveAs"]>((preset, name) => ok({ ...preset, id: "copy", name, version: 1 }));
    const list = vi.fn<Presets["list"]>(() => ok([...listed]));
    const opened = await openDraftPane({ presets: { save, saveAs, list } });
    await opened.draft();
    list.mockImplementation(() => ok(withTheirs));
    return { ...opened, save, saveAs, list };
  }

  test("asks, and says when that was; Cancel loses nothing", async () => {
    const { user, pane, draft, save } = await conflict();
    await choose(user, "Save");
    expect(
      await screen.findByText(/^Somebody saved "High \/ Medium \/ Low" on 31 Jan 2026, \d\d:\d5, after you opened it/),
    ).toBeTruthy();
    await user.click(await button("Cancel"));
    expect(highOf(pane().state.preset)).toMatchObject(TWO);
    expect(pane().state.draft?.document).toEqual(TWO_HIGH);
    expect(save).toHaveBeenCalledOnce();
    await draft(edited({ label: "Top" })); // and goes on
    expect(screen.getByText("Unsaved changes")).toBeTruthy();
  });

  test("a copy keeps mine beside theirs", async () => {
    const { user, pane, saveAs, list } = await conflict();
    const copy = {
      id: "copy",
      state: "ok",
      origin: "workbook",
      preset: { ...SAVED, id: "copy", name: "Mine" },
    } as const;
    saveAs.mockImplementation((preset, name) => {
      list.mockImplementation(() => ok([...withTheirs, copy]));
      return ok({ ...preset, id: "copy", name, version: 1 });
    });
    await choose(user, "Save");
    await user.click(await button("Save as a copy"));
    const [mine, name] = saveAs.mock.lastCall ?? [];
    expect(highOf(mine)).toMatchObject(TWO);
    expect(name).toBe("High / Medium / Low copy");
    await waitFor(() => expect(pane().state.preset?.id).toBe("copy"));
    expect(pane().state.draft).toBeNull();
  });

  test("theirs are taken, and not applied where the click was to apply mine", async () => {
    const { user, pane, tiering } = await conflict();
    await user.click(await button("Apply tiers"));
    await user.click(await button("Take theirs"));
    await waitFor(() => expect(pane().state.preset).toBe(THEIRS));
    await waitFor(() => expect(pane().state.isFresh).toBe(true));
    expect(pane().state.draft).toBeNull();
    expect(tiering.apply).not.toHaveBeenCalled();
  });

  test("discarding goes back to what they have saved, once that is known", async () => {
    const { user, pane } = await conflict();
    await choose(user, "Save");
    await user.click(await button("Cancel"));
    await waitFor(() => expect(pane().state.presets).toBe(withTheirs));
    act(() => void pane().actions.choosePreset("revenue-share")); // by hand it would race with the focus that comes back
    await user.click(await button("Keep editing"));
    await pane().actions.discardRules();
    expect(pane().state.preset).toBe(THEIRS);
  });
});

describe("rules that were edited and not saved", () => {
  const save = vi.fn<Presets["save"]>((preset) => ok({ ...preset, version: preset.version + 1 }));

  test("are marked in words until they are saved", async () => {
    const { user, draft, pane } = await openDraftPane({ presets: { save } });
    expect(screen.queryByText("Unsaved changes")).toBeNull();
    await draft();
    const mark = screen.getByText("Unsaved changes");
    expect(screen.getByRole("combobox", { name: "Preset" }).getAttribute("aria-describedby")).toBe(mark.id);
    await choose(user, "Save");
    await waitFor(() => expect(pane().state.draft).toBeNull());
    expect(screen.queryByText("Unsaved changes")).toBeNull();
  });

  test.each([
    { answer: "Save", chosen: "revenue-share", saves: 1, isLeft: false },
    { answer: "Discard changes", chosen: "revenue-share", saves: 0, isLeft: false },
    { answer: "Keep editing", chosen: SAVED.id, saves: 0, isLeft: true },
  ])("before another preset is chosen: $answer", async ({ answer, chosen, saves, isLeft }) => {
    save.mockClear();
    const { user, draft, pane } = await openDraftPane({ presets: { save } });
    await draft();
    await pick(user, "Revenue share 30/50/20");
    await user.click(await button(answer));
    await waitFor(() => expect(pane().state.preset?.id).toBe(chosen));
    await waitFor(() => expect(pane().state.work).toBeNull());
    expect(save).toHaveBeenCalledTimes(saves);
    expect(pane().state.draft !== null).toBe(isLeft);
  });

  test("before an import; the preset that is shown is not the one that comes", async () => {
    const { user, draft } = await openDraftPane();
    await draft();
    await choose(user, "Import");
    expect(screen.queryByRole("textbox")).toBeNull();
    await user.click(await button("Discard changes"));
    expect(await screen.findByRole("textbox", { name: "or paste its text" })).toBeTruthy();
  });

  test("go into a duplicate", async () => {
    const saveAs = vi.fn<Presets["saveAs"]>((preset, name) => ok({ ...preset, id: "copy", name, version: 1 }));
    const { user, draft } = await openDraftPane({ presets: { saveAs } });
    await draft();
    await choose(user, "Duplicate");
    expect(highOf(saveAs.mock.lastCall?.[0])).toMatchObject(TWO);
  });

  test("that come while a save is under way stay, on top of what was saved", async () => {
    const stored: Preset = { ...SAVED, version: 8 };
    let arrive: (preset: Preset) => void = () => undefined;
    const save = vi.fn<Presets["save"]>(() => new Promise((done) => (arrive = (value) => done({ ok: true, value }))));
    const list = vi.fn<Presets["list"]>(() => ok([...listed]));
    const { pane, draft } = await openDraftPane({ presets: { save, list } });
    await draft(TWO_HIGH);
    const saving = pane().actions.saveRules();
    await draft(edited({ label: "Top" }));
    list.mockImplementation(() =>
      ok(listed.map((each) => (each.id === SAVED.id ? { ...each, preset: stored } : each)) as ListedPreset[]),
    );
    await act(async () => {
      arrive(stored);
      await saving;
    });
    const { draft: left, preset } = pane().state;
    expect(left?.document.tiers.rungs[0]?.label).toBe("Top");
    expect(left?.saved).toEqual(stored);
    expect(preset).toMatchObject({ version: 8, tiers: { rungs: [{ label: "Top" }, {}, {}] } });
  });

  test("that are no preset are saved nowhere, so that nothing of them is lost", async () => {
    const saveAs = vi.fn<Presets["saveAs"]>();
    const { user, draft, pane } = await openDraftPane({ presets: { save, saveAs } });
    save.mockClear();
    await draft(NO_PRESET);
    for (const item of ["Save", "Duplicate"]) await choose(user, item);
    expect(save).not.toHaveBeenCalled();
    expect(saveAs).not.toHaveBeenCalled();
    expect(pane().state.draft?.document).toBe(NO_PRESET);
    await pick(user, "Revenue share 30/50/20");
    expect(await screen.findByText(/They cannot be saved yet/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Save" })).toBeNull();
  });
});

test("a preset that cannot be used says why, and can be exported as it is kept, or deleted", async () => {
  const damaged: ListedPreset = {
    id: "broken",
    state: "damaged",
    issues: [{ path: ["tiers"], code: "missing", params: {} }],
  };
  const list = vi.fn<Presets["list"]>(() => ok([...listed, damaged]));
  const remove = vi.fn<Presets["delete"]>(() => {
    list.mockImplementation(() => ok([...listed]));
    return ok(undefined);
  });
  const { user } = await openDraftPane({
    presets: { list, delete: remove, export: vi.fn(() => ok("{ as it is kept")) },
  });
  await choose(user, "broken…");
  expect(await screen.findByText("tiers: is missing")).toBeTruthy();
  await user.click(await button("Export"));
  const text = await screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Preset as text" });
  await waitFor(() => expect(text.value).toBe("{ as it is kept"));
  await user.click(await button("Close"));
  await choose(user, "broken…");
  // Without a layout the dialog that comes right after another one may stay hidden from who listens.
  const hidden = (name: string) => screen.findByRole("button", { name, hidden: true });
  await user.click(await hidden("Delete"));
  expect(remove).not.toHaveBeenCalled();
  await user.click(await hidden("Delete"));
  expect(remove).toHaveBeenCalledWith("broken");
  await user.click(await button("Preset actions"));
  await waitFor(() => expect(screen.queryByRole("menuitem", { name: "broken…" })).toBeNull());
});
