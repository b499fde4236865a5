import { expect, test } from "vitest";
import { readWorkbook } from "../../addin/playground/files/readWorkbook";
import { writeWorkbook } from "../../addin/playground/files/writeWorkbook";
import { sheetOf, workbookOf } from "../../addin/playground/host/simpleSnapshot";
import type { CellValue, WorkbookSnapshot } from "../../addin/playground/host/snapshot";
import { ACCOUNTS, CELLS } from "./accounts";
import { handsOn, type Hands } from "./hands";
import type { OpenPane } from "./openPane";
import type { PaneSettings } from "./paneSite";
import { openPanes } from "./openPanes";

/** The main job in the deployed pane, with a mouse and by keyboard alone. */

let pane: OpenPane;
let { button, status, said, press, focused, tabTo } = {} as Hands;
const openPane = openPanes();

async function open(workbook: WorkbookSnapshot = ACCOUNTS, settings?: PaneSettings): Promise<void> {
  pane = await openPane(workbook, settings);
  ({ button, status, said, press, focused, tabTo } = handsOn(pane));
}

/** The cells from a column on. */
function cellsOf({ sheets }: WorkbookSnapshot, column: number): CellValue[][] {
  return (sheets[0]?.values ?? []).map((row) => row.slice(column));
}

/** Accounts whose row differs, with what stands in our columns now. */
function differences(before: WorkbookSnapshot, after: WorkbookSnapshot): Record<string, string> {
  const [old, now] = [cellsOf(before, 0), cellsOf(after, 0)];
  expect(now.map((row) => row.slice(0, 2))).toEqual(old.map((row) => row.slice(0, 2)));
  const changed = now.filter((row, at) => JSON.stringify(row) !== JSON.stringify(old[at]));
  return Object.fromEntries(changed.map(([account, , ...own]) => [account, own.join(" ")]));
}

test("tiers an unknown table, writes on refresh what an edit changed and nothing else, and takes it back", async () => {
  await open();
  await status("Not tiered yet").waitFor();
  await pane.page.getByText("Changes: 0 up · 0 down · 10 new · 0 same").waitFor();

  await button("Apply tiers").click(); // the first and only click
  await said("Tiered 10 accounts. 10 new.").waitFor();
  await status("Up to date").waitFor();
  const tiered = await pane.snapshot();
  expect(cellsOf(tiered, 2).slice(0, 4)).toEqual([
    ["Segment", "Tier"],
    ["Key", "Tier 1"],
    ["Enterprise", "Tier 2"],
    ["Enterprise", "Tier 2"],
  ]);
  expect(tiered.sheets[0]?.conditionalFormats).toHaveLength(8); // one for each of five segments and three tiers

  await pane.user("type", "Accounts!B6", 900);
  await status("Stale: 1 row changed").waitFor();
  const edited = await pane.snapshot();
  await button("Refresh tiers").click();
  await said(/^Refreshed 6 cells/).waitFor();
  await status("Up to date").waitFor();
  const refreshed = await pane.snapshot();
  // Of 1,820 Echo now has 49 %; the 80 % are reached within Cyan, and Dune is behind them.
  expect(differences(edited, refreshed)).toEqual({
    Acme: "Enterprise Tier 2",
    Echo: "Key Tier 1",
    Dune: "Commercial Tier 3",
  });
  expect(refreshed.sheets[0]?.conditionalFormats).toEqual(tiered.sheets[0]?.conditionalFormats);

  await button("Undo last run").click();
  await said("The last run was undone.").waitFor();
  await pane.settled();
  const undone = await pane.snapshot();
  expect(undone.sheets).toEqual(edited.sheets);
  expect(undone.names).toEqual(edited.names);
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
  expect(cellsOf(await pane.snapshot(), 2)[10]).toEqual(["Key", "Tier 1"]);
});

test("the same by keyboard alone", async () => {
  await open();
  const before = await pane.snapshot();
  await status("Not tiered yet").waitFor();
  await tabTo("Apply tiers");
  await press("Enter");
  await status("Up to date").waitFor();
  expect(await focused()).toBe("Apply tiers"); // focus stays where the work was
  await tabTo("Undo last run");
  await press("Enter");
  await status("Not tiered yet").waitFor();
  await pane.settled();
  expect(await pane.snapshot()).toEqual(before);

  await tabTo("Preset actions");
  await press("Enter", "ArrowDown", "ArrowDown", "Enter"); // Save as
  await pane.page.getByRole("textbox", { name: "Name" }).waitFor();
  await press("ControlOrMeta+a");
  await pane.page.keyboard.type("Board view");
  await press("Enter");
  await said(/^Saved "Board view"/).waitFor();
  await pane.page.getByRole("dialog").waitFor({ state: "detached" });

  const file = await readWorkbook(await writeWorkbook(await pane.snapshot()));
  if (!file.ok) throw new Error(file.code);
  await pane.load(file.workbook);
  await status("Not tiered yet").waitFor();
  await tabTo("Preset");
  await press("Enter", "End", "Enter"); // the workbook's own come last
  await pane.page.getByRole("combobox", { name: "Preset" }).filter({ hasText: "Board view" }).waitFor();
  await status("Not tiered yet").waitFor();
  await tabTo("Apply tiers");
  await press("Enter");
  await status("Up to date").waitFor();

  await pane.user("type", "Accounts!B6", 900);
  await status("Stale: 1 row changed").waitFor();
  await tabTo("Refresh tiers");
  await press("Space");
  await status("Up to date").waitFor();
  expect(cellsOf(await pane.snapshot(), 2)[5]).toEqual(["Key", "Tier 1"]);
  await expect.poll(focused).not.toBe(""); // its button is gone, and the focus is not
});

test("the first result takes two clicks from an empty workbook", async () => {
  await open(workbookOf([sheetOf("Sheet1")]));
  await button("Insert sample accounts").click();
  await pane.page.getByText("SampleAccounts · table on Sample accounts · 500 accounts").waitFor();
  await button("Apply tiers").click();
  await status("Up to date").waitFor();
  const { sheets } = await pane.snapshot();
  expect(sheets[1]?.values[0]?.slice(-3)).toEqual(["Exclude", "Segment", "Tier"]);
  expect(sheets[0]?.values).toEqual([]);
  await button("Show tiers").click();
  await pane.settled();
  expect(await pane.selection()).toEqual(["'Sample accounts'!Z1"]);
});

test("a link of the data check selects the cell it names", async () => {
  await open(workbookOf([sheetOf("Accounts", [...CELLS, ["Kilo", "1,200"]])]));
  await button("1 row needs a look").click();
  await button("Row 12").click();
  await pane.settled();
  expect(await pane.selection()).toEqual(["Accounts!B12"]);
});

test("the ribbon refreshes without a question, and the pane that is open follows", async () => {
  await open();
  await button("Apply tiers").click();
  await status("Up to date").waitFor();
  await pane.user("type", "Accounts!B6", 900);
  await pane.ribbon("refreshTiers");
  await said("Refreshed 10 accounts: 6 cells changed.").waitFor();
  await status("Up to date").waitFor();
  expect(cellsOf(await pane.snapshot(), 2)[5]).toEqual(["Key", "Tier 1"]);
});

test("a write that Excel breaks off is put back, said, and can be tried again", async () => {
  await open();
  await status("Not tiered yet").waitFor();
  await pane.settled();
  const before = await pane.snapshot();
  await pane.faults.inject({ request: 4, when: "after", code: "GeneralException" });
  await button("Apply tiers").click();
  await said(/What had been written was put back/).waitFor();
  await pane.settled();
  expect(await pane.snapshot()).toEqual(before);
  await button("Apply tiers").click();
  await status("Up to date").waitFor();
});

test("100,000 accounts: cancelling while they are written leaves the sheet as it was", async () => {
  const rows = Array.from({ length: 100_000 }, (_, i) => [`Account ${i}`, (i * 7919) % 100_003]);
  await open(workbookOf([sheetOf("Accounts", [["Account", "Revenue"], ...rows])]));
  await pane.page.getByText("Changes: 0 up · 0 down · 100,000 new · 0 same").waitFor();
  await pane.settled();
  const before = await pane.snapshot();
  await pane.faults.inject({ request: 8, when: "after", reply: "held" }); // in the middle of the writing
  await button("Apply tiers").click();
  await pane.page.getByText(/^Writing: [1-9][\d,]* of 100,000 rows$/).waitFor();
  await button("Cancel").click();
  await pane.faults.release();
  await said("Cancelled. The sheet is as it was.").waitFor();
  await pane.settled();
  expect(await pane.snapshot()).toEqual(before);
});
