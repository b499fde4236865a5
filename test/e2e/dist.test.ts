import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build, productionBundle } from "../../addin/playground/page/bundle";
import { checkManifest } from "../manifest/checkManifest";
import { builtSite, commandsInCode } from "../manifest/surroundings";

let dist: string;
beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), "dist-"));
  await build(productionBundle(dist));
});
afterAll(() => rm(dist, { recursive: true, force: true }));

const OFFICE = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

test("the page loads Microsoft's CDN and its own script, which is at most 300 KB compressed", async () => {
  const { document } = new JSDOM(await readFile(join(dist, "taskpane.html"), "utf8")).window;
  const scripts = [...document.querySelectorAll("script")].map((script) => script.getAttribute("src"));
  expect(scripts).toEqual([OFFICE, "taskpane.js"]);
  const loaded = [...document.querySelectorAll("[href]")].map((element) => element.getAttribute("href"));
  expect(loaded).toEqual(["data:,"]);
  const compressed = gzipSync(await readFile(join(dist, "taskpane.js")), { level: 9 }).length;
  expect(compressed).toBeLessThanOrEqual(300 * 1024);
});

test("nothing of Microsoft's client, of the playground or of node_modules' sources is deployed", async () => {
  const files = await readdir(dist, { recursive: true });
  const scripts = files.filter((file) => file.endsWith(".js"));
  expect(scripts.length).toBeGreaterThan(3);
  for (const file of scripts) {
    const text = await readFile(join(dist, file), "utf8");
    expect(/OfficeExtension\.HostBridge|ProcessQuery|MemoryWorkbook|univerjs|sheet\.mutation\./.test(text), file).toBe(
      false,
    );
  }
  expect(files.filter((file) => !/\.(js|js\.map|html|xml|png|LICENSE\.txt)$/.test(file) && file.includes("."))).toEqual(
    [],
  );
});

test("every address of the manifest is there", async () => {
  const text = await readFile(join(dist, "manifest.xml"), "utf8");
  expect(checkManifest(text, { site: builtSite(dist), commands: commandsInCode() })).toEqual([]);
});
