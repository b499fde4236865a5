import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { playgroundBundle } from "../../addin/playground/page/bundle";
import { startServer } from "../../addin/playground/page/devServer";
import { launchBrowser } from "./browser";
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
  if (only.length === 0 || only.includes("beside")) await besideSheet();
}

/** The pane beside the spreadsheet of `npm start`, with tiers in view. */
async function besideSheet(): Promise<void> {
  const server = await startServer(playgroundBundle(), { port: 4320 });
  await server.ready;
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1280, height: 760 } });
  await page.goto(server.address);
  const pane = page.frameLocator("iframe");
  await pane.getByRole("button", { name: "Apply tiers" }).click();
  await pane.getByRole("button", { name: "Show tiers" }).click();
  await page.waitForTimeout(1_000);
  await page.screenshot({ path: join(FOLDER, "beside.png") });
  await browser.close();
  await server.stop();
  console.log("beside");
}

await main(process.argv.slice(2));
