import { expect, test } from "vitest";
import { sampleWorkbook } from "../../addin/playground/sample/workbook";
import { openPanes } from "./openPanes";

const openPane = openPanes();

test("plans the sample: seats, hours and plays; a summary that can be taken back, and the list of a tier", async () => {
  const browser = { viewport: { width: 320, height: 800 }, reducedMotion: "reduce" } as const;
  const pane = await openPane(sampleWorkbook(1), { browser });
  const { page } = pane;
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const sheets = async () => (await pane.snapshot()).sheets;

  await page.getByRole("combobox", { name: "Preset" }).click();
  await page.getByRole("option", { name: "ABM tiers by ICP score" }).click();
  await page.getByRole("tab", { name: "Plan" }).click();
  const first = page.getByRole("group", { name: "Tier 1" });
  await first.getByText(/^\d+ of 10–20 seats/).waitFor();
  await first.getByText(/^\d+ needed$/).waitFor();
  await button("What each tier is promised").click();
  await page.getByText("Research in depth, campaigns and content made for the account").waitFor();
  await button("How the tiers are made up").click();
  await page.getByRole("cell", { name: /^Software/ }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);

  await pane.settled();
  const before = await sheets();
  await button("Write summary sheet").click();
  await page
    .getByRole("group")
    .getByText(/^Added the sheet Tier Summary: /)
    .waitFor();
  const summary = (await sheets()).find(({ name }) => name === "Tier Summary");
  expect(summary?.tables.map(({ name }) => name)).toContain("TierSummary");
  await button("Undo").click();
  await page.getByRole("group").getByText("What was written last in Tier Summary was undone.").waitFor();
  await pane.settled();
  expect(await sheets()).toEqual(before);

  await button("List Tier 1").click();
  await page.getByRole("menuitem", { name: "On a new sheet" }).click();
  await page
    .getByRole("group")
    .getByText(/^Added a sheet with the \d+ accounts of Tier 1/)
    .waitFor();
  const listed = (await sheets()).find(({ name }) => name === "Tier 1 list");
  const seats = Number.parseInt((await first.getByText(/^\d+ of 10–20 seats/).textContent()) ?? "", 10);
  expect(listed?.values).toHaveLength(1 + seats);
});
