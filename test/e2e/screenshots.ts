import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { sheetOf, workbookOf } from "../../addin/playground/host/simpleSnapshot";
import { sampleWorkbook } from "../../addin/playground/sample/workbook";
import type { OpenPane } from "./openPane";
import { startPaneSite } from "./paneSite";

/** Takes the pictures of the pane in `docs/screenshots`: `npm run screenshots`. */

const FOLDER = join(import.meta.dirname, "../../docs/screenshots");

interface Scene {
  readonly name: string;
  readonly workbook: ReturnType<typeof sampleWorkbook>;
  prepare(pane: OpenPane): Promise<void>;
}

const button = ({ page }: OpenPane, name: string | RegExp) => page.getByRole("button", { name });

const SCENES: readonly Scene[] = [
  {
    name: "first-run",
    workbook: workbookOf([sheetOf("Sheet1")]),
    prepare: (pane) => button(pane, "How it works").click(),
  },
  {
    name: "preview",
    workbook: sampleWorkbook(1),
    prepare: (pane) => button(pane, "Apply tiers").waitFor(),
  },
  {
    name: "data-check",
    workbook: sampleWorkbook(1),
    prepare: (pane) => button(pane, /need a look/).click(),
  },
  {
    name: "applied",
    workbook: sampleWorkbook(1),
    async prepare(pane) {
      await button(pane, "Apply tiers").click();
      await pane.page.getByText("Up to date").waitFor();
    },
  },
  {
    name: "stale",
    workbook: sampleWorkbook(1),
    async prepare(pane) {
      await button(pane, "Apply tiers").click();
      await pane.page.getByText("Up to date").waitFor();
      await pane.user("type", "Accounts!H3", 900_000);
      await pane.user("type", "Accounts!H9", 0);
      await button(pane, "Refresh tiers").waitFor();
      await button(pane, /^Changes/).click();
    },
  },
  {
    name: "unmapped",
    workbook: workbookOf([
      sheetOf("Kunden", [
        ["Name", "Umsatz", "Ort"],
        ["Acme", 300, "Bonn"],
        ["Bolt", 200, "Ulm"],
      ]),
    ]),
    prepare: (pane) => pane.page.getByText("choose a column").first().waitFor(),
  },
];

async function main(only: readonly string[]): Promise<void> {
  const site = await startPaneSite();
  await mkdir(FOLDER, { recursive: true });
  for (const scene of SCENES.filter(({ name }) => only.length === 0 || only.includes(name))) {
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
}

await main(process.argv.slice(2));
