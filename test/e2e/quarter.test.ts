import { expect, test } from "vitest";
import { BUILT_IN, presetDocument } from "../../engine/index";
import { sheetOf, workbookOf } from "../../addin/playground/host/simpleSnapshot";
import type { CellValue, WorkbookSnapshot } from "../../addin/playground/host/snapshot";
import { sampleWorkbook } from "../../addin/playground/sample/workbook";
import { CELLS } from "./accounts";
import { handsOn, type Hands } from "./hands";
import type { OpenPane } from "./openPane";
import { openPanes } from "./openPanes";
import { Prepared } from "./prepared";

/** A quarter's review from the new numbers to the next quarter. */

let pane: OpenPane;
let { button, status, said, tabTo, press, focused } = {} as Hands;
const openPane = openPanes();

async function open(workbook: WorkbookSnapshot): Promise<void> {
  pane = await openPane(workbook, { browser: { locale: "en-US", reducedMotion: "reduce" } });
  ({ button, status, said, tabTo, press, focused } = handsOn(pane));
}

const attention = () => pane.page.getByRole("list", { name: "Attention list" }).getByRole("listitem");

/** The third largest account of the sample: it loses 70 % in the second quarter. */
const SLIPPED = "Morvunax Stores";

test("a quarter by mouse: who slipped is noted and pinned, and the next quarter shows where it was", async () => {
  const tab = (name: string) => pane.page.getByRole("tab", { name }).click();
  const applyAsOf = async (day: string) => {
    await tab("Tier");
    await pane.page.getByLabel("As of").fill(day);
    await status("Not applied yet").or(status("Not tiered yet")).waitFor();
    await button("Apply tiers").click();
    await status("Up to date").waitFor();
  };
  const record = async () => {
    await tab("Review");
    await button("Record review").click();
    await said(/^Recorded the review/).waitFor();
    await status("Up to date").waitFor();
  };
  const tierOf = async (account: string) => {
    const [header = [], ...rows] = (await pane.snapshot()).sheets[0]?.values ?? [];
    return rows.find(([name]) => name === account)?.[header.indexOf("Tier")];
  };

  await open(sampleWorkbook(1));
  await status("Not tiered yet").waitFor();
  await applyAsOf("2026-01-31");
  expect(await tierOf(SLIPPED)).toBe("Tier 1");
  await record();

  const [header = [], ...later] = sampleWorkbook(2).sheets[0]?.values ?? [];
  const rows = later.map((row) => header.map((_, column): CellValue => row[column] ?? ""));
  await pane.user("insertTableRows", "Accounts", 500, 6);
  await pane.user("paste", "Accounts!A2", rows);
  await applyAsOf("2026-04-30");
  await tab("Review");
  const slipped = attention().filter({ hasText: SLIPPED });
  await slipped.getByText("Slipped: Tier 1 → Tier 2").waitFor();
  await slipped.getByText("Dana Fenn · due May 5, 2026").waitFor();
  expect(await attention().first().textContent()).toContain(SLIPPED);
  await record();
  await button(`Note on ${SLIPPED}: Slipped`).click();
  await pane.page.getByRole("combobox", { name: "Reason" }).selectOption("Dissatisfied");
  await button("Save note").click();
  await slipped.getByText("Open · Dissatisfied").waitFor();

  await slipped.getByRole("button", { name: SLIPPED, exact: true }).click();
  await tab("Tier");
  await button("Why this tier").click();
  const why = pane.page.getByRole("region", { name: SLIPPED });
  await why.getByText("Tier 2 · Enterprise").waitFor();
  await button("Override…").click();
  await pane.page.getByRole("combobox", { name: "Tier", exact: true }).click();
  await pane.page.getByRole("option", { name: "Tier 1" }).click();
  await pane.page.getByRole("textbox", { name: "Reason" }).fill("They are coming back");
  await pane.page.getByLabel("Until").fill("2026-06-30");
  await button("Save override").click();
  await said(/^The override of Morvunax Stores is in Tier Overrides/).waitFor();
  expect(await tierOf(SLIPPED)).toBe("Tier 2");
  await button("Refresh tiers").click();
  await status("Up to date").waitFor();
  expect(await tierOf(SLIPPED)).toBe("Tier 1");
  await applyAsOf("2026-05-07");
  await record();

  await applyAsOf("2026-07-31");
  expect(await tierOf(SLIPPED)).toBe("Tier 2"); // the pin is over
  await button("Why this tier").click();
  await why.getByText("Tier 1 → Tier 2 → Tier 1 → Tier 2").waitFor();
  await why.getByText("Initial Tier 1 · previous Tier 1 · highest Tier 1").waitFor();
  await tab("Review");
  await button("Initial, previous and highest tier").click();
  const path = pane.page.getByRole("row", { name: new RegExp(`^${SLIPPED}`) }).getByRole("cell");
  await expect
    .poll(() => path.allTextContents(), { timeout: 20_000 })
    .toEqual([
      `${SLIPPED}Tier 1 (Jan 31, 2026) → Tier 2 (Apr 30, 2026) → Tier 1 (May 7, 2026) → Tier 2 (Jul 31, 2026)`,
      ...["Tier 1", "Tier 1", "Tier 2", "Tier 1"],
    ]);
});

test("its main steps by keyboard alone", async () => {
  const prepared = new Prepared(workbookOf([sheetOf("Accounts", CELLS)]));
  const preset = BUILT_IN.get("revenue-share");
  if (!preset) throw new Error("no preset");
  await prepared.tier(presetDocument(preset), "2026-01-31", { isReview: true });
  // Of 1,000 Acme has 300: Key, in Tier 1. With 100 of 800 it is within the 80 % that are Enterprise.
  prepared.user.type("Accounts!B2", 100);
  await open(prepared.snapshot());
  const type = (text: string) => pane.page.keyboard.type(text);

  await button("Refresh tiers").waitFor();
  await tabTo("As of", 80);
  await type("04302026");
  await status("Not applied yet").waitFor();
  await tabTo("Apply tiers", 80);
  await press("Enter");
  await status("Up to date").waitFor();
  await tabTo("Tier", 80);
  await press("ArrowRight", "Enter");
  await attention().first().getByText("Slipped: Tier 1 → Tier 2").waitFor();
  await tabTo("Record review", 80);
  await press("Enter");
  await said(/^Recorded the review/).waitFor();
  await button("Note on Acme: Slipped").waitFor();
  await tabTo("Note on Acme: Slipped", 80);
  await press("Enter");
  await pane.page.getByRole("combobox", { name: "Status" }).and(pane.page.locator(":focus")).waitFor();
  await tabTo("Reason", 3);
  await type("Serv");
  await tabTo("Note", 3);
  await type("They call on Monday");
  await tabTo("Save note", 5);
  await press("Enter");
  await attention().first().getByText("Open · Service issue").waitFor();
  await expect.poll(focused).toBe("Note on Acme: Slipped");
  await tabTo("Initial, previous and highest tier", 80);
  await press("Enter");
  const path = pane.page.getByRole("row", { name: /^Acme/ }).getByRole("cell");
  await path.first().waitFor();
  await expect
    .poll(() => path.allTextContents(), { timeout: 20_000 })
    .toEqual(["Acme", "Tier 1", "Tier 1", "Tier 2", "Tier 1"]);
});
