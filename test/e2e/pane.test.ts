import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { readWorkbook } from "../../addin/playground/files/readWorkbook";
import { writeWorkbook } from "../../addin/playground/files/writeWorkbook";
import { sheetOf, workbookOf } from "../../addin/playground/host/simpleSnapshot";
import type { CellValue, WorkbookSnapshot } from "../../addin/playground/host/snapshot";
import type { OpenPane } from "./openPane";
import { type PaneSettings, type PaneSite, startPaneSite } from "./paneSite";

/** The main job in the deployed pane, with a mouse and by keyboard alone. */

let site: PaneSite;
let pane: OpenPane;
beforeAll(async () => {
  site = await startPaneSite();
});
afterAll(() => site?.close());
afterEach(async () => {
  expect(pane.complaints).toEqual([]);
  await pane.close();
});

const CELLS: CellValue[][] = [
  ["Account", "Revenue"],
  ...Object.entries({
    Acme: 300,
    Bolt: 200,
    Cyan: 150,
    Dune: 120,
    Echo: 80,
    Fern: 60,
    Gale: 40,
    Hill: 30,
    Iris: 15,
    Jade: 5,
  }),
];
const ACCOUNTS = workbookOf([sheetOf("Accounts", CELLS)]);

async function open(workbook: WorkbookSnapshot = ACCOUNTS, settings?: PaneSettings): Promise<void> {
  pane = await site.open(workbook, settings);
}

const button = (name: string | RegExp) => pane.page.getByRole("button", { name, exact: true });
const status = (text: string) => pane.page.getByRole("status").getByText(text, { exact: true });
const said = (text: string | RegExp) => pane.page.getByRole("group").getByText(text);

async function columns(from: number, to: number): Promise<CellValue[][]> {
  const { sheets } = await pane.snapshot();
  return (sheets[0]?.values ?? []).map((row) => row.slice(from, to));
}

async function rules(): Promise<number> {
  const { sheets } = await pane.snapshot();
  return sheets[0]?.conditionalFormats.length ?? 0;
}

test("tiers an unknown table, refreshes what an edit changed, and takes it all back", async () => {
  await open();
  const before = await pane.snapshot();
  await status("Not tiered yet").waitFor();
  await pane.page.getByText("Changes: 0 up · 0 down · 10 new · 0 same").waitFor();

  await button("Apply tiers").click(); // the first and only click
  await said("Tiered 10 accounts. 10 new.").waitFor();
  await status("Up to date").waitFor();
  const tiered = await columns(2, 4);
  expect(tiered.slice(0, 4)).toEqual([
    ["Segment", "Tier"],
    ["Key", "Tier 1"],
    ["Enterprise", "Tier 2"],
    ["Enterprise", "Tier 2"],
  ]);
  const coloured = await rules();
  expect(coloured).toBe(8); // one for each label of five segments and three tiers

  await pane.user("type", "Accounts!B6", 900);
  await status("Stale: 1 row changed").waitFor();
  await button("Refresh tiers").click();
  await said(/^Refreshed \d+ cells/).waitFor();
  await status("Up to date").waitFor();
  const refreshed = await columns(2, 4);
  expect(refreshed[5]).toEqual(["Key", "Tier 1"]);
  expect(refreshed[1]).toEqual(["Enterprise", "Tier 2"]);
  expect(await rules()).toBe(coloured);

  await pane.user("type", "Accounts!B6", 80);
  await button("Undo last run").click();
  await said("The last run was undone.").waitFor();
  await pane.settled();
  expect(await columns(2, 4)).toEqual(tiered);
  await pane.user("select", "Accounts!A1");
  await pane.page.reload();
  expect(before.sheets[0]?.values).toEqual(CELLS);
});

test("a first run that is undone leaves the workbook as it was, in every part", async () => {
  await open();
  const before = await pane.snapshot();
  await button("Apply tiers").click();
  await status("Up to date").waitFor();
  expect(await pane.snapshot()).not.toEqual(before);
  await button("Undo").click();
  await status("Not tiered yet").waitFor();
  await pane.settled();
  expect(await pane.snapshot()).toEqual(before);
});

test("a preset saved under a name travels with the file and is applied from it", async () => {
  await open();
  await button("Preset actions").click();
  await pane.page.getByRole("menuitem", { name: "Save as" }).click();
  await pane.page.getByRole("textbox", { name: "Name" }).fill("Board view");
  await button("Save as").click();
  await said(/^Saved "Board view"/).waitFor();
  await button("Apply tiers").click();
  await status("Up to date").waitFor();

  const file = await readWorkbook(await writeWorkbook(await pane.snapshot()));
  if (!file.ok) throw new Error(file.code);
  await pane.load(file.workbook);
  await status("Up to date").waitFor();
  const preset = pane.page.getByRole("combobox", { name: "Preset" });
  expect(await preset.textContent()).toBe("Board view");

  await preset.click();
  await pane.page.getByRole("option", { name: "High / Medium / Low" }).click();
  await status("Not applied yet").waitFor();
  await preset.click();
  await pane.page.getByRole("option", { name: "Board view" }).click();
  await status("Up to date").waitFor();
  await pane.user("type", "Accounts!B11", 2_000);
  await button("Refresh tiers").click();
  await status("Up to date").waitFor();
  expect((await columns(2, 4))[10]).toEqual(["Key", "Tier 1"]);
});

test("the same by keyboard alone", async () => {
  await open();
  const { keyboard } = pane.page;
  const focused = () => pane.page.evaluate(() => document.activeElement?.textContent ?? "");
  /** Tab until a control of that name has the focus. */
  const tabTo = async (name: string) => {
    for (let i = 0; i < 40; i++) {
      await keyboard.press("Tab");
      const label = await pane.page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
      if ((label ?? (await focused())) === name) return;
    }
    throw new Error(`Tab never came to ${name}`);
  };
  await status("Not tiered yet").waitFor();
  const before = await pane.snapshot();

  await tabTo("Apply tiers");
  await keyboard.press("Enter");
  await status("Up to date").waitFor();
  expect(await focused()).toBe("Apply tiers"); // focus stays where the work was

  await pane.user("type", "Accounts!B6", 900);
  await status("Stale: 1 row changed").waitFor();
  await tabTo("Refresh tiers");
  await keyboard.press("Space");
  await status("Up to date").waitFor();
  expect((await columns(2, 4))[5]).toEqual(["Key", "Tier 1"]);

  await tabTo("Preset actions");
  await keyboard.press("Enter");
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter"); // Save as
  await pane.page.getByRole("textbox", { name: "Name" }).waitFor();
  await keyboard.press("ControlOrMeta+a");
  await keyboard.type("Board view");
  await keyboard.press("Enter");
  await said(/^Saved "Board view"/).waitFor();
  await pane.page.getByRole("dialog").waitFor({ state: "detached" });

  await tabTo("Undo last run");
  await keyboard.press("Enter");
  await said("The last run was undone.").waitFor();
  expect((await columns(2, 4))[5]).toEqual(["Enterprise", "Tier 2"]);
  expect(before.sheets[0]?.values).toEqual(CELLS);
});
