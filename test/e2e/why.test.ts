import { expect, test } from "vitest";
import { serialOfIso } from "../../engine/index";
import { ACCOUNTS } from "./accounts";
import { openPanes } from "./openPanes";

/** "Why this tier" and overrides in the deployed pane, by keyboard. */

const openPane = openPanes();

test("a row that is selected is explained; an override by keyboard is applied, and ended again", async () => {
  const pane = await openPane(ACCOUNTS, { browser: { locale: "en-US" } });
  const { page } = pane;
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const tierOfFern = async () => (await pane.snapshot()).sheets[0]?.values[6]?.slice(0, 4);

  await page.getByText("Not tiered yet").waitFor();
  await button("Apply tiers").press("Enter");
  await page.getByText("Up to date").waitFor();
  await pane.user("select", "Accounts!A2");
  await button("Why this tier").press("Enter");
  await page.getByRole("region", { name: "Acme" }).getByText("It is in the first tier.").waitFor();
  await pane.user("select", "Accounts!D7");
  const fern = page.getByRole("region", { name: "Fern" });
  await fern.getByText("Tier 3 · Commercial").waitFor();
  // Of 1,000 Echo with 80 is the account within which the 80 % are reached.
  await fern.getByText(/^20 more \w+ would lift it to Tier 2: it has 60, the edge is at 80\.$/).waitFor();
  await button("Step by step").press("Enter");
  await page
    .getByRole("region", { name: "Segments" })
    .getByText(/^Enterprise: No$/)
    .waitFor();

  await button("Override…").press("Enter");
  await page.getByRole("radio", { name: "Pin to tier" }).and(page.locator(":focus")).waitFor();
  await press("Tab", "Enter", "Home", "Enter", "Tab");
  await page.keyboard.type("Board decision");
  await press("Tab");
  await page.keyboard.type("Dana");
  await press("Tab");
  await page.keyboard.type("12312199");
  await press("Enter");
  await page.getByText(/^The override of Fern is in Tier Overrides/).waitFor();
  await fern.getByText("Tier 1 · Commercial").waitFor();
  expect(await tierOfFern()).toEqual(["Fern", 60, "Commercial", "Tier 3"]); // not before it is applied
  await button("Refresh tiers").press("Enter");
  await page.getByText("Up to date").waitFor();
  expect(await tierOfFern()).toEqual(["Fern", 60, "Commercial", "Tier 1"]);
  const overrides = (await pane.snapshot()).sheets.find(({ name }) => name === "Tier Overrides");
  const until = serialOfIso("2199-12-31");
  expect(overrides?.values.slice(0, 2).map((row) => row.slice(0, 7))).toEqual([
    ["Account", "Kind", "Tier", "Reason", "By", "Until", "Preset"],
    ["Fern", "Pin to tier", "Tier 1", "Board decision", "Dana", until, "revenue-share"],
  ]);

  await fern.getByRole("button", { name: "End override" }).press("Enter");
  await page.getByText(/^The override of Fern was taken out/).waitFor();
  await fern.getByText("Tier 3 · Commercial").waitFor();
  await button("Refresh tiers").press("Enter");
  await page.getByText("Up to date").waitFor();
  expect(await tierOfFern()).toEqual(["Fern", 60, "Commercial", "Tier 3"]);
});
