import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { playgroundBundle } from "../../addin/playground/page/bundle";
import { startServer } from "../../addin/playground/page/devServer";
import { launchBrowser } from "./browser";
import { Camera } from "./camera";
import { startPaneSite } from "./paneSite";
import { SCENES } from "./scenes";

/** Takes the pictures of the pane in `docs/screenshots`: `npm run screenshots [-- NAME…]`. */

const FOLDER = join(import.meta.dirname, "../../docs/screenshots");

async function main(only: readonly string[]): Promise<void> {
  const site = await startPaneSite();
  await mkdir(FOLDER, { recursive: true });
  for (const scene of SCENES.filter(({ name, isPlain }) => (only.length === 0 ? !isPlain : only.includes(name)))) {
    for (const width of [320, 600]) {
      for (const colorScheme of ["light", "dark"] as const) {
        const pane = await site.open(scene.workbook, {
          browser: { viewport: { width, height: 800 }, colorScheme, reducedMotion: "reduce" },
        });
        await scene.prepare(pane);
        await pane.settled();
        await pane.page.waitForTimeout(500);
        await pane.page.screenshot({ path: join(FOLDER, `${scene.name}-${width}-${colorScheme}.png`) });
        if (pane.complaints.length > 0) console.error(scene.name, pane.complaints);
        await pane.close();
      }
    }
    console.log(scene.name);
  }
  await site.close();
  for (const [name, width, height, film] of BESIDE) {
    if (only.length > 0 && !only.includes(name)) continue;
    await besideSheet({ width, height }, film);
    console.log(name);
  }
}

/** The page of `npm start`, at the beginning. */
async function besideSheet(viewport: { width: number; height: number }, film: (page: Page) => Promise<void>) {
  const server = await startServer(playgroundBundle(), { port: 4320 });
  await server.ready;
  const browser = await launchBrowser();
  const page = await (await browser.newContext({ viewport, reducedMotion: "reduce" })).newPage();
  await page.goto(server.address);
  await film(page);
  await browser.close();
  await server.stop();
}

/** The pane beside the spreadsheet, with tiers in view. */
async function tiersInView(page: Page): Promise<void> {
  const pane = page.frameLocator("iframe");
  await pane.getByRole("button", { name: "Apply tiers" }).click();
  await pane.getByRole("button", { name: "Show tiers" }).click();
  await page.waitForTimeout(1_000);
  await page.screenshot({ path: join(FOLDER, "beside.png") });
}

/** A moving picture of the first result: the sample is opened and tiered, and the tiers have their colours. */
async function firstResult(page: Page): Promise<void> {
  const pane = page.frameLocator("iframe");
  const sample = async (words: string, look: (step: Locator) => Promise<void>): Promise<void> => {
    await look(page.getByRole("button", { name: "Sample workbooks" }));
    await look(page.getByRole("menuitem", { name: words, exact: true }));
  };
  await sample("Empty workbook", (step) => step.click());
  await pane.getByRole("button", { name: "Insert sample accounts" }).waitFor();
  await page.waitForTimeout(1_000);
  const camera = await Camera.on(page);
  await camera.take(0.8);
  await sample("500 accounts", (step) => camera.click(step));
  await pane.getByText("Not tiered yet").waitFor();
  await page.waitForTimeout(1_000);
  await camera.take(1.2);
  await camera.click(pane.getByRole("button", { name: "Apply tiers" }));
  await pane.getByText("Up to date", { exact: true }).waitFor();
  await page.waitForTimeout(1_000);
  await camera.take(1.2);
  await camera.click(pane.getByRole("button", { name: "Show tiers" }));
  await page.waitForTimeout(1_000);
  await camera.take(2);
  await writeFile(join(FOLDER, "first-result.png"), camera.file());
}

/** What is taken of the page of `npm start`, and how large it is. */
const BESIDE = [
  ["beside", 1280, 760, tiersInView],
  ["first-result", 1000, 600, firstResult],
] as const;

await main(process.argv.slice(2));
