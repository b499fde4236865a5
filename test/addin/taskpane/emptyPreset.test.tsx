// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { Tiering } from "../../../addin/excel/tiering";
import { emptyPreset } from "../../../addin/taskpane/presets/emptyPreset";
import { parsePreset, readTable, resultOf, run, type Preset } from "../../../engine/index";
import { openPane } from "./fakePane";
import { DAY, listed, ok } from "./fakePreview";

function must(document: unknown): Preset {
  const parsed = parsePreset(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.preset;
}

test.each(["Board view", "Kunden 2026", "顧客", "(new)"])("the gate takes an empty preset called %s", (name) => {
  expect(must(emptyPreset(name)).name).toBe(name);
});

test("an empty preset puts the best fifth of the accounts in the first tier", () => {
  const preset = must(emptyPreset("Mine"));
  const rows = Array.from({ length: 10 }, (_, i) => [`Account ${i}`, 10 * (i + 1)]);
  const read = readTable([["Company", "Sales"], ...rows], preset);
  if (!read.ok) throw new Error(read.issues[0]?.code);
  const { stats } = resultOf(run(read.table, preset, { asOf: DAY }));
  expect(stats.tiers.map(({ label, count, sum }) => [label, count, sum])).toEqual([
    ["Tier 1", 2, 190], // 100 and 90
    ["Tier 2", 8, 360],
  ]);
});

test("a new preset is named, saved and opened for editing", async () => {
  const presets = [...listed];
  const take = vi.fn((text: string) => {
    const preset = must(text);
    presets.push({ id: preset.id, state: "ok", origin: "workbook", preset });
    return ok(preset);
  });
  const { user } = openPane({ presets: { list: () => ok(presets), import: take } as unknown as Tiering["presets"] });
  await user.click(await screen.findByRole("button", { name: "Preset actions" }));
  await user.click(screen.getByRole("menuitem", { name: "New preset" }));
  await user.type(await screen.findByRole("textbox", { name: "Name" }), "Board view");
  await user.click(screen.getByRole("button", { name: "New preset" }));
  expect(await screen.findByRole("heading", { name: "Edit rules" })).toBeTruthy();
  expect(screen.getByText("Board view")).toBeTruthy();
  expect(take).toHaveBeenCalledWith(expect.stringContaining('"name":"Board view"'), "keep-both");
});
