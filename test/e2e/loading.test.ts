import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { sampleWorkbook } from "../../addin/playground/sample/workbook";
import { handsOn } from "./hands";
import { openPanes } from "./openPanes";

/** What is loaded, and when. `dist.test.ts` holds the script that paints first. */

const openPane = openPanes();

test("the first result needs less than 420 KB compressed; rules, review and plan come when they are opened", async () => {
  const pane = await openPane(sampleWorkbook(1));
  const { button, status } = handsOn(pane);
  const loaded = async () =>
    pane.page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .map(({ name }) => name)
        .filter((name) => new URL(name).origin === location.origin && /(taskpane|parts\/[^/]+)\.js$/.test(name)),
    );
  await status("Not tiered yet").waitFor();
  const first = await loaded();
  const sizes = await Promise.all(
    first.map(async (address) => gzipSync(await (await fetch(address)).text(), { level: 9 }).length),
  );
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(420 * 1024);

  await pane.page.getByRole("slider").first().waitFor(); // the curve comes after the first result
  let before = (await loaded()).length;
  const opens = async (name: string, open: () => Promise<unknown>) => {
    await open();
    await expect.poll(async () => (await loaded()).length, { timeout: 10_000, message: name }).toBeGreaterThan(before);
    before = (await loaded()).length;
  };
  await opens("review", () => pane.page.getByRole("tab", { name: "Review" }).click());
  await opens("plan", () => pane.page.getByRole("tab", { name: "Plan" }).click());
  await opens("rules", () => button("Edit rules").click());
});
