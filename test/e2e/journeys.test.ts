import { describe, expect, test } from "vitest";
import {
  BUILT_IN,
  compare,
  parsePreset,
  presetDocument,
  readTable,
  run,
  type PresetDocument,
  type TableResult,
} from "../../engine/index";
import { sheetOf, workbookOf } from "../../addin/playground/host/simpleSnapshot";
import type { CellValue, WorkbookSnapshot } from "../../addin/playground/host/snapshot";
import { sampleWorkbook } from "../../addin/playground/sample/workbook";
import { ACCOUNTS, CELLS } from "./accounts";
import { handsOn, type Hands } from "./hands";
import type { OpenPane } from "./openPane";
import { Prepared } from "./prepared";
import { openPanes } from "./openPanes";

/** Whole jobs of an analyst, from opening the pane to the cells of the sheet. */

let pane: OpenPane;
let { button, status, said, tabTo, press, choosePreset } = {} as Hands;
const openPane = openPanes();

async function open(workbook: WorkbookSnapshot): Promise<void> {
  pane = await openPane(workbook);
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

describe("25 seats in place of 20", () => {
  /** In the sample 29 accounts have 72 points, so that all of 20 seats are taken, and all of 25. */
  function abm(max: number): PresetDocument {
    const built = BUILT_IN.get("abm-score");
    if (!built) throw new Error("no preset");
    const { tiers, ...document } = presetDocument(built);
    const [first, ...rest] = tiers.rungs;
    if (!first?.capacity) throw new Error("no seats");
    const top = { ...first, when: { measure: "score", ">=": 72 }, capacity: { ...first.capacity, max } };
    return { ...document, tiers: { ...tiers, rungs: [top, ...rest] } };
  }

  /** Who would move, by name, as the engine has it. */
  function movers(): string[] {
    const runs = [20, 25].map((max) => {
      const parsed = parsePreset(abm(max));
      if (!parsed.ok) throw new Error(parsed.issues[0]?.code);
      table ??= readTable(sampleWorkbook(1).sheets[0]?.values ?? [], parsed.preset);
      if (!table.ok) throw new Error("no table");
      return run(table.table, parsed.preset, { asOf: "2026-01-31" });
    });
    const [twenty, more] = runs;
    if (!twenty || !more) throw new Error("no runs");
    const found = compare(twenty, more);
    expect(found.map(({ from, to }) => [from, to])).toEqual(Array.from({ length: 5 }, () => ["t2", "t1"]));
    return found.map(({ account }) => account).sort();
  }
  let table: TableResult | undefined;

  const FIVE = "Compared with the saved rules: 5 accounts move";
  const moved = () => pane.page.getByRole("list", { name: "Accounts that the changed rules move" });
  const inFirst = () => pane.page.getByRole("list", { name: "What follows" }).getByRole("listitem").first();
  const seats = () => pane.page.getByRole("textbox", { name: "Most accounts" });

  async function expectMovers(): Promise<void> {
    await moved().waitFor();
    await expect.poll(() => inFirst().textContent()).toBe("Tier 1 20 → 25");
    const texts = await moved().getByRole("listitem").allTextContents();
    expect(texts.sort()).toEqual(movers().map((account) => `${account} Tier 2 → Tier 1`));
  }

  async function expectAsBefore(before: WorkbookSnapshot): Promise<void> {
    await moved().waitFor({ state: "detached" });
    await expect.poll(() => inFirst().textContent()).toBe("Tier 1 20");
    await expect.poll(() => seats().inputValue()).toBe("20");
    await pane.settled();
    expect(await pane.snapshot()).toEqual(before);
  }

  /** Names of the accounts in Tier 1, as they stand in the sheet. */
  async function first(): Promise<string[]> {
    const [header = [], ...rows] = await rowsOf("Accounts");
    const tier = header.indexOf("Tier");
    return rows.filter((row) => row[tier] === "Tier 1").map(([account]) => String(account));
  }

  test("names who moves before anything is written, can be given up, and moves them once it is applied", async () => {
    await open(sampleWorkbook(1));
    await choosePreset("ABM tiers by ICP score");
    await button("Edit rules").click();
    await button("Tiers").click();
    await button("Tier 1: 8 accounts").click();
    await button("Who stands here: Score is at least 80").click();
    await pane.page.getByRole("textbox", { name: "Number", exact: true }).fill("72");
    await button("Save").click();
    await said(/^Saved/).waitFor();
    await button("Back").click();
    await button("Apply tiers").click();
    await status("Up to date").waitFor();
    const twenty = await first();
    expect(twenty).toHaveLength(20);
    const before = await pane.snapshot();

    await button("Edit rules").click();
    await button("Tiers").click();
    await button("Tier 1: 20 accounts").click();
    await button("Seats").click();
    await seats().fill("25");
    await button(FIVE).click();
    await expectMovers();
    await pane.settled();
    expect(await pane.snapshot()).toEqual(before);
    await button("Discard changes").click();
    await expectAsBefore(before);

    await seats().fill("25");
    await button(FIVE).waitFor();
    await button("Save").click();
    await said(/^Saved/).waitFor();
    await button("Back").click();
    await button("Apply tiers").click();
    await status("Up to date").waitFor();
    expect((await first()).sort()).toEqual([...twenty, ...movers()].sort());
  });

  test("the same by keyboard alone", async () => {
    const prepared = new Prepared(sampleWorkbook(1));
    await prepared.tier(abm(20), "2026-01-31");
    await open(prepared.snapshot());
    await button("Why this tier").waitFor();
    const twenty = await first();
    const before = await pane.snapshot();
    await tabTo("Edit rules", 80);
    await press("Enter");
    await tabTo("Tiers");
    await press("Enter");
    await tabTo("Tier 1: 20 accounts");
    await press("Enter");
    await tabTo("Seats");
    await press("Enter");
    const raise = async () => {
      await tabTo("Most accounts");
      await press("ControlOrMeta+A", "2", "5");
      await button(FIVE).waitFor();
    };
    await raise();
    await tabTo(FIVE, 40, "Shift+Tab");
    await press("Enter");
    await expectMovers();
    expect(await pane.snapshot()).toEqual(before);
    await tabTo("Discard changes", 60);
    await press("Enter");
    await expectAsBefore(before);

    await raise();
    await tabTo("Save", 60);
    await press("Enter");
    await said(/^Saved/).waitFor();
    await tabTo("Back", 60);
    await press("Enter");
    await tabTo("Apply tiers", 80);
    await press("Enter");
    await status("Up to date").waitFor();
    expect((await first()).sort()).toEqual([...twenty, ...movers()].sort());
  });
});
