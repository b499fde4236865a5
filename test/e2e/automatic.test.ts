import { expect, test } from "vitest";
import { ACCOUNTS } from "./accounts";
import type { OpenPane } from "./openPane";
import { openPanes } from "./openPanes";

/** Tiers that follow edits, and cells that hold Excel up, in the deployed pane. */

let pane: OpenPane;
const openPane = openPanes();

const button = (name: string | RegExp) => pane.page.getByRole("button", { name, exact: true });
const status = (text: string) => pane.page.getByRole("status").getByText(text, { exact: true });
const follows = () => pane.page.getByRole("switch", { name: "Refresh automatically" });
const CELL_IS_EDITED = "Excel waits for you to finish editing a cell. Press Enter or Esc there.";

/** What stands in our columns beside the account of a row, counted from 0 at the header. */
async function ours(row: number): Promise<unknown[]> {
  return (await pane.snapshot()).sheets[0]?.values[row]?.slice(2) ?? [];
}

test("tiers follow edits while the switch is on, and only then", async () => {
  pane = await openPane(ACCOUNTS);
  await button("Apply tiers").click();
  await status("Up to date").waitFor();
  expect(await follows().isChecked()).toBe(false);
  await follows().click();
  await status("Up to date").waitFor();

  await pane.user("type", "Accounts!B6", 900);
  await expect.poll(() => ours(5), { timeout: 10_000 }).toEqual(["Key", "Tier 1"]);
  await status("Up to date").waitFor();
  // What is shown is what was written: of 1,820 Echo holds 49 %, and is the one Key account.
  const key = pane.page.getByRole("table", { name: "Segment" }).getByRole("row", { name: /^Key/ });
  expect(await key.getByRole("cell").nth(1).textContent()).toBe("1");
  expect(await button("Undo last run").getAttribute("aria-disabled")).not.toBe("true");

  await follows().click();
  expect(await follows().isChecked()).toBe(false);
  await pane.user("type", "Accounts!B6", 1);
  await status("Stale: 1 row changed").waitFor();
  await pane.settled();
  expect(await ours(5)).toEqual(["Key", "Tier 1"]);
});

test("an edit that waits for its Enter is said in the footer, and goes on by itself", async () => {
  pane = await openPane(ACCOUNTS);
  await status("Not tiered yet").waitFor();
  await pane.settled();
  await pane.editCell(true);
  await button("Apply tiers").click();
  await status(CELL_IS_EDITED).waitFor();
  await pane.editCell(false);
  await status("Up to date").waitFor();
  expect(await pane.page.getByText(CELL_IS_EDITED).count()).toBe(0);
});
