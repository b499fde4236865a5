import { expect, test } from "vitest";
import { sheetOf, workbookOf } from "../../addin/playground/host/simpleSnapshot";
import { CELLS } from "./accounts";
import { handsOn } from "./hands";
import { openPanes } from "./openPanes";

const openPane = openPanes();

test("two quarters and a third: who slipped is first, behind its count, noted, and has its path", async () => {
  const browser = { viewport: { width: 320, height: 800 }, reducedMotion: "reduce" } as const;
  const pane = await openPane(workbookOf([sheetOf("Accounts", CELLS)]), { browser });
  const { page } = pane;
  const { button, status, said } = handsOn(pane);
  const attention = page.getByRole("list", { name: "Attention list" }).getByRole("listitem");
  const goTo = async (day: string) => {
    await page.clock.setFixedTime(new Date(`${day}T12:00:00`));
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  };
  const refresh = async () => {
    await button("Refresh tiers").click();
    await status("Up to date").waitFor();
  };
  const record = async () => {
    await button("Record review").click();
    await said(/^Recorded the review/).waitFor();
    await status("Up to date").waitFor();
  };

  await status("Not tiered yet").waitFor();
  await goTo("2026-01-31");
  await page.getByRole("tab", { name: "Review" }).click();
  await page.getByText("Apply the tiers first: a review records what stands in the sheet.").waitFor();
  await button("Record review").click({ force: true });
  await pane.settled();
  expect((await pane.snapshot()).sheets).toHaveLength(1);
  await page.getByRole("tab", { name: "Tier" }).click();
  await button("Apply tiers").click();
  await status("Up to date").waitFor();
  await page.getByRole("tab", { name: "Review" }).click();
  await record();
  await page.getByText("Last review Jan 31, 2026, next due Apr 30, 2026.").waitFor();

  // Of 1,000 Acme has 300: Key, in Tier 1. With 100 of 800 it is within the 80 % that are Enterprise.
  await goTo("2026-04-30");
  await pane.user("type", "Accounts!B2", 100);
  await refresh();
  await attention.first().getByText("Slipped: Tier 1 → Tier 2").waitFor();
  expect(await attention.first().textContent()).toMatch(/^Acme/);
  await page.getByText("Record the review to note a reason.").waitFor();
  await button("1 account from Tier 1 to Tier 2").click();
  const behind = page.getByRole("list", { name: "1 account from Tier 1 to Tier 2" });
  await behind.getByText("by its own change, value 100").waitFor();
  await behind.getByRole("button", { name: "Acme" }).click();
  await pane.settled();
  expect(await pane.selection()).toEqual(["Accounts!A2"]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);

  await record();
  await button("Note on Acme: Slipped").click();
  await page.getByRole("combobox", { name: "Status" }).selectOption("In progress");
  await page.getByRole("combobox", { name: "Reason" }).selectOption("Dissatisfied");
  await page.getByRole("textbox", { name: "Note" }).fill("They call on Monday");
  await button("Save note").click();
  await said("The note on Acme is in Tier History.").waitFor();
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(200);
  const result = await said("The note on Acme is in Tier History.").boundingBox();
  expect(result?.y).toBeGreaterThanOrEqual(0); // in sight, however far one has scrolled
  await attention.first().getByText("In progress · Dissatisfied").waitFor();
  const history = (await pane.snapshot()).sheets.find(({ name }) => name === "Tier History");
  expect(history?.values.find((row) => row.includes("They call on Monday"))).toContain("Dissatisfied");

  await goTo("2026-07-31");
  await pane.user("type", "Accounts!B2", 1_000);
  await refresh();
  await button("Initial, previous and highest tier").click();
  const path = page.getByRole("row", { name: /^Acme/ }).getByRole("cell");
  await expect
    .poll(() => path.allTextContents(), { timeout: 20_000 })
    .toEqual([
      "AcmeTier 1 (Jan 31, 2026) → Tier 2 (Apr 30, 2026) → Tier 1 (Jul 31, 2026)",
      ...["Tier 1", "Tier 2", "Tier 1", "Tier 1"],
    ]);
  // 700 of the others, as before, and what Acme has.
  const all = page.getByRole("row", { name: /^All tiers/ }).getByRole("cell");
  await expect.poll(() => all.allTextContents(), { timeout: 20_000 }).toEqual(["1,700", "800", "+112.5%"]);
});
