import { mkdtemp, rm, writeFile } from "node:fs/promises";
import type { Server } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import webpack from "webpack";
import { createTiering } from "../../addin/excel/tiering";
import { connect } from "../../addin/playground/host/client";
import { MemoryWorkbook } from "../../addin/playground/host/memory/memoryWorkbook";
import { User } from "../../addin/playground/host/user";
import configure from "../../webpack.config.js";
import { launchBrowser, serve } from "./browser";
import { ACCOUNTS as accounts } from "./accounts";
import { journey } from "./journey";

const CLIENT = createRequire(import.meta.url).resolve("@microsoft/office-js/dist/excel-web-16.00.js");

let folder: string;
let server: Server;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "page-"));
  await bundle(folder);
  await writeFile(
    join(folder, "index.html"),
    `<!doctype html><meta http-equiv="Content-Security-Policy" content="script-src 'self'">
     <link rel="icon" href="data:,"><script src="excel-web-16.00.js"></script><script src="entry.js"></script>`,
  );
  const site = await serve([folder, dirname(CLIENT)]);
  server = site.server;
  browser = await launchBrowser();
  page = await browser.newPage();
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on(
    "request",
    (request) =>
      !request.url().startsWith(site.origin) && !request.url().startsWith("data:") && complaints.push(request.url()),
  );
  await page.goto(`${site.origin}/index.html`);
});

afterAll(async () => {
  await browser?.close();
  server?.close();
  await rm(folder, { recursive: true, force: true });
});

test("Microsoft's client runs the same journey in a page as in Node, under a policy without eval", async () => {
  const inPage = await page.evaluate((workbook) => window.runJourney(workbook), accounts);

  const workbook = MemoryWorkbook.from(accounts);
  let id = 0;
  const tiering = createTiering(connect(workbook).Excel, { newId: () => `run${++id}` });
  const inNode = await journey(tiering, new User(workbook), () => workbook.snapshot());

  expect(inPage).toEqual(inNode);
  expect(inNode[0]?.sheets[0]?.values[0]).toEqual(["Account", "Revenue", "Segment", "Tier"]);
  expect(complaints).toEqual([]);
});

function bundle(to: string): Promise<void> {
  const config = configure({}, { mode: "development" });
  return new Promise((done, fail) => {
    webpack(
      {
        ...config,
        devtool: false,
        cache: false,
        entry: { entry: join(import.meta.dirname, "page/entry.ts") },
        output: { path: to, filename: "[name].js" },
        plugins: [],
      },
      (error, stats) => {
        if (error || stats?.hasErrors()) fail(error ?? new Error(stats?.toString("errors-only")));
        else done();
      },
    );
  });
}
