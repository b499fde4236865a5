import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContextOptions } from "playwright-core";
import type { WorkbookSnapshot } from "../../addin/playground/host/snapshot";
import { build, CLIENT, productionBundle, standInBundle } from "../../addin/playground/page/bundle";
import type { OpenOptions } from "../../addin/playground/page/messages";
import type { PaneOptions } from "../../addin/playground/page/officeInPane";
import { launchBrowser, serve } from "./browser";
import { listen } from "./complaints";
import { OpenPane } from "./openPane";

/** How a pane is opened: Excel's own options, and those of the browser's window. */
export interface PaneSettings extends OpenOptions, Pick<PaneOptions, "application"> {
  /** The pane is 350 x 800 unless said; `colorScheme: "dark"`, `forcedColors`, `locale`, `reducedMotion` go in here too. */
  browser?: BrowserContextOptions;
  /** Runs in the page before all of its scripts: for a clock or a PerformanceObserver of the test's own. */
  before?: () => void;
}

/**
 * The pane as it is deployed, with a workbook behind it and no Excel: the production bundle, its own policy, and in place
 * of office.js on Microsoft's CDN the real client joined to a host in a worker.
 *
 * ```ts
 * let site: PaneSite;
 * beforeAll(async () => { site = await startPaneSite(); });
 * afterAll(() => site.close());
 *
 * test("tiers the sample", async () => {
 *   const pane = await site.open(sampleWorkbook(1));
 *   await pane.page.getByRole("button", { name: "Apply tiers" }).click();
 *   await pane.settled();
 *   expect((await pane.snapshot()).sheets[0]?.values[0]).toContain("Tier");
 *   expect(pane.complaints).toEqual([]);
 *   await pane.close();
 * });
 * ```
 *
 * Starting takes about eight seconds the first time and two when nothing has changed; opening a pane takes half a second.
 */
export interface PaneSite {
  readonly origin: string;
  open(workbook: WorkbookSnapshot, settings?: PaneSettings): Promise<OpenPane>;
  close(): Promise<void>;
}

/** Builds what a site serves. The folder is the caller's to remove. */
export async function buildPaneSite(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "pane-site-"));
  await Promise.all([build(productionBundle(join(folder, DIST))), build(standInBundle(join(folder, STAND_INS)))]);
  return folder;
}

const [DIST, STAND_INS] = ["dist", "stand-ins"] as const;

/** Serves what was built before, or builds it for itself. */
export async function startPaneSite(built?: string): Promise<PaneSite> {
  const folder = built ?? (await buildPaneSite());
  const [dist, standIns] = [join(folder, DIST), join(folder, STAND_INS)];
  const scripts = [await readFile(CLIENT, "utf8"), await readFile(join(standIns, "officeInPane.js"), "utf8")] as const;
  const { origin, server } = await serve([dist, standIns]);
  const browser = await launchBrowser();
  return {
    origin,
    async open(workbook, { browser: window, before, application, ...options } = {}) {
      const context = await browser.newContext({ viewport: { width: 350, height: 800 }, ...window });
      await context.route(OFFICE, (route) =>
        route.fulfill({ contentType: "text/javascript", body: officeScript(scripts, { application }) }),
      );
      const page = await context.newPage();
      const complaints = await listen(page, [origin, OFFICE]);
      if (before) await page.addInitScript(before);
      const pane = new OpenPane(page, complaints, `${origin}/taskpane.html`);
      await pane.load(workbook, options);
      return pane;
    },
    async close() {
      await browser.close();
      server.close();
      if (built === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

const OFFICE = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

function officeScript([client, standIns]: readonly [string, string], options: PaneOptions): string {
  const given = JSON.stringify({ ...options, waitsForWorkbook: true });
  return `${client}\n;globalThis.officeInPane = ${given};\n${standIns}`;
}
