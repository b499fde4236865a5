import { expect, test } from "vitest";
import { readWorkbook } from "../../addin/playground/files/readWorkbook";
import { writeWorkbook } from "../../addin/playground/files/writeWorkbook";
import type { CellValue, WorkbookSnapshot } from "../../addin/playground/host/snapshot";
import { sampleWorkbook } from "../../addin/playground/sample/workbook";
import type { SectionId } from "../../addin/strings/rules";
import { ABM_BY_HAND } from "./abmByHand";
import { handsOn } from "./hands";
import type { OpenPane } from "./openPane";
import { openPanes } from "./openPanes";
import { rulesHandsOn } from "./rulesHands";
import { byKeys, byMouse, type Way } from "./ways";

/** The rules of a built-in preset made from an empty one, in "Edit rules" alone. */

const WRITTEN = ["Account", "Segment", "Tier", "MQA"];

const openPane = openPanes();

function open(workbook: WorkbookSnapshot): Promise<OpenPane> {
  return openPane(workbook, { browser: { reducedMotion: "reduce" } });
}

/** What stands in some columns of the first sheet, row by row. */
async function cells(pane: OpenPane, ...names: readonly string[]): Promise<readonly (readonly CellValue[])[]> {
  const [sheet] = (await pane.snapshot()).sheets;
  const [headers = [], ...rows] = sheet?.values ?? [];
  const columns = names.map((name) => headers.indexOf(name));
  expect(columns).not.toContain(-1);
  return rows.map((row) => columns.map((column) => row[column] ?? ""));
}

async function apply(pane: OpenPane, way: Way, preset: string): Promise<void> {
  const { button, status } = handsOn(pane);
  await way.pick(pane.page.getByRole("combobox", { name: "Preset" }), preset);
  await status("Not tiered yet").waitFor();
  await way.press(button("Apply tiers"));
  await status("Up to date").waitFor();
}

let builtIn: Promise<readonly (readonly CellValue[])[]> | null = null;

/** What the built-in preset writes, with the column of its flag. */
async function cellsOfBuiltIn(): Promise<readonly (readonly CellValue[])[]> {
  const pane = await open(sampleWorkbook(1));
  await handsOn(pane).choosePreset("ABM tiers by ICP score");
  await handsOn(pane).button("Edit rules").click();
  await rulesHandsOn(pane.page).inSection("columns", ABM_BY_HAND.columns);
  await rulesHandsOn(pane.page).save();
  await pane.page.getByRole("button", { name: "Back" }).click();
  await apply(pane, byMouse(pane.page), "ABM tiers by ICP score (changed in this workbook)");
  return cells(pane, ...WRITTEN);
}

test.each([
  ["by hand", byMouse],
  ["by keyboard alone", byKeys],
])(
  "the ABM preset is built %s, travels with the file, and tiers as the built-in does",
  async (_, wayOn) => {
    const pane = await open(sampleWorkbook(1));
    const way = wayOn(pane.page);
    const { newPreset, inSection, save } = rulesHandsOn(pane.page, way);
    await newPreset("Our ABM");
    for (const [section, edit] of Object.entries(ABM_BY_HAND)) await inSection(section as SectionId, edit);
    await save();
    const file = await readWorkbook(await writeWorkbook(await pane.snapshot()));
    if (!file.ok) throw new Error(file.code);
    await pane.load(file.workbook);
    await apply(pane, way, "Our ABM");
    const own = await cells(pane, ...WRITTEN);

    expect(own).toEqual(await (builtIn ??= cellsOfBuiltIn()));
    const kinds = [...new Set(own.map(([, , tier]) => tier))].sort();
    expect(kinds).toEqual(["Excluded", "Insufficient data", "Not ICP", "Tier 1", "Tier 2", "Tier 3"]);
  },
  240_000,
);
