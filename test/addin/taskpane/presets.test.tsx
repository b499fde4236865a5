// @vitest-environment jsdom
import { screen, waitFor } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { ListedPreset } from "../../../addin/excel/presets";
import type { Tiering } from "../../../addin/excel/tiering";
import { openPane } from "./fakePane";
import { builtIn, listed, ok, refused } from "./fakePreview";

const preset = builtIn("revenue-share");
const mine: ListedPreset = {
  id: "mine",
  state: "ok",
  origin: "workbook",
  preset: { ...preset, id: "mine", name: "Mine", version: 3 },
};
const edited: ListedPreset = { id: preset.id, state: "ok", origin: "edited", preset: { ...preset, version: 2 } };

/** Opens the pane with these presets, the first one chosen, and its menu. */
async function openMenu(presets: ListedPreset[], services: Partial<Tiering["presets"]>) {
  const opened = openPane({ presets: { list: () => ok(presets), ...services } as unknown as Tiering["presets"] });
  await opened.user.click(await screen.findByRole("button", { name: "Preset actions" }));
  const choose = async (name: string) => opened.user.click(screen.getByRole("menuitem", { name }));
  return { ...opened, choose, items: screen.getAllByRole("menuitem").map(({ textContent }) => textContent) };
}

test.each([
  { of: "a built-in", presets: listed, items: "New preset, Save, Save as, Duplicate, Import, Export" },
  {
    of: "one of the workbook",
    presets: [mine],
    items: "New preset, Save, Save as, Rename, Duplicate, Delete, Import, Export",
  },
  {
    of: "an edited built-in",
    presets: [edited],
    items: "New preset, Save, Save as, Rename, Duplicate, Import, Export, Restore built-in",
  },
])("what can be done with $of", async ({ presets, items }) => {
  expect((await openMenu(presets, {})).items.join(", ")).toBe(items);
});

test("saves under a name that no other preset has", async () => {
  const saveAs = vi.fn(() => ok({ ...preset, id: "board", name: "Board" }));
  const { user, choose } = await openMenu([...listed, mine], { saveAs });
  await choose("Save as");
  const name = await screen.findByRole("textbox", { name: "Name" });
  await user.clear(name);
  await user.type(name, " mine ");
  await user.click(screen.getByRole("button", { name: "Save as" }));
  expect(screen.getByText("There is a preset of that name already.")).toBeTruthy();
  expect(saveAs).not.toHaveBeenCalled();
  await user.clear(name);
  await user.type(name, "Board{Enter}");
  expect(saveAs).toHaveBeenCalledWith(preset, "Board");
  expect(await screen.findByText(/^Saved "Board" in this workbook/)).toBeTruthy();
});

test("asks before it deletes, and goes on with the first preset", async () => {
  const remove = vi.fn(() => ok(undefined));
  const { user, choose } = await openMenu([mine], { delete: remove });
  await choose("Delete");
  expect(await screen.findByText(/Delete the preset "Mine" from this workbook\?/)).toBeTruthy();
  expect(remove).not.toHaveBeenCalled();
  await user.click(screen.getByRole("button", { name: "Delete" }));
  expect(remove).toHaveBeenCalledWith("mine");
  expect(await screen.findByText('Deleted "Mine" from this workbook.')).toBeTruthy();
});

test("brings a built-in back as it came", async () => {
  const remove = vi.fn(() => ok(undefined));
  const { user, choose } = await openMenu([edited], { delete: remove });
  await choose("Restore built-in");
  await user.click(await screen.findByRole("button", { name: "Restore built-in" }));
  expect(remove).toHaveBeenCalledWith("revenue-share");
  expect(await screen.findByText(/is as it came again/)).toBeTruthy();
});

test("an import whose id is taken asks whether to replace or keep both; a text that is no preset says why", async () => {
  const take = vi.fn((text: string, onKnown: string) => {
    if (text === "rubbish")
      return refused("preset-refused", {}, { presetIssues: [{ path: [], code: "not-json", params: {} }] });
    return onKnown === "ask" ? refused("preset-known", { preset: "Mine", id: "mine" }) : ok(preset);
  });
  const { user, choose } = await openMenu(listed, { import: take as never });
  await choose("Import");
  const text = await screen.findByRole("textbox", { name: "or paste its text" });
  await user.type(text, "rubbish");
  await user.click(screen.getByRole("button", { name: "Import" }));
  expect(await screen.findByText(/not valid JSON/)).toBeTruthy();
  await user.clear(text);
  await user.type(text, "a preset");
  await user.click(screen.getByRole("button", { name: "Import" }));
  await user.click(await screen.findByRole("button", { name: "Keep both" }));
  expect(take).toHaveBeenLastCalledWith("a preset", "keep-both");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

test("exports as text to copy, or as a file", async () => {
  const { user, choose, services } = await openMenu(listed, { export: () => ok('{ "id": "revenue-share" }') });
  await choose("Export");
  await waitFor(() =>
    expect(screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Preset as text" }).value).not.toBe(""),
  );
  await user.click(screen.getByRole("button", { name: "Copy" }));
  await user.click(screen.getByRole("button", { name: "Save as file" }));
  expect(services.copy).toHaveBeenCalledWith('{ "id": "revenue-share" }');
  expect(services.download).toHaveBeenCalledWith("revenue-share.json", '{ "id": "revenue-share" }');
});

test("a preset that cannot be used is shown and cannot be chosen", async () => {
  const { user } = openPane({
    presets: {
      list: () => ok([...listed, { id: "broken", state: "damaged", issues: [] }]),
    } as unknown as Tiering["presets"],
  });
  await user.click(await screen.findByRole("combobox", { name: "Preset" }));
  const option = screen.getByRole("option", { name: "broken (cannot be used)" });
  expect(option.getAttribute("aria-disabled")).toBe("true");
});

test("a save that is refused is said, and leaves what was read to be applied", async () => {
  const save = vi.fn(() => refused("settings-full", { preset: "Mine", most: 200_000 }));
  const { choose } = await openMenu([mine], { save });
  await choose("Save");
  await waitFor(() => expect(screen.getByRole("region", { name: "Result" })).toBeTruthy());
  await waitFor(() => expect(screen.getByRole("status").textContent).toBe("Not tiered yet"));
  expect(screen.getByRole("button", { name: "Apply tiers" }).getAttribute("aria-disabled")).not.toBe("true");
});
