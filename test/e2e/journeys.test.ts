import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { sheetOf, workbookOf } from "../../addin/playground/host/simpleSnapshot";
import type { CellValue, WorkbookSnapshot } from "../../addin/playground/host/snapshot";
import { ACCOUNTS, CELLS } from "./accounts";
import { handsOn, type Hands } from "./hands";
import type { OpenPane } from "./openPane";
import { startPaneSite, type PaneSite } from "./paneSite";

/** Whole jobs of an analyst, from opening the pane to the cells of the sheet. */

let site: PaneSite;
let pane: OpenPane;
let { button, status, said, tabTo, press, choosePreset } = {} as Hands;
beforeAll(async () => {
  site = await startPaneSite();
});
afterAll(() => site?.close());
afterEach(async () => {
  expect(pane.complaints).toEqual([]);
  await pane.close();
});

async function open(workbook: WorkbookSnapshot): Promise<void> {
  pane = await site.open(workbook);
  ({ button, status, said, tabTo, press, choosePreset } = handsOn(pane));
}

async function rowsOf(sheet: string): Promise<readonly (readonly CellValue[])[]> {
  const { sheets } = await pane.snapshot();
  return sheets.find(({ name }) => name === sheet)?.values ?? [];
}

describe("bad data", () => {
  const MESSY = workbookOf([sheetOf("Accounts", [...CELLS, ["Kilo", "to be told"], ["Lima", "12oo"]])]);

  test("are found from the pane, mended in the sheet, and the tiers refreshed", async () => {
    await open(MESSY);
    await button("Apply tiers").click();
    await status("Up to date").waitFor();
    expect((await rowsOf("Accounts"))[12]).toEqual(["Lima", "12oo", "Commercial", "Tier 3"]);
    await button("2 checks need a look").click();
    await button("Row 13").first().click();
    await pane.settled();
    expect(await pane.selection()).toEqual(["Accounts!B13"]);
    await pane.user("type", "Accounts!B13", 1_200);
    await button("Refresh tiers").click();
    await status("Up to date").waitFor();
    expect((await rowsOf("Accounts"))[12]).toEqual(["Lima", 1_200, "Key", "Tier 1"]);
  });

  test("the same by keyboard alone", async () => {
    await open(MESSY);
    await status("Not tiered yet").waitFor();
    await tabTo("Apply tiers", 80);
    await press("Enter");
    await status("Up to date").waitFor();
    await tabTo("2 checks need a look", 80);
    await press("Enter");
    await tabTo("Row 13");
    await press("Enter");
    await pane.settled();
    expect(await pane.selection()).toEqual(["Accounts!B13"]);
    await pane.user("type", "Accounts!B13", 1_200);
    await button("Refresh tiers").waitFor();
    await tabTo("Refresh tiers", 80);
    await press("Enter");
    await status("Up to date").waitFor();
    expect((await rowsOf("Accounts"))[12]).toEqual(["Lima", 1_200, "Key", "Tier 1"]);
  });
});

test("two sheets keep to a preset each", async () => {
  const [first] = ACCOUNTS.sheets;
  if (!first) throw new Error("no sheet");
  await open(workbookOf([first, sheetOf("Partners", CELLS)]));
  await button("Apply tiers").click();
  await status("Up to date").waitFor();

  await pane.user("select", "Partners!A1");
  await button("Use selection").click();
  await pane.page.getByText(/^Partners ·/).waitFor();
  await choosePreset("High / Medium / Low");
  await status("Not tiered yet").waitFor();
  await button("Apply tiers").click();
  await status("Up to date").waitFor();
  expect((await rowsOf("Accounts"))[0]).toEqual(["Account", "Revenue", "Segment", "Tier"]);
  const partners = await rowsOf("Partners");
  expect(partners[0]).toEqual(["Account", "Revenue", "Tier"]);
  expect(partners.slice(1).map((row) => row[2])).toEqual([
    ...["High", "High"], // a fifth of ten
    ...["Medium", "Medium", "Medium"], // half of them
    ...["Low", "Low", "Low", "Low", "Low"],
  ]);

  await pane.user("select", "Accounts!A3");
  await button("Use selection").click();
  await status("Up to date").waitFor();
  const preset = pane.page.getByRole("combobox", { name: "Preset" });
  expect(await preset.textContent()).toBe("Revenue share 30/50/20");
  await pane.user("type", "Accounts!B11", 2_000);
  await button("Refresh tiers").click();
  await said(/^Refreshed/).waitFor();
  expect((await rowsOf("Accounts"))[10]?.slice(2)).toEqual(["Key", "Tier 1"]);
  expect(await rowsOf("Partners")).toEqual(partners);
});
