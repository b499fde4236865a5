import { sheetOf, workbookOf } from "../../addin/playground/host/simpleSnapshot";
import type { OpenPane } from "../e2e/openPane";
import { startPaneSite } from "../e2e/paneSite";
import { accounts } from "./paneAccounts";

/**
 * How long the pane's own thread is busy at a time: `npm run bench:pane [-- rows]`.
 *
 * The deployed pane in Chromium, engine and host in workers of their own, on a plain range of 8 columns: reads and
 * previews, writes Segment and Tier, reads again. A task over 50 ms is one that an analyst feels; Chromium reports each.
 */

const ROWS = Number(process.argv[2] ?? 100_000);

interface Watched {
  longTasks?: { at: number; ms: number }[];
}

function watchTasks(): void {
  const page = globalThis as Watched;
  page.longTasks = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) page.longTasks?.push({ at: startTime, ms: duration });
  }).observe({ type: "longtask", buffered: true });
}

async function step(pane: OpenPane, name: string, done: () => Promise<unknown>): Promise<void> {
  const from = await pane.page.evaluate(() => performance.now());
  await done();
  const [to, tasks] = await pane.page.evaluate(() => [performance.now(), (globalThis as Watched).longTasks ?? []]);
  const own = tasks.filter(({ at }) => at >= from);
  const shown = own.map(({ at, ms }) => `${Math.round(ms)} ms after ${Math.round(at - from)} ms`);
  const seconds = ((to - from) / 1000).toFixed(1);
  console.log(`${seconds.padStart(6)} s  ${name}: ${own.length} tasks over 50 ms ${shown.join(", ")}`);
}

async function main(): Promise<void> {
  const site = await startPaneSite();
  const pane = await site.open(workbookOf([sheetOf("Accounts", accounts(ROWS))]), { before: watchTasks });
  const button = (name: string) => pane.page.getByRole("button", { name, exact: true });
  const status = (text: string | RegExp) => pane.page.getByRole("status").getByText(text).waitFor({ timeout: 120_000 });
  console.log(`${ROWS.toLocaleString("en")} rows, ${await pane.page.evaluate(() => navigator.userAgent)}`);
  await step(pane, "open, read and preview", () => pane.page.getByText(/^Changes/).waitFor({ timeout: 120_000 }));
  await step(pane, "apply, read again", async () => {
    await button("Apply tiers").click();
    await status("Up to date");
  });
  await step(pane, "an edit", async () => {
    await pane.user("type", "Accounts!E2", 9_000_000);
    await status(/^Stale/);
  });
  await step(pane, "refresh, read again", async () => {
    await button("Refresh tiers").click();
    await status("Up to date");
  });
  await pane.close();
  await site.close();
}

await main();
